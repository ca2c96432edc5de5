"""Conditions in sentences: behind a label or heading that announces them, and free ones."""

import re
from dataclasses import dataclass, replace

from ...markdown import fold
from ...model import Logic
from .. import roles
from ..dates import iso, point
from ..document.statements import Statement
from ..patterns.language_matchers import find_slot, leading, lowered, matcher_for, whole
from ..plain_text import line_of, plain, sentences
from ..sentences.condition_logic import announced, spoken
from ..sentences.sentence_classification import Languages, Skipped, StatedCondition, condition_in, day_in, may_hold
from .announcement import COLON, announces
from .clause import has_main_verb, lead
from .collected_conditions import CollectedConditions
from .frontmatter_conditions import is_nothing
from .latest_day import is_latest_day, without_latest_day
from .other_matters import other_matter
from .written_condition import as_one, conditions_of, trigger

_NAME = 60
"""Characters of the longest name of a deferred item."""


def scope_of(place: Statement) -> str | None:
    """The option, or the deferred item, that a statement speaks of."""
    if place.option or not place.below("deferred-items"):
        return place.option or _named_option(place)
    if not place.items:
        return None
    name = place.label[0] if place.label else re.split(r"\s[–—-]\s", fold(place.block.text), maxsplit=1)[0]
    return name if place.label or len(name) < min(_NAME, len(place.block.text)) else None


def _named_option(place: Statement) -> str | None:
    """The option whose turn the heading above says would come: "What would make us choose option A"."""
    above = place.section.text if place.section is not None and place.below("revisit") else ""
    named = matcher_for("option-name LETTER|DIGITS $").search(lowered(plain(above)))
    return plain(above)[slice(*named.span())].strip(" ?") if named else None


@dataclass(slots=True)
class Prose:
    """Reads sentences into a collection."""

    into: CollectedConditions
    languages: Languages
    procedure: bool = False
    """Whether the document tells how something is done; no sentence of it is a condition then."""
    title: str = ""
    refused: bool = False
    """Whether the document's verdict refuses or defers."""

    def inline(self, place: Statement, name: str, text: str, rule: str) -> None:
        """Read what a label or heading announces: each sentence is a condition, unless it says that it is none."""
        line, folded = place.line, fold(text)
        if roles.of(name) & {"review-date", "review-past"}:
            if day := iso(folded[:60]):
                self.into.dated(line, name, folded, day)
                rest = folded[folded.find("(") :] if "(" in folded else ""
                self.prose(place, rest.strip("()."))
                return
            if folded.startswith("@"):
                self.into.ignore(line, rule, text, "names people, not a day")
                return
        if is_nothing(folded):
            self.into.ignore(line, rule, text, "says that there is none")
            return
        taken = 0
        for number, sentence in enumerate(sentences(text)):
            stated_part = condition_in(sentence, self.languages, "refusal")
            if matcher_for("^ _5 decision PASTED|was-had").match(lowered(sentence)):
                self.into.ignore(line, rule, sentence, "tells of an earlier decision")
            elif (
                rule == "heading-prose"
                and not (stated_part or announced(sentence))
                and whole("revisit-only", plain(name))
                and _tells(sentence)
            ):
                self.into.ignore(line, rule, sentence, "tells what happened, with no word for a condition")
            elif isinstance(stated_part, Skipped) or leading("remark", sentence):
                self.into.ignore(
                    line, rule, sentence, stated_part.why if isinstance(stated_part, Skipped) else "a remark"
                )
            elif stated_part is not None and not _begins_with_day(sentence):
                texts = self._with_day(sentence, stated_part)
                taken += sum(self.add(place, sentence, one, rule, 0, stated=spoken(name)) for one in texts)
            elif act := _act(sentence):
                taken += self.add(place, sentence, act, rule, 0, stated=spoken(name))
            elif number == 0 or not taken or _goes_on(sentence):
                taken += self.add(place, sentence, sentence, rule, 0, stated=spoken(name))

    def add(
        self,
        place: Statement,
        sentence: str,
        text: str,
        rule: str,
        rank: int,
        item: str | None = None,
        stated: Logic | None = None,
    ) -> int:
        """Add the conditions of one sentence; `stated` is the logic that its label says."""
        first, item = len(self.into.taken), item or scope_of(place)
        wide = rank == 0 or rule == "one-of-these-and-back"
        parts, logic = conditions_of(text, sentence, wide, self.languages)
        for part in parts:
            self.into.add(rank, line_of(place.block, part), rule, trigger(part, sentence, item))
        # where its label says that all have to hold, the sentence does not
        whole_of = (
            trigger(as_one(parts), as_one(parts), item) if stated == "all" != logic else trigger(text, sentence, item)
        )
        self.into.group(rank, stated or logic if len(parts) > 1 else "single", first, whole_of)
        return len(parts)

    def prose(self, place: Statement, text: str, item: str | None = None, rank: int = 1) -> int:
        """Read the free sentences of a text; the number of conditions."""
        where = "refusal" if self.refused and _explains(place) else ""
        if self.procedure or not may_hold(text, self.languages, where):
            return 0
        count, last, stated_part = 0, "", None
        for sentence in sentences(text):
            for part in _segments(sentence):
                before, stated_part = stated_part, condition_in(part, self.languages, where)
                if part.endswith(COLON) and announces(part):
                    continue
                if isinstance(stated_part, StatedCondition) and (
                    why := other_matter(place, part, stated_part, self.title, self.refused)
                ):
                    stated_part = Skipped(why, stated_part.rule)
                if isinstance(stated_part, Skipped):
                    self.into.ignore(line_of(place.block, part), stated_part.rule, part, stated_part.why)
                elif stated_part is not None:
                    back = bool(last) and _points_back(stated_part.text)
                    # who calls a sentence a trigger announces it as much as a heading would
                    rank_of = 0 if stated_part.rule in ("named-trigger", "trigger-to", "trigger-equals") else rank
                    joined, texts = (
                        (f"{last} {sentence}", [last])
                        if back
                        else (sentence, self._with_day(part, _listed(part, stated_part)))
                    )
                    count += sum(self.add(place, joined, one, stated_part.rule, rank_of, item) for one in texts)
                elif not isinstance(before, StatedCondition) and (pointed := _follows(part, last)):
                    count += self.add(place, f"{last} {part}", pointed, "points-back", rank, item)
                last = part
        return count

    def _with_day(self, sentence: str, stated: StatedCondition) -> list[str]:
        """What a sentence states with the day that stands apart from it: "unless A, revisit no earlier than DAY" says two."""
        day = day_in(sentence, self.languages) if not point(stated.text) else None
        if day is None:
            return [stated.text]
        if leading("floor", day.text) and not leading("until|exception", stated.text):  # both have to be true
            start, at = sorted((sentence.find(stated.text), sentence.find(day.text)))
            end = max(at + len(day.text), sentence.find(stated.text) + len(stated.text))
            return [sentence[start:end]]
        return [stated.text, day.text]


