"""The revisit board, and where each record stands on its own page."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.support.boards import BUILT, PROJECT, built, more, opened, site
from tests.support.helpers import tree

__all__ = ["more", "site"]  # fixtures

Serve = Callable[..., str]


@pytest.mark.browser
def test_the_board_is_whole_without_scripts_and_says_its_day(site: Path, browser: Browser, serve: Serve) -> None:
    with opened(browser, serve(site) + "revisit/", BUILT, scripts=False) as page:
        words = " ".join(page.locator("article").inner_text().split())
    for part in (
        "What would make us change our minds, as of 2026-06-01: Met 1 Due 0 Waiting 1 Not checked yet 1",
        (
            "Met 1 A condition has come true: ask the question again, or say why the decision stands. ADR-0003 deferred met since 2026-05-01 (31 days) Cache Any of these: "
            "Met (a) 2026-05-01 has come → measure again 2026-05-01 has come (checked 2026-06-01) "
            "Not checked yet (b) the engine ships: pypi:engine >= 3 not checked yet adr-gen review 3"
        ),
        "Due 0 Its day has come, or nobody has looked for a while: is it true by now?",
        "(b) never for the old site",
        (
            "ADR-0001 rejected for now look again by 2026-09-01 Which queue Any of these: (a) jobs wait longer than a minute "
            "(b) 2026-09-01 has come To be looked at by 2026-12-01 in any case."
        ),
        "pypi:engine: 2 decisions – ADR-0002 (a), ADR-0003 (b)",
        "ADR-0003 Cache 2026-01-10 142 never",
        "5 conditions: 4 checked automatically, 1 judged by people; 2 not looked at yet.",
    ):
        assert part in words


@pytest.mark.browser
def test_a_condition_that_waits_is_whole_on_two_lines_and_its_day_on_one(
    tmp_path: Path, browser: Browser, serve: Serve
) -> None:
    text = PROJECT.replace("- `2026-09-01` has come", "- the contract with the printer ends: `2026-09-01`")
    with opened(browser, serve(built(tree(tmp_path, text))) + "revisit/", BUILT) as page:
        condition = page.locator("#adr-0001 .adr-trigger", has_text="printer")
        heights = "one => [one.scrollHeight > one.clientHeight, one.querySelector('code').getClientRects().length]"
        assert condition.evaluate(heights) == [False, 1]
        assert condition.locator("code").evaluate("one => one.offsetHeight < 24")


@pytest.mark.browser
@pytest.mark.parametrize("place", ["", "revisit/"], ids=["home", "board"])
def test_a_few_presses_of_keys_lead_from_the_top_of_the_page_to_the_first_record(
    site: Path, browser: Browser, serve: Serve, place: str
) -> None:
    with opened(browser, serve(site) + place, BUILT) as page:
        for key in ("Tab", "Enter", "Tab", "Enter", "Tab"):
            page.keyboard.press(key)
        assert page.evaluate("document.activeElement.textContent").startswith("ADR-0003")


@pytest.mark.browser
@pytest.mark.parametrize(("day", "shown"), [(BUILT, "2026-07-01 ADR-0006"), ("2026-07-02", "2026-09-01 ADR-0001")])
def test_a_telephone_shows_the_next_day_alone(more: Path, browser: Browser, serve: Serve, day: str, shown: str) -> None:
    with opened(browser, serve(more) + "revisit/", day) as page:
        page.set_viewport_size({"width": 360, "height": 800})
        label, *days = page.locator(".adr-soon > span:visible").all_inner_texts()
        assert [label, *(words[:19] for words in days if words)] == ["Next:", shown]


@pytest.mark.browser
def test_the_picture_of_the_coming_year_says_in_words_what_it_shows(site: Path, browser: Browser, serve: Serve) -> None:
    with opened(browser, serve(site) + "revisit/", BUILT) as page:
        picture = page.locator("svg.adr-months")
        assert picture.get_attribute("aria-label") == "Decisions that come due by month. Sep 2026: 1, Dec 2026: 1"
        assert picture.locator("rect").count() == 2
        page.get_by_text("By day").click()
        assert page.locator(".adr-coming li").all_inner_texts() == [
            "2026-09-01 ADR-0001 Which queue · a condition names this day",
            "2026-12-01 ADR-0001 Which queue · the day set for another look",
        ]


@pytest.mark.browser
def test_a_record_shows_its_conditions_and_blockers_as_they_stand_once_below_their_own_headings(
    site: Path, browser: Browser, serve: Serve
) -> None:
    with opened(browser, serve(site) + "decisions/0001-queue/", BUILT) as page:
        assert page.locator("article h2").all_inner_texts() == ["Blockers", "Revisit when"]
        conditions = page.locator("article").get_by_text("jobs wait longer than a minute")
        assert conditions.filter(visible=True).count() == 1, "the card says it"
        for fold in page.locator(".adr-standing summary").all():
            fold.click()
        assert conditions.filter(visible=True).count() == 2, "card and section"
        blockers = page.locator(".adr-blockers li").all_inner_texts()
        assert [words.strip() for words in blockers] == [
            "Nobody has run one.",
            "The licence forbids it. cleared 2026-04-01 by Ana",
        ]
        assert [box.is_checked() for box in page.locator(".adr-blockers input").all()] == [False, True]
        words = " ".join(page.locator(".adr-standing:has(.adr-triggers)").inner_text().split())
        assert words == (
            "2 conditions in full Any of these reopens the question: "
            "Waiting (a) jobs wait longer than a minute a measured number · Twelve seconds at most (2026-04-01, Ana) "
            "Waiting (b) 2026-09-01 has come a day · 2026-09-01 is 92 days away (checked 2026-06-01) "
            "To be looked at by 2026-12-01 in any case. "
            "Looked at: 2026-04-01 Ana, reaffirmed, next look 2026-12-01: (a) still waiting (Twelve seconds at most); "
            "blocker 2 cleared – Looked at the dashboard, see https://example.org/jobs."
        )
        assert page.locator("#trigger-a, #trigger-b").count() == 2
        assert page.locator(".adr-reviews a").get_attribute("href") == "https://example.org/jobs"
        assert page.locator('.adr-neighbours a[rel="next"]').text_content() == "ADR-0002 → Which engine"
        assert page.locator('.adr-neighbours a[rel="prev"]').count() == 0


@pytest.mark.browser
def test_the_letter_in_the_card_leads_to_the_condition_in_full(site: Path, browser: Browser, serve: Serve) -> None:
    with opened(browser, serve(site) + "decisions/0001-queue/", BUILT) as page:
        page.locator(".adr-card").get_by_role("link", name="(b)").click()
        expect(page.locator("#trigger-b")).to_be_in_viewport()


@pytest.mark.browser
def test_the_card_answers_what_was_decided_and_what_would_change_our_mind(
    site: Path, browser: Browser, serve: Serve
) -> None:
    with opened(browser, serve(site) + "decisions/0001-queue/", BUILT) as page:
        assert page.title() == "ADR-0001 Which queue - Test log"
        assert page.locator(".adr-eyebrow").inner_text() == "Decisions › ADR-0001"
        assert page.locator("meta[name=description]").get_attribute("content") == "Rejected for now: Which queue"
        assert " ".join(page.locator(".adr-card").inner_text().split()) == (
            "Status rejected for now Date 2026-03-02 What would change our mind (any of these) Revisit "
            "Waiting (a) jobs wait longer than a minute Twelve seconds at most (2026-04-01, Ana) Answer by command "
            "Waiting (b) 2026-09-01 has come 2026-09-01 is 92 days away (checked 2026-06-01) Answer by command "
            "To be looked at by 2026-12-01 in any case. What stands in the way Nobody has run one. "
            "Gone: The licence forbids it. cleared 2026-04-01 by Ana"
        )
        banner = "Looked at again 2026-04-01 by Ana: the decision stands."
        assert page.locator(".adr-banner").filter(visible=True).all_inner_texts() == [banner]
        page.locator(".adr-answer summary").first.click()
        assert page.locator(".adr-answer code").first.inner_text() == "adr-gen review 1 a"


@pytest.mark.browser
def test_the_board_says_where_a_question_is_open_again(more: Path, browser: Browser, serve: Serve) -> None:
    with opened(browser, serve(more) + "revisit/", BUILT) as page:
        elements = page.locator(".adr-waiting", has_text="Open again").all_inner_texts()
        assert ["".join(words.split("\n")[:3]) for words in elements] == ["ADR-0009 rejectedGraph"]
        assert page.locator('[data-adr-group="reopened"] .adr-waiting').count() == 1
        assert "Open again in docs/research/graph-again.md." in elements[0]


SHARED = """
=== docs/decisions/0001-old.md
# Old

