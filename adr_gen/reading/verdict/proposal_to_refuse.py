"""A proposal to refuse the matter that a document speaks of: below "Proposal: reject the queue" a bare "Accepted" refuses the queue."""

from ..document.statements import Statement
from ..patterns.language_matchers import find_slot, leading, may_stand
from ..plain_text import LONGEST_VERDICT, plain, sentences
from ..sentences.proposed_refusal import may_put_forward, puts_forward
from ..sentences.title_words import speaks_of


def is_made(places: list[Statement], title: str) -> bool:
    """Whether a sentence, heading or label proposes to refuse what the title speaks of."""
    if not (may_stand("refusing-act") and may_stand("put-forward|put-forward-behind")):
        return False
    return any(_makes(place, title) for place in places)


def _makes(place: Statement, title: str) -> bool:
    section = plain(place.section.text) if place.first and place.section is not None else ""
    leads = bool(leading("put-forward", section))
    # to take all of a document into sentences costs more than to see that most paragraphs have no word for it
    if not (leads or place.block.kind == "table" or may_put_forward(place.block.text)):
        return False
    told = _sentences(place)
    if told and leads:
        told[0] = f"{section}: {told[0]}"
    return any(puts_forward(one) and (speaks_of(one, title) or find_slot("it", one)) for one in told)


def _sentences(place: Statement) -> list[str]:
    if place.block.kind == "table":
        return [": ".join(row[:2]) for row in place.block.rows]
    return sentences(place.block.text[:LONGEST_VERDICT])
