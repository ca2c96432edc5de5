"""The revisit board and where each record stands, on the page and as its reader's clock moves on."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as BrowserPage

from adr_gen.written.reviews import fingerprint
from tests.helpers import environment, tree

Serve = Callable[..., str]
BUILT = "2026-06-01"

PROJECT = f"""
=== mkdocs.yml
site_name: Test log
theme:
  name: material
  font: false
plugins: [search, adr-gen]
=== docs/decisions/0001-queue.md
# Which queue

* Status: rejected
* Date: 2026-03-02
* Qualifier: for now

## Blockers

- Nobody has run one.
- The licence forbids it.

## Revisit when

- jobs wait longer than a minute
- `2026-09-01` has come
=== docs/decisions/0002-engine.md
# Which engine

* Status: accepted
* Date: 2026-05-02

## Revisit when

- the engine ships (`pypi:engine >= 2`)
- never for the old site
=== docs/decisions/0003-cache.md
# Cache

* Status: deferred
* Date: 2026-01-10

## Revisit when

- `2026-05-01` has come → measure again
- the engine ships: `pypi:engine >= 3`
=== docs/decisions/0004-old.md
# Old cache

* Status: accepted
* Date: 2025-01-10

## Revisit when

- it is slow
=== docs/decisions/0005-new.md
# New cache

* Status: accepted
* Date: 2026-01-11
* Supersedes [ADR-0004](0004-old.md)
=== docs/decisions/reviews/0001-2026-04-01-aaaaaaaa.yml
record: 1
file: 0001-queue.md
date: 2026-04-01
by: Ana
note: Looked at the dashboard, see https://example.org/jobs.
answers:
- trigger: a
  condition: {fingerprint("jobs wait longer than a minute")}
  result: waiting
  evidence: Twelve seconds at most
cleared:
- blocker: 2
  condition: {fingerprint("The licence forbids it.")}
outcome: reaffirmed
next: 2026-12-01
"""
MORE = f"""
=== docs/decisions/0006-search.md
# Search

* Status: accepted
* Date: 2026-05-02
* Review by: 2026-07-01
=== docs/decisions/0007-disk.md
# Disk

* Status: rejected
* Date: 2025-05-02

## Revisit when

- the disk is full
=== docs/decisions/0008-cloud.md
# Cloud

* Status: rejected
* Date: 2026-05-02

## Revisit when

- the cloud is cheap
=== docs/decisions/reviews/0008-2026-05-03-aaaaaaaa.yml
record: 8
date: 2026-05-03
by: Ana
answers:
- trigger: a
  condition: {fingerprint("the cloud is cheap")}
  result: waiting
  until: 2026-05-20
=== docs/decisions/0010-disks.md
# Disks

* Status: accepted
* Date: 2026-01-02
=== docs/decisions/reviews/0010-2026-02-03-aaaaaaaa.yml
record: 10
date: 2026-02-03
by: Ana
outcome: reaffirmed
next: 2026-05-10
=== docs/decisions/0009-graph.md
# Graph

* Status: rejected
* Date: 2025-05-02

## Revisit when

- the graph is slow
=== docs/research/graph-again.md
---
title: Graph, again
revisits: 9
---
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tree(tmp_path_factory.mktemp("board"), PROJECT))


@pytest.fixture(scope="module")
def more(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tree(tmp_path_factory.mktemp("more"), PROJECT + MORE.lstrip("\n")))


def built(root: Path) -> Path:
    """The project's site, built on the day BUILT."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=root,
        env=environment(NO_MKDOCS_2_WARNING="1", ADR_GEN_AS_OF=BUILT),
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return root / "site"


@contextmanager
def opened(browser: Browser, url: str, day: str, *, scripts: bool = True) -> Iterator[BrowserPage]:
    """A page as a reader sees it on a day; what the console says, and requests elsewhere, fail the test."""
    context = browser.new_context(java_script_enabled=scripts, locale="en", timezone_id="Pacific/Auckland")
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda r: said.append(r.url) if not r.url.startswith(url[: url.index("/", 8)]) else None)
    if scripts:
        page.clock.set_fixed_time(f"{day}T12:00:00+12:00")
    page.goto(url)
    yield page
    context.close()
    assert said == []


def groups(page: BrowserPage) -> dict[str, list[str]]:
    """The records of each group of the board."""
    found: dict[str, list[str]] = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("[data-adr-group]")].map((group) => [
            group.dataset.adrGroup,
            [...group.querySelectorAll(".adr-waiting > p:first-child a:first-child")].map((a) => a.textContent)]))"""
    )
    return found


