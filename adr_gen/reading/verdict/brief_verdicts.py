"""Verdicts of a few words, which count where a longer sentence with the same beginning may tell of something else."""

import re

from .. import roles
from ..patterns.language_matchers import leading, lowered, matcher_for, whole
from ..plain_text import LONGEST_VERDICT, label, plain, sentences
from ..sentences.open_verdicts import asks, undecided
from ..sentences.verdict_verbs import Judged, alone, clean, judge

BOLD = re.compile(r"(?:\*\*|__)([^*_]{2,160}?)[.:!]?(?:\*\*|__)[.:!]?")
"""Bold words that begin a paragraph or sentence."""
MOST_WORDS = 6
CLOSING = 8
"""Words of a sentence that ends a text with its verdict and nothing else."""
BRIEF = 4
"""Words of a question that only names a case."""
_LAST_BOLD = re.compile(r"[:—–-]\s+(?:\*\*|__)([^*_\n]{2,40})(?:\*\*|__)\W*\Z")
_DASHED = re.compile(r"\s[—–]\s(\w[\w ]{3,20}: [^\n*_]{2,60})[*_]*\Z")
_LATER = re.compile(r"[.!?)]\s+[A-Z][\w ]{3,40}: ")


def in_few_words(sentence: str) -> Judged | None:
    """What a sentence of few words says that refuses an act or puts something off: "Not in this release"."""
    judged = None if undecided(sentence) else judge(sentence)
    if judged is None:
        return None
    few, low = len(sentence.split()) <= MOST_WORDS, lowered(clean(sentence))
    put_off = matcher_for("^ defer|defer-label until").match(low) or (
        few and matcher_for("^ defer|defer-label put-behind").match(low)
    )
    refuses = few and leading("negation|refuse", low)
    return judged if refuses or (judged[0] == "deferred" and put_off) else None


def in_closing(sentence: str) -> Judged | None:
    """The refusal or deferral in a few words that ends what was said before: "Not worth it.", "Parked."."""
    # "Esperamos hasta que la cola esté vacía" may tell what the software does
    told = asks(sentence) or leading("defer-verb|refuse-verb", sentence) or len(sentence.split()) > CLOSING
    told = told or ":" in sentence  # "Blocked: the wiki." speaks of one thing of several
    judged = None if told else alone(sentence)
    if judged is None or judged[0] == "accepted":
        return None
    # "Failed." and "Later." tell of anything
    sure = len(sentence.split()) > 1 or whole("state-in-bold|held-only|done-away|done-reject", plain(sentence))
    return judged if sure else None


def outspoken(sentence: str) -> Judged | None:
    """The verdict of a sentence that is nothing but a bold word: "**Go.**"."""
    bold = BOLD.fullmatch(sentence)
    return alone(bold[1]) if bold and len(bold[1]) <= 40 else None


def behind_dash(text: str) -> Judged | None:
    """The verdict in bold at the end of what opens a document: "Meeting of 3 May — **NO-GO**"."""
    last = _LAST_BOLD.search(text)
    return alone(last[1]) if last and whole("capital-verdict|held-only|not-now", plain(last[1])) else None


def labelled_later(text: str) -> list[tuple[str, str]]:
    """The labels, with what stands behind them, of sentences behind another one or behind who says it and when."""
    later = sentences(text[:LONGEST_VERDICT])[1:] if ": " in text and _LATER.search(text) else []
    if (speaker := label(text)) and ": " in speaker[1] and roles.is_day(speaker[0].rpartition(",")[2]):
        later.insert(0, speaker[1])  # "**ole, 6 May:** Decision: go ahead"
    if dash := _DASHED.search(text) if ": " in text else None:
        later.append(dash[1])
    return [part for sentence in later if (part := label(sentence)) and part[1]]


def unsigned(text: str) -> str:
    """A text without a sign such as ⚠ before it."""
    return text if text[:1].isalnum() or text[:1] in "*_" else re.sub(r"\A[^\w*]+", "", text[:8]) + text[8:]


def told_outright(text: str) -> list[str]:
    """The sentences of a text without a fragment that asks and its answer, as guides have them: "Few keys? Use a map."."""
    told: list[str] = []
    asked = ""
    for sentence in sentences(text[:LONGEST_VERDICT]):
        if not (asked and leading("order-first|order-accept|use-it", sentence)):
            told.append(sentence)
        brief = sentence.endswith("?") and len(sentence.split()) <= BRIEF
        asked = sentence if brief and not leading("asked-whether|asks-how", sentence) else ""
    return told
