"""Of several days on which somebody is to look, one that somebody set is told first once it has come."""

from datetime import date

import pytest

from adr_gen.revisit.causes import Cause, told_first

EARLY, SET, LATE = date(2026, 3, 1), date(2026, 5, 1), date(2026, 6, 1)


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ([(EARLY, "unseen"), (SET, "appointed")], (SET, "appointed")),
        ([(SET, "appointed"), (EARLY, "first")], (SET, "appointed")),
        ([(EARLY, "unseen")], (EARLY, "unseen")),
        # it has not come yet: what is so today is told
        ([(EARLY, "unseen"), (LATE, "appointed")], (EARLY, "unseen")),
        # what a condition names is a reason of its own
        ([(EARLY, "floor"), (SET, "appointed")], (EARLY, "floor")),
        ([(EARLY, None), (SET, "appointed")], (EARLY, None)),
        ([], (None, None)),
    ],
)
def test_the_day_and_reason_that_are_told(
    days: list[tuple[date, Cause | None]], told: tuple[date | None, Cause | None]
) -> None:
    assert told_first(days, date(2026, 5, 2)) == told
