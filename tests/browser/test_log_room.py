"""The log where there is little room: on a phone, and on a page of the site's own beside its navigation and contents."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support.helpers import build, tree
from tests.support.log_rows import DECIDED_ROWS
from tests.support.log_table import CONFIG, numbers_in_sight

OWN = "=== docs/team.md\n# Team\n\n<!-- adr-gen:log -->\n\n## More\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tree(tmp_path_factory.mktemp("room") / "project", CONFIG + OWN + DECIDED_ROWS)
    done = build(root)
    assert (done.returncode, done.stdout) == (0, "")
    return root / "site"


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 800, 1000, 1300, 1440, 1920])
@pytest.mark.parametrize("place", ["decisions/", "team/"])
def test_a_title_has_room_wherever_the_table_stands(
    site: Path, serve: Callable[..., str], browser: Browser, place: str, width: int
) -> None:
    with browser.new_context(viewport={"width": width, "height": 900}) as context:
        tab = context.new_page()
        tab.goto(serve(site) + place)
        title = tab.locator(".adr-table td:nth-child(2)").first.bounding_box()
        table = tab.locator(".adr-table").bounding_box()
        assert title
        assert table
        assert title["width"] > min(240, table["width"] - 100)


@pytest.mark.browser
def test_a_telephone_shows_the_first_row_at_once_and_the_filters_when_asked(
    site: Path, serve: Callable[..., str], browser: Browser
) -> None:
    tab = browser.new_page(viewport={"width": 360, "height": 780})
    tab.goto(serve(site, "/team/log/") + "decisions/")
    box = tab.locator(".adr-table tbody tr").first.bounding_box()
    assert box is not None
    assert box["y"] < 500
    heads = [head.bounding_box() for head in tab.locator(".adr-table th").all()]
    tops, ends = zip(*((head["y"], head["x"] + head["width"]) for head in heads if head), strict=True)
    assert (len({*tops}), max(ends) <= 360 - 16) == (1, True), "the names to sort by stand on one line"
    assert not tab.get_by_label("Tag").is_visible()
    tab.get_by_text("Filter", exact=True).click()
    tab.get_by_label("Tag").select_option("ops")
    assert numbers_in_sight(tab) == ["0002", "0001"]
    tab.set_viewport_size({"width": 768, "height": 900})
    tab.goto(tab.url.partition("?")[0])
    assert tab.get_by_label("Tag").is_visible(), "there is room for them"
    tab.close()
