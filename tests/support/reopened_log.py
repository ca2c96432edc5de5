"""A decision beside another one, as research and by hand, whose question is asked again."""

import json
from pathlib import Path
from typing import Any

from tests.support.helpers import run

DAY = "2026-08-01"
QUEUE = """\
    === docs/research/002-queue.md
    ---
    title: Queue
    date: 2026-01-03
    ---
    ## Recommendation: ADOPT

    It is there.
    === adr-gen.toml
"""
RESEARCH = f"""
    === docs/research/001-cache.md
    ---
    title: Cache
    date: 2026-01-02
    tags: [speed, "a: b"]
    ---
    ## Decision

    **Verdict**: REJECT (for now) because nothing is slow, see [the queue](002-queue.md).

    ## Blockers

    - No customer has asked.
    - No customer needs the [queue](002-queue.md).

    ## Revisit when

    - pages take a second, see [graphs](https://graphs.example.org/p95)
    - a customer asks
    - `2026-07-01` has come
{QUEUE}"""
HAND = f"""
    === docs/decisions/0001-cache.md
    # Cache

    * Status: rejected (for now)
    * Date: 2026-01-02

    Nothing is slow. Revisit when a customer asks.
{QUEUE}"""
NEW = "docs/research/003-cache.md"


def ok(root: Path, *args: str) -> str:
    done = run(root, *args)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    return done.stdout


def log(root: Path, day: str = DAY) -> dict[int, dict[str, Any]]:
    return {r["number"]: r for r in json.loads(run(root, "list", "--json", "--as-of", day).stdout)}
