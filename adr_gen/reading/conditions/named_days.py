"""The days that the words of a condition name beside what else they say: "the contract ends on 31 March 2027 and …"."""

import re
from datetime import date, timedelta
from functools import cache, lru_cache

from ...checks import parse_day
from ..dates import PERIOD, YEAR, dated, point, season_day, season_named
from ..lexicon import LANGUAGES
from ..patterns.language_matchers import finder

_LONGEST = 500
"""Characters that are searched: the sentence of a condition is shorter."""
_CENTURY = re.compile("19|20")


# a record's condition is asked as often as its state is
@lru_cache(4096)
def named_days(text: str) -> tuple[str, ...]:
    """The ISO days on which somebody is to look: each day that is named, and the first of a month, quarter or season.

    The last one where its end is said, and the day behind it after "after". A year alone may be a version or a number.
    """
    text = text[:_LONGEST]
    if not YEAR.search(text):
        return ()
    return tuple(dict.fromkeys(day for match in _point().finditer(text) if (day := _day(match))))


@cache
def _point() -> re.Pattern[str]:
    """Finds a point in time, with the word before it that tells whether its end or what follows is meant."""
    end, past = (finder(name, languages=LANGUAGES).pattern for name in ("period-end", "period-past"))
    little = r"\s*(?:[^\W\d]{1,4}[\s'’]\s*)??"  # "the", "l'"; a month's name is none where it can be the point's own
    return re.compile(
        rf"(?:(?:(?P<past>{past})|(?P<end>{end})){little})?(?P<point>{season_named().pattern}|{dated()})", re.I
    )


def _day(match: re.Match[str]) -> str | None:
    """The ISO day that a point in time is told as; None for a year alone and for a day that is none."""
    begin, months = _period(match["point"])
    if begin is None or (months == 12 and not match["end"]):
        return None
    behind = _behind(begin, months)
    if match["end"] and months:
        return (behind - timedelta(days=1)).isoformat()
    return (behind if match["past"] and months else begin).isoformat()


def _period(text: str) -> tuple[date | None, int]:
    """The first day of a point in time, and how many months it lasts; 0 of a day."""
    if season_named().fullmatch(text):
        day = season_day(text)
        return (date.fromisoformat(day), 3) if day else (None, 0)
    told = point(text)
    if told is None or len(told) == 10:
        return parse_day(told), 0
    if not _CENTURY.match(told):
        return None, 0
    quarter = PERIOD.search(text)
    months = 12 if len(told) == 4 else 3 if quarter and (quarter["quarter"] or quarter["of"]) else 1
    return date(int(told[:4]), max(int(told[5:] or 1), 1), 1), months


def _behind(begin: date, months: int) -> date:
    """The first day after a period of whole months."""
    years, month = divmod(begin.month - 1 + months, 12)
    return date(begin.year + years, month + 1, 1)
