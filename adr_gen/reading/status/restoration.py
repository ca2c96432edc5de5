"""A supersession that was taken back: "was superseded by ADR-9, restored 2025"; what was replaced is in force again."""

import re

from ..patterns.language_matchers import either, finder, of_languages

ARROW = re.compile(r"\s(?:→|->|=>)\s")
_CLAUSE = re.compile(r"[,.:;()\[\]—|/，。；：（）、]|\s[–-]\s")
_YEARS = re.compile(r"\W*(?:\S*\d\S*\s+)?(?:\w+\s+)?(?:19|20)\d\d\s*(?:[–-]|\w{1,5})\s*(?:19|20)\d\d\W*\Z")
"""A time that has ended, behind the record or without it: "ADR-9 from 2023 to 2025"."""


def is_over(before: str, after: str) -> bool:
    """Whether the words around a supersession say that it holds no more."""
    if _once().search(_CLAUSE.split(before)[-1]):
        return True
    clauses = [part for clause in _CLAUSE.split(after) for part in _also().split(clause)]
    if any(map(_restored().match, clauses)) or any(map(_YEARS.match, clauses[:2])):
        return True
    return any(map(_status().match, ARROW.split(after)[1:]))


@of_languages
def _also() -> re.Pattern[str]:
    return finder("superseded-also")


@of_languages
def _status() -> re.Pattern[str]:
    return re.compile(rf"\W*{either('accepted', 'rejected', 'deferred', 'proposed', 'deprecated')}", re.I)


@of_languages
def _once() -> re.Pattern[str]:
    """Finds a word such as "formerly" right before the supersession."""
    return re.compile(rf"{either('superseded-once')}(?:\W*{either('superseded-wholly')})*\W*\Z", re.I)


@of_languages
def _restored() -> re.Pattern[str]:
    """Matches a clause that says that the record is back, or that what replaced it is gone: "which was withdrawn"."""
    led = rf"(?:\W|(?:19|20)\d\d\S{{0,2}}|{either('superseded-wholly', 'since')})*"
    gone = rf"{led}{either('superseded-which')}{led}{either('superseded-withdrawn')}"
    return re.compile(rf"\W*(?:{gone}|{led}{either('superseded-restored')})", re.I)
