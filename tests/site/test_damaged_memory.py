"""A site is made whatever stands in what generate remembers."""

from collections.abc import Callable
from pathlib import Path

from tests.support.damage import survives

RESEARCH = """
=== docs/research/a.md
---
title: A
decision: adopt
revisit_when: "`pypi:x >= 2`"
---

# A
"""


def test_a_damaged_memory_ends_no_export(project: Callable[[str], Path]) -> None:
    survives(project(RESEARCH), "generate.json", "export", "../site")
