"""Updates that may overrule the verdict above them, though not in words that turn it: "The depot is off: we won't build it."."""

import re
from collections.abc import Iterator
from itertools import islice

from ...markdown import Document, fold
from ...model import Status
from .. import roles
from ..document.statements import Statement, statements
from ..lexicon import speaking
from ..patterns.language_matchers import find_slot, leading, lowered, matcher_for
from ..plain_text import LONGEST_VERDICT, line_of, sentences
from ..result_types import Note
from ..sentences.open_verdicts import asks
from ..sentences.title_stance import on_proposal
from ..sentences.title_words import speaks_of
from ..sentences.verdict_verbs import Judged, clean
from . import done_since, later_updates
from .collected_verdicts import SENTENCE, UPDATE, StatedVerdict, StatedVerdicts, says
from .verdict_resolution import agree

_PARTS = re.compile(r"[:;,.：；，、。]\s*|\s[–—-]\s|\s*[()（）]\s*|\s+(?=(?:and|und|et|y|e|и)\s)(?:\w+)\s+")
"""What divides the clauses of a sentence, and the words of an update's heading."""
_QUOTED = re.compile(r"[\"“”„«»「」]")
_MOST = 200
"""Paragraphs of updates that are read."""
_DOUBT = "called-off|called-off-part|called-on|done-away|reject-label|defer-label"
"""Slots of the words by which an update may overrule a decision."""


def of(chosen: StatedVerdict, stated: StatedVerdicts) -> StatedVerdict | None:
    """The first clause of a later update that is a verdict other than the one above, on its matter."""
    if chosen.rank == UPDATE:
        return None
    for place, sentence in _sentences(stated.places, chosen.line):
        clauses = [part for part in _PARTS.split(sentence) if part.strip()]
        for number, clause in enumerate(clauses):
            if leading("if|if-keep|that-clause", clause) or _QUOTED.search(clause):
                break
            opens = number == 0 or place.block.kind == "heading"
            judged = None
            if not _depends(clauses[number + 1 :]):
                judged = done_since.judged(clause, chosen.status, stated.title) or _judged(clause, opens, stated)
            if judged is None or judged[0] == "proposed":
                continue
            line = line_of(place.block, sentence)
            other = StatedVerdict(SENTENCE, line, "update", fold(sentence), *judged, headings=place.headings)
            if not agree(chosen, other):
                return other
    return None


def in_doubt(chosen: StatedVerdict, stated: StatedVerdicts) -> list[Note]:
    """A note of the first sentence of a later update that may overrule a verdict, in words that are none."""
    said = _doubtful(stated.places, chosen.line, stated.title, chosen.status) if chosen.rank > UPDATE else None
    return (
        [Note("verdict", said[0], "update", said[1], False, "may overrule the decision; no known verdict")]
        if said
        else []
    )


def doubtful(document: Document, title: str, status: Status) -> tuple[int, str] | None:
    """Line and words of the first sentence of a decided document's updates that may overrule the decision."""
    with speaking(document.text):
        places = statements(document)
        return (
            _doubtful(places, 0, title, status)
            if any(_words(place) or done_since.dated(place) for place in places)
            else None
        )


def _doubtful(places: list[Statement], line: int, title: str, status: Status) -> tuple[int, str] | None:
    for place, sentence in _sentences(places, line, dated=True):
        if leading("if|if-keep", sentence) or _QUOTED.search(sentence):
            continue
        if done_since.may_turn(sentence, status, title):
            return line_of(place.block, sentence), fold(sentence)
        if not find_slot(_DOUBT, sentence):
            continue
        if speaks_of(sentence, title) or matcher_for("the-plan|verdict-noun").search(lowered(sentence)):
            return line_of(place.block, sentence), fold(sentence)
    return None


def _sentences(places: list[Statement], line: int, *, dated: bool = False) -> Iterator[tuple[Statement, str]]:
    """The sentences of the updates below a line, and the words of their headings; `dated`: also of what only a day announces."""
    later = (place for place in places if place.line > line and place.top and not place.aside)
    told = ((place, _words(place) or (done_since.dated(place) if dated else "")) for place in later)
    for place, text in islice(((place, text) for place, text in told if text), _MOST):
        for sentence in sentences(text[:LONGEST_VERDICT]):
            if not asks(sentence):
                yield place, sentence


def _words(place: Statement) -> str:
    """The words of an update, or what its heading says beside its name."""
    if place.block.kind == "paragraph" and not place.of_option:
        return later_updates.words(place) or ""
    return place.block.text if place.block.kind == "heading" and roles.has(place.block.text, "update") else ""


def _judged(clause: str, opens: bool, stated: StatedVerdicts) -> Judged | None:
    """The verdict of a clause that has no other words than those of a verdict and of its matter."""
    if opens and (brief := later_updates.brief(clause)):
        # "Update 2026-06-12 (later)" is a second one of that day
        return brief if brief[0] != "deferred" or leading("done-defer|defer", clean(clause)) else None
    cleaned = clean(clause)
    over = matcher_for("^ _6 over=called-off|called-on $").match(lowered(cleaned))
    said: Judged | None
    if over:
        said = ("accepted" if leading("called-on", over["over"]) else "rejected", None)
        rest = cleaned[: over.start("over")]
    elif matcher_for("^ we called-off-verb _4 called-off-part $").match(lowered(cleaned)):
        said, rest = ("rejected", None), cleaned
    else:
        said, rest = says(clause, "first", stated), cleaned
    if said is None or not done_since.only_of_the_matter(rest, stated.title):
        return None
    return said if over else on_proposal(said, clause, stated.title)


def _depends(behind: list[str]) -> bool:
    """Whether what follows a clause limits it or makes it depend on something."""
    return any(leading("bound|if|limits-open", clause) for clause in behind[:1])
