"""What says a shared number, and not which of its records is meant, is told when one of them moves."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.helpers import put, run

Make = Callable[[str], Path]
RECORD = "# {}\n\n## Status\n\nAccepted\n"
TWINS = f"=== docs/decisions/0002-a.md\n{RECORD.format('A')}=== docs/decisions/0002-b.md\n{RECORD.format('B')}"
TOLD = "'{}' goes on to mean docs/decisions/0002-a.md; write 3 there if docs/decisions/0003-b.md is meant"


def told(root: Path) -> list[str]:
    """What renumber says of words that may mean either record."""
    return [line for line in run(root, "renumber").stdout.splitlines() if "goes on to mean" in line]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("See ADR-0002.", 1, "ADR-0002"),
        ("One.\n\nadr 2 and ADR-2", 3, "adr 2"),
        ("Look again when `adr:2 rejected`.", 1, "adr:2"),
        ("---\nrevisit_when: '`adr:2 rejected`'\n---\n", 2, "adr:2"),
        ("\ufeffA\r\nADR-0002\r\n", 2, "ADR-0002"),
    ],
)
def test_words_and_checks_that_may_mean_either_are_named(text: str, line: int, words: str, project: Make) -> None:
    root = project(TWINS)
    put(root, "docs/x.md", text)
    assert told(root) == [f"docs/x.md:{line}: {TOLD.format(words)}"]
    assert told(root) == []


@pytest.mark.parametrize(
    "text",
    [
        "See ADR-0020, ADR-0002-x and xadr:2.",
        "See [ADR-0002](decisions/0002-a.md).",
        "[B](decisions/0002-b.md) is ADR-0002.",
        "See https://example.org/ADR-0002.",
        "```\nADR-0002\n```\n",
        "Version 2 of 0002.",
    ],
)
def test_what_is_clear_or_no_number_of_a_record_is_not(text: str, project: Make) -> None:
    root = project(TWINS)
    put(root, "docs/x.md", text)
    assert told(root) == []


def test_a_number_of_one_record_is_never_in_doubt(project: Make) -> None:
    root = project(f"=== docs/decisions/0002-a.md\n{RECORD.format('A')}=== docs/x.md\nSee ADR-0002.\n")
    lines = run(root, "renumber", "2", "7").stdout.splitlines()
    assert lines == ["docs/decisions/0002-a.md → 0007-a.md", "docs/x.md:1", "  - See ADR-0002.", "  + See ADR-0007."]
