"""Which blockers are resolved: struck through, or marked as done."""

import re
from functools import cache

from ..dates import dated
from ..patterns.language_matchers import leading, lowered, matcher_for

STRUCK = re.compile(r"~~.+?~~", re.S)
_SIGN = "(?:✅|✔|☑|✓)\ufe0f?"
SIGNED = re.compile(_SIGN)
_PAUSE = re.compile(rf"{_SIGN}[*_]*\s*|[.;,:→][*_]*\s+|[。；，：]")
"""Stands before the word that the text ahead of it is resolved."""


def is_gone(text: str) -> bool:
    """Whether a text is struck through, perhaps with a remark behind it, or marked as resolved."""
    struck = STRUCK.match(text)
    if (struck and len(text) - struck.end() <= 80) or SIGNED.match(text):
        return True
    if text[:1] in "([*_" and (match := leading("gone", text)):
        return text[match.end() - 1 : match.end()] == " " or text[match.end() : match.end() + 1] in ")]*_:"
    if _says_gone(text):
        return True
    last = re.search(r"[(\[*_—–-]\s*([^()\[\]*_—–]{2,80})[)\]*_.]*\Z", text)
    return bool(last and matcher_for("^ gone").match(lowered(last[1])))


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
