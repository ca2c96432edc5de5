"""The sentences that most likely say a condition which was not read."""

from collections.abc import Iterable

from ..markdown import Document
from . import roles
from .candidates import Candidate, Weighed, best
from .lexicon import speaking
from .outline import Statement
from .pattern import inside
from .quotes import Quote, quotes
from .sentence import Languages, StatedCondition, condition_in, may_hold
from .stated_verdicts import is_label
from .trimmed_wording import clause
from .values import Note, Reading

MOST = 5
"""How many are shown at most."""
LEAST = 1.5
"""The points that a sentence needs."""


def conditions(document: Document, reading: Reading) -> tuple[Candidate, ...]:
    """The best sentences for further conditions, in their order."""
    taken = {trigger.sentence for trigger in reading.conditions.triggers}
    noted = [note for note in reading.notes if note.field == "trigger"]
    with speaking(document.text) as spoken:
        unread = (quote for quote in quotes(document) if not _known(quote, taken, noted))
        weighed = [one for quote in unread if (one := _condition(quote, noted, spoken))]
    likely = best((one for one in weighed if one.points >= LEAST), MOST)
    return tuple(one.candidate for one in weighed if one.candidate in likely)


def _known(quote: Quote, taken: Iterable[str], noted: list[Note]) -> bool:
    """Whether a sentence gave a condition already."""
    here = any(note.taken and quote.line <= note.line <= quote.end and note.text in quote.text for note in noted)
    return here or any(quote.text in sentence or sentence in quote.text for sentence in taken)


def _condition(quote: Quote, noted: list[Note], spoken: Languages) -> Weighed | None:
    """A sentence as a candidate for a condition; of one that holds a clause with "if" only this."""
    text, place = quote.text, quote.place
    if place.block.kind == "heading" or not any(sign.isalpha() for sign in text):
        return None
    note = next((n for n in noted if not n.taken and quote.line <= n.line <= quote.end and n.text in text), None)
    reasons = [(2.0, note.why)] if note else []
    if isinstance(condition_in(text, spoken), StatedCondition):
        reasons.append((3, "says when to look again"))
    if _of_conditions(place):
        reasons.append((3, "in a place for conditions"))
    if inside("if|if-keep|until", text):
        reasons.append((1, "says “if”, “until” or the like"))
        reasons += [(0.5, "")] * may_hold(text, spoken)
        reasons += [(0.5, "")] * any(is_label(heading.text) for heading in place.headings)
        reasons += [(0.5, "")] * (inside("maybe|actions", text) is not None)
    if inside("again|change-act", text):
        reasons.append((1.5, "speaks of looking again"))
    if not reasons:
        return None
    points = sum(points for points, _ in reasons) - place.of_option - place.step - 2 * text.endswith(("?", "？"))
    return Weighed(points, Candidate(quote.line, clause(text, spoken), note.why if note else max(reasons)[1]))


def _of_conditions(place: Statement) -> bool:
    """Whether a heading, label or column above a statement announces conditions."""
    columns = place.block.rows[0] if place.block.kind == "table" else ()
    names = (*(heading.text for heading in place.headings), *place.labels, *columns)
    return any(roles.has(name, role) for name in names for role in ("revisit", "plan"))
