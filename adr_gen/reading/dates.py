"""Calendar dates as people write them."""

import re
from collections.abc import Callable
from datetime import date
from functools import cache

from . import lexicon

ISO = re.compile(r"(?<![\d_-])(?<!\w/)(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?![\d_-])")
"""A day; what stands in a file's name or an address is none."""
_NUMBERS = re.compile(r"(?<![\d./-])(\d{1,2})([./])(\d{1,2})\2(\d{4})(?!\d|[./-]\d)")
_NUMBERED = r"(?<![\d./-])\d{1,2}[./]\d{1,2}[./]\d{4}(?!\d|[./-]\d)"
_CHINESE = re.compile(r"(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日")
_CHINESE_MONTH = re.compile(r"(\d{4})\s?年\s?(\d{1,2})\s?月")
PERIOD = re.compile(
    r"(?<![\w./-])(?:(?P<year>(?:19|20)\d\d)(?:-(?:Q(?P<quarter>[1-4])|(?P<month>0[1-9]|1[0-2])))?"
    r"|Q(?P<of>[1-4])[ /-](?P<behind>(?:19|20)\d\d))(?![\w/-])"
)
"""A month, quarter or year in numbers."""
YEAR = re.compile(r"\d{4}")
"""What every point in time holds."""


@cache
def months() -> dict[str, int]:
    """The number of each month's name, in all languages."""
    return _numbered("months", lambda number: number % 12 + 1)


def _numbered(slot: str, month: Callable[[int], int]) -> dict[str, int]:
    """The months that the entries of a slot stand for by their place in it; some have several names."""
    return {
        name: month(number)
        for language in lexicon.LANGUAGES
        for number, names in enumerate(lexicon.words(slot, language))
        for name in names.split("/")
    }


@cache
def month_named() -> re.Pattern[str]:
    """Finds a date with the month's name: day, month, day, year."""
    month = "|".join(sorted(map(re.escape, months()), key=len, reverse=True))
    nth, of = "|".join(map(re.escape, lexicon.words("ordinals"))), "|".join(lexicon.words("of-month") or ("of",))
    return re.compile(
        rf"(?:(\d{{1,2}})(?:{nth}|º)?\.?\s+(?:(?:{of})\s+)?)?({month})\.?\s+(?:(\d{{1,2}})(?:{nth})?,?\s+)?(?:(?:{of})\s+)?(\d{{4}})",
        re.I,
    )


@cache
def season_named() -> re.Pattern[str]:
    """Finds a season with its year: "winter 2026/27", "im Herbst 2027", "2027年春"."""
    season = "|".join(sorted(map(re.escape, seasons()), key=len, reverse=True))
    return re.compile(
        rf"\b(?P<season>{season})\s+(?:[^\W\d]{{2,3}}\s+)?(?P<in>\d{{4}})(?:\s?[/–-]\s?\d{{2,4}})?(?!\d)"
        rf"|(?P<year>\d{{4}})\s?年(?:の|的)?(?P<behind>{season})",
        re.I,
    )


@cache
def seasons() -> dict[str, int]:
    """The first month of each season by its names, in all languages."""
    return _numbered("seasons", lambda number: number * 3 + 3)


def season_day(text: str) -> str | None:
    """The first day of the first season with a year of this century or the last in a text, ISO; None if there is none."""
    season = season_named().search(text) if YEAR.search(text) else None
    if season is None:
        return None
    name, year = season["season"] or season["behind"], season["in"] or season["year"]
    return f"{year}-{seasons()[name.lower()]:02}-01" if year[:2] in ("19", "20") else None


@cache
def dated() -> str:
    """The pattern of a point in time: a day, a month, a quarter or a year."""
    period = re.sub(r"\?P<\w+>", "?:", PERIOD.pattern)  # who uses it twice cannot have its names twice
    return (
        rf"(?:{ISO.pattern}|{_NUMBERED}|{_CHINESE.pattern}|{_CHINESE_MONTH.pattern}|{month_named().pattern}|{period})"
    )


def iso(text: str) -> str | None:
    """The first calendar date in a text as an ISO day; of two numbers before a year the one above 12 is the day.

    Between dots the day comes first, wherever days are written so.
    """
    # the names of months are searched at each number: of a line of numbers more than in proportion
    text = text[:2000]
    if not YEAR.search(text):
        return None
    parts = [(m[1], m[2], m[3]) for m in ISO.finditer(text)] + [(m[1], m[2], m[3]) for m in _CHINESE.finditer(text)]
    parts += [
        (m[4], *((m[3], m[1]) if m[2] == "." else (min(m[1], m[3], key=int), max(m[1], m[3], key=int))))
        for m in _NUMBERS.finditer(text)
        if m[2] == "." or max(int(m[1]), int(m[3])) > 12
    ]
    parts += [(m[4], str(months()[m[2].lower()]), m[1] or m[3]) for m in month_named().finditer(text) if m[1] or m[3]]
    return next(filter(None, (_day(*part) for part in parts)), None)


def point(text: str) -> str | None:
    """The first point in time in a text, as exact as it is written: a day, else a month or quarter, else a year.

    Points sort by time: a quarter is told as its first month.
    """
    if day := iso(text):
        return day
    if not YEAR.search(text[:2000]):
        return None
    if named := month_named().search(text[:2000]):
        return f"{named[4]}-{months()[named[2].lower()]:02}"
    if chinese := _CHINESE_MONTH.search(text[:2000]):
        return f"{chinese[1]}-{min(int(chinese[2]), 12):02}"
    period = PERIOD.search(text[:2000])
    if period is None:
        return None
    quarter = period["quarter"] or period["of"]
    month = f"{int(quarter) * 3 - 2:02}" if quarter else period["month"]
    return "-".join(filter(None, (period["year"] or period["behind"], month)))


def _day(year: str, month: str, number: str) -> str | None:
    try:
        return date(int(year), int(month), int(number)).isoformat()
    except ValueError:
        return None


def undated(text: str) -> str:
    """`text` with blanks in the place of its dates, every other character at its place."""
    if not YEAR.search(text):
        return text
    for pattern in (ISO, _CHINESE, _CHINESE_MONTH, _NUMBERS, month_named()):
        text = pattern.sub(lambda match: " " * len(match[0]), text)
    return text


def numbers(text: str) -> set[int]:
    """The numbers of a day, in whatever order they are written."""
    return {int(digits) for digits in re.findall(r"[0-9]{1,4}", text)}
