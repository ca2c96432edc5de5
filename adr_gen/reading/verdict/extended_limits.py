"""The limit of a decision that a later update moves: "Extended until December 2026"."""

import re
from dataclasses import dataclass, replace

from ...markdown import fold
from ...model import Conditions, Logic, Trigger, Verdict
from .. import lexicon
from ..conditions.bare_day import bare_day
from ..conditions.written_condition import trigger
from ..document.statements import Statement
from ..document.updates_above import updates_above
from ..lexicon import spoken
from ..patterns.language_matchers import leading, lowered, matcher_for
from ..plain_text import line_of, plain, sentences
from ..result_types import MovedList
from ..sentences.verdict_verbs import clean
from . import later_updates

_LIMIT = re.compile(r"(?:[^:;,.()（）。；：，]|\.(?=\d)|(?<=\d)\.(?=\s\w))+")
_EXTENDED = "^ opening? limit-extended ,? limit-now*"
_STILL = "^ opening? limit-extended|still-put-off ,? limit-now*"


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
        day = _day(self.verdict.qualifier or "")
        old = [n for n, one in enumerate(conditions.triggers) if self._is_over(one.text, day)]
        kept = tuple(one for n, one in enumerate(conditions.triggers) if n not in old) + self._event(conditions)
        logic: Logic | None = "single" if kept else None
        if len(kept) > 1:
            logic = "all" if conditions.logic == "all" else "any"
        later = [replace(move, first=move.first - sum(n < move.first for n in old)) for move in moves]
        return replace(conditions, triggers=kept, logic=logic), later

    def _is_over(self, text: str, day: str | None) -> bool:
        """Whether a condition is the old limit: its words, or for what is deferred a day before the new one."""
        # "2026-05-01, when the lease ends" says what happens on that day
        first, _, rest = text.partition(",")
        said = bare_day(text) or (None if leading("and|or", rest.strip()) else bare_day(first))
        said = said if self.verdict.status == "deferred" else None
        return text in self.before or bool(day and said and said < day)

    def _event(self, conditions: Conditions) -> tuple[Trigger, ...]:
        """The new limit as a condition; a day is looked at by itself."""
        limit = self.verdict.qualifier or ""
        until = leading("until", limit)
        text = limit[until.end() :].strip() if until else ""
        told = bare_day(limit) or any(text in one.text for one in conditions.triggers)
        return () if told else (trigger(text, self.verdict.line),)


def of(places: list[Statement], decided: Verdict | None) -> ExtendedLimit | None:
    """The last update that says until when a decision counts now which counted until something before, or was deferred."""
    if decided is None or not (decided.status == "deferred" or leading("until", decided.qualifier or "")):
        return None
    said = (found for place in reversed(places) if (found := _of(place, places, decided)))
    return next(said, None)


def _of(place: Statement, places: list[Statement], decided: Verdict) -> ExtendedLimit | None:
    text = later_updates.words(place) if place.block.kind == "paragraph" else None
    for sentence in sentences(text or ""):
        named = updates_above(places, place.line)
        if named and (limit := _limit(clean(sentence), _STILL if decided.status == "deferred" else _EXTENDED)):
            verdict = replace(decided, qualifier=limit, line=fold(sentence))
            line = line_of(place.block, sentence)
            return ExtendedLimit(line, plain(fold(named[0][1])), verdict, decided.qualifier or "")
    return None


def _limit(words: str, pattern: str) -> str:
    """The limit that a sentence moves a decision to, as "until 2027-03-31"; empty if it moves none."""
    found = matcher_for(pattern).match(lowered(words))
    rest = words[found.end() :].lstrip(" ,:") if found else ""
    until, to = leading("until", rest), leading("extended-to", rest)
    lead = until or to
    told = _LIMIT.match(rest[lead.end() :].lstrip(" :：")) if lead else None
    if told is None or not (until or bare_day(told[0].strip())):
        return ""
    first = next((word for language in spoken() for word in lexicon.words("until", language)), "until")
    return fold(f"{until[0] if until else first} {told[0]}")


def _day(limit: str) -> str | None:
    """The day until which something counts."""
    until = leading("until", limit)
    return bare_day(limit[until.end() :].strip()) if until else None
