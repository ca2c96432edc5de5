"""Names: the numbers that record files carry, their pages, and how other texts refer to them."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterable
from html import unescape
from itertools import count
from pathlib import PurePosixPath
from urllib.parse import quote

_DIGITS = "[0-9]{1,15}"
"""A record's number: days, times and counted names fit in, and every program keeps so many digits as they are."""
NAME = re.compile(rf"(?i)^(?:adr[-_ ]?)?({_DIGITS})(?=[-_ .]|$)")
"""File names that carry a record's number: `0007-x.md`, `7-x.md`, `ADR-007-x.md`, `20260102-x.md`; `DATED` ones too."""
PAGES = "decisions"
"""Folder of the site that has the records' pages, wherever their files are."""
_DAY = r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_DATE = r"(?:19|20)\d\d(?P<by>[-_.])(?:0?[1-9]|1[0-2])(?:(?P=by)(?:0?[1-9]|[12]\d|3[01]))?(?!\d)"
_SHORT_YEAR = r"\d\d(?P<short>[-_.])(?:0[1-9]|1[0-2])(?P=short)(?:0[1-9]|[12]\d|3[01])(?!\d)"
_YEAR = r"(?:19|20)\d\d"
_YEAR_LAST = rf"[0-3]\d(?P<last>[-_.])[0-3]\d(?P=last){_YEAR}"
_NAMED_BY = re.compile(
    r"(?i)(?:adr[-_ ]?)?((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2]|(?<=[-_.])[1-9])\2(0[1-9]|[12]\d|3[01]|(?<=[-_.])[1-9])(?!\d)"
)
DATED = re.compile(
    rf"(?i)^(?:adr[-_ ]?)?(?P<date>{_DATE}|{_YEAR_LAST}|{_SHORT_YEAR}|{_DAY}(?=_\d)|{_YEAR}(?=[-_.]\d{{3,4}}(?!\d)))(?:(?:_|[-. ](?=0))(?P<number>{_DIGITS}))?(?=[-_ .]|$)"
)
"""File names that begin with a date, which is no number: `2024-03-01-x.md`; `2021-06-05_001-x.md` is 1."""


def source_path(written: str) -> str:
    """The research file that a record's `source:` says, which people write in other ways too: `./docs//research/x.md`."""
    return posixpath.normpath(path) if (path := unescape(written).strip()) else ""


def number(digits: str) -> int | None:
    """The record's number that digits say; None for any other text, and for more digits than a number has."""
    return int(digits) if re.fullmatch(_DIGITS, digits) else None


def is_record(path: str) -> bool:
    """Whether a file name is a record's: it begins with a number or a date."""
    return bool(NAME.match(path.rpartition("/")[2]))


def number_of(path: str) -> int | None:
    """The number that a record's file name carries; None for a name without one, and for one that has a date instead."""
    name = path.rpartition("/")[2]
    if dated := DATED.match(name):
        return number(dated["number"] or "")
    match = NAME.match(name)
    return int(match[1]) if match else None


def is_day(number: int) -> bool:
    """Whether a number is really a day (file names like `20260102-x.md`); such numbers are not counted on from."""
    return bool(re.match(rf"{_DAY}(?:\d\d)?$", str(number)))


def numbers(paths: Iterable[str]) -> dict[str, int]:
    """The number of every record file.

    Of files that share a day (`20260102-x.md`) the later names get two digits more, counted from 02; files that are
    named by a date in another form get the free numbers, in the order of their names.
    """
    ordered = sorted((path for path in paths if is_record(path)), key=lambda path: (path.rpartition("/")[2], path))
    named = {path: number_of(path) for path in ordered}
    numbered: dict[str, int] = {}
    days: Counter[int] = Counter()
    for path, own in sorted(named.items()):
        if own is not None:
            days[own] += is_day(own)
            numbered[path] = own * 100 + days[own] if days[own] > 1 else own
    # last, so that no file with a number of its own loses it to one that has only a date
    taken = set(numbered.values())
    free = (candidate for candidate in count(1) if candidate not in taken)
    return numbered | {path: next(free) for path, own in named.items() if own is None}


def url_of(path: str, decisions: str, directory_urls: bool = True) -> str:
    """The address of a record file's page, quoted: `docs/decisions/0007-x y.md` is at `decisions/0007-x%20y/`."""
    inner = PurePosixPath(path).relative_to(decisions.strip("/")).with_suffix("")
    return quote(f"{PAGES}/{inner.as_posix()}{'/' if directory_urls else '.html'}")


def day_of(path: str) -> str | None:
    """The day that a file is named by (`20260102-x.md`, `2026-01-02-x.md`)."""
    match = _NAMED_BY.match(path.rpartition("/")[2])
    return f"{match[1]}-{match[3]:0>2}-{match[4]:0>2}" if match else None
