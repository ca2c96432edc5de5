"""A text that says a day and nothing else: "on 2027-03-31", "no later than May 2027", "not before `2027-02-01`"."""

import re
from calendar import monthrange
from functools import lru_cache

from ...checks import kind_of
from ...checks import tokens as checks
from ..dates import PERIOD, YEAR, month_named, point, season_day, season_named, undated
from ..lexicon import LANGUAGES
from ..patterns.language_matchers import finder

_BRIEF = 80
"""Characters of the longest."""
_PHRASES = ("at-the-latest", "floor", "period-end")
_AROUND = (
    "joins", "opener", "near", "date-near", "until", "if", "if-keep", "day-comes", "negation",
    "revisit", "revisit-noun", "early", "filler-near", "main-modal", "we",
)  # fmt: skip
"""Slots of words that only say how a day is meant."""


# a record's condition is asked as often as its state is
@lru_cache(4096)
def bare_day(text: str) -> str | None:
    """The ISO day that a text consists of, the first of a month or quarter unless its end is said; None if it says more."""
    if len(text) > _BRIEF or not YEAR.search(text) or finder("period-middle", languages=LANGUAGES).search(text):
        return None
    rest = season_named().sub(" ", text)
    rest = finder(*_PHRASES, languages=LANGUAGES).sub(" ", rest)  # before their parts, which are words of other slots
    for token in checks(text):
        rest = rest.replace(token, " ") if kind_of(token) == "date" else rest
    rest = month_named().sub(" ", PERIOD.sub(" ", undated(rest)))
    around = finder(*_AROUND, languages=LANGUAGES)
    return None if re.search(r"\w", around.sub(" ", rest)) else _day(text)


def _day(text: str) -> str | None:
    if season := season_day(text):
        return season
    day = point(text)
    if day is None or len(day) == 10:
        return day
    period = PERIOD.search(text)
    year, month = int(day[:4]), int(day[5:] or 1)
    length = 12 if len(day) == 4 else 3 if period and (period["quarter"] or period["of"]) else 1
    if not finder("period-end", languages=LANGUAGES).search(text):
        return f"{year}-{month:02}-01"
    return f"{year}-{month + length - 1:02}-{monthrange(year, month + length - 1)[1]}"
