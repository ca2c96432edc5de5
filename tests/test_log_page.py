"""The log page: what it shows without a script, and how it is filtered and sorted with one."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route

from adr_gen.site import log_page
from tests.helpers import build, tree
from tests.pages import Page as Written

CONFIG = """
=== mkdocs.yml
site_name: Test log
theme: {name: material, font: false}
plugins: [search, adr-gen]
=== docs/index.md
# Home
"""
RECORD = """
=== docs/decisions/{number:04}-{slug}.md
---
status: {status}
date: {date}
tags: [{tags}]

---
# {title}

## Decision Outcome

{verdict}

{revisit}
"""
QUEUE = ("queue", "rejected", "2024-03-02", "jobs, ops", "Which queue", "The table is *enough*.", "")
CACHE = ("cache", "accepted", "2025-03-02", "ops", "A cache", "Adopt it.", "Revisit when `2026-01-01` has come.")
LOGS = ("logs", "accepted", "2025-07-01", "", "Where logs go", "To a file for the queue of tomorrow.", "")
BY_HAND = ("by-hand", "deferred", "", "jobs", "By `<b>` hand", "Later.", "Revisit when the team grows.")
RECORDS = (QUEUE, CACHE, LOGS, BY_HAND)


def records(some: Iterator[tuple[str, ...]] | tuple[tuple[str, ...], ...]) -> str:
    names = ("slug", "status", "date", "tags", "title", "verdict", "revisit")
    written = (RECORD.format(number=n, **dict(zip(names, row, strict=True))) for n, row in enumerate(some, start=1))
    return "".join(written).replace("date: \n", "").replace("tags: []\n", "")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tree(tmp_path_factory.mktemp("log") / "project", CONFIG + records(RECORDS))
    done = build(root)
    assert (done.returncode, done.stdout) == (0, "")
    return root / "site"


@pytest.fixture
def page(site: Path, serve: Callable[..., str], browser: Browser) -> Iterator[Page]:
    """The log page of the site, below a sub-path."""
    found = browser.new_page(viewport={"width": 1440, "height": 900})
    found.goto(serve(site, "/team/log/") + "decisions/")
    yield found
    found.close()


def shown(page: Page) -> list[str]:
    """The numbers of the rows in sight, from top to bottom."""
    return page.locator(
        ".adr-table tbody tr:visible .adr-number"
    ).all_text_contents()  # also of rows that the browser draws only in its next frame


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_the_log_is_complete_without_a_script(site: Path) -> None:
    text = (site / "decisions/index.html").read_text(encoding="utf-8")
    rows = re.findall(r"<tr>(.*?)</tr>", text.partition("</thead>")[2])
    cells = [[" ".join(re.sub(r"<[^>]+>", " ", cell).split()) for cell in re.split(r"</td>", row)[:-1]] for row in rows]
    assert cells == [
        ["0004", "By &lt;b&gt; hand Later.", "deferred", "", "jobs", "Waiting"],
        ["0003", "Where logs go To a file for the queue of tomorrow.", "accepted", "2025-07-01", "", ""],
        ["0002", "A cache Adopt it.", "accepted", "2025-03-02", "ops", "Met"],
        ["0001", "Which queue The table is enough .", "rejected", "2024-03-02", "jobs ops", ""],
    ]


def test_counts_are_links_that_choose_a_status(site: Path) -> None:
    page = Written(site / "decisions/index.html")
    assert [link for link in page.links if link.startswith("?")] == [
        "?status=accepted",
        "?status=rejected",
        "?status=deferred",
    ]
    assert "4 decisions: accepted 2 rejected 1 deferred 1" in " ".join(page.text.split())


@pytest.mark.browser
def test_filters_combine_are_kept_in_the_address_and_say_how_many_remain(page: Page) -> None:
    assert shown(page) == ["0004", "0003", "0002", "0001"]
    page.get_by_label("Tag").select_option("ops")
    assert shown(page) == ["0002", "0001"]
    page.get_by_label("Status", exact=True).select_option("accepted")
    assert (shown(page), query(page)) == (["0002"], {"tag": ["ops"], "status": ["accepted"]})
    assert page.get_by_role("status").inner_text() == "1 of 4 decisions"
    page.reload()
    assert (shown(page), page.get_by_role("status").inner_text()) == (["0002"], "1 of 4 decisions")
    page.get_by_role("button", name="Show all").click()
    page.wait_for_function("!location.search")
    assert (shown(page), page.get_by_role("status").inner_text()) == (["0004", "0003", "0002", "0001"], "")


@pytest.mark.browser
@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("?status=accepted", ["0003", "0002"]),
        ("?state=met", ["0002"]),
        ("?year=2024", ["0001"]),
        ("?text=QUEUE", ["0003", "0001"]),
        ("?text=queue+tomorrow", ["0003"]),
        ("?text=%3Cb%3E", ["0004"]),
        ("?tag=jobs&status=accepted", []),
        ("?status=nonsense", ["0004", "0003", "0002", "0001"]),
        ("?sort=title", ["0002", "0004", "0003", "0001"]),
        ("?sort=-date&tag=ops", ["0002", "0001"]),
        ("?sort=status", ["0003", "0002", "0001", "0004"]),
        ("?sort=-status", ["0004", "0001", "0003", "0002"]),
        ("?sort=state", ["0002", "0004", "0003", "0001"]),
        ("?sort=date", ["0001", "0002", "0003", "0004"]),
    ],
)
def test_an_address_chooses_the_rows(page: Page, asked: str, found: list[str]) -> None:
    page.goto(page.url + asked)
    assert shown(page) == found


@pytest.mark.browser
def test_a_choice_that_nobody_knows_is_none(page: Page) -> None:
    page.goto(page.url + "?status=nonsense&year=1999&tag=ops")
    chosen = page.locator(".adr-filters select").evaluate_all("all => all.map(one => one.selectedOptions[0]?.text)")
    assert (chosen, shown(page)) == (["all", "ops (2)", "all", "all"], ["0002", "0001"])


@pytest.mark.browser
def test_all_fields_of_the_form_look_alike(page: Page) -> None:
    sides = [
        f"border{side}{what}" for side in ("Top", "Right", "Bottom", "Left") for what in ("Color", "Style", "Width")
    ]
    look = f"all => all.map(one => {sides}.map(name => getComputedStyle(one)[name]).join(' '))"
    text, *others = page.locator(".adr-filters .md-input").evaluate_all(look)
    assert (len(others), {*others}) == (4, {text})
    assert "none" not in text
    assert "0px" not in text


@pytest.mark.browser
def test_the_log_is_filtered_and_sorted_with_the_keyboard(page: Page) -> None:
    page.get_by_label("Text").focus()
    page.keyboard.type("queue")
    assert shown(page) == ["0003", "0001"]
    page.keyboard.press("Tab")
    page.keyboard.type("rejected")
    assert shown(page) == ["0001"]
    page.get_by_role("button", name="Show all").press("Enter")
    page.wait_for_function("!location.search")
    page.get_by_role("button", name="Decision").press("Enter")
    assert shown(page) == ["0002", "0004", "0003", "0001"]
    assert page.locator("th[aria-sort]").get_attribute("aria-sort") == "ascending"
    page.keyboard.press("Enter")
    assert shown(page) == ["0001", "0003", "0004", "0002"]
    assert query(page) == {"sort": ["-title"]}


@pytest.mark.browser
def test_a_count_chooses_its_status_and_lets_go_of_it(page: Page) -> None:
    page.locator(".adr-count", has_text="rejected").click()
    assert (shown(page), query(page)) == (["0001"], {"status": ["rejected"]})
    assert page.locator(".adr-count[aria-current]").inner_text() == "rejected 1"
    page.locator(".adr-count", has_text="rejected").click()
    assert (len(shown(page)), query(page)) == (4, {})


@pytest.mark.browser
def test_without_a_script_there_is_no_form_that_does_nothing(
    site: Path, serve: Callable[..., str], browser: Browser
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(serve(site) + "decisions/?status=rejected")
    assert shown(page) == ["0004", "0003", "0002", "0001"]
    assert not page.locator(".adr-filters").is_visible()
    context.close()


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
    assert len(shown(page)) == log_page.NEWEST
    page.get_by_label("Year", exact=True).select_option("2020")
    page.get_by_text("666 of 2,001 decisions").wait_for()
    assert (len(shown(page)), shown(page)[0]) == (666, "1998")
    page.get_by_label("Year", exact=True).select_option("")
    page.get_by_label("Status", exact=True).select_option("rejected")
    page.get_by_text("1,001 of 2,001 decisions, the first 1,000 below").wait_for()
    assert (len(shown(page)), shown(page)[:2]) == (1000, ["2001", "1999"])
    page.get_by_role("button", name="Decision", exact=True).click()
    page.wait_for_function("location.search === '?status=rejected&sort=title'")
    page.get_by_role("button", name="Show all").click()
    page.get_by_text("2,001 of 2,001 decisions, the first 1,000 below").wait_for()
    assert (urlsplit(page.url).query, shown(page)[:2]) == ("", ["2001", "2000"])
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
    assert offered == ["all", "Met (1)", "Due (0)", "Unknown (0)", "Waiting (0)", "Never (0)"]
    assert shown(page) == ["0003"]
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
