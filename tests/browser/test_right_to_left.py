"""What is written from right to left, among pages that are written from left to right."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support.boards import BUILT, SETTINGS, built, opened
from tests.support.helpers import tree

Serve = Callable[..., str]
PROJECT = f"""{SETTINGS}=== docs/decisions/0001-seats.md
# מפת המושבים.

* Status: accepted
* Date: 2026-03-02
* Review by: 2026-07-01

## Decision Outcome

**Verdict**: הדף מוצג מימין לשמאל.

מפה הפוכה הטעתה נוסעים רבים בכל שפה.

Plain words.

- אחת.
- one.

## רקע.
"""
STOPS = """
selector => [...document.querySelectorAll(selector)].filter(node => node.checkVisibility() && node.innerText.trim().endsWith(".")).map(node => {
  const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT), range = document.createRange()
  let last
  while (texts.nextNode()) if (texts.currentNode.data.includes(".")) last = texts.currentNode
  const at = last.data.lastIndexOf(".")
  range.setStart(last, at)
  range.setEnd(last, at + 1)
  const stop = range.getBoundingClientRect().x
  range.setStart(last, 0)
  range.setEnd(last, 1)
  return stop < range.getBoundingClientRect().x ? "left" : "right"
})
"""
"""At which end of each of these its full stop stands."""


CONDITIONS = """=== docs/decisions/0002-doors.md
# Doors

* Status: rejected

## Decision

Not now.

## Blockers

* אין תקציב.

## Revisit when

* (a) הדלת נשברת
* (b) a door breaks
"""


@pytest.mark.browser
def test_a_condition_and_its_state_stand_on_the_side_where_its_words_begin(
    tmp_path: Path, browser: Browser, serve: Serve
) -> None:
    address = serve(built(tree(tmp_path, PROJECT + CONDITIONS)))
    with opened(browser, address + "decisions/0002-doors/", BUILT) as page:
        card = page.locator(".adr-mind").first.bounding_box()
        badges = [badge.bounding_box() for badge in page.locator(".adr-card .adr-state").all()]
        assert card
        middle = card["x"] + card["width"] / 2
        assert [bool(box) and box["x"] > middle for box in badges if box] == [True, False]
        blocker = page.locator(".adr-card li", has_text="אין תקציב").evaluate("one => getComputedStyle(one).direction")
        assert blocker == "rtl"


@pytest.mark.browser
def test_the_full_stop_stands_where_its_sentence_ends(tmp_path: Path, browser: Browser, serve: Serve) -> None:
    address = serve(built(tree(tmp_path, PROJECT)))
    ends = {
        "decisions/0001-seats/": {
            "h1": ["left"],
            ".adr-decision": ["left"],
            ".adr-lead": ["left"],
            ".adr-body p": ["left", "right"],
            ".adr-body li": ["left", "right"],
            "article h2": ["left"],
        },
        "decisions/": {"td p": ["left"], "td a:last-of-type": ["left"]},
        "timeline/": {"a.adr-dot > .adr-title": ["left", "left"]},
        "": {".adr-list a": ["left"], ".adr-list .adr-found": ["left"]},
    }
    for place, expected in ends.items():
        with opened(browser, address + place, BUILT) as page:
            assert {selector: page.evaluate(STOPS, selector) for selector in expected} == expected


@pytest.mark.browser
def test_a_verdict_of_the_other_direction_begins_at_its_own_side(
    tmp_path: Path, browser: Browser, serve: Serve
) -> None:
    text = PROJECT.replace("הדף מוצג מימין לשמאל.", "The page is shown from the right.")
    with opened(browser, serve(built(tree(tmp_path, text))) + "decisions/", BUILT) as page:
        sides = "one => [getComputedStyle(one).display, getComputedStyle(one).direction]"
        assert page.locator(".adr-verdict").evaluate(sides) == ["block", "ltr"]
        assert page.locator(".adr-table td p").evaluate("one => getComputedStyle(one).direction") == "rtl"
