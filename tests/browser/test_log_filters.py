"""How the log is filtered and sorted: by its form, its counts, its address, by keyboard."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.support.log_table import numbers_in_sight


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


@pytest.mark.browser
def test_what_fits_nothing_is_said_with_the_filters_that_nothing_fits(log_page: Page) -> None:
    log_page.goto(log_page.url + "?tag=jobs&status=accepted")
    assert numbers_in_sight(log_page) == []
    assert log_page.get_by_role("status").inner_text() == "0 of 4 decisions: none has status “accepted” and tag “jobs”"


@pytest.mark.browser
def test_filters_combine_are_kept_in_the_address_and_say_how_many_remain(log_page: Page) -> None:
    assert numbers_in_sight(log_page) == ["0004", "0003", "0002", "0001"]
    log_page.get_by_label("Tag").select_option("ops")
    assert numbers_in_sight(log_page) == ["0002", "0001"]
    log_page.get_by_label("Status", exact=True).select_option("accepted")
    assert (numbers_in_sight(log_page), query(log_page)) == (["0002"], {"tag": ["ops"], "status": ["accepted"]})
    assert log_page.get_by_role("status").inner_text() == "1 of 4 decisions"
    log_page.reload()
    assert (numbers_in_sight(log_page), log_page.get_by_role("status").inner_text()) == (["0002"], "1 of 4 decisions")
    log_page.get_by_role("button", name="Show all").click()
    log_page.wait_for_function("!location.search")
    assert (numbers_in_sight(log_page), log_page.get_by_role("status").inner_text()) == (
        ["0004", "0003", "0002", "0001"],
        "",
    )


@pytest.mark.browser
@pytest.mark.parametrize(
    ("asked", "rows"),
    [
        ("?status=accepted", ["0003", "0002"]),
        ("?state=met", ["0002"]),
        ("?year=2024", ["0001"]),
        ("?text=QUEUE", ["0003", "0001"]),
        ("?text=queue+tomorrow", ["0003"]),
        ("?text=%3Cb%3E", ["0004"]),
        ("?text=Lind+bo+cache", ["0002"]),
        ("?text=undefined", []),
        ("?owner=Ana", ["0002"]),
        ("?tag=jobs&status=accepted", []),
        ("?status=nonsense", ["0004", "0003", "0002", "0001"]),
        ("?sort=title", ["0002", "0004", "0003", "0001"]),
        ("?sort=-date&tag=ops", ["0002", "0001"]),
        ("?sort=status", ["0003", "0002", "0001", "0004"]),
        ("?sort=-status", ["0004", "0001", "0003", "0002"]),
        ("?sort=state", ["0002", "0004", "0003", "0001"]),
        ("?sort=owner", ["0002", "0004", "0003", "0001"]),
        ("?sort=tag", ["0004", "0001", "0002", "0003"]),
        ("?sort=date", ["0001", "0002", "0003", "0004"]),
    ],
)
def test_an_address_chooses_the_rows(log_page: Page, asked: str, rows: list[str]) -> None:
    log_page.goto(log_page.url + asked)
    assert numbers_in_sight(log_page) == rows


@pytest.mark.browser
def test_a_choice_that_nobody_knows_is_none(log_page: Page) -> None:
    log_page.goto(log_page.url + "?status=nonsense&year=1999&tag=ops")
    chosen = log_page.locator(".adr-filters select").evaluate_all("all => all.map(one => one.selectedOptions[0]?.text)")
    assert (chosen, numbers_in_sight(log_page)) == (["all", "all", "ops (2)", "all", "all"], ["0002", "0001"])


@pytest.mark.browser
def test_all_fields_of_the_form_look_alike(log_page: Page) -> None:
    sides = [
        f"border{side}{what}" for side in ("Top", "Right", "Bottom", "Left") for what in ("Color", "Style", "Width")
    ]
    look = f"all => all.map(one => {sides}.map(name => getComputedStyle(one)[name]).join(' '))"
    text, *others = log_page.locator(".adr-filters .md-input").evaluate_all(look)
    assert (len(others), {*others}) == (5, {text})
    assert "none" not in text
    assert "0px" not in text


@pytest.mark.browser
def test_the_log_is_filtered_and_sorted_with_the_keyboard(log_page: Page) -> None:
    log_page.get_by_label("Text").focus()
    log_page.keyboard.type("queue")
    assert numbers_in_sight(log_page) == ["0003", "0001"]
    log_page.keyboard.press("Tab")
    log_page.keyboard.type("rejected")
    assert numbers_in_sight(log_page) == ["0001"]
    log_page.get_by_role("button", name="Show all").press("Enter")
    log_page.wait_for_function("!location.search")
    log_page.get_by_role("button", name="Decision").press("Enter")
    assert numbers_in_sight(log_page) == ["0002", "0004", "0003", "0001"]
    assert log_page.locator("th[aria-sort]").get_attribute("aria-sort") == "ascending"
    log_page.keyboard.press("Enter")
    assert numbers_in_sight(log_page) == ["0001", "0003", "0004", "0002"]
    assert query(log_page) == {"sort": ["-title"]}


@pytest.mark.browser
def test_a_count_chooses_its_status_and_lets_go_of_it(log_page: Page) -> None:
    log_page.locator(".adr-count", has_text="rejected").click()
    assert (numbers_in_sight(log_page), query(log_page)) == (["0001"], {"status": ["rejected"]})
    assert log_page.locator(".adr-count[aria-current]").inner_text() == "rejected 1"
    log_page.locator(".adr-count", has_text="rejected").click()
    assert (len(numbers_in_sight(log_page)), query(log_page)) == (4, {})


@pytest.mark.browser
def test_without_a_script_there_is_no_form_that_does_nothing(
    log_site: Path, serve: Callable[..., str], browser: Browser
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(serve(log_site) + "decisions/?status=rejected")
    assert numbers_in_sight(page) == ["0004", "0003", "0002", "0001"]
    assert not page.locator(".adr-filters").is_visible()
    context.close()


@pytest.mark.browser
def test_a_text_is_looked_for_where_words_begin_and_a_number_anywhere(log_page: Page) -> None:
    for text, found in {"ach": [], "cac": ["0002"], "logs TABLE": [], "tab": ["0001"], "002": ["0002"]}.items():
        log_page.get_by_label("Text").fill(text)
        assert numbers_in_sight(log_page)[: len(found) + 1] == found


@pytest.mark.browser
def test_where_nothing_is_found_the_heads_stand_where_they_stood(log_page: Page) -> None:
    places = "heads => heads.map(head => head.getBoundingClientRect().x)"
    before = log_page.locator(".adr-table th").evaluate_all(places)
    log_page.get_by_label("Text").fill("zebra")
    assert numbers_in_sight(log_page) == []
    assert log_page.locator(".adr-table th").evaluate_all(places) == before
