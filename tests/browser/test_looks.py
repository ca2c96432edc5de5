"""How the site looks and behaves in a real browser: every kind of page, wide and narrow, light and dark, printed."""

import gzip
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from adr_gen.site import derived_pages
from tests.support.crawl import broken
from tests.support.helpers import build, run, tree
from tests.support.theme import TAG_LISTS

Serve = Callable[..., str]
Scheme = Literal["light", "dark"]

PROJECT = """
=== mkdocs.yml
site_name: Test log
repo_url: https://github.com/o/r
theme:
  name: material
  font: false
  features: [navigation.footer]
  palette:
    - {media: "(prefers-color-scheme: light)", scheme: default, toggle: {icon: material/brightness-7, name: Dark}}
    - {media: "(prefers-color-scheme: dark)", scheme: slate, toggle: {icon: material/brightness-4, name: Light}}
plugins: [search, tags, adr-gen]
markdown_extensions: [tables, {toc: {permalink: true}}]
=== docs/index.md
# Home

[The log](decisions/index.md), [the board](revisit.md), [the graph](graph.md), [the timeline](timeline.md).
=== docs/research/queue.md
---
title: Which queue, and a name that is so long that it does not fit on a line of a telephone any more at all
completed: 2026-03-02
tags: [jobs, operations, a-tag-without-any-place-to-break-it-that-is-rather-long]
decision-makers: [Ana, Bo]
supersedes: 1
---

## Question

Do jobs need a broker? See [the cache](cache.md#recommendation-adopt).

| broker | throughput in messages a second | latency at the ninety-ninth percentile | licence | remarks |
|---|---|---|---|---|
| one | 100,000 | 12 ms | open source, with a clause | a_very_long_word_that_nobody_can_break_in_a_table_cell |

```python
def main(configuration: dict[str, str], *, retries: int = 3, timeout: float = 30.0) -> dict[str, list[tuple[int, str]]]:
    return {}
```

## Recommendation: REJECT (for now)

**Verdict**: The table with `SKIP LOCKED` is enough.

**Blockers:**

1. Nobody has run one.

## Revisit when

Any of:

- jobs wait longer than a minute
- `2026-05-01` has come
- a broker is released: `pypi:broker >= 2`
=== docs/research/cache.md
---
title: "Research: <script>alert(1)</script> & caches"
completed: 2025-03-02
relates: 1
---

## Recommendation: ADOPT

Adopt it. This will not be reconsidered.
=== docs/research/deferred.md
---
title: Later
completed: 2025-11-02
revisit_when: the team grows so much that nobody knows any more who does what
review_by: 2026-07-01
---

## Recommendation: DEFER

Not now.
=== docs/decisions/0001-by-hand.md
# 1. By hand

Date: 2024-01-01

## Status

Proposed

## Decision

We might do it by hand.
=== docs/decisions/0002-deprecated.md
# Deprecated

* Status: deprecated
* Relates to [ADR-0001](0001-by-hand.md)

## Decision

Once.
"""
PLAIN = ("", "decisions/", "revisit/", "graph/", "timeline/", "tags/")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tree(tmp_path_factory.mktemp("looks") / "project", PROJECT)
    (root / "docs/tags.md").write_text("# Tags\n\n<!-- material/tags -->\n", encoding="utf-8")
    assert run(root, "generate").returncode == 0
    done = build(root)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    return root / "site"


def every(site: Path) -> list[str]:
    """The addresses of all pages."""
    return sorted(p.parent.relative_to(site).as_posix().replace(".", "") + "/" for p in site.rglob("index.html"))


def open_every(context: BrowserContext, site: Path, address: str) -> Iterator[tuple[str, Page]]:
    """All pages, each in a tab of its own, with nothing more on its way: the half second without a request is one."""
    tabs = [(path, context.new_page()) for path in every(site)]
    for path, tab in tabs:
        tab.goto(address + path.lstrip("/"))
    for path, tab in tabs:
        tab.wait_for_load_state("networkidle")
        yield path, tab


@contextmanager
def visit(browser: Browser, scheme: Scheme = "light", width: int = 1440, script: bool = True) -> Iterator[Page]:
    context = browser.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 900}, java_script_enabled=script
    )
    yield context.new_page()
    context.close()


def test_every_link_and_every_anchor_leads_somewhere(site: Path) -> None:
    assert len(every(site)) == 11
    assert broken(site) == []


