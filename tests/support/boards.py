"""A log whose records wait for days, checks and people, and its pages as readers see them on a day."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as BrowserPage

from adr_gen.reviews.stored_review import fingerprint
from tests.support.helpers import build, tree

BUILT = "2026-06-01"

SETTINGS = """
=== mkdocs.yml
site_name: Test log
theme:
  name: material
  font: false
plugins: [search, adr-gen]
"""
PROJECT = f"""{SETTINGS}=== docs/decisions/0001-queue.md
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
* Deciders: Zoe
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
* Deciders: Ana, Bo

## Revisit when

- the disk is full
=== docs/decisions/0008-cloud.md
# Cloud

* Status: rejected
* Date: 2026-05-02
* Deciders: Ana

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
* Deciders: R&D+ "Jo"
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


def built(root: Path, day: str = BUILT) -> Path:
    """The project's site, built on a day."""
    done = build(root, ADR_GEN_AS_OF=day)
    assert done.returncode == 0, done.stderr
    return root / "site"


@contextmanager
def opened(browser: Browser, url: str, day: str, *, scripts: bool = True) -> Iterator[BrowserPage]:
    """A page as a reader sees it on a day; what the console says, and requests elsewhere, fail the test."""
    context = browser.new_context(java_script_enabled=scripts, locale="en", timezone_id="Pacific/Auckland")
    page = context.new_page()
    messages: list[str] = []
    page.on("console", lambda message: messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(str(error)))
    page.on("request", lambda r: messages.append(r.url) if not r.url.startswith(url[: url.index("/", 8)]) else None)
    if scripts:
        page.clock.set_fixed_time(f"{day}T12:00:00+12:00")
    page.goto(url)
    yield page
    context.close()
    assert messages == []


def cards(page: BrowserPage) -> list[str]:
    """The records on the board that are in sight."""
    return page.locator(".adr-waiting:visible p:first-child a").all_text_contents()
