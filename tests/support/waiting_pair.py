"""Two research files that wait for a decision, and `adr-gen decide` on them in a terminal."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.helpers import put
from tests.support.terminal import Terminal, terminals

QUEUE = """\
---
date: 2026-05-02
---
# A queue

It is slow.

## Findings

- Measure again.
- We will not adopt the queue.
"""
CACHE = """\
---
date: 2026-04-01
---
# A cache

## Recommendation

The small one fits us.
"""
PATHS = ("docs/research/1-queue.md", "docs/research/2-cache.md")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    put(tmp_path, PATHS[0], QUEUE)
    put(tmp_path, PATHS[1], CACHE)
    return tmp_path


@pytest.fixture
def terminal(root: Path) -> Iterator[Callable[..., Terminal]]:
    with terminals(root, "decide") as start:
        yield start
