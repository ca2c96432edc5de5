"""A check in backticks that stands in no condition: check asks, for whoever writes one means a condition."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.helpers import put, run

Project = Callable[[str], Path]
RESEARCH = "---\ndate: 2026-01-10\n---\n# Fuel depot\n\n## Decision: accept\n\nIt has a lock.\n\n{}\n"


def checked(project: Project, text: str) -> str:
    root = project("=== mkdocs.yml\nsite_name: A\n")
    put(root, "docs/research/fuel-depot.md", RESEARCH.format(text))
    run(root, "generate")
    return run(root, "check").stderr


def test_a_check_that_no_condition_holds_is_told(project: Project) -> None:
    hint = (
        "docs/decisions/0001-fuel-depot.md:20: ADR917 hint: the check `eol:python/3.9` stands in no condition, so nobody makes "
        "it; write it behind 'Revisit when', or ``eol:python/3.9`` if no check is meant (in docs/research/fuel-depot.md)\n"
    )
    assert checked(project, "The pump's software needs `eol:python/3.9` in mind.") == hint


@pytest.mark.parametrize(
    "text",
    [
        "Revisit when `eol:python/3.9`.",
        "The lock was opened on `2026-01-03`, see `docker:latest` and https://github.com/a/b/issues/3.",
        "Write ``eol:python/3.9`` for it.",
        "```\n`eol:python/3.9`\n```",
    ],
)
def test_what_is_one_or_no_check_at_all_is_not(project: Project, text: str) -> None:
    assert "ADR917" not in checked(project, text)
