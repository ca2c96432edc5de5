"""Documents in the styles of many houses: what each says of its verdict, conditions and blockers; tests/cases/styles.txt.

Each begins with `=== KIND: STATUS` and one line for each condition and blocker, then `---` and the document.
"""

import pytest

from adr_gen import reading
from adr_gen.markdown import parse
from tests import GOLDEN


def documents() -> list[tuple[str, str]]:
    """What is expected of each document, and its text."""
    entries = (GOLDEN / "styles.txt").read_text(encoding="utf-8").removeprefix("=== ").split("\n=== ")
    parts = (entry.partition("\n---\n") for entry in entries)
    return [(expected, text) for expected, _, text in parts]


def reading_lines(text: str, kind: str) -> str:
    result = reading.read(parse(text), kind == "record")
    lines = [f"{kind}: {result.verdict.status if result.verdict else 'undecided'}"]
    lines += [f"condition: {trigger.text}" for trigger in result.conditions.triggers]
    return "\n".join([*lines, *(f"blocker: {blocker.text}" for blocker in result.blockers)])


def name_of(text: str) -> str:
    """The first heading of a document."""
    return next(line.lstrip("# ") for line in text.split("\n") if line.startswith("#"))


@pytest.mark.parametrize(
    ("expected", "text"), documents(), ids=lambda value: name_of(value) if "\n#" in f"\n{value}" else ""
)
def test_a_document_of_a_house_is_read_as_its_people_mean_it(expected: str, text: str) -> None:
    assert reading_lines(text, expected.partition(":")[0]) == expected
