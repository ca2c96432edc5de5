"""The words of a hand-written status line."""

import re
from functools import cache

from ..decision import STATUSES, Status
from . import words
from .outline import fold

_MARKS = re.compile(r"[*_~`]+|\\(?=\W)")
_DATE = re.compile(r"[\s,(–—-]*\b(?:on |as of |am )?\d{4}-\d{2}-\d{2}\b\)?")
_LINK = re.compile(r"!?\[([^\]]{0,200})\]\([^)\s]{0,400}\)")


@cache
def _signs() -> list[tuple[str, Status]]:
    names: tuple[Status, ...] = ("accepted", "rejected", "deferred", "proposed")
    return [(sign.replace("?", ""), s) for s in names for sign in words.entries(f"status.{s}_signs")]


@cache
def _known() -> list[tuple[re.Pattern[str], Status]]:
    order: tuple[Status, ...] = ("superseded", "deprecated", "rejected", "deferred", "proposed", "accepted")
    assert set(order) == set(STATUSES)
    return [(re.compile(rf"({words.alternation(f'status.{s}')})(?![\w'])", re.I), s) for s in order]


def status_word(text: str) -> tuple[Status, str | None] | None:
    """The status that a hand-written line begins with, and the words that limit it; None if it says none."""
    text = fold(_MARKS.sub("", _LINK.sub(r"\1", text[:2000])))
    signs = [status for sign, status in _signs() if text.startswith(sign)]
    bare = re.sub(r"^[^\w]+", "", text)
    bare = re.sub(r"^(?:status|decision|the status is)\s*[:=]\s*", "", bare, flags=re.I)
    longest: tuple[int, Status] | None = None
    for pattern, status in _known():
        found = pattern.match(bare)
        if found and (longest is None or found.end() > longest[0]):
            longest = found.end(), status
    if longest is None:
        return (signs[0], None) if signs else None
    end, status = longest
    return status, qualifier(bare[end:])


def qualifier(rest: str) -> str | None:
    """The words that limit a status or verdict, in what follows it."""
    rest = _DATE.sub("", rest).strip()
    bracket = re.match(r"[\s,:]*\(([^()]{1,200})\)?", rest)
    inner = re.split(r"\s[—–-]\s|[;:]|\. ", bracket[1])[0].strip() if bracket else rest
    if bracket and words.whole("verdict.sentence.qualifiers").match(inner):
        return inner
    found = re.match(rf"[\s,:—–(-]*({words.alternation('verdict.sentence.qualifiers')})(?![\w])", rest, re.I)
    if found:
        return found[1].strip(" .,;)")
    return None
