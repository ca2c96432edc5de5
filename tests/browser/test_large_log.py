"""The log page of a log that is too large for one table: its years, and how it is filtered as a whole."""

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Route

from adr_gen.site.pages import log_page
from tests.support.helpers import build, tree
from tests.support.log_table import CONFIG, numbers_in_sight
from tests.support.pages import Page as Written


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a log that is too large for one page, the last record without a date."""
    root = tree(tmp_path_factory.mktemp("large") / "project", CONFIG)
    (root / "docs/decisions").mkdir()
    for n in range(1, log_page.SPLIT + 2):
        date = f"date: {2020 + n % 3}-01-01\n" if n <= log_page.SPLIT else ""
        text = f"---\nstatus: {'rejected' if n % 2 else 'accepted'}\n{date}\n---\n# Number {n}\n"
        text += "\n## Revisit when\n\n- `2026-09-01` has come\n" if n == 3 else ""
        (root / f"docs/decisions/{n:04}-x.md").write_text(text, encoding="utf-8")
    assert build(root).returncode == 0
    return root / "site"


def test_a_large_log_has_a_page_for_each_year_and_loses_no_record(large: Path) -> None:
    pages = [large / "decisions" / name / "index.html" for name in ("", "2020", "2021", "2022")]
    links = [{link for link in Written(page).links if "-x/" in link} for page in pages]
    assert [len(some) for some in links] == [log_page.NEWEST + 1 - 1, 666, 667, 667]
    every = {urlsplit(link).path.split("/")[-2] for some in links for link in some}
    assert every == {f"{n:04}-x" for n in range(1, log_page.SPLIT + 2)}
    assert {"2020/", "2021/", "2022/"} <= set(Written(pages[0]).links)
    assert {"../" in Written(page).links for page in pages[1:]} == {True}
    published = json.loads((large / "decisions.json").read_text(encoding="utf-8"))["records"]
    assert len(published) == log_page.SPLIT + 1


@pytest.mark.browser
def test_a_large_log_is_filtered_as_a_whole(large: Path, serve: Callable[..., str], browser: Browser) -> None:
    page = browser.new_page()
    page.goto(serve(large, "/team/") + "decisions/")
    assert len(numbers_in_sight(page)) == log_page.NEWEST
    page.get_by_label("Year", exact=True).select_option("2020")
    page.get_by_text("666 of 2,001 decisions").wait_for()
    assert (len(numbers_in_sight(page)), numbers_in_sight(page)[0]) == (666, "1998")
    page.get_by_label("Year", exact=True).select_option("")
    page.get_by_label("Status", exact=True).select_option("rejected")
    page.get_by_text("1,001 of 2,001 decisions, the first 1,000 below").wait_for()
    assert (len(numbers_in_sight(page)), numbers_in_sight(page)[:2]) == (1000, ["2001", "1999"])
    page.get_by_role("button", name="Decision", exact=True).click()
    page.wait_for_function("location.search === '?status=rejected&sort=title'")
    page.get_by_role("button", name="Show all").click()
    page.get_by_text("2,001 of 2,001 decisions, the first 1,000 below").wait_for()
    assert (urlsplit(page.url).query, numbers_in_sight(page)[:2]) == ("", ["2001", "2000"])
    page.locator(".adr-table tbody tr:visible a").nth(2).click()
    page.wait_for_url("**/team/decisions/2000-x/")
    page.close()


@pytest.mark.browser
def test_a_large_log_is_filtered_by_the_states_of_the_readers_day(
    large: Path, serve: Callable[..., str], browser: Browser
) -> None:
    page = browser.new_page()
    page.clock.set_fixed_time("2026-09-01T12:00:00")
    page.goto(serve(large) + "decisions/?state=met")
    page.get_by_text("1 of 2,001 decisions").wait_for()
    offered = page.get_by_label("Revisit").locator("option").all_text_contents()
    assert offered == ["all", "Met (1)", "Due (0)", "Not checked yet (0)", "Waiting (0)", "Never (0)"]
    assert numbers_in_sight(page) == ["0003"]
    page.close()


@pytest.mark.browser
def test_years_that_do_not_load_are_named_and_asked_for_again(
    large: Path, serve: Callable[..., str], browser: Browser
) -> None:
    page = browser.new_page()
    slow: list[Route] = []
    page.route("**/decisions/2020/", lambda route: slow.append(route))
    page.goto(serve(large) + "decisions/?status=rejected")
    page.get_by_role("status").get_by_text("Loading…").wait_for()
    slow[0].abort()
    page.get_by_text("684 of 2,001 decisions; 2020 could not be loaded").wait_for()
    page.unroute("**/decisions/2020/")
    page.route("**/decisions/2020/", lambda route: route.abort())
    page.route("**/decisions/2021/", lambda route: route.fulfill(status=503))
    page.goto(serve(large) + "decisions/")
    page.get_by_label("Status", exact=True).select_option("rejected")
    page.get_by_text("367 of 2,001 decisions; 2021, 2020 could not be loaded").wait_for()
    page.unroute("**/decisions/2021/")
    page.get_by_label("Text").fill("number")
    page.get_by_text("684 of 2,001 decisions; 2020 could not be loaded").wait_for()
    page.unroute("**/decisions/2020/")
    page.get_by_label("Text").fill("")
    page.get_by_text("1,001 of 2,001 decisions, the first 1,000 below").wait_for()
    page.close()


@pytest.mark.browser
def test_rows_that_a_filter_hides_leave_no_gap(large: Path, serve: Callable[..., str], browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1200, "height": 600})
    page.goto(serve(large) + "decisions/")
    for down in range(0, 6000, 300):  # each group was in sight once
        page.evaluate(
            "y => new Promise(done => { scrollTo(0, y); requestAnimationFrame(() => setTimeout(done)) })", down
        )
    page.evaluate("scrollTo(0, 0)")
    page.get_by_label("Status", exact=True).select_option("accepted")
    page.get_by_text("1,000 of 2,001 decisions").wait_for()
    groups = page.evaluate(
        """[...document.querySelectorAll(".adr-table tbody")].map((group) =>
        [group.rows.length, group.getBoundingClientRect().height])"""
    )
    assert [rows for rows, _ in groups] == [20] * 50
    assert [(rows, height) for rows, height in groups if height > 80 * rows] == []
    page.close()
