"""Calendar dates as people write them."""

import re
from datetime import date
from functools import cache

from . import lexicon

ISO = re.compile(r"(?<![\d_-])(?<!\w/)(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?![\d_-])")
"""A day; what stands in a file's name or an address is none."""
_NUMBERS = re.compile(r"(?<![\d./-])(\d{1,2})([./])(\d{1,2})\2(\d{4})(?!\d|[./-]\d)")
_CHINESE = re.compile(r"(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日")
_YEAR = re.compile(r"\d{4}")


@cache
def months() -> dict[str, int]:
    """The number of each month's name, in all languages."""
    return {
        name: number % 12 + 1
        for language in lexicon.LANGUAGES
        for number, names in enumerate(lexicon.words("months", language))
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


def iso(text: str) -> str | None:
    """The first calendar date in a text as an ISO day; of two numbers before a year the one above 12 is the day."""
    # the names of months are searched at each number: of a line of numbers more than in proportion
    text = text[:2000]
    if not _YEAR.search(text):
        return None
    parts = [(m[1], m[2], m[3]) for m in ISO.finditer(text)] + [(m[1], m[2], m[3]) for m in _CHINESE.finditer(text)]
    parts += [
        (m[4], min(m[1], m[3], key=int), max(m[1], m[3], key=int))
        for m in _NUMBERS.finditer(text)
        if max(int(m[1]), int(m[3])) > 12
    ]
    parts += [(m[4], str(months()[m[2].lower()]), m[1] or m[3]) for m in month_named().finditer(text) if m[1] or m[3]]
    return next(filter(None, (_day(*part) for part in parts)), None)


def _day(year: str, month: str, number: str) -> str | None:
    try:
        return date(int(year), int(month), int(number)).isoformat()
    except ValueError:
        return None


def undated(text: str) -> str:
    """`text` with blanks in the place of its dates, every other character at its place."""
    if not _YEAR.search(text):
        return text
    for pattern in (ISO, _CHINESE, _NUMBERS, month_named()):
        text = pattern.sub(lambda match: " " * len(match[0]), text)
    return text


def numbers(text: str) -> set[int]:
    """The numbers of a day, in whatever order they are written."""
    return {int(digits) for digits in re.findall(r"[0-9]{1,4}", text)}
