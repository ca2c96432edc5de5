"""The forms of a token's parts in words: names, versions, numbers, paths and signs."""

import re
from functools import cache

from .. import lexicon
from ..patterns.language_matchers import either

NAME = r"(?P<name>@?[A-Za-z][\w.-]*(?:/[\w.-]+)?)"
VERSION = r"v?(?P<version>\d+(?:\.\d+)*)(?:\.x|\+)?(?![\w.]*\d)"
NUMBER = r"[~$€£]{0,2}(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)(?![\d,.]*\d)"
TIMES = r"(?P<times>(?-i:[kKM])(?!\w))?"
"""A letter behind a number that multiplies it; a small m is minutes or metres."""
PATH = r"(?P<path>[\w*-]+(?:/[\w.*-]+)*\.\w+)"
SIGN = r"(?:>=|<=|≥|≤|>|<|<more-than|least-than|less-than|most-than|rises-above|falls-below>)"
DAY = r"(?P<day>\d{4}-\d{2}-\d{2}|\d{4}-Q[1-4]|Q[1-4][ /-]\d{4})"


@cache
def form(pattern: str) -> re.Pattern[str]:
    """A pattern in which `<name>` stands for the entries of a slot, or of several."""
    filled = re.sub(r"(?<!\?P)<([\w|-]+)>", lambda names: either(*names[1].split("|")), pattern)
    return re.compile(rf"(?<![\w/@.-]){filled}", re.I)


def meaning(slot: str, word: str) -> str | None:
    """What a word stands for."""
    return lexicon.pairs(slot).get(word.lower())
