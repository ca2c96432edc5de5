"""A site to search, built as a user builds it."""

from functools import cache
from pathlib import Path

import pytest

from tests.support.helpers import build, run, tree

PROJECT = """
=== mkdocs.yml
site_name: Test log
site_url: https://example.org/team/log/
theme:
  name: material
  font: false
  features: [search.highlight, search.suggest]
plugins: [search, tags, adr-gen]
=== docs/index.md
# Home

What we decide, and why.
=== docs/tags.md
# Tags

<!-- adr-gen:latest -->

<!-- material/tags -->
=== docs/guide.md
# Gardening

Every wheelbarrow has a queue and a player.
=== docs/research/queue.md
---
title: Which queue `tasks.py` & others use
completed: 2026-03-02
tags: [jobs, <b>bold]
decision-makers: [Bo Lind, Inés Ortega]
---

## Question

Do jobs need a broker?

## Findings

The table holds up to nine thousand jobs a minute; a xylophone player measured it with `max_size` 40 on 9.8.1.

Größe und 検索エンジン too.

| broker | cost |
|---|---|
| zither | 12 |
| harp | 40 |

## Recommendation: REJECT (for now)

**Verdict**: The database table suffices.

## Revisit when

- (a) jobs wait longer than a minute
- (b) a team operates RabbitMQ already
- (c) others use a broker by now
=== docs/research/cache.md
---
title: "Research: <img src=x onerror=alert(1)> & {{ caches }}"
completed: 2025-03-02
decision: adopt
---

## Decision Outcome

**Verdict**: Adopt *memcached*.

Nobody plays music with it.

Nobody plays the glockenspiel. A marimba is a <b>xylophone</b> &lt;of a kind&gt;, jobs do not matter.
"""
QUEUE, CACHE = "decisions/0002-which-queue-tasks-py-others-use", "decisions/0001-img-src-x-onerror-alert-1-caches"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the project, built as a user builds it."""
    return _made_once(tmp_path_factory.getbasetemp() / "search")


@cache
def _made_once(root: Path) -> Path:
    """The same site for every module that asks for it: none changes it."""
    return built_site(root, PROJECT)


def built_site(root: Path, text: str) -> Path:
    tree(root, text)
    assert run(root, "generate").returncode == 0
    assert build(root).returncode == 0
    return root / "site"
