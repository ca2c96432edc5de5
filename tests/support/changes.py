"""Repositories with a branch that changes a decision, and how a change is written down."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.branches import Branches

RECORD = "# {title}\n\n* Status: {status}\n* Date: 2026-01-02\n\n## Revisit When\n\n* {when}\n"


def record(when: str, status: str = "rejected", title: str = "Something") -> str:
    return RECORD.format(when=when, status=status, title=title)


@pytest.fixture
def shop(tmp_path: Path) -> Branches:
    return Branches(tmp_path / "shop")


def repository(root: Path, when: str, **files: str) -> Branches:
    """A repository with one record and some files."""
    shop = Branches(root / "shop", f"=== docs/decisions/0001-x.md\n{record(when)}")
    for path, text in files.items():
        shop.put(path, text)
    shop.commit()
    return shop


def places(body: dict[str, Any]) -> list[tuple[str, int]]:
    return [(one["path"], one["line"]) for row in body["records"] for one in row["triggers"]]


Change = Callable[[Branches], object]


def puts(path: str, text: str) -> Change:
    return lambda shop: shop.put(path, text)


def removes(path: str) -> Change:
    return lambda shop: shop.remove(path)
