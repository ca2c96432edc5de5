"""A record that a person edited while its research changed."""

from pathlib import Path

import pytest

from tests.support.copies import copied
from tests.support.helpers import git, put, run

RESEARCH = "docs/research/queue.md"
RECORD = "docs/decisions/0001-which-queue.md"
TEXT = """\
---
title: Which queue
date: 2026-01-02
---

## Findings

We run 4 jobs a second.

It costs nothing.

## Recommendation: REJECT (for now)

The table is enough.

## Revisit when

- jobs are late
"""
NIGHT = ("We run 4 jobs a second.", "We run 4 jobs a second, at night 40.")
COSTS = ("It costs nothing.", "It costs two euros a month.")
FREE = ("It costs nothing.", "It costs nothing yet.")
BOTH = """\
    yours, since it was generated:
        - We run 4 jobs a second.
        + We run 4 jobs a second, at night 40.
    the research's, since then:
        - It costs nothing.
        + It costs two euros a month.
"""
WAYS = "`adr-gen resolve 1` keeps your text, takes that of the research file, or merges both"
PROBLEM = f"{RECORD}:1: ADR201 edited by hand, and {RESEARCH} changed since: nothing was written. {WAYS}\n"


def text(root: Path, path: str = RECORD) -> str:
    return (root / path).read_text(encoding="utf-8")


def change(root: Path, path: str, words: tuple[str, str]) -> None:
    assert words[0] in text(root, path)
    put(root, path, text(root, path).replace(*words))


def commit(root: Path) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "x")


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """A record that was generated and committed."""
    return copied(tmp_path / "log", _committed)


def _committed(root: Path) -> None:
    put(root, RESEARCH, TEXT)
    git(root, "init", "-q")
    assert run(root, "generate").returncode == 0
    commit(root)


def change_both(root: Path, mine: tuple[str, str] = NIGHT) -> Path:
    change(root, RECORD, mine)
    change(root, RESEARCH, COSTS)
    return root


def texts_laid_aside(root: Path) -> list[str]:
    return [place.read_text(encoding="utf-8") for place in sorted((root / ".adr-gen/replaced").glob("*.md"))]
