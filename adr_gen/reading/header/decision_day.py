"""The day of a decision in the words of its verdict: another day there is that of an event, a deadline or the next look."""

import re

from ..dates import iso, undated
from ..document.statements import Statement
from ..document.updates_above import updates_above
from ..patterns.language_matchers import find_slot, finder, leading, lowered, matcher_for
from ..plain_text import sentences
from ..status.status_line import status_word

_MARKED = re.compile(r"[(（,，:：|·–—-]\s*\Z")
ENDS = re.compile(r"\s*(?:\Z|[.,;:)|·–—-])")
_CLAUSE = re.compile(r"[;.,，；。]\s+|\n")
_EMPHASISED = re.compile(r"(\*{1,3}|_{1,3})(?=\S)([^*_]{1,200})(?<=\S)\1")
_ENDS_DATED = re.compile(r"[,.;(·|–—-]\s{8,}[).]*\Z")
"""Ends a line whose day stands apart; the day itself is blanks."""
OTHER_DAY = "again|if|until|because|deadline|at-the-latest|floor"
"""Slots of what a day is that is not that of the decision."""
_BRIEF = 5
"""Words of a label, or of what was decided and by whom, before the day on which it was."""


def of_words(text: str) -> str | None:
    """The ISO day on which it was decided, if words of a verdict say that: "Rejected by the team on 2026-03-01"."""
    return next((iso(sentence) for sentence in sentences(text) if _says_it(sentence)), None) if iso(text) else None


def of_status(text: str) -> str | None:
    """The ISO day of a status, not of what follows it: "Accepted on 2026-03-01, to be reviewed 2027-03-01"."""
    if not iso(text):
        return None
    whole, shade, start = status_word(text), undated(text), 0
    for end in [*(mark.end() for mark in _CLAUSE.finditer(shade)), len(text)]:
        clause, start = text[start:end], end
        before, _ = around(clause)
        left = _without_since(before)
        own = status_word(clause) if re.search(r"\w", left) else whole
        told = bool(leading("date", left)) or own is whole or bool(own and (whole is None or own[0] == whole[0]))
        if iso(clause) and told and not _ends_in_deadline(left):
            return iso(clause)
    return None


def of_label(text: str) -> str | None:
    """The ISO day of a label or heading: "Decision (2026-03-01)"."""
    if not iso(text) or find_slot("again", text):
        return None
    before, _ = around(text)
    words = before.split()
    return iso(text) if len(words) <= _BRIEF and not _ends_in_deadline(before) else of_words(text)


def of_update(places: list[Statement], line: int) -> tuple[int, str] | None:
    """Line and ISO day of the update in which a line stands: "Update, 16 November 2026"."""
    dated = ((at, iso(name)) for at, name in updates_above(places, line))
    return next(((at, day) for at, day in dated if day), None)


def _ends_in_deadline(before: str) -> bool:
    """Whether words such as "until" and "no later than" stand before a day."""
    words = finder("until", "if-keep", "deadline").pattern
    return re.search(rf"(?:{words})(?:\s+\w{{1,3}})?\W*\Z", before[-40:], re.I) is not None


def _without_since(before: str) -> str:
    """What stands before a day and before a word such as "on"."""
    return re.sub(rf"(?:{finder('since').pattern})\s*\Z", "", before, flags=re.I)


def around(text: str) -> tuple[str, str]:
    """What stands before the first day of a text, and behind it."""
    shade = undated(text)
    start = next((n for n, (one, other) in enumerate(zip(text, shade, strict=True)) if one != other), len(text))
    return text[:start], shade[start:].lstrip()


def _says_it(sentence: str) -> bool:
    if not iso(sentence):
        return False
    before, behind = around(sentence)
    left = _without_since(before)
    words, told = re.findall(r"\w[\w'’-]*", left), left != before
    if not words:
        return not told and bool(ENDS.match(behind))
    if status_word(words[-1]) and len(words) <= _BRIEF and not re.search(r"[,;(–—]", left):
        return True
    if not status_word(sentence) or matcher_for("again|if|until|because").search(lowered(left)):
        return False
    return bool(_MARKED.search(left)) or (told and len(words) <= _BRIEF and "," not in left)


def is_signed(line: str) -> bool:
    """Whether an emphasised line ends with a day apart from what stands before it, as who wrote it does: "*Ann, 4 May 2026*"."""
    signed = _EMPHASISED.fullmatch(line.strip())
    text = signed[2].strip() if signed else ""
    return bool(iso(text) and _ENDS_DATED.search(undated(text)) and not matcher_for(OTHER_DAY).search(lowered(text)))
