"""A record on a reader's screen and paper, and in the lists that name it: the whole verdict, what stands in the way, what came true."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.support.boards import BUILT, SETTINGS, built, opened
from tests.support.helpers import tree

Serve = Callable[..., str]
LONG = "Whether those who wait for a berth are told by a message, by a letter, by a call or by somebody who comes along"
PROJECT = f"""{SETTINGS}=== docs/decisions/0001-cranes.md
# Cranes

* Status: deferred
* Date: 2026-01-10
* Qualifier: until the second terminal has opened

## Decision

The permit ends in May.

### Recommendation: DEFER until the second terminal has opened

## Blockers

* [ ] The permit ends
* [x] No pilot
* [ ] The `quay` is [wet](https://q.example)

## Revisit when

* (a) the second terminal opens, `not before 2026-05-01`
* (b) the crane is sold: `2099-07-01`
* (c) the contract ends: `2026-02-01`
=== docs/decisions/0002-letters.md
# {LONG}

* Status: accepted
* Date: 2026-01-10

## Blockers

{"".join(f"* reason {n}{chr(10)}" for n in range(8))}
## Revisit when

* the post stops
=== docs/decisions/0003-tugs.md
# Tugs

* Status: superseded by [ADR-0001](0001-cranes.md)
* Date: 2025-01-10
* Qualifier: for now

## Blockers

* No tug

## Findings

| tug | pull | draught | length | built |
|---|---|---|---|---|
| Ox | 40 | 5 | 30 | 1999 |
"""
CRANES, LETTERS = "decisions/0001-cranes/", "decisions/0002-letters/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tree(tmp_path_factory.mktemp("record"), PROJECT))


def said(page: Page, what: str) -> str:
    """The words of an element that is in sight."""
    return " ".join(page.locator(what).first.inner_text().split())


@pytest.mark.browser
def test_the_card_says_what_stands_in_the_way_today(site: Path, browser: Browser, serve: Serve) -> None:
    address = serve(site)
    blocked = ".adr-mind:has-text('stands in the way')"
    with opened(browser, address + CRANES, BUILT) as page:
        assert said(page, blocked) == "What stands in the way The permit ends The quay is wet Gone: No pilot"
    with opened(browser, address + LETTERS, BUILT) as page:
        reasons = " ".join(f"reason {n}" for n in range(6))
        assert said(page, blocked) == f"What stands in the way {reasons} 2 more below"
    with opened(browser, address + "decisions/0003-tugs/", BUILT) as page:
        assert page.locator(blocked).count() == 0, "nobody waits for it any more"


@pytest.mark.browser
@pytest.mark.parametrize("width", [1440, 360])
def test_what_limits_a_status_is_whole_in_card_log_and_lists(
    site: Path, browser: Browser, serve: Serve, width: int
) -> None:
    words, address = "until the second terminal has opened", serve(site)
    tab = browser.new_page(viewport={"width": width, "height": 900})
    for place in (CRANES, "decisions/", "revisit/", ""):
        tab.goto(address + place)
        shown = tab.locator("article .adr-qualifier", has_text=words).first
        box = shown.evaluate(
            "one => [one.getBoundingClientRect(), one.closest('td, p, li, dd').getBoundingClientRect()]"
        )
        assert box[0]["right"] <= box[1]["right"] + 1, place
        assert box[0]["bottom"] <= box[1]["bottom"] + 1, place
    tab.close()


@pytest.mark.browser
def test_a_reason_that_is_all_of_its_section_stays_there_too(site: Path, browser: Browser, serve: Serve) -> None:
    with opened(browser, serve(site) + CRANES, BUILT) as page:
        assert page.locator("article p", has_text="The permit ends in May.").all_text_contents() == [
            "Verdict: The permit ends in May.",
            "The permit ends in May.",
        ]
        before = "one => getComputedStyle(one, '::before').content"
        assert page.locator(".adr-decision").evaluate(before) == '"Deferred: "'


@pytest.mark.browser
def test_a_long_title_leaves_room_for_the_card_on_a_phone(site: Path, browser: Browser, serve: Serve) -> None:
    tab = browser.new_page(viewport={"width": 360, "height": 800})
    sizes = {}
    for place in (CRANES, LETTERS):
        tab.goto(serve(site) + place)
        sizes[place] = tab.locator("h1").evaluate("one => parseFloat(getComputedStyle(one).fontSize)")
        assert tab.locator(".adr-card").evaluate("one => one.getBoundingClientRect().top") < 350
    assert sizes[LETTERS] < sizes[CRANES]
    tab.close()


@pytest.mark.browser
def test_the_facts_of_the_card_have_their_names_on_a_phone_too(site: Path, browser: Browser, serve: Serve) -> None:
    tab = browser.new_page(viewport={"width": 360, "height": 800})
    tab.goto(serve(site) + CRANES)
    facts = tab.locator(".adr-card dl:not(.adr-rest) dt")
    wide = [(box["width"], box["height"]) for one in facts.all() if (box := one.bounding_box())]
    assert facts.all_inner_texts() == ["Status", "Date"]
    assert all(width > 20 and height > 8 for width, height in wide)
    assert facts.evaluate_all("all => all.map(one => getComputedStyle(one).clipPath)") == ["none", "none"]
    tab.close()


@pytest.mark.browser
def test_a_long_title_takes_four_lines_of_a_card_on_the_board(site: Path, browser: Browser, serve: Serve) -> None:
    tab = browser.new_page(viewport={"width": 220, "height": 800})
    tab.goto(serve(site) + "revisit/")
    title = tab.get_by_role("link", name=LONG, exact=True)
    shown, whole = title.evaluate("a => [a.clientHeight, a.scrollHeight]")
    line = title.evaluate("a => parseFloat(getComputedStyle(a).lineHeight)")
    assert (round(shown / line), whole > shown) == (4, True)
    tab.close()


@pytest.mark.browser
def test_on_a_phone_the_records_before_and_after_share_the_width_and_the_log_stands_below(
    site: Path, browser: Browser, serve: Serve
) -> None:
    tab = browser.new_page(viewport={"width": 360, "height": 800})
    tab.goto(serve(site) + "decisions/0003-tugs/")
    before, log = (tab.locator(f".adr-neighbours a{kind}").bounding_box() for kind in ("[rel=prev]", ":not([rel])"))
    tab.goto(serve(site) + CRANES)
    after = tab.locator(".adr-neighbours a[rel=next]").bounding_box()
    assert before is not None
    assert log is not None
    assert after is not None
    assert before["x"] + before["width"] < 180 < after["x"]
    assert before["width"] == after["width"] > 140
    assert log["y"] >= before["y"] + before["height"]
    assert before["height"] < 95, "four lines, however long the title is"
    tab.close()


@pytest.mark.browser
@pytest.mark.parametrize(("width", "fades"), [(390, True), (1440, False)])
def test_a_table_that_is_cut_off_fades_at_its_edge(
    site: Path, browser: Browser, serve: Serve, width: int, fades: bool
) -> None:
    with browser.new_context(viewport={"width": width, "height": 800}) as context:
        tab = context.new_page()
        tab.goto(serve(site) + "decisions/0003-tugs/", wait_until="networkidle")
        table = tab.locator(".md-typeset__scrollwrap")
        assert (table.evaluate("box => getComputedStyle(box).maskImage") != "none") == fades
        table.evaluate("box => { box.scrollLeft = box.scrollWidth }")
        last = "box => box.getBoundingClientRect().right - box.querySelector('tr').lastElementChild.getBoundingClientRect().right"
        assert not fades or table.evaluate(last) > 30, "the last column comes out of it"


@pytest.mark.browser
def test_a_record_prints_on_one_page_and_says_its_conditions_once(site: Path, browser: Browser, serve: Serve) -> None:
    tab = browser.new_page()
    tab.goto(serve(site) + CRANES)
    assert len(re.findall(rb"/Type\s*/Page\b", tab.pdf(format="A4"))) == 1
    tab.emulate_media(media="print")
    assert tab.get_by_text("the crane is sold").filter(visible=True).count() == 1
    tab.close()


def test_the_index_of_search_knows_since_when_a_condition_is_met(site: Path) -> None:
    docs = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    states = {
        doc["location"].partition("#")[2]: doc.get("states") for doc in docs if doc["location"].startswith(CRANES)
    }
    assert states == {
        "": {"": "met"},
        "trigger-a": None,
        "trigger-b": {"2099-07-01": "met"},
        "trigger-c": {"": "met"},
    }


@pytest.mark.browser
def test_a_result_says_which_condition_has_come_true(site: Path, browser: Browser, serve: Serve) -> None:
    with opened(browser, serve(site), BUILT) as page:
        page.wait_for_function("document.documentElement.classList.contains('js')")
        page.keyboard.press("/")
        page.keyboard.type("cranes")
        result = page.locator(".md-search-result__item .adr-found", has_text="Revisit when").first
        result.wait_for(state="attached")
        assert " ".join((result.text_content() or "").split()) == (
            "Revisit when: (a) the second terminal opens, not before 2026-05-01; (b) the crane is sold: 2099-07-01; "
            "Met (c) the contract ends: 2026-02-01"
        )
