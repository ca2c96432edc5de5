"""A log that every file for other programs is made from, and its site."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.helpers import build, tree

CONFIG = """
=== mkdocs.yml
site_name: Our & their log
{site_url}theme: {{name: material, font: false}}
plugins: [search, adr-gen]
=== docs/index.md
# Home
"""
RECORDS = """
=== docs/decisions/0001-queue.md
# Which [queue](x.md) & <script>why</script>

* Status: rejected
* Date: 2025-03-02
* Qualifier: for now

## Decision

The `table` is <b>enough</b> & cheap.

## Revisit when

Any of:

* jobs wait longer than a minute, or `2026-05-01` has come
* the team grows
=== docs/decisions/0002-queue-again.md
---
tags: [jobs, "a, b; c"]
---

# The queue again

* Status: accepted
* Date: 2026-02-03
* Deciders: Ana, Bo
* Supersedes [ADR-0003](0003-old.md)

## Decision

Adopt one.
=== docs/decisions/0003-old.md
# Old

* Status: accepted
* Date: 2024-01-01

## Decision

By hand.
=== docs/decisions/0004-undated.md
# Without a date

* Status: deferred

## Decision

Later.

## Revisit when

* `2027-01-15` has come
=== docs/decisions/0005-ölig.md
# Überall

* Status: accepted
* Date: 2026-05-31
* Review by: 2026-12-01

## Decision

Ja.
=== docs/decisions/reviews/0005-2026-05-31-000000000000.yml
record: 5
date: 2026-05-31
by: Ana
outcome: reaffirmed
next: 2026-11-30
note: Still good.
"""
URL = "https://example.org/team/log/"
Build = Callable[[str], Path]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """`built(site_url)`: the folder of the site that says where it is, or does not."""
    done: dict[str, Path] = {}

    def make(site_url: str = "") -> Path:
        if site_url not in done:
            text = CONFIG.format(site_url=f"site_url: {site_url}\n" if site_url else "") + RECORDS
            root = tree(tmp_path_factory.mktemp("feeds") / "project", text)
            run = build(root)
            assert (run.returncode, run.stdout) == (0, "")
            done[site_url] = root / "site"
        return done[site_url]

    return make
