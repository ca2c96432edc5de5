"""Which record a text means by a number, an id, a file name or the path of a link."""

import re
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache
from pathlib import PurePosixPath

from .. import links
from ..errors import Problem
from .record import Record
from .record_names import number, number_of

Holder = tuple[int, str]
"""A record's number and the path of its file, which tells apart those that took one number."""
Titles = Callable[[], Iterable[tuple[int, str]]]
_LOG = re.compile(r"(?i)(?:^|/)(?:adrs?|(?:[\w-]*-)?(?:decisions?|records?)(?:-[\w-]*)?)/[^/]*/?\Z")
"""Addresses on a site whose last part is a record's number: `/adr/23`."""
_PAGE = re.compile(r"\.(?:md|markdown)$", re.I)
_PLAIN = re.compile(r"(?:ADR[- ]?)?#?(\d+)", re.I)
_KEY = re.compile(r"([A-Za-z]{2,10})-(?:[A-Za-z]+-)*[1-9]\d*")
"""What may be a ticket as well as a record: no tracker writes zeros before a number."""
_WORDS = re.compile(r"[^\s,;:()\[\]]+")
_COUNTED = re.compile(r"[#№]?(?:([^\W\d_]+)(?:-[A-Za-z]+)*[-–—_.#]?)?#?([0-9]+)(?:[-_][^\W\d].*|[^\x00-\x7f]*|\.)")
"""A word that counts a record: `7`, `0007-slug`, `adr7`; no `-1`, `1e9`, `8.5`, `v8`, `http2` or day."""
_ID = re.compile(r"([A-Z]{2,8})-(\d{1,15})\b")


class Holders:
    """The records of a log by all that they are called."""

    def __init__(self, records: Iterable[tuple[Holder, str]], titles: Titles = tuple) -> None:
        """Of each record its number, its path, and the path of its research file; empty if it has none.

        `titles` gives numbers and titles, from which the log's own ids are told: `KEY-12` of record 12.
        """
        self._titles = titles
        self.numbered: dict[int, list[Holder]] = {}
        self._places: dict[str, Holder] = {}
        self._called: dict[str, set[Holder]] = {}
        self._made_of: dict[str, set[Holder]] = {}
        for holder, source in records:
            self.numbered.setdefault(holder[0], []).append(holder)
            self._places |= {holder[1]: holder} | ({source: holder} if source else {})
            for place in filter(None, (holder[1], source)):
                self._called.setdefault(_name(place), set()).add(holder)
            self._made_of.setdefault(_name(source), set()).add(holder)

    @classmethod
    def of(cls, records: Iterable[Record]) -> "Holders":
        """Those of whole records."""
        some = tuple(records)
        named = ((holder(record), record.source or "") for record in some)
        return cls(named, lambda: [(record.number, record.title) for record in some])

    @cached_property
    def _keys(self) -> frozenset[str]:
        """The letters before the numbers in the log's own titles."""
        ids = ((own, _ID.match(title)) for own, title in self._titles())
        return frozenset(match[1] for own, match in ids if match and number(match[2]) == own)

    def resolve(self, reference: str, folder: str) -> tuple[Holder, ...]:
        """The records that a reference in a file of `folder` may mean: none, one, or several that share a number or name.

        A path means the file there, or the research file of that name, which may have moved; a name alone means the one
        file that has it. Neither ever means a number.
        """
        reference = reference.strip().replace("\\", "/")  # as Windows writes a path
        path, _ = links.split(reference)
        if "://" not in path:
            for place in (links.join(folder, path), links.join("", path)):
                if place in self._places:
                    return (self._places[place],)
        # a path to where no record lies names a research file that moved, not the record that happens to be called so
        elsewhere = "/" in path.strip("/") and "://" not in path and not path.startswith("/")
        if called := (self._made_of if elsewhere else self._called).get(_name(path)):
            return tuple(sorted(called))
        key = _KEY.fullmatch(reference)
        number = number_in(reference[key.end(1) + 1 :] if key and key[1] in self._keys else reference)
        return tuple(self.numbered.get(number, ())) if number is not None else ()

    def at_site(self, place: str) -> str:
        """The path of the record that an address from the root of a site (`/adr/23`) leads to; empty if it leads to none."""
        meant = self.resolve(place, "") if place.startswith("/") else ()
        return meant[0][1] if len(meant) == 1 else ""


def holder(record: Record) -> Holder:
    """What tells a record from all others."""
    return record.number, record.path


def number_in(reference: str) -> int | None:
    """The number that a reference says: `7`, `ADR-0007`, `/adr/7`; None for the path of a file, a ticket, and all but one."""
    path = reference.partition("#")[0].strip() or reference
    name = PurePosixPath(path).name
    if is_path(reference) and not (path.startswith("/") and name.isdigit() and _LOG.search(path)):
        return None
    if plain := _PLAIN.fullmatch(name):
        return number(plain[1])
    from ..reading.patterns.language_matchers import find_slot, whole  # takes time, and most references are plain

    key = _KEY.fullmatch(name)
    if (key and not whole("ids", key[1])) or find_slot("all-but", name):
        return None
    counted = filter(None, map(_COUNTED.fullmatch, _WORDS.findall(name)))
    # no tracker writes zeros before a number
    named = (m for m in counted if not (m[1] and m[1].isascii()) or whole("ids", m[1]) or m[2].startswith("0"))
    return next((number(match[2]) for match in named), None)


def is_path(reference: str) -> bool:
    """Whether a reference is the path or the name of a file, not the number of a record."""
    path = reference.partition("#")[0].strip()
    return "/" in path or "\\" in path or bool(_PAGE.search(path))


def missing_number(reference: str) -> int | None:
    """The number that a reference to no record of the log carries; a path that leads elsewhere has none."""
    number = number_in(reference)
    return number_of(reference.partition("#")[0]) if number is None and "/" not in reference else number


def is_ticket(reference: str, stated: Iterable[str]) -> bool:
    """Whether `#12`, which no record has, is the ticket of a record that is named otherwise beside it."""
    return reference.startswith("#") and any(not other.startswith("#") for other in stated)


def reference_name(reference: str) -> str:
    """A reference as messages name it: `record 7`, or the file."""
    number = number_in(reference)
    return reference if number is None else f"record {number}"


def ambiguous(path: str, line: int, name: str, meant: Iterable[Holder], where: str = "") -> Problem:
    """The problem of a reference that may mean several records."""
    files = " or ".join(file for _, file in meant)
    message = f"{name} may be {files}; run `adr-gen renumber`, or name the file{where}"
    return Problem(path, line, "ADR306", message)


def folder_of(path: str) -> str:
    """The folder of a project path."""
    return path.rpartition("/")[0]


@lru_cache(16_384)  # a preview asks for the same ones after each change
def _name(path: str) -> str:
    """A file's name without its ending."""
    return _PAGE.sub("", PurePosixPath(path).name)
