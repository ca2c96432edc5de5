"""The boxes of the graph: how they are placed, and what fits them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.test_graph import PROJECT, site
from tests.support.helpers import build, tree

__all__ = ["site"]  # a fixture

BROAD = """
=== docs/decisions/0003-third.md
# The third

* Status: rejected
* Supersedes [ADR-0001](0001-first.md)
=== docs/decisions/0004-fourth.md
# The fourth

* Status: deferred
* Revisits [ADR-0001](0001-first.md)
=== docs/decisions/0005-fifth.md
# The fifth

* Status: accepted
* Revisits [ADR-0002](0002-second.md), [ADR-0003](0003-third.md) and [ADR-0004](0004-fourth.md)
"""
"""Three beside one another between two: no phone has room for them in any direction."""


@pytest.mark.browser
@pytest.mark.parametrize(("width", "fades"), [(360, True), (1440, False)])
def test_a_picture_that_is_cut_off_fades_at_its_edge_and_can_be_read_to_its_end(
    tmp_path: Path, serve: Callable[..., str], browser: Browser, width: int, fades: bool
) -> None:
    site = tree(tmp_path, PROJECT.partition("=== docs/decisions/0003")[0] + BROAD) / "site"
    assert build(tmp_path).returncode == 0
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(serve(site) + "graph/", wait_until="networkidle")
    part = page.locator(".adr-part")
    assert (part.evaluate("part => getComputedStyle(part).maskImage") != "none") == fades
    part.evaluate("part => { part.scrollLeft = part.scrollWidth; }")
    room = """part => part.getBoundingClientRect().right
        - Math.max(...[...part.querySelectorAll("rect")].map(box => box.getBoundingClientRect().right))"""
    assert (part.evaluate(room) > 30) == fades
    page.close()


@pytest.mark.browser
def test_a_chain_goes_from_the_top_down_and_fits_a_phone(
    site: Path, serve: Callable[..., str], browser: Browser
) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(serve(site) + "graph/", wait_until="networkidle")
    boxes = [box.bounding_box() for box in page.locator(".adr-node rect").all()]
    assert all(box and box["x"] + box["width"] <= 360 - 16 for box in boxes)
    tops = [round(box["y"]) for box in boxes if box]
    assert tops == sorted(set(tops)), "each below the one that it follows"
    page.close()


@pytest.mark.browser
def test_the_boxes_of_a_picture_have_room_for_whole_titles(
    site: Path, serve: Callable[..., str], browser: Browser
) -> None:
    page = browser.new_page()
    page.goto(serve(site) + "graph/")
    written = [
        " ".join(box.locator("text:not(.adr-head)").all_text_contents()) for box in page.locator(".adr-node").all()
    ]
    assert written == [
        "A first <script>alert( 1)</script> queue of an uncommonly long name that nobody can…",
        "キューをどのように選ぶ かについての長い題名",
        "The third",
        "Waits",
    ]
    page.close()


@pytest.mark.browser
def test_titles_stay_inside_their_boxes(site: Path, serve: Callable[..., str], browser: Browser) -> None:
    page = browser.new_page()
    page.goto(serve(site) + "graph/")
    wide = "box => [...box.querySelectorAll('text')].map(text => text.getBBox()).map(b => b.x + b.width)"
    ends = [end for box in page.locator(".adr-node").all() for end in box.evaluate(wide)]
    assert ends
    assert max(ends) <= 148
    page.close()