def counts(page: BrowserPage) -> dict[str, str]:
    found: dict[str, str] = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("[data-adr-count]")].map((node) =>
            [node.dataset.adrCount, node.textContent]))"""
    )
    return found


NOW = {"met": ["ADR-0003"], "due": [], "unknown": ["ADR-0002"], "waiting": ["ADR-0001"], "never": []}
LATER = {"met": ["ADR-0003", "ADR-0001"], "due": [], "unknown": ["ADR-0002"], "waiting": [], "never": []}


@pytest.mark.browser
def test_the_board_changes_with_the_readers_day(site: Path, browser: Browser, serve: Serve) -> None:
    url = serve(site, "/team/log/") + "revisit/"
    for day, expected in ((BUILT, NOW), ("2026-08-31", NOW), ("2026-09-01", LATER)):
        with opened(browser, url, day) as page:
            assert groups(page) == expected
            assert counts(page) == {state: str(len(some)) for state, some in expected.items()}
            assert page.locator(".adr-today").text_content() == day
            hidden = {s: not page.locator(f'[data-adr-group="{s}"] > .adr-none').is_visible() for s in expected}
            assert hidden == {state: bool(some) for state, some in expected.items()}


@pytest.mark.browser
def test_the_board_is_whole_without_scripts_and_says_its_day(site: Path, browser: Browser, serve: Serve) -> None:
    with opened(browser, serve(site) + "revisit/", BUILT, scripts=False) as page:
        words = " ".join(page.locator("article").inner_text().split())
    for part in (
        "Days are judged as of 2026-06-01, checks and reviews as of the day beside each.",
        "Met 1 Due 0 Unknown 1 Waiting 1 Never 0",
        "ADR-0003 Cache deferred",
        "Met (a) 2026-05-01 has come → measure again a day · checked by adr-gen · 2026-05-01 has come as of 2026-06-01",
        "Unknown (b) the engine ships: pypi:engine >= 3 a release · checked by adr-gen · never looked up; run adr-gen revisit --online",
        "Never (b) never for the old site said when it was decided",
        "Waiting (a) jobs wait longer than a minute a number · judged by people · Twelve seconds at most as of 2026-04-01 by Ana",
        "pypi:engine: 2 decisions – ADR-0002 (a), ADR-0003 (b)",
        "2026-09-01 Met ADR-0001 Which queue",
        "ADR-0003 Cache 2026-01-10 142 never",
        "5 conditions: 4 checked by adr-gen, 1 judged by people; 2 have never been looked at.",
    ):
        assert part in words


@pytest.mark.browser
def test_the_picture_of_the_coming_year_says_in_words_what_it_shows(site: Path, browser: Browser, serve: Serve) -> None:
    with opened(browser, serve(site) + "revisit/", BUILT) as page:
        picture = page.locator("svg.adr-months")
        assert picture.get_attribute("aria-label") == "Decisions that come due by month. Sep 2026: 1"
        assert picture.locator("rect").count() == 1


@pytest.mark.browser
def test_a_record_says_where_it_stands(site: Path, browser: Browser, serve: Serve) -> None:
    with opened(browser, serve(site) + "decisions/0001-queue/", BUILT) as page:
        words = " ".join(page.locator(".adr-standing").inner_text().split())
        assert words == (
            "Any of these reopens the question: "
            "Waiting (a) jobs wait longer than a minute a number · judged by people · Twelve seconds at most as of 2026-04-01 by Ana "
            "Waiting (b) 2026-09-01 has come a day · checked by adr-gen · 2026-09-01 is 92 days away as of 2026-06-01 "
            "To be reviewed by 2026-12-01 in any case. "
            "What stands in the way: open Nobody has run one. cleared The licence forbids it. "
            "Looked at: 2026-04-01 Ana, reaffirmed, next look 2026-12-01: (a) still waiting (Twelve seconds at most); "
            "blocker 2 cleared – Looked at the dashboard, see https://example.org/jobs."
        )
        assert page.locator("#trigger-a, #trigger-b").count() == 2
        assert page.locator(".adr-reviews a").get_attribute("href") == "https://example.org/jobs"
        assert page.locator('.adr-card a[rel="next"]').text_content() == "ADR-0002 →"
        assert page.locator('.adr-card a[rel="prev"]').count() == 0


ASKED = ": is it time to ask the question again? Where it stands"
BANNERS = [
    ("0001-queue", BUILT, ""),
    (
        "0001-queue",
        "2026-09-01",
        "A condition has come true: this question is to be asked again. Where it stands",
    ),
    (
        "0003-cache",
        BUILT,
        "A condition has come true: this question is to be asked again. Where it stands",
    ),
    ("0004-old", BUILT, "Superseded by New cache"),
    ("0005-new", BUILT, ""),
    ("0006-search", BUILT, ""),
    ("0006-search", "2026-07-01", f"This was to be looked at again by 2026-07-01{ASKED}"),
    ("0007-disk", BUILT, f"Nobody has looked at this for a while{ASKED}"),
    ("0008-cloud", BUILT, f"This was to be looked at again by 2026-05-20{ASKED}"),
    ("0010-disks", BUILT, "This was to be looked at again by 2026-05-10: is it time to ask the question again?"),
    ("0009-graph", BUILT, "This question is open again in docs/research/graph-again.md."),
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
def test_the_board_says_where_a_question_is_open_again(more: Path, browser: Browser, serve: Serve) -> None:
    with opened(browser, serve(more) + "revisit/", BUILT) as page:
        told = page.locator(".adr-waiting", has_text="Open again").all_inner_texts()
        assert [words.split("\n")[0] for words in told] == ["ADR-0009 Graph rejected"]
        assert "Open again in docs/research/graph-again.md." in told[0]


@pytest.mark.browser
def test_the_log_and_the_home_page_are_judged_in_the_browser_too(site: Path, browser: Browser, serve: Serve) -> None:
    url = serve(site)
    for day, state, count in ((BUILT, "Waiting", "1"), ("2026-09-01", "Met", "2")):
        with opened(browser, url + "decisions/", day) as page:
            row = page.locator("tr", has_text="Which queue")
            assert row.locator(".adr-state").text_content() == state
        with opened(browser, url, day) as page:
            assert f"({count} to look at again)" in page.locator("article").inner_text()


def test_search_reads_a_condition_once(site: Path) -> None:
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    held = [doc["location"] for doc in index["docs"] if "longer than a minute" in doc["text"]]
    assert held == ["decisions/0001-queue/#trigger-a"]
    assert not [doc["location"] for doc in index["docs"] if doc["title"] == "Where it stands"]
