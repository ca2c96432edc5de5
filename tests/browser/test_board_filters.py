"""What a filter of the revisit board chooses."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from adr_gen.site.pages import board
from tests.support.boards import BUILT, MORE, PROJECT, built, cards, more, opened, site
from tests.support.helpers import tree

__all__ = ["more", "site"]  # fixtures

Serve = Callable[..., str]


def counts(page: Page) -> dict[str, str]:
    """What the columns say of how many they hold."""
    elements = page.locator("h2 [data-adr-count]").all()
    return {one.get_attribute("data-adr-count") or "": one.inner_text() for one in elements if one.inner_text() != "0"}


@pytest.mark.browser
def test_the_boards_filters_combine_are_counted_and_kept_in_the_address(
    more: Path, browser: Browser, serve: Serve
) -> None:
    address = serve(more, "/team/") + "revisit/"
    with opened(browser, address, BUILT) as page:
        whole, counted = cards(page), counts(page)
        assert len(whole) == sum(map(int, counted.values()))
        page.get_by_label("Owner").select_option("Ana")
        assert (cards(page), counts(page)) == (["ADR-0007", "ADR-0008"], {"due": "2"})
        page.get_by_label("Text").fill("DISK full")
        assert (cards(page), counts(page)) == (["ADR-0007"], {"due": "1"})
        assert page.url == f"{address}?text=DISK+full&owner=Ana"
        page.reload()
        assert (cards(page), page.get_by_label("Owner").input_value()) == (["ADR-0007"], "Ana")
        page.get_by_role("button", name="Show all").click()
        page.wait_for_function("!location.search")
        assert (cards(page), counts(page)) == (whole, counted)
        page.get_by_label("Waits for").select_option("a release")
        assert cards(page) == ["ADR-0003", "ADR-0002"]
        page.get_by_label("Text").fill("zebra")
        assert cards(page) == []
        message = "No decision is here: none has text “zebra” and kind “a release”"
        assert page.locator(".adr-shown").inner_text() == message
    with opened(browser, f"{address}?owner=nobody&kind=a+day", BUILT) as page:
        assert page.get_by_label("Owner").input_value() == ""
        # 6 and 10 have no condition that is a day, but one by which somebody is to look
        assert cards(page) == ["ADR-0003", "ADR-0010", "ADR-0006", "ADR-0001"]


@pytest.fixture(scope="module")
def folded_board(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A board that shows one card of each column."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(board, "SHOWN", 1)
        return built(tree(tmp_path_factory.mktemp("folded"), PROJECT + MORE.lstrip("\n")))


def sights(page: Page) -> dict[str, list[str]]:
    """What is in sight of the board besides its cards."""
    parts = {
        "rows": ".adr-coming li",
        "folds": ".adr-fold:has(.adr-coming, .adr-waiting) > summary",
        "soon": ".adr-soon > span",
        "headings": "h2:not([data-adr-group] h2)",
        "groups": ".adr-groups:not(.adr-passed + * ul) li",
        "passed": ".adr-passed > .adr-row, .adr-passed + * li",
        "deferred": ".adr-scroll tbody td:first-child",
    }
    elements = {name: page.locator(f"article :is({part}):visible").all_inner_texts() for name, part in parts.items()}
    label = page.locator(".adr-months").get_attribute("aria-label") or ""
    bars = page.locator(".adr-months rect").evaluate_all(
        "all => all.map(one => `${one.nextElementSibling.textContent} ${one.getBoundingClientRect().height > 0}`)"
    )
    return elements | {"months": [label.partition(". ")[2], *bars]}


DISK = "ADR-0007 Disk since 2025-10-29 (215 days) · a look every 180 days"
PASSED = [
    "ADR-0003 Cache since 2026-05-01 (31 days) · a condition has come true",
    "ADR-0010 Disks since 2026-05-10 (22 days) · the day set for another look",
]
NOTHING: dict[str, list[str]] = {
    "rows": [],
    "soon": [],
    "folds": [],
    "headings": [],
    "groups": [],
    "passed": [],
    "deferred": [],
    "months": ["", " false", " false", " false"],
}
ENGINES = {
    "headings": ["The next twelve months", "Waiting on", "Deferred for how long"],
    "passed": PASSED,
    "groups": ["pypi:engine: 2 decisions – ADR-0002 (a), ADR-0003 (b)"],
    "deferred": ["ADR-0003 Cache"],
}


WHOLE = ENGINES | {
    "passed": [DISK, *PASSED],
    "rows": [
        "2026-07-01 ADR-0006 Search · the day set for another look",
        "2026-09-01 ADR-0001 Which queue · a condition names this day",
        "2026-12-01 ADR-0001 Which queue · the day set for another look",
    ],
    "soon": [
        "Next:",
        "2026-07-01 ADR-0006 Search",
        "2026-09-01 ADR-0001 Which queue",
        "2026-12-01 ADR-0001 Which queue",
    ],
    "folds": ["By day", "2 more", "1 more"],
    "headings": [*ENGINES["headings"], "Who looks"],
    "months": ["Jul 2026: 1, Sep 2026: 1, Dec 2026: 1", "1 true", "1 true", "1 true"],
}


@pytest.mark.browser
def test_a_filter_chooses_everything_on_the_board_and_each_fold_says_what_fits_behind_it(
    folded_board: Path, browser: Browser, serve: Serve
) -> None:
    with opened(browser, serve(folded_board) + "revisit/", BUILT) as page:
        page.get_by_text("By day").click()
        assert sights(page) == WHOLE
        page.get_by_label("Owner").select_option("Ana")
        assert sights(page) == NOTHING | {"passed": [DISK]}
        page.get_by_label("Owner").select_option("Bo")
        assert sights(page) == NOTHING | {"passed": [DISK]}
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        assert counts(page) == {"due": "1"}, "also when its reader comes back"
        page.get_by_role("button", name="Show all").click()
        page.wait_for_function("!location.search")
        assert sights(page) == WHOLE
        page.get_by_label("Waits for").select_option("a day")
        assert sights(page) == WHOLE | {"passed": PASSED, "folds": ["By day"], "headings": ENGINES["headings"]}


LINKED = """\
=== docs/decisions/0006-index.md
# Index

