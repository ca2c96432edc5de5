"""The status that a sentence would say if it were the verdict."""

import re

from ...model import Status
from .. import roles
from ..document.quote_location import Quote
from ..document.statements import Statement
from ..patterns.language_matchers import find_slot, leading, lowered, matcher_for, whole
from ..plain_text import label, plain
from ..result_types import Note
from ..sentences.sentence_classification import Languages, verdict_in
from ..sentences.verdict_verbs import alone, judge
from ..status.status_line import status_word
from ..verdict.verdict_labels import LABELS, is_label

NAME = 3
"""Words at most of a heading that only names what stands below it, such as "Proposal" or "Proposed solution"."""
BOLD = re.compile(r"[\W_]{0,4}(?:\*\*|__)(?:[^\w\s*]\s*)?(?=\w)([^*_]{1,60}[^*_:：])(?:\*\*|__)(?!\s?[:：])")
"""Bold words, no label, with which a text begins."""


def implied_status(quote: Quote, text: str, spoken: Languages) -> Status | None:
    """The status that a sentence would say if it were the verdict."""
    block = quote.place.block
    if block.kind == "table":
        columns = zip(block.rows[0], block.rows[quote.number], strict=False)
        cells = [judge(cell) or alone(cell) for name, cell in columns if is_label(name)]
        return next((cell[0] for cell in cells if cell), None)
    if tells_what_follows(quote.place):
        return None
    if (under := status_of_heading(quote)) == "proposed":  # whatever it says is no more than proposed
        return under
    name, behind = label(text) or ("", "")
    where = "first" if quote.number == 0 and is_announced(quote.place) else "any"
    if made := verdict_in(text, where, spoken) or (verdict_in(behind, "any", spoken) if behind else None):
        return made[0][0]
    if status := status_beside_label(quote, text):
        return status
    if behind and roles.has(name, "status"):
        return None
    bracket, bold = re.search(r"\(([^()]+)\)\Z", text), BOLD.match(text)
    judged = judge(text) or alone(text) or (alone(bracket[1]) if bracket else None)
    judged = judged or ((alone(bold[1]) or status_word(bold[1])) if bold else None)
    return judged[0] if judged else under


def tells_what_follows(place: Statement) -> bool:
    """Whether a statement is an item below what something will do ("The new stage will:"), not what is decided to do."""
    lead = place.labels[-1] if place.labels else ""
    decides = is_announced(place) or is_label(lead) or leading("we", lead)
    return bool(matcher_for("modals $").search(lowered(lead))) and not decides


def status_of_heading(quote: Quote) -> Status | None:
    """The status in the name of a section, such as "Proposed solution", for the sentence that it opens with."""
    section = quote.place.section
    opens = section is not None and section.level > 1 and quote.place.first and quote.number == 0
    return of_name(section.text) if opens and section else None


def of_name(heading: str) -> Status | None:
    """The status in a heading that only names what stands below it."""
    words = re.sub(r"\([^()]*\)\Z", "", plain(heading)).split()
    word = status_word(heading) if len(words) <= NAME else None
    # "Proposal" alone proposes nothing; "No-go" alone decides
    names = find_slot("best-noun", words[-1]) if len(words) > 1 else bool(word and word[0] == "proposed")
    return word[0] if word and names else None


def status_beside_label(quote: Quote, text: str) -> Status | None:
    """The status that stands behind the label or below the heading of one."""
    name, behind = label(text) or ("", "")
    if whole("task-done", plain(behind or text)):  # the state of the task
        return None
    if behind and roles.has(name, "status"):
        word = status_word(behind)
    elif quote.place.first and quote.number == 0 and quote.place.below("status") and not behind:
        word = status_word(text)
    else:
        return None
    return word[0] if word else None


def last_resort(quote: Quote, text: str, spoken: Languages) -> Status | None:
    """The status that a sentence would say if it stood under a heading of the verdict."""
    if quote.place.block.kind != "paragraph" or quote.place.step or tells_what_follows(quote.place):
        return None
    made = verdict_in(text, "section", spoken) or verdict_in(text, "tone", spoken)
    return made[0][0] if made else None


def is_announced(place: Statement) -> bool:
    """Whether a statement stands under a heading or behind a label of the verdict."""
    return place.below(*LABELS) or place.labelled(*LABELS)


def of_task(quote: Quote, noted: list[Note]) -> Status | None:
    """The status that front matter states beside a title: the task's, but such a title mostly says what was decided."""
    block = quote.place.block
    if block.kind != "heading" or block.level > 1 or quote.place.before is not None:
        return None
    words = (status_word(note.text.partition(":")[2]) for note in noted if note.rule == "front-matter")
    # what has ended says so itself
    return next((word[0] for word in words if word and word[0] != "superseded"), None)
