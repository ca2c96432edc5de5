"""Verdicts that people tell in the opening or the last words of a document that has no place for one, or outright anywhere."""

import re

from ...markdown import Block
from .. import roles
from ..document.statements import OPEN, Statement, is_option, text_of
from ..patterns.language_matchers import find_slot, leading, lowered, matcher_for, whole
from ..plain_text import LONGEST_VERDICT, line_of, plain, sentences
from ..sentences.open_verdicts import asks, is_form, undecided
from ..sentences.title_words import speaks_of
from ..sentences.verb_object import something_else
from ..sentences.verdict_verbs import Judged, alone, clean, judge
from . import looks_again
from .brief_verdicts import in_closing
from .collected_verdicts import SENTENCE, StatedVerdict, StatedVerdicts, says
from .verdict_prose import SPOKEN
from .verdict_sentences import outright

ELSEWHERE = ("context", "history", "procedure", "options", "confirmation", "status", "waits")
"""Roles of sections whose sentences tell of something else, or of something before."""

_TOLD = "chose-firm|adopt-now|decided-to|it-shall-be|close-as"


_DAY = re.compile(r"\W{0,4}(?:\d{4}-)?\d{1,2}[-./]\d{1,2}\.?\W+(?=\w)")
LOG = 3
"""Entries that a list of days has at least."""
_CRITERION = re.compile(r"\s[—–]\s|: ")
"""What stands between a criterion and what came of it."""


def read(stated: StatedVerdicts) -> None:
    """Add what the opening, the last paragraph and the first words of the last section say, if nothing else in the document looks like a verdict."""
    # below "No ORM", who decides against an ORM accepts what the title says
    if stated.verdicts or stated.unknown or stated.notes or leading("none-lead", stated.title):
        return
    _from_title(stated)
    if stated.verdicts:
        return
    own = [place for place in stated.places if place.block.kind == "paragraph" and place.top]
    last = _last_section(stated.places)
    for place in own:
        concludes = place.first and place.section is last
        edge = place.headings.are_titles or place is own[-1] or concludes
        if (edge or matcher_for(_TOLD).holds(lowered(place.block.text))) and not _elsewhere(place, own[-1]):
            # what stands first below a heading may answer that heading alone
            closes = place is own[-1] and (place.headings.are_titles or not place.first)
            _from_paragraph(place, stated, edge, closes, concludes)
    for place in stated.places if not stated.verdicts else ():
        if place.block.kind == "list" and place.top and place.under("confirmation"):
            _from_criteria(place, stated)
        elif place.block.kind == "list" and place.top and not _elsewhere(place, own[-1] if own else place):
            _from_days(place, stated)


def _from_title(stated: StatedVerdicts) -> None:
    """A title in which those who decide tell what they do: "We are staying on cron"."""
    place = next((place for place in stated.places if place.block.kind == "heading" and place.block.level == 1), None)
    told = clean(place.block.text) if place else ""
    # "We drop mails" may tell what goes wrong, "We will drop mails" what is done about it
    if place is None or asks(told) or not (_outright(told) or matcher_for("^ we firm").match(lowered(told))):
        return
    judged = next((judged for where in ("told", "any", "closing") if (judged := says(told, where, stated))), None)
    if judged:
        stated.verdicts.append(
            StatedVerdict(SENTENCE, place.line, "title", plain(place.block.text), *judged, headings=place.headings)
        )


def _last_section(places: list[Statement]) -> Block | None:
    """The last of the highest headings below the title, if what it is called announces nothing: "Where this leaves us"."""
    headings = [place.block for place in places if place.block.kind == "heading" and place.block.level > 1]
    highest = min((heading.level for heading in headings), default=0)
    last = next((heading for heading in reversed(headings) if heading.level == highest), None)
    return last if last and not roles.of(last.text) else None


def _from_criteria(place: Statement, stated: StatedVerdicts) -> None:
    """What a ticked criterion says that asked for a recommendation: "[x] Recommendation (adopt or reject) — reject"."""
    for item in place.block.children:
        asked, *told = _CRITERION.split(text_of(item), maxsplit=1)
        if not (item.checked and told and find_slot("verdict-noun|recommend|decide-on", asked)):
            continue
        if not undecided(told[0]) and (judged := judge(told[0])):
            stated.add(place, SENTENCE, item.line, "told", text_of(item), judged)


def _from_days(place: Statement, stated: StatedVerdicts) -> None:
    """What the last entry of a list of days tells: "- 02-13 Chose the small server"."""
    entries = [_DAY.match(text_of(item)) for item in place.block.children]
    if len(entries) < LOG or not all(entries) or not (last := entries[-1]):
        return
    first = next(iter(sentences(last.string[last.end() :])), "")
    judged = None if asks(first) else says(first, "told", stated)
    if judged and not something_else(first, stated.title):
        stated.add(place, SENTENCE, place.block.children[-1].line, "told", first, judged)


def _elsewhere(place: Statement, last: Statement) -> bool:
    return (
        bool(SPOKEN.match(place.block.text))
        or bool(place.label and (whole("left-out", place.label[0]) or is_option(place.label[0])))
        or place.of_option
        or place.aside
        or (place.section_is_open and not _behind_costs(place, last))
        or any(map(place.under, ELSEWHERE))
        or any(heading.level > 1 and find_slot("argues", heading.text) for heading in place.headings)
    )


def _behind_costs(place: Statement, last: Statement) -> bool:
    """Whether a paragraph ends a document whose last section tells what the matter costs."""
    return place is last and not place.first and place.headings.roles & OPEN == {"consequences"}


def _outright(sentence: str) -> bool:
    """Whether people tell what they decided, which they may do anywhere: "We went with the small server"."""
    low = lowered(clean(sentence))
    rows = (f"^ introduction? we fillers* {_TOLD}", "^ _3 it-shall-be CLOSE", "^ _6 close-as")
    return any(matcher_for(row).match(low) for row in rows)


def _in_the_last_words(sentence: str, number: int, last: bool, stated: StatedVerdicts) -> Judged | None:
    """What a sentence of the last paragraph says of the matter, as one of a conclusion would."""
    # "we reject invalid tokens" tells what is done about the matter
    tells = matcher_for("^ introduction? we").match(lowered(clean(sentence)))
    pointed = leading("it|matter-of-it" if number == 0 else "matter-of matter-noun", sentence)
    of_it = not (tells or looks_again.only(sentence)) and (pointed or speaks_of(sentence, stated.title))
    return (outright(sentence, stated) if of_it else None) or (in_closing(sentence) if last or not number else None)


def _from_paragraph(place: Statement, stated: StatedVerdicts, edge: bool, closes: bool, concludes: bool) -> None:
    told = sentences(place.block.text[:LONGEST_VERDICT])
    for number, sentence in enumerate(told):
        if not (edge or _outright(sentence)):
            continue
        short = leading("in-short", sentence) if number == 0 else None
        rest = sentence[short.end() :].lstrip(" :–—-*_") if short else ""
        judged = None if asks(sentence) else (alone(rest) if rest else None) or says(sentence, "told", stated)
        if judged is None and concludes and number == 0 and not asks(sentence):
            # "Harbour does not fit a machine with 2 GB" may be no more than a fact; what is best is chosen
            best = says(sentence, "later", stated)
            judged = best if best and best[0] == "accepted" else None
        if judged is None and closes and not stated.verdicts and not asks(sentence):
            judged = _in_the_last_words(sentence, number, number == len(told) - 1, stated)
        if judged and not something_else(sentence, stated.title) and not is_form(place.block.text):
            stated.add(place, SENTENCE, line_of(place.block, sentence), "told", sentence, judged)
