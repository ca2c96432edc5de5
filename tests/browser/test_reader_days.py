"""Dates judged in the browser: what a page says as its reader's clock moves on."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as BrowserPage

from tests.support.boards import BUILT, MORE, PROJECT, built, more, opened, site
from tests.support.helpers import tree

__all__ = ["more", "site"]  # fixtures

Serve = Callable[..., str]


def groups(page: BrowserPage) -> dict[str, list[str]]:
    """The records of each group of the board."""
    titles: dict[str, list[str]] = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("[data-adr-group]")].map((group) => [
            group.dataset.adrGroup,
            [...group.querySelectorAll(".adr-waiting:not([hidden]) > p:first-child a:first-child")].map((a) => a.textContent)]))"""
    )
    return titles


def counts(page: BrowserPage) -> dict[str, str]:
    numbers: dict[str, str] = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("[data-adr-count]")].map((node) =>
            [node.dataset.adrCount, node.textContent]))"""
    )
    return numbers


NOW = {"met": ["ADR-0003"], "due": [], "unknown": ["ADR-0002"], "waiting": ["ADR-0001"]}
LATER = {
    "met": ["ADR-0003", "ADR-0001"],
    "due": [],
    "unknown": ["ADR-0002"],
    "waiting": [],
}


@pytest.mark.browser
def test_the_board_changes_with_the_readers_day(site: Path, browser: Browser, serve: Serve) -> None:
    url = serve(site, "/team/log/") + "revisit/"
    for day, expected in ((BUILT, NOW), ("2026-08-31", NOW), ("2026-09-01", LATER)):
        with opened(browser, url, day) as page:
            assert groups(page) == expected
            assert counts(page) == {state: str(len(some)) for state, some in expected.items()}
            assert page.locator(".adr-today").text_content() == day


ASKED = "does the decision still hold?"
COME = "The day in condition ({}) has come ({}): is it true, and does the decision still hold?"
BANNERS = [
    ("0001-queue", BUILT, "Looked at again 2026-04-01 by Ana: the decision stands."),
    (
        "0001-queue",
        "2026-09-01",
        COME.format("b", "2026-09-01"),
    ),
    (
        "0003-cache",
        BUILT,
        COME.format("a", "2026-05-01"),
    ),
    ("0004-old", BUILT, "Superseded by ADR-0005 New cache accepted (2026-01-11) Before that it was accepted."),
    ("0005-new", BUILT, ""),
    ("0006-search", BUILT, ""),
    ("0006-search", "2026-07-01", f"Due since 2026-07-01 (the day set for another look): {ASKED}"),
    ("0007-disk", BUILT, "Due since 2025-10-29 (a look every 180 days): has condition (a) come true by now?"),
    ("0008-cloud", BUILT, "Due since 2026-05-20 (the day set for another look): has condition (a) come true by now?"),
    ("0010-disks", BUILT, f"Due since 2026-05-10 (the day set for another look): {ASKED}"),
    (
        "0009-graph",
        BUILT,
        "This question is open again, in docs/research/graph-again.md; until it is answered, the decision stands.",
    ),
]


@pytest.mark.browser
@pytest.mark.parametrize(("name", "day", "expected"), BANNERS)
def test_a_banner_stands_over_what_is_superseded_met_or_due(
    more: Path, browser: Browser, serve: Serve, name: str, day: str, expected: str
) -> None:
    with opened(browser, serve(more) + f"decisions/{name}/", day) as page:
        shown = [b.inner_text() for b in page.locator(".adr-banner").all() if b.is_visible()]
        assert [" ".join(words.split()) for words in shown] == ([expected] if expected else [])


@pytest.mark.browser
def test_a_page_that_stays_open_is_judged_again_when_its_reader_comes_back(
    site: Path, browser: Browser, serve: Serve
) -> None:
    with opened(browser, serve(site) + "revisit/", "2026-08-31") as page:
        assert groups(page) == NOW
        page.clock.set_fixed_time("2026-09-01T00:01:00+12:00")
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        assert groups(page) == LATER


@pytest.mark.browser
def test_the_log_and_the_home_page_are_judged_in_the_browser_too(site: Path, browser: Browser, serve: Serve) -> None:
    url = serve(site)
    for day, state, count in ((BUILT, "Waiting", "1"), ("2026-09-01", "Met", "2")):
        with opened(browser, url + "decisions/", day) as page:
            row = page.locator("tr", has_text="Which queue")
            assert row.locator(".adr-state").text_content() == state
        with opened(browser, url, day) as page:
            assert f"({count} to look at again)" in page.locator("article").inner_text()
            due = page.locator(".adr-list li:visible", has=page.locator(".adr-state"))
            assert due.count() == int(count)


@pytest.mark.browser
def test_the_day_on_which_something_was_found_is_told_as_that_on_later_days_too(
    tmp_path: Path, browser: Browser, serve: Serve
) -> None:
    shed = "# Shed\n\n* Status: deferred\n* Date: 2026-01-02\n\n## Revisit when\n\n* `file:shed/key.md exists`\n"
    tree(tmp_path, f"{PROJECT.rstrip()}\n=== shed/key.md\nA key.\n=== docs/decisions/0099-shed.md\n{shed}")
    with opened(browser, serve(built(tmp_path)) + "decisions/", "2026-07-01") as page:
        row = page.locator("tr", has_text="Shed")
        assert row.locator(".adr-overdue").text_content() == f"noticed {BUILT} (30 days)"


@pytest.mark.browser
@pytest.mark.parametrize("day", [BUILT, "2026-07-01", "2026-09-01", "2027-12-01"])
def test_the_log_is_filtered_by_the_states_of_the_readers_day(
    more: Path, browser: Browser, serve: Serve, day: str
) -> None:
    url = serve(more) + "decisions/"
    with opened(browser, url, day) as page:
        messages = ["all"]
        for state in ("met", "due", "reopened", "unknown", "waiting", "never"):
            page.goto(f"{url}?state={state}")
            rows = page.locator(".adr-table tbody .adr-state").all_text_contents()
            name = "Not checked yet" if state == "unknown" else state.capitalize()
            assert {*rows} <= {name}
            assert page.get_by_role("status").inner_text() == f"{len(rows)} of 10 decisions" + (
                "" if rows else f": none has state “{state}”"
            )
            messages.append(f"{name} ({len(rows)})")
        assert page.get_by_label("Revisit").locator("option").all_text_contents() == messages


AS_OF = re.compile(r"[\d-]+ (?:is \d+ days away|has come) \((?:checked )?[\d-]+\)")
"""What a check of the calendar said, on the day of the build."""


VISIBLE_TEXTS = "all => all.filter(e => e.getClientRects().length && e.checkVisibility()).map(e => e.innerText)"


def page_texts(browser: Browser, address: str, day: str) -> dict[str, list[str]]:
    """What the pages say on a day of the things that days change, in any order, and what their filters offer."""
    pages = {}
    with opened(browser, address, day) as page:
        for path in PATHS:
            page.goto(address + path)
            parts = page.locator(".adr-card, .adr-banner, .adr-trigger, .adr-table tr, .adr-waiting, .adr-counts")
            shown = [AS_OF.sub("", words) for words in parts.evaluate_all(VISIBLE_TEXTS)]
            offered = page.locator(".adr-filters option").all_text_contents()
            pages[path] = [*sorted(" ".join(words.split()) for words in shown), *offered]
    return pages


PATHS = ("", "decisions/", "revisit/", "decisions/0001-queue/", "decisions/0003-cache/", "decisions/0006-search/")


@pytest.mark.browser
@pytest.mark.parametrize("day", ["2026-07-01", "2026-09-01", "2026-12-01", "2027-12-01"])
def test_a_page_says_on_a_later_day_what_one_built_on_that_day_says(
    more: Path, tmp_path: Path, browser: Browser, serve: Serve, day: str
) -> None:
    before, after = serve(more), serve(built(tree(tmp_path, PROJECT + MORE.lstrip("\n")), day))
    assert page_texts(browser, before, day) == page_texts(browser, after, day)
