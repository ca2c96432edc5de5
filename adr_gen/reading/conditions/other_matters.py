"""Sentences that look again at something else than the decision: work, the reader's doings, what software does."""

from ..document.statements import Statement
from ..patterns.language_matchers import leading, lowered, matcher_for
from ..sentences.sentence_classification import StatedCondition
from ..sentences.verb_object import an_activity, happens_to_something_else, looked_at_again, something_else

_OF_THE_MATTER = "again ,? filler-near* if|if-keep|near|until|STOP"
_WEAK = "waiting|hold-off|again-at-work|come-back|changes-then|good-for-now|goes-back"
_OF_A_DECISION = ("verdict", "pick", "consequences", "confirmation", "revisit")
"""Sections in which "we go back to …" takes back what was decided; elsewhere it may tell what a program does."""
_RUNS = "^ _4 run-noun _3 run-state"


def other_matter(place: Statement, part: str, stated: StatedCondition, title: str, refused: bool) -> str | None:
    """Why the condition that a sentence seems to state is none of the decision's."""
    if place.step and leading("waiting", part):
        return "a step of a procedure"
    if not place.under("verdict") and an_activity(part, title):
        return "tells what the software does"
    if matcher_for(_WEAK).search(lowered(part.replace(stated.text, " "))) and runs(stated.text):
        return "tells when something runs"
    if matcher_for("we-may goes-back").search(lowered(part)) and not any(map(place.under, _OF_A_DECISION)):
        return "tells what the software does"
    if matcher_for("^ _1? _1? NUMBER run-span").match(lowered(stated.text)):
        return "tells when something runs"
    # who adopts one thing may put off another, which is a part of its own or what the software does
    if stated.rule == "until" and not refused and happens_to_something_else(part, title):
        return "something else waits for it"
    if not refused and place.of_option and place.items and leading("hold-off", part):
        return "names an option"
    if _a_task(place, part):
        return "a step of its own, not the decision"
    behind = part.partition(stated.text)[2].lstrip(" ,，:*—") if stated.rule == "if-then-revisit" else ""
    apart = matcher_for("looks-again|look").search(
        lowered(part.replace(stated.text, " "))
    )  # not a verb of the condition
    if (apart and looked_at_again(part, title)) or happens_to_something_else(behind, title):
        return "looks again at something else than the decision"
    if stated.rule == "then-it-is-done" and something_else(part, title, "act-on-it"):
        return "does something else than the decision"
    return "speaks to the reader" if leading("to-the-reader", stated.text) else None


def runs(text: str) -> bool:
    """Whether words tell a state of running software, which keeps nobody from a decision: "the queue is empty"."""
    return matcher_for(_RUNS).match(lowered(text)) is not None


def _a_task(place: Statement, sentence: str) -> bool:
    """Whether a sentence among steps, next steps or how things work looks again at something else than the decision."""
    aside = place.aside or place.labelled("aside") or any(item.checked is not None for item in place.items)
    if not (aside or place.under("procedure") or (place.step and not place.under("verdict"))):
        return False
    low = lowered(sentence)
    if matcher_for("again-at-work").search(low):
        return True
    return bool(place.under("procedure") or matcher_for("again").search(low)) and not matcher_for(
        _OF_THE_MATTER
    ).search(low)