* Status: rejected
* Date: 2026-05-02
* Deciders: Ana

## Revisit when

- `adr:3 accepted`
"""


@pytest.mark.browser
def test_a_record_that_a_chosen_card_only_names_is_not_chosen(tmp_path: Path, browser: Browser, serve: Serve) -> None:
    root = built(tree(tmp_path, PROJECT + LINKED))
    with opened(browser, serve(root) + "revisit/?owner=Ana", BUILT) as page:
        assert page.locator(".adr-waiting:visible .adr-found a").all_inner_texts() == ["ADR-0003"]
        assert (cards(page), sights(page)) == (["ADR-0006"], NOTHING | {"months": ["", " false", " false"]})


def places(page: Page, what: str) -> list[tuple[float, float]]:
    """Where elements that are in sight begin, from the left and from above."""
    boxes = [one.bounding_box() for one in page.locator(what).filter(visible=True).all()]
    return [(box["x"], box["y"]) for box in boxes if box]


@pytest.mark.browser
@pytest.mark.parametrize("day", [BUILT, "2026-09-02"], ids=["built", "days later"])
def test_what_a_filter_chooses_stands_right_below_it_by_state_without_folds(
    folded_board: Path, browser: Browser, serve: Serve, day: str
) -> None:
    with opened(browser, serve(folded_board) + "revisit/?text=adr-000", day) as page:
        whole = page.locator(".adr-waiting").count()
        found = cards(page)
        assert (len(found), page.locator(".adr-shown").inner_text()) == (7, f"7 of {whole} decisions")
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        assert sorted(cards(page)) == sorted(found)
        assert page.locator(".adr-board :is(summary, .adr-meaning):visible").count() == 0
        (_, above), (_, beside), *_ = places(page, "[data-adr-group=due] .adr-waiting")
        assert above == beside, "in one grid, folded away before or not"
        heads = page.locator(".adr-board h2").filter(visible=True).all_inner_texts()
        held = [one.split() for one in heads]
        assert {" ".join(name): int(number) for *name, number in held} == {
            board.GROUPS[state][0]: int(number) for state, number in counts(page).items()
        }
        spots, chart = places(page, ".adr-waiting"), places(page, ".adr-months")
        assert chart == [] or chart[0][1] > max(y for _, y in spots)
        page.get_by_role("button", name="Show all").click()
        page.wait_for_function("!location.search")
        assert places(page, ".adr-months")[0][1] < places(page, ".adr-waiting")[0][1], "the year comes first again"
        assert page.locator(".adr-shown").inner_text() == ""


def chips(page: Page) -> dict[str, str | None]:
    """What the chips above the board count, and which of them is pressed."""
    elements = page.locator("a.adr-count").all()
    return {" ".join(one.inner_text().split()): one.get_attribute("aria-current") for one in elements}


@pytest.mark.browser
def test_a_chip_chooses_its_state_among_what_the_other_filters_leave(
    folded_board: Path, browser: Browser, serve: Serve
) -> None:
    address = serve(folded_board, "/team/") + "revisit/"
    with opened(browser, address, BUILT) as page:
        whole, counted = cards(page), chips(page)
        page.locator("a.adr-count", has_text="Due").click()
        assert (cards(page), page.url) == (["ADR-0007", "ADR-0010", "ADR-0008"], f"{address}?state=due")
        assert chips(page) == counted | {"Due 3": "true"}, "the others still say what they would choose"
        page.reload()
        assert (cards(page), chips(page)) == (["ADR-0007", "ADR-0010", "ADR-0008"], counted | {"Due 3": "true"})
        page.locator("a.adr-count", has_text="Due").click()
        assert (cards(page), chips(page), page.url) == (whole, counted, address)
        page.get_by_label("Owner").select_option("Ana")
        assert page.locator("a.adr-count strong").all_inner_texts() == ["0", "2", "0", "0", "0"]
        page.locator("a.adr-count", has_text="Met").click()
        assert (cards(page), page.url) == ([], f"{address}?state=met&owner=Ana")
        message = "No decision is here: none has state “met” and owner “Ana”"
        assert page.locator(".adr-shown").inner_text() == message
        page.get_by_label("State").select_option("Due")
        assert cards(page) == ["ADR-0007", "ADR-0008"]
    with opened(browser, address, BUILT, scripts=False) as page:
        page.locator("a.adr-count", has_text="Due").click()
        assert page.url == f"{address}#due", "without a script it leads to its column"
