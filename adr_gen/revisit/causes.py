"""Why a decision is due since a day, or will be from one on."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from ..counts import count

Cause = Literal["unseen", "appointed", "floor", "checked", "first"]
"""Nobody looked for long; somebody named the day; the condition does; its check holds; or it is the day of a first look."""
Appointment = tuple[date, Cause]
"""A day on which somebody is to look, and why on that one."""


def told_first(days: Iterable[tuple[date, Cause | None]], as_of: date) -> tuple[date, Cause | None] | tuple[None, None]:
    """The first of some days; once a day that somebody set has come, that nobody looked for long is no reason beside it."""
    some = list(days)
    if any(cause == "appointed" and day <= as_of for day, cause in some):
        some = [one for one in some if one[1] not in ("unseen", "first")]
    return min(some, key=lambda one: one[0], default=(None, None))


def cause_text(cause: Cause, review_every: int) -> str:
    """A cause in a few words, for readers who see the day beside it."""
    return {
        "unseen": f"a look every {count(review_every, 'day')}",
        "appointed": "the day set for another look",
        "floor": "the day that the condition names",
        "checked": "the check in the condition holds",
        "first": "time for a first look",
    }[cause]
