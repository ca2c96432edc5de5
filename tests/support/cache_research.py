"""Research with a decision about a cache, and files written byte for byte."""

from pathlib import Path

DECIDED = """
    === docs/research/cache.md
    ---
    title: Cache
    date: 2026-01-02
    tags: [speed]
    ---
    # Cache

    ## Recommendation: REJECT (for now)

    Nothing is slow.

    ## Revisit when

    - pages take a second
"""
BLOCKED = """
    === docs/research/cache.md
    ---
    title: Cache
    date: 2026-01-02
    ---
    # Cache

    ## Recommendation: REJECT (for now)

    Nothing is slow.

    ## Blockers

"""
"""The same, up to what stands in the way."""

TWO = """
=== docs/research/a.md
---
title: Alpha
completed: 2026-01-05
tags: [x]
authors: [Ana]
---

## Recommendation: DEFER

Not yet.

## Revisit when

- The price halves.
=== docs/research/b.md
---
title: Beta
completed: 2026-02-05
---

## Recommendation: ADOPT

Adopt it.
"""
"""Two files that decide."""


def put(root: Path, path: str, data: bytes) -> None:
    """Write the bytes of the file `path` below `root`, its folders too."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(data)