@pytest.mark.browser
@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_every_page_fits_asks_no_other_host_and_logs_no_error(
    site: Path, serve: Serve, browser: Browser, width: int, scheme: Scheme, script: bool
) -> None:
    address = serve(site, {"light": "/", "dark": "/team/log/"}[scheme])
    with visit(browser, scheme, width, script) as blank:
        seen: list[str] = []
        tabs = blank.context
        tabs.on("console", lambda message: seen.append(message.text) if message.type in ("error", "warning") else None)
        tabs.on("weberror", lambda error: seen.append(str(error.error)))
        tabs.on("requestfailed", lambda request: seen.append(f"failed: {request.url}"))
        tabs.on(
            "response", lambda answer: seen.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None
        )
        tabs.on("request", lambda asked: None if asked.url.startswith((address, "data:")) else seen.append(asked.url))
        wide = []
        for path, page in open_every(tabs, site, address):
            if script and page.evaluate("document.documentElement.scrollWidth") > width:
                wide.append(path)
        assert (seen, wide) == ([], [])


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_axe_finds_nothing_serious_but_in_the_themes_own_colours_of_code_and_anchors(
    site: Path, serve: Serve, browser: Browser, width: int, scheme: Scheme
) -> None:
    address = serve(site)
    violations = []
    with visit(browser, scheme, width) as blank:
        for path, page in open_every(blank.context, site, address):
            result = Axe().run(page, {"include": [["article"]], "exclude": [[".headerlink"], [".highlight"]]})
            violations += [
                f"{path}: {problem['id']}: {node['html'][:120]}"
                for problem in result.response["violations"]
                if problem["impact"] in ("serious", "critical")
                for node in problem["nodes"]
            ]
    assert violations == []


@pytest.mark.browser
def test_a_printed_record_keeps_status_date_and_conditions_and_no_controls(
    site: Path, serve: Serve, browser: Browser
) -> None:
    with visit(browser) as page:
        page.emulate_media(media="print")
        address = serve(site)
        page.goto(f"{address}decisions/{next((site / 'decisions').glob('*-which-queue-*')).name}/")
        for words in ("rejected", "2026-03-02", "jobs wait longer than a minute", "Nobody has run one."):
            assert page.locator("article").get_by_text(words).filter(visible=True).count(), words
        assert page.locator(".md-header:visible, .md-sidebar:visible, .md-footer:visible").count() == 0
        assert page.locator(".adr-answer:visible, .adr-neighbours:visible").count() == 0
        assert page.locator(".adr-origin").inner_text().startswith("Test log · states as of 2026-")
        painted = page.locator("article .adr-state").evaluate_all(
            "c => c.map(s => getComputedStyle(s).backgroundColor)"
        )
        assert set(painted) == {"rgba(0, 0, 0, 0)"}, "what lies behind white letters is not printed"
        page.goto(f"{address}decisions/")
        assert not page.locator(".adr-filters").is_visible()
        assert page.locator(".adr-table tbody tr").count() == 5


@pytest.mark.skipif(not TAG_LISTS, reason="the theme fills no lists of tags")
def test_the_themes_lists_of_tags_say_status_and_state_of_each_record(site: Path) -> None:
    page = (site / "tags/index.html").read_text(encoding="utf-8").partition('id="tag:jobs"')[2].partition("</ul>")[0]
    (words,) = re.findall(r"<li>(.*?)</li>", page, re.S)
    shown = " ".join(re.sub("<[^>]+>", " ", words).split())
    assert shown.endswith("at all rejected for now Met")


def test_where_the_theme_has_a_footer_it_leads_to_the_records_before_and_after(site: Path) -> None:
    (second,) = (site / "decisions").glob("0002-*/index.html")
    footer = second.read_text(encoding="utf-8").partition('<nav class="md-footer__inner')[2].partition("</nav>")[0]
    shown = re.findall(r'aria-label="((?:Previous|Next)[^"]*)"', footer)
    assert shown[0] == "Previous: ADR-0001 By hand"
    assert shown[1].startswith("Next: ADR-0003 ")
    assert 'rel="prev"><span>' not in second.read_text(encoding="utf-8")


def test_what_the_pages_load_of_ours_is_small_as_it_travels(site: Path) -> None:
    ours = [p for p in site.rglob("*") if re.fullmatch(r"adr-gen.*\.(css|js)", p.name)]
    published = {p.relative_to(site).as_posix() for p in ours}
    assert {"assets/adr-gen.css", "assets/adr-gen.js", derived_pages.STYLE} <= published
    assert sum(len(gzip.compress(p.read_bytes(), 9, mtime=0)) for p in ours) < 14_000
