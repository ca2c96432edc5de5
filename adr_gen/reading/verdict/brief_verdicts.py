"""Verdicts of a few words, which count where a longer sentence with the same beginning may tell of something else."""

import re

from ..patterns.pattern import anywhere, leading, lowered
from ..sentences.verb import Judged, alone, clean, judge, undecided

BOLD = re.compile(r"(?:\*\*|__)([^*_]{2,160}?)[.:!]?(?:\*\*|__)[.:!]?")
"""Bold words that begin a paragraph or sentence."""
MOST_WORDS = 6


def in_few_words(sentence: str) -> Judged | None:
    """What a sentence of few words says that refuses an act or puts something off: "Not in this release"."""
    judged = None if undecided(sentence) else judge(sentence)
    if judged is None:
        return None
    few, low = len(sentence.split()) <= MOST_WORDS, lowered(clean(sentence))
    put_off = anywhere("^ defer|defer-label until").match(low) or (
        few and anywhere("^ defer|defer-label put-behind").match(low)
    )
    refuses = few and leading("negation|refuse", low)
    return judged if refuses or (judged[0] == "deferred" and put_off) else None


def outspoken(sentence: str) -> Judged | None:
    """The verdict of a sentence that is nothing but a bold word: "**Go.**"."""
    bold = BOLD.fullmatch(sentence)
    return alone(bold[1]) if bold and len(bold[1]) <= 40 else None
