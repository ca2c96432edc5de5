"""Documents that propose to refuse something: a "No" below "Should we reject the queue?" keeps the queue."""

import re

from ..patterns.language_matchers import find_slot, leading, lowered, matcher_for, may_hold, may_stand
from ..plain_text import plain, sentences
from .title_words import speaks_of
from .verdict_verbs import Judged, alone, clean

_ROWS = ("put-forward _8 refusing-act", "put-forward : _2 refusing-act", "refusing-act ... put-forward-behind")
_ASKS = re.compile(r"[?？]\s*\Z")


def is_unclear(judged: Judged, made: Judged, text: str, names: tuple[str, ...]) -> bool:
    """Whether a verdict below a title or heading that proposes to refuse may be told of what it refuses, or of the refusal.

    `judged` is what the words say, `made` what they say of the proposal.
    """
    if not may_stand("refusing-act"):
        return False
    refusals = [name for name in names if proposes_to_refuse(name)]
    if not refusals:
        return False
    asked = next((name for name in refusals if _ASKS.search(name)), "")
    names_it = judged[0] == "accepted" and speaks_of(next(iter(sentences(text)), ""), asked)
    order = leading("refusing-act", clean(text))
    if order and not asked and order[0].strip(" .,:;") in refusals[0].lower():
        return False  # "Reject." is the title's own order
    return made[0] in ("rejected", "deferred") or bool(asked and not names_it)


def proposes_to_refuse(name: str) -> bool:
    """Whether a title or heading asks whether to refuse something, or proposes to: "Should we reject it?", "Proposal: decline it"."""
    if _ASKS.search(name):
        return bool(find_slot("refusing-act", name))
    bare = plain(name)
    weighs = leading("weighing|proposes-it", bare) or matcher_for("^ we modal").match(lowered(bare))
    begins = bare[weighs.end() :].strip() if weighs else bare
    return bool(leading("refusing-act", begins)) or puts_forward(bare)


def puts_forward(sentence: str) -> bool:
    """Whether a sentence or label proposes to refuse something: "Ana moved to reject the queue"."""
    low = lowered(sentence.replace("*", ""))
    return any(matcher_for(row).search(low) for row in _ROWS)


def may_put_forward(text: str) -> bool:
    """Whether a sentence of a text may propose to refuse something: it has the words for it; cheap."""
    whole = text.replace("*", "")
    return may_hold("refusing-act", whole) and any(may_hold(row, whole) for row in _ROWS)


def is_bare(text: str) -> bool:
    """Whether a verdict names nothing, or "the proposal": "Rejected.", "The motion was voted down"."""
    first = clean(next(iter(sentences(text)), text))
    return bool(alone(first)) or bool(find_slot("matter-noun|advice-noun", first))
