"""The day by which a decision is looked at again whatever becomes of its conditions: "…, and at the latest on 2027-03-31"."""

import re

from ..patterns.language_matchers import finder, may_hold
from ..plain_text import masked
from .bare_day import bare_day
from .condition_kinds import classify

_APART = r"\s*[,;，；、(（]|\s[—–-](?=\s)"
_BRIEF = 80
"""Characters of the longest latest day."""
_ELAPSED = 5
"""Words of the longest time after the decision."""


def without_latest_day(text: str) -> tuple[str, str]:
    """A text without the latest day that it ends or begins with, and that day; none if nothing else is said."""
    if not may_hold("at-the-latest", text):
        return text, ""
    hidden = masked(text)
    if not finder("at-the-latest").search(hidden):
        return text, ""
    joints = re.finditer(rf"(?:{_APART})+\s*|(?<=\s)(?=(?:{finder('joins').pattern})\s)", hidden, re.I)
    cuts = [joint.span() for joint in joints if joint.start()]
    for start, end in cuts:
        if is_latest_day(text[end:]) and re.search(r"\w", text[:start]):
            return text[:start].rstrip(), _bare(text[end:])
    for start, end in reversed(cuts):
        if is_latest_day(text[:start]) and re.search(r"\w", text[end:]):
            return _bare(text[end:]), text[:start]
    return text, ""


def _bare(text: str) -> str:
    """A text without the joining words it begins with, and the signs at its end."""
    joined = re.match(rf"(?:[\s,]*{finder('joins', 'opener').pattern})+[\s,]*", text, re.I)
    return text[joined.end() if joined else 0 :].strip(" ,.;)。）")


def is_latest_day(text: str) -> bool:
    """Whether a text says that a day is the latest, and nothing else."""
    if len(text) > _BRIEF or not finder("at-the-latest").search(masked(text)):
        return False
    rest = finder("joins", "opener").sub(" ", finder("at-the-latest").sub(" ", text)).strip(" ,.;)`")
    return bool(bare_day(text)) or (classify(rest) == "elapsed" and len(rest.split()) <= _ELAPSED)


def floor(text: str) -> str:
    """The day before which nothing counts, of a text that says nothing else: "and not before 2027-03-31"; empty if it says more."""
    if len(text) > _BRIEF or not may_hold("floor", text):
        return ""
    bare = _bare(text)
    return bare if finder("floor").match(bare.lstrip("`")) and bare_day(bare.strip("`")) else ""
