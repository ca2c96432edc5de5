"""The revisit board, and where each record stands on its own page."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support.boards import BUILT, PROJECT, built, more, opened, site
from tests.support.helpers import tree

__all__ = ["more", "site"]  # fixtures

Serve = Callable[..., str]


@pytest.mark.browser
def test_the_board_is_whole_without_scripts_and_says_its_day(site: Path, browser: Browser, serve: Serve) -> None:
    with opened(browser, serve(site) + "revisit/", BUILT, scripts=False) as page:
        words = " ".join(page.locator("article").inner_text().split())
    for part in (
        "Days are judged as of 2026-06-01, checks and reviews as of the day beside each.",
        "Met 1 Due 0 Unknown 1 Waiting 1 Never 0",
        "ADR-0003 Cache deferred",
        "Met (a) 2026-05-01 has come → measure again a day · checked by adr-gen · 2026-05-01 has come as of 2026-06-01",
        "Unknown (b) the engine ships: pypi:engine >= 3 a release · checked by adr-gen · never looked up; run adr-gen revisit --online",
        "Never (b) never for the old site said when it was decided",
        "Waiting (a) jobs wait longer than a minute a number · judged by people · Twelve seconds at most as of 2026-04-01 by Ana",
        "pypi:engine: 2 decisions – ADR-0002 (a), ADR-0003 (b)",
        "2026-09-01 Met ADR-0001 Which queue",
        "ADR-0003 Cache 2026-01-10 142 never",
        "5 conditions: 4 checked by adr-gen, 1 judged by people; 2 have never been looked at.",
    ):
        assert part in words


@pytest.mark.browser
def test_the_picture_of_the_coming_year_says_in_words_what_it_shows(site: Path, browser: Browser, serve: Serve) -> None:
    with opened(browser, serve(site) + "revisit/", BUILT) as page:
        picture = page.locator("svg.adr-months")
        assert picture.get_attribute("aria-label") == "Decisions that come due by month. Sep 2026: 1"
        assert picture.locator("rect").count() == 1


@pytest.mark.browser
def test_a_record_says_where_it_stands(site: Path, browser: Browser, serve: Serve) -> None:
    with opened(browser, serve(site) + "decisions/0001-queue/", BUILT) as page:
        words = " ".join(page.locator(".adr-standing").inner_text().split())
        assert words == (
            "Any of these reopens the question: "
            "Waiting (a) jobs wait longer than a minute a number · judged by people · Twelve seconds at most as of 2026-04-01 by Ana "
            "Waiting (b) 2026-09-01 has come a day · checked by adr-gen · 2026-09-01 is 92 days away as of 2026-06-01 "
            "To be reviewed by 2026-12-01 in any case. "
            "What stands in the way: open Nobody has run one. cleared The licence forbids it. as of 2026-04-01 by Ana "
            "Looked at: 2026-04-01 Ana, reaffirmed, next look 2026-12-01: (a) still waiting (Twelve seconds at most); "
            "blocker 2 cleared – Looked at the dashboard, see https://example.org/jobs."
        )
        assert page.locator("#trigger-a, #trigger-b").count() == 2
        assert page.locator(".adr-reviews a").get_attribute("href") == "https://example.org/jobs"
        assert page.locator('.adr-card a[rel="next"]').text_content() == "ADR-0002 →"
        assert page.locator('.adr-card a[rel="prev"]').count() == 0


@pytest.mark.browser
def test_the_board_says_where_a_question_is_open_again(more: Path, browser: Browser, serve: Serve) -> None:
    with opened(browser, serve(more) + "revisit/", BUILT) as page:
        told = page.locator(".adr-waiting", has_text="Open again").all_inner_texts()
        assert [words.split("\n")[0] for words in told] == ["ADR-0009 Graph rejected"]
        assert "Open again in docs/research/graph-again.md." in told[0]


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
            "(a) The ERP vendor ships an API\njudged by people · nobody has looked yet",
        ]


def test_search_reads_a_condition_once(site: Path) -> None:
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    held = [doc["location"] for doc in index["docs"] if "longer than a minute" in doc["text"]]
    assert held == ["decisions/0001-queue/#trigger-a"]
    assert not [doc["location"] for doc in index["docs"] if doc["title"] == "Where it stands"]
