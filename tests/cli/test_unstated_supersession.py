"""A record whose words alone say that it supersedes another: check tells of it, and nothing is related by it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.helpers import put, run

Project = Callable[[str], Path]

OLD = "# Old\n\n## Decision\n\nWe adopt one file a shop.\n"
NEW = "# New\n\n## Decision\n\nWe adopt one file for all.\n\n"
HINT = (
    "docs/decisions/0002-new.md:16: ADR915 hint: says that it supersedes ADR-0001, which stays accepted; "
    "write `supersedes: 1` in the front matter (in docs/research/2.md), or `relates:`\n"
)


@pytest.mark.parametrize(
    "sentence",
    [
        "This supersedes [one file a shop](1.md).",
        "It costs less. **This decision replaces [one file a shop](1.md).**",
        "Supersedes 1.md as a whole.",
        "Supersedes ADR-1.",
        "This replaces ADR-0001, which was for one shop.",
        "Diese Entscheidung ersetzt [eine Datei je Filiale](1.md).",
    ],
)
def test_a_supersession_in_prose_is_told(sentence: str, project: Project) -> None:
    root = logged(project, NEW + sentence)
    assert run(root, "check").stderr == HINT
    assert [one["status"] for one in json.loads(run(root, "list", "--json").stdout)] == ["accepted", "accepted"]


@pytest.mark.parametrize(
    "text",
    [
        NEW + "Tape supersedes [one file a shop](1.md).",
        NEW + "This does not supersede [one file a shop](1.md).",
        NEW + "This supersedes [one file a shop](1.md) in part.",
        NEW + "This supersedes ADR-7, which is of another log.",
        NEW + "ADR-1 supersedes what the shops did.",
        NEW + "This may supersede [one file a shop](1.md) one day.",
        NEW + "Who reads [one file a shop](1.md) will miss the till.",
        NEW + "This supersedes [what the shops did](https://example.org/1.md).",
        f"---\nsupersedes: 1\n---\n{NEW}This supersedes [one file a shop](1.md).",
        f"---\nrelates: 1\n---\n{NEW}This supersedes [one file a shop](1.md).",
        f"---\ndecision: deprecated\n---\n{NEW}This supersedes [one file a shop](1.md).",
    ],
)
def test_what_is_stated_or_no_supersession_is_not(text: str, project: Project) -> None:
    assert "ADR915" not in run(logged(project, text), "check").stderr


def logged(project: Project, text: str) -> Path:
    """A project with an older and a newer record."""
    root = project("=== mkdocs.yml\nsite_name: A\n")
    put(root, "docs/research/1.md", OLD)
    put(root, "docs/research/2.md", text)
    run(root, "generate")
    return root
