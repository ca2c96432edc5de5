"""Where in a text the parts of a pattern may stand one after the other: the words it needs stand in many texts in no such order.

Telling it needs no regular expression; to make one takes longer than to search a thousand texts, and most never match.
"""

from collections.abc import Iterable
from functools import cache

from ..lexicon import UNSPACED
from . import word_index
from .grammar import token
from .prefilter import parts
from .word_index import Words


class PatternPart:
    """A part of a pattern that has to stand in what it matches."""

    __slots__ = ("_entries", "_rows")

    def __init__(self, names: str, language: str) -> None:
        rows, entries = parts(names, language)
        self._rows = [steps(row, language) for row in rows]
        self._entries: dict[str, list[str]] | None = {}
        """The entries as plain words by their heads; None if nothing is known of one."""
        for entry in entries:
            heads = word_index.one_of(entry, language) if entry else None
            if heads is None or "*" in entry:
                self._entries = None
                break
            for head in heads:
                self._entries.setdefault(head, []).extend(_spellings(entry))

    def place(self, text: Words, start: int) -> int:
        """The first place from `start` on, in the plain words of a text, where it may begin; -1 if there is none."""
        if self._entries is None:
            return start
        shared = self._entries.keys() & text.heads
        places = [text.plain.find(entry, start) for head in shared for entry in self._entries[head]]
        places += [follow(row, text, start) for row in self._rows]
        return min((place for place in places if place >= 0), default=-1)


def follow(some: Iterable[PatternPart], text: Words, start: int = 0) -> int:
    """Where the last of some steps may begin if none begins before the one it follows; -1 if they cannot all stand there."""
    for step in some:
        start = step.place(text, start)
        if start < 0:
            break
    return start


@cache
def steps(pattern: str, language: str) -> tuple[PatternPart, ...]:
    """The parts that a pattern needs, in their order; none are known where no blanks divide words."""
    names = [part.names for part in map(token, pattern.split()) if part.must]
    return () if language in UNSPACED else tuple(_step(some, language) for some in names)


_step = cache(PatternPart)


def _spellings(entry: str) -> list[str]:
    """An entry as it may stand among plain words, where a hyphen in it is a blank or nothing; at its end, any letters."""
    if entry == word_index.DIGIT:
        return [""]
    first, *others = entry.removesuffix("-").split("-")
    spellings = [first]
    for other in others:
        spellings = [f"{one}{joint}{other}" for one in spellings for joint in ("", " ")]
    return [word_index.plain(one)[: -1 if entry[-1] == "-" else None] for one in spellings]
