"""A record with an update that may overrule it, in words that are no verdict: check asks."""

from collections.abc import Callable
from pathlib import Path

from tests.support.helpers import put, run

Project = Callable[[str], Path]
RESEARCH = "# Fuel depot\n\n## Decision: accept\n\nIt has a lock.\n\n## Update 2026-07-09\n\n{}\n"
SAID = "With the new road the depot is off, some say."
HINT = (
    f"docs/decisions/0001-fuel-depot.md:22: ADR916 hint: an update says {SAID!r}, and the decision stays accepted; if that "
    "overrules it, begin the update with the verdict that holds (`Rejected: …`), or write `decision:` in the front matter\n"
)


def checked(project: Project, update: str) -> str:
    root = project("=== mkdocs.yml\nsite_name: A\n")
    put(root, "docs/research/fuel-depot.md", RESEARCH.format(update))
    run(root, "generate")
    return run(root, "check").stderr


def test_an_update_that_may_overrule_the_decision_is_told(project: Project) -> None:
    assert checked(project, SAID) == HINT


def test_an_update_that_overrules_nothing_is_not(project: Project) -> None:
    assert "ADR916" not in checked(project, "The drums are full.")
