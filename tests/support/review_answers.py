"""A log to look at, the answers of `adr-gen review` to it by flags or lines, and what is kept of them."""

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from adr_gen.project import load
from adr_gen.reviews.stored_review import Answer, Review, fingerprint
from tests.support.copies import copied
from tests.support.helpers import run, tree

DAY = "2026-08-01"
LOG = """
    === mkdocs.yml
    site_name: x
    site_url: https://org.example/log/
    extra: !ENV [X, y]
    === docs/research/cache.md
    ---
    title: Cache
    date: 2026-01-02
    ---
    ## Decision

    **Verdict**: REJECT (for now) because nothing is slow.

    ## Blockers

    - No customer has asked.
    - The cache must fit.

    ## Revisit when

    - pages take a second, see https://graphs.example.org/p95.
    - the cache is on sale → buy it
    - a customer asks by `2026-07-01`
    === docs/research/queue.md
    ---
    title: Queue
    date: 2026-01-03
    ---
    ## Recommendation: DEFER

    **Revisit when:** jobs are late.
    === docs/research/cloud.md
    ---
    title: Cloud
    date: 2026-01-04
    ---
    ## Recommendation: DEFER

    **Revisit when:** `pypi:cloud >= 2` is out.
    === docs/research/disk.md
    ---
    title: Disk
    date: 2026-07-30
    ---
    ## Recommendation: DEFER

    **Revisit when:** disks are full.
    === adr-gen.toml
"""
A = "pages take a second, see https://graphs.example.org/p95"
B = "the cache is on sale"
C = "a customer asks by `2026-07-01`"


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """A log in which record 1 is met, 2 due, 3 unknown and 4 waiting."""
    return copied(tmp_path / "project", _generated)


def _generated(root: Path) -> None:
    assert run(tree(root, LOG), "generate").returncode == 0


def files(root: Path) -> list[Path]:
    return sorted((root / "docs/decisions").glob("reviews/*"))


def stored_reviews(root: Path) -> list[Review]:
    """The reviews on disk, without what the clock and the hash say."""
    reviews, problems = load(root).reviews
    assert problems == []
    for review in reviews.all:
        assert re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", review.time)
    return [Review(**{**_fields(review), "time": "", "path": ""}) for review in reviews.all]


def _fields(review: Review) -> dict[str, Any]:
    return {name: getattr(review, name) for name in Review.__dataclass_fields__}


def review_of_cache(**fields: Any) -> Review:
    """The review of record 1 that Ana writes on the day."""
    return Review(1, DAY, "Ana", note="Looked with Bo.", file="0001-cache.md", **fields)


def answer(
    mark: str, text: str, result: str, seen: str, until: str | None = None, evidence: str | None = None
) -> Answer:
    return Answer(mark, fingerprint(text), result, seen, until, evidence, text)  # type: ignore[arg-type]


def review_by_flags(root: Path, *args: str) -> subprocess.CompletedProcess[str]:
    return run(root, "review", *args, "--by", "Ana", "--as-of", DAY)


def review_by_lines(root: Path, lines: str, *args: str) -> subprocess.CompletedProcess[str]:
    """A run that is told its answers line by line."""
    return run(root, "review", "--by", "Ana", "--as-of", DAY, *args, stdin=lines)
