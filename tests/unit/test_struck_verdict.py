"""What an author struck out of a verdict is not told with it."""

import pytest

from adr_gen.records.record import Record


@pytest.mark.parametrize(
    ("verdict", "expected"),
    [
        ("~~reject~~ adopt the queue.", "adopt the queue."),
        ("Adopt ~~cron~~ the queue", "Adopt the queue"),
        ("<del>Adopt</del> Reject", "Reject"),
        ("~~Adopt~~", "Adopt"),
        ("about ~5 ~ 6 users", "about ~5 ~ 6 users"),
        (None, None),
    ],
)
def test_the_line_of_a_verdict_leaves_out_what_was_struck_out(verdict: str | None, expected: str | None) -> None:
    assert Record(1, "T", None, verdict=verdict).verdict_text == expected