* Status: rejected
* Date: 2024-01-01
* Qualifier: for now

## Revisit when

- The ERP vendor ships an `API`.
=== docs/decisions/0002-new.md
# New

* Status: accepted
* Date: 2026-05-01
* Supersedes [ADR-0001](0001-old.md)

## Revisit when

- the ERP vendor ships an *API*
=== docs/decisions/0003-other.md
# Other

* Status: deferred
* Date: 2026-05-02

## Revisit when

- The ERP vendor ships an `API`.
"""


@pytest.mark.browser
def test_what_several_wait_for_is_said_as_written_and_who_was_replaced_waits_no_more(
    tmp_path: Path, browser: Browser, serve: Serve
) -> None:
    address = serve(built(tree(tmp_path, PROJECT.partition("=== docs")[0] + SHARED.lstrip("\n"))))
    with opened(browser, address + "revisit/", BUILT) as page:
        assert page.locator(".adr-groups").inner_text() == (
            "the ERP vendor ships an API: 2 decisions – ADR-0002 (a), ADR-0003 (a)"
        )
    with opened(browser, address + "decisions/0001-old/", BUILT) as page:
        assert page.locator(".adr-card .adr-status").locator("..").inner_text() == "superseded"
        assert page.locator(".adr-standing").inner_text().split("\n\n") == [
            "Nobody waits for these conditions any more.",
            "(a) The ERP vendor ships an API.\npeople's judgement",
        ]


def test_search_reads_a_condition_once(site: Path) -> None:
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    held = [doc["location"] for doc in index["docs"] if "longer than a minute" in doc["text"]]
    assert held == ["decisions/0001-queue/#trigger-a"]
