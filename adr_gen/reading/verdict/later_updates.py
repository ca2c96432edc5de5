"""Updates: what was written later, under a heading or behind a label of its own, and turns the verdict or takes it back."""

import re

from ...markdown import fold
from .. import roles
from ..document.statements import Statement
from ..patterns.language_matchers import find_slot, finder, leading, lowered, matcher_for
from ..plain_text import LONGEST_VERDICT, line_of, sentences
from ..sentences.verdict_verbs import alone, clean
from .collected_verdicts import UPDATE, StatedVerdicts, says, unknown_verdict

_CLAUSE = re.compile(r"[:;：；]\s*|\s[—–-]\s|[,，]?\s+(?=(?:and|und|et|y|e|и)\s)(?:\w+)\s+")
"""What divides the clauses of an update's sentence."""
_NAMES = "update|update-edit"
_SHORT = 60
"""Characters of an update that has no room for another matter."""
_LEAD = re.compile(r"[\s*_]*([^\W\d_][^\n:：—–.]{0,50}?)[\s*_]*(?:[:：]|\s[—–-]\s)[\s*_]*(?=\S)")
"""What an update begins with: "Update 2026-03-01 –"."""


def divided(text: str) -> tuple[str, str] | None:
    """The name of an update and its words, if a paragraph or heading begins with both."""
    if not matcher_for(_NAMES).may_begin(lowered(text)):  # as in most texts
        return None
    lead = _LEAD.match(text) if leading(_NAMES, text.lstrip("*_ ")[:80]) else None
    return (lead[1], text[lead.end() :]) if lead and roles.has(lead[1], "update") else None


def words(place: Statement) -> str | None:
    """The words of a paragraph that is an update or stands right below the heading of one."""
    if own := divided(place.block.text):
        return own[1]
    if place.label and place.labelled("update"):
        return place.label[1]
    return place.block.text if place.below("update") else None


def turns(place: Statement) -> bool:
    """Whether a paragraph stands in an update and says that something is no longer as it was."""
    own = divided(place.block.text) or place.label
    if not ("update" in place.headings.below_title or (own and roles.has(own[0], "update"))):
        return False
    names = [heading.text for heading in place.headings if heading.level > 1] + ([own[0]] if own else [])
    later = next((name for name in names if roles.has(name, "update")), None)
    text = f"{later} {place.block.text}"
    return later is not None and bool(find_slot("turns|ended", text) or finder("taken-back").search(text))


def from_update(place: Statement, stated: StatedVerdicts, text: str) -> None:
    """Add the verdict of an update's sentences or of their clauses; one that only takes the decision back leaves none."""
    updates = False
    for sentence in sentences(text[:LONGEST_VERDICT]):
        parts = (sentence, *_CLAUSE.split(sentence))
        said = (
            (part, says(part, "update", stated) or (alone(part) if number else None))
            for number, part in enumerate(parts)
        )
        words, judged = next(((part, judged) for part, judged in said if judged), ("", None))
        if judged:
            before, line = len(stated.verdicts), line_of(place.block, sentence)
            # "The rejection was overruled: adopt": the clause that says it, where the whole speaks of something else
            for part in dict.fromkeys((sentence, words)):
                if len(stated.verdicts) == before:
                    stated.add(place, UPDATE, line, "update", part, judged)
            updates |= len(stated.verdicts) > before
    if not updates and any(_takes_back(sentence, text) for sentence in sentences(text[:LONGEST_VERDICT])):
        stated.verdicts.clear()
        stated.unknown.append(unknown_verdict(place.line, fold(text)))


def _takes_back(sentence: str, text: str) -> bool:
    """Whether a sentence of an update takes the verdict back, without a word that denies it or makes it a mere chance."""
    cleaned = clean(sentence)
    back = finder("taken-back").search(cleaned)
    if back is None or find_slot("negation|not-inside|perhaps", cleaned[: back.start()]):
        return False
    about = find_slot("verdict|verdict-noun|contrary", text) or len(text) <= _SHORT
    return bool(about) and not leading("bound|if|limits-open", cleaned[back.end() :].lstrip(" ,"))
