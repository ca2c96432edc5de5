"""A site is made whatever stands in what generate remembers."""

from collections.abc import Callable
from pathlib import Path

from tests.support.damage import TEXT, survives


def test_a_damaged_memory_ends_no_export(project: Callable[[str], Path]) -> None:
    survives(project(TEXT), "generate.json", "export", "../site")
