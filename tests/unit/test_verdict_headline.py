"""What stands before a verdict that is the headline of its record."""

import pytest

from adr_gen.model import Status
from adr_gen.records import Record
from adr_gen.site.components import badges


@pytest.mark.parametrize(
    ("status", "verdict", "before"),
    [
        ("rejected", "Two tills and one queue.", "Rejected: "),
        ("deferred", "The lease ends in May.", "Deferred: "),
        ("accepted", "ADOPT a second till", ""),
        ("accepted", "We will use one queue for both.", ""),
        ("rejected", "Rejected: too slow", ""),
        ("accepted", "We build a second till.", ""),
        ("rejected", "We used one queue last year and lost carts.", "Rejected: "),
        ("accepted", "Wir nehmen zwei Kassen.", ""),
        ("accepted", "Accepted.", ""),
        ("accepted", None, ""),
        (None, "Two tills and one queue.", ""),
        ("superseded", "ADOPT a second till", "Decided then: "),
    ],
)
def test_a_headline_that_is_past_says_so_and_one_that_only_says_why_begins_with_its_status(
    status: Status | None, verdict: str | None, before: str
) -> None:
    record = Record(1, "Tills", status, verdict=verdict)
    assert badges.before_headline(record, says_status=badges.says_status(record)) == before
