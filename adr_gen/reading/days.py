"""Calendar days in a text: `2026-05-02`, "2 May 2026"."""

import re
from datetime import date as day
from functools import cache

from . import words

ISO = re.compile(r"(?<![\d-])(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?![\d-])")
_YEAR = re.compile(r"\d{4}")


@cache
def written_date() -> re.Pattern[str]:
    """Finds a date that names its month."""
    month = "|".join(m for m in words.entries("header.months"))
    nth = words.alternation("header.ordinals")
    day = rf"(\d{{1,2}}){nth}?"
    return re.compile(rf"(?:{day}\.?\s+)?({month})\.?\s+(?:{day},?\s+)?(\d{{4}})", re.I)


@cache
def _month() -> dict[str, int]:
    names = words.entries("header.months")
    return {name: number % 12 + 1 for number, entry in enumerate(names) for name in entry.split("|")}


def iso(text: str) -> str | None:
    """The first calendar date in a text as an ISO day."""
    for found in ISO.finditer(text[:2000]):
        made = _day(found[1], found[2], found[3])
        if made:
            return made
    for found in written_date().finditer(text[:2000]) if _YEAR.search(text) else ():
        number = found[1] or found[3]
        made = _day(found[4], str(_month()[found[2].lower()]), number) if number else None
        if made:
            return made
    return None


def _day(year: str, month: str, number: str) -> str | None:
    try:
        return day(int(year), int(month), int(number)).isoformat()
    except ValueError:
        return None


def undated(text: str) -> str:
    """`text` with blanks in the place of its dates, every other character at its place."""
    if not _YEAR.search(text):
        return text
    for pattern in (ISO, written_date()):
        text = pattern.sub(lambda found: " " * len(found[0]), text)
    return text
