"""The log page: what it shows without a script, and what is in sight."""

import re
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.support.pages import Page as Written


def test_the_log_is_complete_without_a_script(log_site: Path) -> None:
    text = (log_site / "decisions/index.html").read_text(encoding="utf-8")
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


def test_the_preview_of_a_link_to_the_log_counts_its_decisions(log_site: Path) -> None:
    head = (log_site / "decisions/index.html").read_text(encoding="utf-8").partition("</head>")[0]
    assert (
        '<meta name="description" content="4 decisions: 2 accepted, 1 rejected, 1 deferred. '
        'With status, date and verdict, and when to look at them again.">'
    ) in unescape(head)
    assert "<title>Decisions - Test log</title>" in head


def test_counts_are_links_that_choose_a_status(log_site: Path) -> None:
    page = Written(log_site / "decisions/index.html")
    assert [link for link in page.links if link.startswith("?status")] == [
        "?status=accepted",
        "?status=rejected",
        "?status=deferred",
    ]
    assert "4 decisions: accepted 2 rejected 1 deferred 1" in " ".join(page.text.split())


def test_tags_are_links_that_choose_a_tag_and_other_ways_into_the_log_are_on_the_page(log_site: Path) -> None:
    page = Written(log_site / "decisions/index.html")
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
def test_fourteen_rows_are_in_sight_below_navigation_tabs_whatever_their_length(log_page: Page) -> None:
    log_page.evaluate(FULL)
    ends = log_page.locator(".adr-table tbody tr").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().bottom)"
    )
    assert log_page.locator(".md-tabs").is_visible()
    assert sum(end <= 900 for end in ends) >= 14


@pytest.mark.browser
def test_the_tables_head_stays_below_the_sites_when_rows_scroll(log_page: Page) -> None:
    log_page.evaluate(FULL)
    log_page.mouse.wheel(0, 600)
    log_page.wait_for_function("scrollY >= 500")
    head, header = (log_page.locator(name).bounding_box() for name in (".adr-table thead", ".md-header"))
    assert head is not None
    assert header is not None
    assert round(head["y"]) == round(header["y"] + header["height"])


@pytest.mark.browser
def test_a_few_presses_of_keys_lead_from_the_top_of_the_page_to_the_first_row(log_page: Page) -> None:
    pressed = ["Tab", "Enter", "Tab", "Enter", "Tab", "Tab"]
    for key in pressed:
        log_page.keyboard.press(key)
    assert log_page.evaluate("document.activeElement.closest('tbody tr')?.textContent.trim().slice(0, 4)") == "0004"
