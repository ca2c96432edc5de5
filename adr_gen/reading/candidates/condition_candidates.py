"""The sentences that most likely say a condition which was not read."""

import re
from collections.abc import Iterable, Iterator

from ...markdown import Document
from .. import roles
from ..document.quote_location import Quote, quotes
from ..document.statements import Statement
from ..lexicon import speaking
from ..patterns.language_matchers import find_slot, leading
from ..plain_text import masked
from ..result_types import Note, Reading
from ..sentences.sentence_classification import Languages, Skipped, StatedCondition, condition_in
from ..verdict.verdict_labels import is_label, is_summary
from .candidates import Candidate, Weighed, best
from .trimmed_wording import clause

MOST = 5
"""How many are shown at most."""
LEAST = 3.5
"""The points that a sentence needs."""
BESIDE = 1.0
"""More points that it needs in a document whose conditions were read: who lists them lists all of them."""
LONG = 400
"""Characters of a sentence that tells more than a condition."""
_LISTED = {"front-matter", "heading-list", "label-list", "table"}
"""Containers in which people list their conditions."""

STRONG, WEAK = "if|until", "if-keep"
"""Slots of the words with which a condition begins."""
NEAR = 60
"""Characters before an "if" in which an "only" or "not" belongs to it."""
SIGNS = (
    (1.5, "clause", "comes-true|above|lifecycle", "speaks of what may come true"),
    (1.5, "others", "again", "speaks of looking again"),
    (1.5, "before", "hold-off", "says what it waits for"),
    (1, "near", "only|negation", "says “not until” or “only if”"),
    (0.5, "others", "maybe", ""),
    (-1, "clause", "past", ""),
    (-1, "clause", "reader", ""),
)
"""What the parts of a sentence with an "if" say for it, and against it."""

_AFTER = {"aside", "consequences", "blockers", "deferred-items", "update"}
_BEFORE = {"confirmation", "context", "drivers"}
"""Roles of sections that look ahead from a decision, and of those that lead to it."""

_END = re.compile(r"[,;:.，；：。]\s|\s[–—]\s|[()（）]|\Z")
"""Where the clause behind an "if" ends."""
_WORDS = re.compile(r"\w+")


def conditions(document: Document, reading: Reading) -> tuple[Candidate, ...]:
    """The best sentences for further conditions, the best first."""
    taken = {trigger.sentence for trigger in reading.conditions.triggers}
    noted = [note for note in reading.notes if note.field == "trigger"]
    least = LEAST + BESIDE * any(note.taken and note.rule in _LISTED for note in noted)
    with speaking(document.text) as spoken:
        unread = (quote for quote in quotes(document) if not _known(quote, taken, noted))
        weighed = [one for quote in unread if (one := _condition(quote, noted, spoken))]
    return best((one for one in weighed if one.points >= least), MOST)


def from_its_clause(text: str) -> str:
    """A text from its first "if" on; all of it if it has none."""
    hidden = masked(text)
    begun = find_slot(STRONG, hidden) or find_slot(WEAK, hidden)
    return text[begun.start() :] if begun else text


def _known(quote: Quote, taken: Iterable[str], noted: list[Note]) -> bool:
    """Whether a sentence gave a condition already."""
    here = any(note.taken and quote.line <= note.line <= quote.end and note.text in quote.text for note in noted)
    return here or any(quote.text in sentence or sentence in quote.text for sentence in taken)


def _condition(quote: Quote, noted: list[Note], spoken: Languages) -> Weighed | None:
    """A sentence as a candidate for a condition; of one that holds a clause with "if" only this."""
    text, place = quote.text, quote.place
    if place.block.kind == "heading" or text.endswith(("?", "？", ":", "：")) or place.is_history:
        return None
    if leading("plan-if plan-done", text.lstrip("*_- ")) or not any(sign.isalpha() for sign in text):
        return None
    stated = condition_in(text, spoken)
    note = next((n for n in noted if not n.taken and quote.line <= n.line <= quote.end and n.text in text), None)
    reasons = list(_reasons(text, stated))
    if not reasons:
        return None
    # a note on words without any "if" is on a remark, and one that a rule made says what speaks against them
    reasons += [(2.0, note.why)] if note and not isinstance(stated, Skipped) else []
    points = sum(points for points, _ in reasons) + _place(place) - (len(text) > LONG)
    return Weighed(points, Candidate(quote.line, clause(text, spoken), note.why if note else max(reasons)[1]))


def _reasons(text: str, stated: StatedCondition | Skipped | None) -> Iterator[tuple[float, str]]:
    """What the words of a sentence say for it as a condition, with the weight of each reason."""
    if isinstance(stated, StatedCondition):
        yield 3, "says when to look again"
    if find_slot("change-act", text):
        yield 3, "speaks of what would change the decision"
    hidden = masked(text)
    strong = find_slot(STRONG, hidden)
    begun = strong or find_slot(WEAK, hidden)
    if begun is None:
        return
    yield (1 if strong else 0), "says “if”, “until” or the like"
    parts = _parts(hidden, begun)
    yield from ((points, why) for points, part, slots, why in SIGNS if find_slot(slots, parts[part]))
    if parts["clause"].isascii() and len(_WORDS.findall(parts["clause"])) < 2:
        yield -1.5, ""  # "if possible", "when needed"


def _parts(text: str, begun: re.Match[str]) -> dict[str, str]:
    """The clause behind an "if", what stands before it, just before and with it, and all but the clause."""
    before, behind = text[: begun.start()], text[begun.end() :]
    end = _END.search(behind)
    clause = behind[: end.start()] if end else behind
    return {
        "clause": clause,
        "before": before,
        "near": before[-NEAR:] + begun[0],
        "others": before + behind[len(clause) :],
    }


def _place(place: Statement) -> float:
    """What the place of a sentence says for it as a condition, or against it."""
    headings, named = place.headings, place.headings.below_title
    against = 1.0 * (place.of_option + place.step)
    if _of_conditions(place):
        return 2 - against
    if named & _AFTER or any(is_label(heading.text) for heading in headings):
        return 1 - against
    if any(is_summary(heading.text) for heading in headings if heading.level > 1):
        return 0.5 - against
    if all(heading.level == 1 for heading in headings):  # a document without sections speaks of its decision
        return 0.5 - against
    return (-1 if named & _BEFORE else -0.5) - against


def _of_conditions(place: Statement) -> bool:
    """Whether a heading, label or column above a statement announces conditions."""
    columns = place.block.rows[0] if place.block.kind == "table" else ()
    names = (*(heading.text for heading in place.headings), *place.labels, *columns)
    return any(roles.has(name, "revisit") for name in names)
