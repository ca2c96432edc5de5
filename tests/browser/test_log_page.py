"""The log page: what it shows without a script, and how it is filtered and sorted with one."""

import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.support.helpers import build, tree
from tests.support.log_rows import RECORDS, records
from tests.support.log_table import CONFIG, numbers_in_sight
from tests.support.pages import Page as Written

DECIDED = "[ops]\ndecision-makers: [Bo Lind, Ana]"
"""Who decided on the cache."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tree(tmp_path_factory.mktemp("log") / "project", CONFIG + records(RECORDS).replace("[ops]", DECIDED))
    done = build(root)
    assert (done.returncode, done.stdout) == (0, "")
    return root / "site"


@pytest.fixture
def page(site: Path, serve: Callable[..., str], browser: Browser) -> Iterator[Page]:
    """The log page of the site, below a sub-path."""
    tab = browser.new_page(viewport={"width": 1440, "height": 900})
    tab.goto(serve(site, "/team/log/") + "decisions/")
    yield tab
    tab.close()


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_the_log_is_complete_without_a_script(site: Path) -> None:
    text = (site / "decisions/index.html").read_text(encoding="utf-8")
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", text.partition("</thead>")[2])
    cells = [[" ".join(re.sub(r"<[^>]+>", " ", cell).split()) for cell in re.split(r"</td>", row)[:-1]] for row in rows]
    assert cells == [
        ["0004", "By &lt;b&gt; hand Later.", "deferred", "", "", "jobs", "Waiting"],
        ["0003", "Where logs go To a file for the queue of tomorrow.", "accepted", "2025-07-01", "", "", ""],
        [
            "0002",
            "A cache Adopt it.",
            "accepted",
            "2025-03-02",
            "Bo Lind , Ana",
            "ops",
            "Met since 2026-01-01 (151 days)",
        ],
        ["0001", "Which queue The table is enough.", "rejected", "2024-03-02", "", "jobs ops", ""],
    ]


def test_the_preview_of_a_link_to_the_log_counts_its_decisions(site: Path) -> None:
    head = (site / "decisions/index.html").read_text(encoding="utf-8").partition("</head>")[0]
    assert (
        '<meta name="description" content="4 decisions: 2 accepted, 1 rejected, 1 deferred. '
        'With status, date and verdict, and when to look at them again.">'
    ) in unescape(head)
    assert "<title>Decisions - Test log</title>" in head


def test_counts_are_links_that_choose_a_status(site: Path) -> None:
    page = Written(site / "decisions/index.html")
    assert [link for link in page.links if link.startswith("?status")] == [
        "?status=accepted",
        "?status=rejected",
        "?status=deferred",
    ]
    assert "4 decisions: accepted 2 rejected 1 deferred 1" in " ".join(page.text.split())


def test_tags_are_links_that_choose_a_tag_and_other_ways_into_the_log_are_on_the_page(site: Path) -> None:
    page = Written(site / "decisions/index.html")
    assert [link for link in page.links if link.startswith("?tag")] == [
        "?tag=jobs",
        "?tag=ops",
        "?tag=jobs",
        "?tag=ops",
    ]
    assert {"../revisit/", "../timeline/", "../graph/"} <= set(page.links)
    assert "Decisions, the highest number first" in page.text


FULL = """
  const body = document.querySelector(".adr-table tbody"), row = body.rows[0]
  row.querySelector(".adr-verdict").textContent = "words ".repeat(60)
  row.querySelector(".adr-tags div").innerHTML += row.querySelector(".adr-tag").outerHTML.repeat(9)
  body.replaceChildren(...Array.from({length: 40}, () => row.cloneNode(true)))
