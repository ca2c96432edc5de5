"""A reference that no record answers to: it stays as it is written and is a problem, unless it is known to be none."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.helpers import put, run
from tests.support.renumber_research import contents, records_by_path, research

Make = Callable[[str], Path]


def test_a_reference_to_a_record_that_is_not_there_stays_and_is_a_problem(project: Make) -> None:
    root = project("""
        === docs/decisions/0001-other.md
        # 1. Other

        Status: accepted
    """)
    put(root, "docs/research/0007-open.md", "# Open\n\nNothing is decided.\n")
    front = "supersedes: [9, 0001-gone.md, 0007-open.md]\n"
    put(root, "docs/research/a.md", research("A", "2026-01-01", front=front))
    done = run(root, "generate")
    assert "docs/research/a.md:4: ADR304 supersedes 0001-gone.md, which is no record" in done.stderr
    assert "* Supersedes [ADR-0009]()\n" in contents(root)["docs/decisions/0002-a.md"]
    assert {path: one["status"] for path, one in records_by_path(root).items()} == {
        "0001-other.md": "accepted",
        "0002-a.md": "accepted",
    }
    output = run(root, "check").stderr
    assert "docs/decisions/0002-a.md:1: ADR304 supersedes record 9, which does not exist" in output


@pytest.mark.parametrize("value", ["VIII", "nowhere.md", "the old one"])
def test_what_names_no_record_at_all_is_a_problem(value: str, project: Make) -> None:
    root = project("=== docs/research/\n")
    put(root, "docs/research/a.md", research("A", "2026-01-01", front=f"supersedes: {value}\n"))
    message = (
        f"docs/research/a.md:4: ADR304 supersedes {value}, which is no record; write the name of its file as it is now"
    )
    assert message in run(root, "generate").stderr


@pytest.mark.parametrize("value", ["none", "https://example.org/8", "../guide.md", "open.md"])
def test_what_is_no_record_and_is_known_is_none(value: str, project: Make) -> None:
    root = project("=== docs/research/open.md\n# Open\n\nNothing is decided.\n")
    put(root, "docs/research/a.md", research("A", "2026-01-01", front=f"relates: {value}\n"))
    assert "ADR304" not in run(root, "generate").stderr
