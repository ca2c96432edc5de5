"""Which blockers are resolved: struck through, or marked as done."""

import re
from functools import cache

from ..dates import dated
from ..patterns.language_matchers import find_slot, leading, lowered, matcher_for
from ..sentences.day_words import without_days

STRUCK = re.compile(r"~~.+?~~", re.S)
_SIGN = "(?:✅|✔|☑|✓)\ufe0f?"
SIGNED = re.compile(_SIGN)
_PAUSE = re.compile(rf"{_SIGN}[*_]*\s*|[.;,:→][*_]*\s+|[。；，：]")
"""Stands before the word that the text ahead of it is resolved."""

_PLACES = tuple(
    map(
        re.compile,
        (
            r"\A[*_]*[(\[（]([^()\[\]（）]{3,60})[)\]）]",
            r"[(\[（]([^()\[\]（）]{3,60})[)\]）]?\Z",
            r"\A[*_]*([^\W\d_][^:.]{2,40}):\s",
            r":\s+([^,;.:]{3,40})(?:[,;]|\Z)",
            r"[,–—]\s+([^,;:()]{3,60})\Z",
        ),
    )
)
"""Where a text says that it is resolved: "(gone) frost", "contract (signed on 2 June)", "DONE: mast", "mast: done", "mast, solved in May"."""
_WORD = re.compile(r"[^\W\d_]+")
_SHORT = 6
"""Letters of the word that leads to a day: "depuis avril"."""


def is_gone(text: str) -> bool:
    """Whether a text is struck through, perhaps with a remark behind it, or marked as resolved."""
    struck = STRUCK.match(text)
    if (struck and len(text) - struck.end() <= 80) or SIGNED.match(text):
        return True
    if text[:1] in "([*_" and (match := leading("gone", text)):
        return text[match.end() - 1 : match.end()] == " " or text[match.end() : match.end() + 1] in ")]*_:"
    if _says_gone(text) or any(map(_tells, _clauses(text))):
        return True
    last = re.search(r"[(\[*_—–-]\s*([^()\[\]*_—–]{2,80})[)\]*_.]*\Z", text)
    return bool(last and matcher_for("^ gone").match(lowered(last[1])))


def _clauses(text: str) -> list[str]:
    """What may say that the rest is resolved: the first and the last brackets, what a colon divides, and the last clause."""
    bare = text.rstrip(" .。*_")[-160:]
    return [clause for pattern in _PLACES for clause in pattern.findall(bare)]


def _tells(clause: str) -> bool:
    """Whether a clause says that something is resolved or signed, perhaps when, and nothing else."""
    bare = without_days(clause)
    done = find_slot("gone|came-in", bare)
    if done is None or find_slot("negation|not-inside", clause):
        return False
    others = _WORD.findall(bare[: done.start()] + " " + bare[done.end() :])
    # "signed on 2 June", "am 2. Juni gelöst"
    return not others or (bare != clause and len(others) == 1 and len(others[0]) <= _SHORT)


def _says_gone(text: str) -> bool:
    """Whether a text ends with a sign of its own, or with a word that it is resolved and perhaps the day: "… agree. Done 2026-02-11"."""
    bare = text.rstrip(" .。*_)]")[-120:]
    ends = [bare[pause.end() :].lstrip("*_") for pause in _PAUSE.finditer(bare)]
    words = [(end, match) for end in ends if (match := leading("gone", end))]
    return re.search(rf"{_SIGN}\Z", bare) is not None or any(
        _when().fullmatch(end, len(end[: match.end()].rstrip())) for end, match in words
    )


@cache
def _when() -> re.Pattern[str]:
    """What may stand behind "resolved": nothing, a day or a version."""
    return re.compile(rf"\W*|\W+(?:\w+\s+)?(?:{dated()}|v\d[\d.]*)\W*", re.I)
