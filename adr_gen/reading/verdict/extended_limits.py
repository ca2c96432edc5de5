"""The limit of a decision that a later update moves: "Extended until December 2026"."""

import re
from dataclasses import dataclass, replace

from ...markdown import fold
from ...model import Conditions, Logic, Trigger, Verdict
from ..conditions.bare_day import bare_day
from ..conditions.written_condition import trigger
from ..document.statements import Statement
from ..document.updates_above import updates_above
from ..patterns.language_matchers import leading, lowered, matcher_for
from ..plain_text import line_of, plain, sentences
from ..result_types import MovedList
from ..sentences.verdict_verbs import clean
from . import later_updates

_LIMIT = re.compile(r"(?:[^:;,.()（）。；：，]|\.(?=\d))+")
_EXTENDED = "^ opening? the-decision? be? fillers* extended"


@dataclass(frozen=True, slots=True)
class ExtendedLimit:
    """An update that moves the limit of a decision."""

    line: int
    name: str
    """The name of the update, without markup."""
    verdict: Verdict
    """The decision with its new limit, in the words of the update."""
    before: str
    """The limit that it had."""

    def moved(self, conditions: Conditions, moves: list[MovedList]) -> tuple[Conditions, list[MovedList]]:
        """The conditions without the day or event until which the decision counted before, with the one until which it does now."""
        old = [n for n, one in enumerate(conditions.triggers) if one.text in self.before]
        kept = tuple(one for n, one in enumerate(conditions.triggers) if n not in old) + self._event(conditions)
        logic: Logic | None = (
            "all"
            if conditions.logic == "all" and len(kept) > 1
            else "any"
            if len(kept) > 1
            else "single"
            if kept
            else None
        )
        later = [replace(move, first=move.first - sum(n < move.first for n in old)) for move in moves]
        return replace(conditions, triggers=kept, logic=logic), later

    def _event(self, conditions: Conditions) -> tuple[Trigger, ...]:
        """The new limit as a condition; a day is looked at by itself."""
        limit = self.verdict.qualifier or ""
        until = leading("until", limit)
        text = limit[until.end() :].strip() if until else ""
        told = bare_day(limit) or any(text in one.text for one in conditions.triggers)
        return () if told else (trigger(text, self.verdict.line),)


def of(places: list[Statement], decided: Verdict | None) -> ExtendedLimit | None:
    """The last update that says until when a decision counts now which counted until something before."""
    if decided is None or not leading("until", decided.qualifier or ""):
        return None
    said = (found for place in reversed(places) if (found := _of(place, places, decided)))
    return next(said, None)


def _of(place: Statement, places: list[Statement], decided: Verdict) -> ExtendedLimit | None:
    text = later_updates.words(place) if place.block.kind == "paragraph" else None
    for sentence in sentences(text or ""):
        words = clean(sentence)
        found = matcher_for(_EXTENDED).match(lowered(words))
        limit = words[found.end() :].lstrip() if found else ""
        named = updates_above(places, place.line)
        if named and leading("until", limit) and (told := _LIMIT.match(limit)):
            verdict = replace(decided, qualifier=fold(told[0]), line=fold(sentence))
            line = line_of(place.block, sentence)
            return ExtendedLimit(line, plain(fold(named[0][1])), verdict, decided.qualifier or "")
    return None
