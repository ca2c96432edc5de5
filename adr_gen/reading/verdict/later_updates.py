"""Updates: what was written later, under a heading or behind a label of its own, and turns the verdict or takes it back."""

import re
from dataclasses import replace

from ...markdown import fold
from ...model import Status
from .. import roles
from ..dates import undated
from ..document.statements import Statement, text_of
from ..document.updates_above import updates_above
from ..patterns.language_matchers import find_slot, finder, leading, lowered, matcher_for
from ..plain_text import LONGEST_VERDICT, line_of, plain, sentences
from ..sentences.verdict_verbs import Judged, alone, clean, judge
from .collected_verdicts import UPDATE, StatedVerdict, StatedVerdicts, says, unknown_verdict
from .verdict_labels import speaks_of_whole

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
    if later is None:
        return False
    return bool(find_slot("turns|ended", text) or finder("taken-back").search(text)) or _is_bare(place, own)


def _is_bare(place: Statement, own: tuple[str, str] | None) -> bool:
    """Whether an update begins with nothing but a verdict: "Update, 3 May: REJECT"."""
    if own and not roles.has(own[0], "update"):
        return False  # "Verdict: REJECT" speaks for itself
    text = own[1] if own else place.block.text
    first = next(iter(sentences(text[:LONGEST_VERDICT])), "")
    return len(first) <= _SHORT and brief(first) is not None


def brief(sentence: str) -> Judged | None:
    """The verdict of a sentence that is nothing else, perhaps behind a word that turns: "In the end rejected."."""
    words = clean(sentence)
    if leading("unchanged", words):  # "No change" refuses one only where it is asked for
        return None
    turn = leading("turns", words)
    rest = words[turn.end() :].lstrip(" ,:") if turn else words
    done = leading("done-accept|done-reject|done-defer", rest)
    return (judge(rest) if done and leading("by|because-of", rest[done.end() :].lstrip()) else None) or alone(rest)


def from_items(place: Statement, stated: StatedVerdicts) -> None:
    """Add the verdict of the last item of an update's list that is nothing but one: "- 2025-05-01: rejected"."""
    for item in reversed(place.block.children):
        text = _behind_day(text_of(item))
        # "- rejected: a page for retries" tells what became of one of several things
        told = text == fold(text_of(item)) and re.search(r"[:：]", text)
        if len(text) <= _SHORT and not told and (judged := brief(text)):
            return stated.add(place, UPDATE, item.line, "update", text, judged)
    return None


def from_row(place: Statement, line: int, row: tuple[str, ...], stated: StatedVerdicts) -> None:
    """Add the verdict of a row such as "Update | rejected"."""
    text = _behind_day(row[1])
    if roles.has(plain(row[0]), "update") and len(text) <= _SHORT and (judged := brief(text)):
        stated.add(place, UPDATE, line, "update", text, judged)


def _behind_day(text: str) -> str:
    """A text without the day that it begins with."""
    return undated(fold(text)).lstrip(" :：–—-*_()")


def turned(stated: StatedVerdicts, status: Status | None) -> tuple[int, str] | None:
    """Line and name, without markup, of the update that says the opposite of what was decided before: what would have reopened that is over.

    None where no update turns a decision for something into one against it, or the other way round.
    """
    last = (one.line for one in stated.verdicts if _decides(one, status))
    line = next(last, stated.withdrawn_on if status and not stated.verdicts else 0)
    said = (one for one in (*stated.withdrawn, *stated.verdicts) if one.rank > UPDATE and one.line < line)
    if all((one.status == "accepted") == (status == "accepted") for one in said):
        return None
    return _named(stated, line)


def _named(stated: StatedVerdicts, line: int) -> tuple[int, str] | None:
    """Line and name, without markup, of the update that a line stands in."""
    unnamed = ((place.line, own[0]) for place in stated.places if (own := divided(place.block.text)))
    named = updates_above(stated.places, line) or [one for one in unnamed if one[0] == line]
    return (named[0][0], plain(fold(named[0][1]))) if named else None


def renewed(stated: StatedVerdicts, status: Status | None) -> str | None:
    """Name of the update that takes something else than what was taken before: the status stays, and the choice is another one.

    None where either says no more than the status.
    """
    last = next((one for one in stated.verdicts if _decides(one, status)), None)
    if last is None or status != "accepted":
        return None
    said = {one.text for one in stated.verdicts if one.rank > UPDATE and one.line < last.line and one.status == status}
    if not said or last.text in said or any(alone(text) for text in (last.text, *said)):
        return None
    named = _named(stated, last.line)
    return named[1] if named else None


def _decides(one: StatedVerdict, status: Status | None) -> bool:
    return one.rank == UPDATE and one.status == status and speaks_of_whole(one.headings)


def settled(contrary: StatedVerdict, status: Status | None, stated: StatedVerdicts) -> StatedVerdict | None:
    """What an update says against the verdict above it, as the one that holds, where the author states its status elsewhere."""
    if contrary.status != status or not updates_above(stated.places, contrary.line):
        return None
    holds = replace(contrary, rank=UPDATE, headings=())  # a paragraph behind its label stands below whatever came last
    stated.verdicts.append(holds)
    return holds


def from_update(place: Statement, stated: StatedVerdicts, text: str) -> None:
    """Add the verdict of an update's sentences or of their clauses; one that only takes the decision back leaves none."""
    updates = False
    for sentence in sentences(text[:LONGEST_VERDICT]):
        parts = (sentence, *_CLAUSE.split(sentence))
        said = (
            (part, says(part, "update", stated) or (alone(part) if number else brief(part)))
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
    back = (sentence for sentence in sentences(text[:LONGEST_VERDICT]) if _takes_back(sentence, text))
    if not updates and (taken := next(back, None)):
        stated.withdraw(place.line)
        stated.unknown.append(unknown_verdict(line_of(place.block, taken), fold(taken)))


def _takes_back(sentence: str, text: str) -> bool:
    """Whether a sentence of an update takes the verdict back, without a word that denies it or makes it a mere chance."""
    cleaned = clean(sentence)
    back = finder("taken-back").search(cleaned)
    if back is None or find_slot("negation|not-inside|perhaps", cleaned[: back.start()]):
        return False
    about = find_slot("verdict|verdict-noun|contrary", text) or len(text) <= _SHORT
    return bool(about) and not leading("bound|if|limits-open", cleaned[back.end() :].lstrip(" ,"))
