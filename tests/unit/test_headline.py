"""What stands before the verdict of a record where it is the headline."""

import pytest

from adr_gen.records import Record
from adr_gen.site.components.badges import before_headline


@pytest.mark.parametrize(
    ("verdict", "update", "expected"),
    [
        ("The table suffices.", None, "Rejected: "),
        ("No Wi-Fi in the greenhouses.", None, ""),
        ("Nicht in diesem Jahr.", None, ""),
        ("We move to a native app built with Fern.", "Update 2025-06-03", ""),
        ("Decision reversed: we move to Fern.", None, ""),
        ("Notably slow.", None, "Rejected: "),
    ],
)
def test_a_status_goes_before_words_that_only_say_why(verdict: str, update: str | None, expected: str) -> None:
    record = Record(1, "X", "rejected", verdict=verdict, update=update)
    assert before_headline(record) == expected
