"""Verdicts that people tell in the opening or the last words of a document that has no place for one, or outright anywhere."""

from ..document.statements import Statement
from ..patterns.language_matchers import leading, lowered, matcher_for, whole
from ..plain_text import LONGEST_VERDICT, line_of, sentences
from ..sentences.verb_object import something_else
from ..sentences.verdict_verbs import alone, asks, clean
from .collected_verdicts import SENTENCE, StatedVerdicts, says
from .verdict_prose import SPOKEN

ELSEWHERE = ("context", "history", "procedure", "options", "confirmation", "status", "waits")
"""Roles of sections whose sentences tell of something else, or of something before."""

_TOLD = "chose-firm|adopt-now|decided-to|it-shall-be|close-as"


def read(stated: StatedVerdicts) -> None:
    """Add what the opening and the last paragraph say, if nothing else in the document looks like a verdict."""
    # below "No ORM", who decides against an ORM accepts what the title says
    if stated.verdicts or stated.unknown or stated.notes or leading("none-lead", stated.title):
        return
    own = [place for place in stated.places if place.block.kind == "paragraph" and place.top]
    for place in own:
        edge = place.headings.are_titles or place is own[-1]
        if (edge or matcher_for(_TOLD).holds(lowered(place.block.text))) and not _elsewhere(place):
            _from_paragraph(place, stated, edge)


def _elsewhere(place: Statement) -> bool:
    return (
        bool(SPOKEN.match(place.block.text))
        or bool(place.label and whole("left-out", place.label[0]))
        or place.of_option
        or place.aside
        or place.section_is_open
        or any(map(place.under, ELSEWHERE))
    )


def _outright(sentence: str) -> bool:
    """Whether people tell what they decided, which they may do anywhere: "We went with the small server"."""
    low = lowered(clean(sentence))
    rows = (f"^ introduction? we fillers* {_TOLD}", "^ _3 it-shall-be CLOSE", "^ _6 close-as")
    return any(matcher_for(row).match(low) for row in rows)


def _from_paragraph(place: Statement, stated: StatedVerdicts, edge: bool) -> None:
    for number, sentence in enumerate(sentences(place.block.text[:LONGEST_VERDICT])):
        if not (edge or _outright(sentence)):
            continue
        short = leading("in-short", sentence) if number == 0 else None
        rest = sentence[short.end() :].lstrip(" :–—-*_") if short else ""
        judged = None if asks(sentence) else (alone(rest) if rest else None) or says(sentence, "told", stated)
        if judged and not something_else(sentence, stated.title):
            stated.add(place, SENTENCE, line_of(place.block, sentence), "told", sentence, judged)