def _explains(place: Statement) -> bool:
    """Whether a statement stands where a verdict is explained: in its section, a summary, an opening, or next steps."""
    if place.of_option or place.under("procedure") or place.step:
        return False
    named = any(place.under(role) or place.labelled(role) for role in ("verdict", "pick", "waits", "aside"))
    return named or place.headings.are_titles


def _begins_with_day(sentence: str) -> bool:
    """Whether a sentence says a latest day first: "end of 2027 at the latest, or as soon as …"."""
    latest = without_latest_day(sentence)[1]
    return bool(latest) and sentence.startswith(latest)


def _goes_on(sentence: str) -> bool:
    """Whether a sentence behind conditions is one more: "Also if …", "In any case after two years"."""
    return bool(leading("goes-on", sentence) or lead(sentence)) or is_latest_day(sentence)


def _points_back(text: str) -> bool:
    """Whether a condition only points at the sentence before it: "when both hold", "if so"."""
    low = lowered(text.strip(" ,.*"))
    return any(matcher_for(row).match(low) for row in ("^ points-back $", "^ points-back _4 points-back-verb $"))


def _follows(sentence: str, last: str) -> str | None:
    """The condition in the sentence before one such as "At that point we will revisit this"."""
    if not leading("which", sentence) or not matcher_for("again").search(lowered(sentence)):
        return None
    starts = list(matcher_for("if|until").finditer(lowered(last)))
    return last[starts[-1].end() :].strip(" .") if starts else None


def _segments(sentence: str) -> list[str]:
    """A sentence, or its parts between semicolons if several of them speak of looking again."""
    if "; " not in sentence:
        return [sentence]
    parts = re.split(r"[;；]\s+", sentence)
    again = matcher_for("reactive")
    return parts if 1 < len(parts) <= 12 and sum(bool(again.search(lowered(p))) for p in parts) > 1 else [sentence]


def _listed(sentence: str, stated: StatedCondition) -> StatedCondition:
    """A condition that only says how many of them count with those behind the colon: "once all three of these hold, we start over: a; b; c"."""
    listed = sentence.partition(stated.text)[2].partition(": ")[2]
    counts = spoken(stated.text) and find_slot("these-things", stated.text)
    return replace(stated, text=f"{stated.text}: {listed}") if listed and counts else stated


def _tells(sentence: str) -> bool:
    """Whether a sentence is a statement in which nothing is a condition or a time to look again."""
    low = lowered(sentence)
    told = has_main_verb(sentence) or matcher_for("^ _3 we-or-i PASTED").match(low.replace("re-", "re"))
    return bool(told) and not matcher_for("if|if-keep|until|inverted").search(low)


def _act(sentence: str) -> str | None:
    """The condition on which something is done: "We go back if …"."""
    low = lowered(sentence)
    start = leading("we|pronouns", low)
    if_word = matcher_for("if").search(low, start.end()) if start else None
    if not start or not if_word or if_word.start() <= start.end():
        return None
    between = sentence[start.end() : if_word.start()]
    return None if re.search(r"[,;:，；：]", between) or len(between.split()) > 12 else sentence[if_word.end() :]
