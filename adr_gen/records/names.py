"""Names: the numbers that record files carry, their pages, and how other texts refer to them."""

import re
from collections.abc import Container, Iterable, Mapping
from pathlib import PurePosixPath
from urllib.parse import quote

_DIGITS = "[0-9]{1,15}"
"""A record's number: days, times and counted names fit in, and every program keeps so many digits as they are."""
NAME = re.compile(rf"(?i)^(?:adr[-_ ]?)?({_DIGITS})(?=[-_ .]|$)")
"""File names that carry a record's number: `0007-x.md`, `7-x.md`, `ADR-007-x.md`, `20260102-x.md`."""
PAGES = "decisions"
"""Folder of the site that has the records' pages, wherever their files are."""
DAY = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$")


def number(written: str) -> int | None:
    """The record's number that digits say; None for any other text, and for more digits than a number has."""
    return int(written) if re.fullmatch(_DIGITS, written) else None


def number_of(path: str) -> int | None:
    """The number that a record's file name carries, None for a page that is no record."""
    found = NAME.match(path.rpartition("/")[2])
    return int(found[1]) if found else None


def dated(number: int) -> bool:
    """Whether a number is really a day (file names like `20260102-x.md`); such numbers are not counted on from."""
    return bool(DAY.match(str(number)))


def twins(paths: Iterable[str]) -> dict[str, int]:
    """Numbers of the files that share their day with an earlier name: the day and two digits more, counted from 02."""
    seen: dict[int, int] = {}
    found = {}
    for path in sorted(paths):
        day = number_of(path)
        if day is not None and dated(day):
            seen[day] = seen.get(day, 0) + 1
            if seen[day] > 1:
                found[path] = day * 100 + seen[day]
    return found


def url_of(path: str, decisions: str, directory_urls: bool = True) -> str:
    """The address of a record file's page, quoted: `docs/decisions/0007-x y.md` is at `decisions/0007-x%20y/`."""
    inner = PurePosixPath(path).relative_to(decisions.strip("/")).with_suffix("")
    return quote(f"{PAGES}/{inner.as_posix()}{'/' if directory_urls else '.html'}")


def day_of(path: str) -> str | None:
    """The day that a file is named by (`20260102-x.md`)."""
    text = str(number_of(path))
    return f"{text[:4]}-{text[4:6]}-{text[6:]}" if DAY.match(text) else None


def references(
    written: tuple[str, ...], days: Mapping[str, int] | None = None, research: Container[str] = ()
) -> tuple[int, ...]:
    """Record numbers in references such as `7`, `ADR-0007` or `0007-x.md`; others are passed over.

    `days` are the `twins` of the log, which only their names tell apart; `research` are names of files that are no
    records, whatever number they carry.
    """
    names = {PurePosixPath(path).stem: day for path, day in (days or {}).items()}
    numbers: list[int] = []
    for text in written:
        if PurePosixPath(text).name in research:
            continue
        digits = re.search(r"\d+", PurePosixPath(text).name)
        found = names.get(PurePosixPath(text.partition("#")[0]).name.removesuffix(".md")) or (
            number(digits[0]) if digits else None
        )
        if found is not None and found not in numbers:
            numbers.append(found)
    return tuple(numbers)


def letter(index: int) -> str:
    """The letter of a trigger: a … z, aa, ab …"""
    return (letter(index // 26 - 1) if index >= 26 else "") + chr(ord("a") + index % 26)
