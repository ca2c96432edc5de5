"""Sentences that may say the verdict or a condition: for a person to choose from, never recorded by themselves."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..markdown import Document
from ..model import Status
from . import roles
from .lexicon import speaking
from .opinions import heading_words, is_label
from .outline import Statement
from .pattern import finder, inside
from .quotes import Quote, quotes
from .sentence import Languages, StatedCondition, condition_in, may_hold, verdict_in
from .status import status_word
from .text import label, plain
from .values import Note, Reading
from .verb import alone, judge
from .wording import clause, unlabelled, worded

VERDICTS, CONDITIONS = 3, 5
"""How many candidates are shown at most."""

_BOLD = re.compile(r"[\W_]{0,4}(?:\*\*|__)(?=\w)([^*_]{1,60}[^*_:：])(?:\*\*|__)(?!\s?[:：])")
"""Bold words, no label, with which a text begins."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence, or the condition in it, that may be what is looked for."""

    line: int
    """1-based."""
    text: str
    """Verbatim, white space folded."""
    why: str
    """What speaks for it, or why it was passed over."""
    status: Status | None = None
    """For a verdict: the status that its words would say."""


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A candidate with the points that speak for it."""

    points: float
    candidate: Candidate


def verdicts(document: Document, reading: Reading) -> tuple[Candidate, ...]:
    """The best sentences for the verdict, the best first."""
    noted = [note for note in reading.notes if note.field in ("verdict", "status")]
    every = quotes(document)
    last = every[-1].line if every else 0
    with speaking(document.text) as spoken:
        weighed = [_verdict(quote, noted, spoken, last) for quote in every]
    return _best((one for one in weighed if one and one.points >= 2), VERDICTS)


def _verdict(quote: Quote, noted: list[Note], spoken: Languages, last: int) -> _Weighed | None:
    """A sentence as a candidate for the verdict."""
    text, place = unlabelled(quote), quote.place
    if text.endswith(("?", "？")) or not worded(text):
        return None
    status = _status(quote, text, spoken)
    note = next((n for n in noted if n.line == quote.line and (n.text in text or text in n.text)), None)
    reasons = [*_reasons(quote, status), *_places(quote, last)]
    if note is not None and not note.taken:
        reasons.append((1.5, note.why))
    if not reasons:
        return None
    why = note.why if note and note.why else max(reasons)[1]
    against = 2 * place.of_option + 2 * place.aside + text.endswith((":", "："))
    return _Weighed(sum(points for points, _ in reasons) - against, Candidate(quote.line, text, why, status))


def _status(quote: Quote, text: str, spoken: Languages) -> Status | None:
    """The status that a sentence would say if it were the verdict."""
    block = quote.place.block
    if block.kind == "table":
        named = zip(block.rows[0], block.rows[quote.number], strict=False)
        cells = [judge(cell) or alone(cell) for name, cell in named if is_label(name)]
        return next((cell[0] for cell in cells if cell), None)
    name, behind = label(text) or ("", "")
    where = "first" if quote.number == 0 and _announced(quote.place) else "any"
    if made := verdict_in(text, where, spoken) or (verdict_in(behind, "any", spoken) if behind else None):
        return made[0][0]
    if behind and roles.has(name, "status"):
        stated = status_word(behind)
        return stated[0] if stated else None
    bracket, bold = re.search(r"\(([^()]+)\)\Z", text), _BOLD.match(text)
    judged = judge(text) or alone(text) or (alone(bracket[1]) if bracket else None)
    judged = judged or ((alone(bold[1]) or status_word(bold[1])) if bold else None)
    return judged[0] if judged else None


def _announced(place: Statement) -> bool:
    """Whether a statement stands under a heading or behind a label of the verdict."""
    return bool((place.section and is_label(place.section.text)) or (place.label and is_label(place.label[0])))


def _reasons(quote: Quote, status: Status | None) -> Iterator[tuple[float, str]]:
    """What the words of a sentence say for it as the verdict, with the weight of each reason."""
    place = quote.place
    if place.block.kind == "heading":
        if heading_words(place.block.text):
            yield 4, "in the heading of the verdict"
        elif status and place.block.level > 1 and not (roles.of(place.block.text) - {"option"}):
            yield 2, f"a heading that says “{status}”"
        return
    if place.label and quote.number == 0 and is_label(place.label[0]):
        yield 4, f"behind the label “{place.label[0]}”"
    if quote.number == 0 and _BOLD.match(quote.text) and all(heading.level == 1 for heading in place.headings):
        yield 2, "stands out at the top"
    if status:
        yield 2, f"says “{status}”"
    elif finder("accept", "reject", "defer", "negation").search(quote.text):
        yield 0.5, "a word of a verdict"
    if inside("verdict-noun", quote.text):
        yield 0.5, "speaks of the verdict"


def _places(quote: Quote, last: int) -> Iterator[tuple[float, str]]:
    """What the place of a sentence says for it as the verdict, with the weight of each reason."""
    place = quote.place
    if place.block.kind == "heading":
        return
    if place.block.kind == "table":
        if any(is_label(cell) for cell in place.block.rows[0]):
            yield 2, "in a table of verdicts"
    elif place.section is not None and is_label(place.section.text):
        yield (3 if place.first and quote.number == 0 else 2), f"under “{plain(place.section.text)}”"
    elif any(is_label(heading.text) for heading in place.headings):
        yield 1.5, "in the section of the verdict"
    if any(roles.has(heading.text, "update") for heading in place.headings if heading.level > 1):
        yield 1, "in an update"
    if quote.end == last:
        yield 1, "the last sentence"


def conditions(document: Document, reading: Reading) -> tuple[Candidate, ...]:
    """The best sentences for further conditions, in the order of their lines."""
    taken = {trigger.sentence for trigger in reading.conditions.triggers}
    noted = [note for note in reading.notes if note.field == "trigger"]
    with speaking(document.text) as spoken:
        weighed = [_condition(quote, noted, spoken) for quote in quotes(document) if not _known(quote, taken, noted)]
    best = _best((one for one in weighed if one and one.points >= 1.5), CONDITIONS)
    return tuple(sorted(best, key=lambda candidate: candidate.line))


def _known(quote: Quote, taken: Iterable[str], noted: list[Note]) -> bool:
    """Whether a sentence gave a condition already."""
    here = any(note.taken and quote.line <= note.line <= quote.end and note.text in quote.text for note in noted)
    return here or any(quote.text in sentence or sentence in quote.text for sentence in taken)


def _condition(quote: Quote, noted: list[Note], spoken: Languages) -> _Weighed | None:
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
    if not reasons:
        return None
    points = sum(points for points, _ in reasons) - place.of_option - place.step - 2 * text.endswith(("?", "？"))
    return _Weighed(points, Candidate(quote.line, clause(text, spoken), note.why if note else max(reasons)[1]))


def _of_conditions(place: Statement) -> bool:
    """Whether a heading, label or column above a statement announces conditions."""
    columns = place.block.rows[0] if place.block.kind == "table" else ()
    names = (*(heading.text for heading in place.headings), *place.labels, *columns)
    return any(roles.has(name, role) for name in names for role in ("revisit", "plan"))


def _best(weighed: Iterable[_Weighed], most: int) -> tuple[Candidate, ...]:
    """The candidates with the most points, the earlier one first among equals; none twice."""
    ranked = sorted(weighed, key=lambda one: (-one.points, one.candidate.line))
    best: dict[str, Candidate] = {}
    for one in ranked:
        best.setdefault(one.candidate.text, one.candidate)
    return tuple(best.values())[:most]
