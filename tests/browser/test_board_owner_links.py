"""The names of people, which lead to what waits for them on the revisit board."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support.boards import BUILT, cards, more, opened, site

__all__ = ["more", "site"]  # fixtures

Serve = Callable[..., str]


@pytest.mark.browser
@pytest.mark.parametrize(
    ("record", "name", "theirs"),
    [("0007-disk", "Ana", ["ADR-0007", "ADR-0008"]), ("0010-disks", 'R&D+ "Jo"', ["ADR-0010"])],
)
def test_the_name_of_who_decided_leads_to_what_waits_for_them(
    more: Path, browser: Browser, serve: Serve, record: str, name: str, theirs: list[str]
) -> None:
    address = serve(more, "/team/")
    with opened(browser, f"{address}decisions/{record}/", BUILT) as page:
        page.locator(".adr-card").get_by_role("link", name=name, exact=True).click()
        page.wait_for_url(f"{address}revisit/?owner=*")
        assert (cards(page), page.get_by_label("Owner").input_value()) == (theirs, name)
        page.goto(f"{address}revisit/")
        page.locator(f"#{theirs[0].lower()} .adr-foot").get_by_role("link", name=name, exact=True).click()
        page.wait_for_url(f"{address}revisit/?owner=*")
        assert cards(page) == theirs
        page.goto(address)
        assert page.locator(".adr-list li", has_text=theirs[0]).locator(".adr-foot a").first.inner_text() == name


@pytest.mark.browser
def test_who_has_nothing_on_the_board_is_no_link(more: Path, browser: Browser, serve: Serve) -> None:
    with opened(browser, f"{serve(more)}decisions/0005-new/", BUILT) as page:
        decided = page.locator(".adr-card div", has_text="Decided by").first
        assert (decided.inner_text().split("\n"), decided.locator("a").count()) == (["Decided by", "Zoe"], 0)
