"""Sentences that only tell when to look again: behind a verdict they are its condition, never a verdict themselves."""

from ..patterns.language_matchers import lowered, matcher_for
from ..sentences.verdict_verbs import clean
from .collected_verdicts import SENTENCE, UNCLEAR, StatedVerdicts

_AGAIN = "^ introduction? let-us? we? modal? be? advice-link* again"


def only(sentence: str) -> bool:
    """Whether a sentence begins with a word for looking again: "Revisit when the price falls.", "Reconsider at 30 hosts."."""
    return matcher_for(_AGAIN).match(lowered(clean(sentence))) is not None


def drop(stated: StatedVerdicts) -> None:
    """Pass over the sentences that tell when to look again, where something else says a verdict, be it one that is not taken."""
    again = [one for one in stated.verdicts if one.rank == SENTENCE and only(one.text)]
    others = len(again) < len(stated.verdicts) or any(
        note.rule != UNCLEAR and not only(note.text) for note in stated.notes
    )
    if not others:
        return
    taken = {one.status for one in stated.verdicts if one not in again}
    for one in (one for one in again if one.status not in taken):
        stated.pass_over(one.line, one.rule, one.text, "tells when to look again")
    stated.verdicts = [one for one in stated.verdicts if one not in again]