"""
"""Forty rows that have more to say than fits."""


@pytest.mark.browser
def test_fourteen_rows_are_in_sight_below_navigation_tabs_whatever_their_length(page: Page) -> None:
    page.evaluate(FULL)
    ends = page.locator(".adr-table tbody tr").evaluate_all("all => all.map(one => one.getBoundingClientRect().bottom)")
    assert page.locator(".md-tabs").is_visible()
    assert sum(end <= 900 for end in ends) >= 14


@pytest.mark.browser
def test_the_tables_head_stays_below_the_sites_when_rows_scroll(page: Page) -> None:
    page.evaluate(FULL)
    page.mouse.wheel(0, 600)
    page.wait_for_function("scrollY >= 500")
    head, header = (page.locator(name).bounding_box() for name in (".adr-table thead", ".md-header"))
    assert head is not None
    assert header is not None
    assert round(head["y"]) == round(header["y"] + header["height"])


@pytest.mark.browser
def test_a_few_presses_of_keys_lead_from_the_top_of_the_page_to_the_first_row(page: Page) -> None:
    pressed = ["Tab", "Enter", "Tab", "Enter", "Tab", "Tab"]
    for key in pressed:
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement.closest('tbody tr')?.textContent.trim().slice(0, 4)") == "0004"


@pytest.mark.browser
def test_what_fits_nothing_is_said_with_the_filters_that_nothing_fits(page: Page) -> None:
    page.goto(page.url + "?tag=jobs&status=accepted")
    assert numbers_in_sight(page) == []
    assert page.get_by_role("status").inner_text() == "0 of 4 decisions: none has status “accepted” and tag “jobs”"


@pytest.mark.browser
def test_filters_combine_are_kept_in_the_address_and_say_how_many_remain(page: Page) -> None:
    assert numbers_in_sight(page) == ["0004", "0003", "0002", "0001"]
    page.get_by_label("Tag").select_option("ops")
    assert numbers_in_sight(page) == ["0002", "0001"]
    page.get_by_label("Status", exact=True).select_option("accepted")
    assert (numbers_in_sight(page), query(page)) == (["0002"], {"tag": ["ops"], "status": ["accepted"]})
    assert page.get_by_role("status").inner_text() == "1 of 4 decisions"
    page.reload()
    assert (numbers_in_sight(page), page.get_by_role("status").inner_text()) == (["0002"], "1 of 4 decisions")
    page.get_by_role("button", name="Show all").click()
    page.wait_for_function("!location.search")
    assert (numbers_in_sight(page), page.get_by_role("status").inner_text()) == (["0004", "0003", "0002", "0001"], "")


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
def test_an_address_chooses_the_rows(page: Page, asked: str, rows: list[str]) -> None:
    page.goto(page.url + asked)
    assert numbers_in_sight(page) == rows


@pytest.mark.browser
def test_a_choice_that_nobody_knows_is_none(page: Page) -> None:
    page.goto(page.url + "?status=nonsense&year=1999&tag=ops")
    chosen = page.locator(".adr-filters select").evaluate_all("all => all.map(one => one.selectedOptions[0]?.text)")
    assert (chosen, numbers_in_sight(page)) == (["all", "all", "ops (2)", "all", "all"], ["0002", "0001"])


@pytest.mark.browser
def test_all_fields_of_the_form_look_alike(page: Page) -> None:
    sides = [
        f"border{side}{what}" for side in ("Top", "Right", "Bottom", "Left") for what in ("Color", "Style", "Width")
    ]
    look = f"all => all.map(one => {sides}.map(name => getComputedStyle(one)[name]).join(' '))"
    text, *others = page.locator(".adr-filters .md-input").evaluate_all(look)
    assert (len(others), {*others}) == (5, {text})
    assert "none" not in text
    assert "0px" not in text


@pytest.mark.browser
def test_the_log_is_filtered_and_sorted_with_the_keyboard(page: Page) -> None:
    page.get_by_label("Text").focus()
    page.keyboard.type("queue")
    assert numbers_in_sight(page) == ["0003", "0001"]
    page.keyboard.press("Tab")
    page.keyboard.type("rejected")
    assert numbers_in_sight(page) == ["0001"]
    page.get_by_role("button", name="Show all").press("Enter")
    page.wait_for_function("!location.search")
    page.get_by_role("button", name="Decision").press("Enter")
    assert numbers_in_sight(page) == ["0002", "0004", "0003", "0001"]
    assert page.locator("th[aria-sort]").get_attribute("aria-sort") == "ascending"
    page.keyboard.press("Enter")
    assert numbers_in_sight(page) == ["0001", "0003", "0004", "0002"]
    assert query(page) == {"sort": ["-title"]}


@pytest.mark.browser
def test_a_count_chooses_its_status_and_lets_go_of_it(page: Page) -> None:
    page.locator(".adr-count", has_text="rejected").click()
    assert (numbers_in_sight(page), query(page)) == (["0001"], {"status": ["rejected"]})
    assert page.locator(".adr-count[aria-current]").inner_text() == "rejected 1"
    page.locator(".adr-count", has_text="rejected").click()
    assert (len(numbers_in_sight(page)), query(page)) == (4, {})


@pytest.mark.browser
def test_without_a_script_there_is_no_form_that_does_nothing(
    site: Path, serve: Callable[..., str], browser: Browser
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(serve(site) + "decisions/?status=rejected")
    assert numbers_in_sight(page) == ["0004", "0003", "0002", "0001"]
    assert not page.locator(".adr-filters").is_visible()
    context.close()


@pytest.mark.browser
def test_a_text_is_looked_for_where_words_begin_and_a_number_anywhere(page: Page) -> None:
    for text, found in {"ach": [], "cac": ["0002"], "logs TABLE": [], "tab": ["0001"], "002": ["0002"]}.items():
        page.get_by_label("Text").fill(text)
        assert numbers_in_sight(page)[: len(found) + 1] == found


@pytest.mark.browser
def test_where_nothing_is_found_the_heads_stand_where_they_stood(page: Page) -> None:
    places = "heads => heads.map(head => head.getBoundingClientRect().x)"
    before = page.locator(".adr-table th").evaluate_all(places)
    page.get_by_label("Text").fill("zebra")
    assert numbers_in_sight(page) == []
    assert page.locator(".adr-table th").evaluate_all(places) == before
