"""Words of a condition before its check: a colon between them makes the words no label of the check."""

import pytest

from adr_gen import reading
from adr_gen.markdown import parse


@pytest.mark.parametrize(
    ("words", "conditions"),
    [
        ("Revisit when storage passes 40 TB: `reading:tb > 40`.", ["storage passes 40 TB: `reading:tb > 40`"]),
        (
            "Revisit this when storage passes 40 TB: `reading:tb > 40`, or when visitors double.",
            ["storage passes 40 TB: `reading:tb > 40`", "visitors double"],
        ),
        ("- We look again when storage passes 40 TB: `reading:tb > 40`", ["storage passes 40 TB: `reading:tb > 40`"]),
        ("**Revisit when storage passes 40 TB:** `reading:tb > 40`", ["storage passes 40 TB: `reading:tb > 40`"]),
        ("## Revisit when storage passes 40 TB\n\n`reading:tb > 40`", ["storage passes 40 TB: `reading:tb > 40`"]),
        ("## Revisit when storage passes 40 TB\n\nIt is at 12 today.", ["storage passes 40 TB"]),
        ("Revisit when: `reading:tb > 40`", ["`reading:tb > 40`"]),
        ("**Revisit when:** storage passes 40 TB: `reading:tb > 40`", ["storage passes 40 TB: `reading:tb > 40`"]),
    ],
)
def test_the_words_before_a_check_stay_with_it(words: str, conditions: list[str]) -> None:
    read = reading.read(parse(f"# Tape\n\n**Decision:** Reject for now.\n\n{words}\n"))
    assert [condition.text for condition in read.conditions.triggers] == conditions
