"""Conditions in their containers: lists, paragraphs and tables under headings and labels, and free sentences."""

import re
from dataclasses import dataclass, field, replace

from ...checks import tokens as checks
from ...frontmatter import FrontMatter
from ...markdown import Block, fold
from ...model import Conditions, Status, Verdict
from ..document.statements import Statement, is_struck
from ..patterns.language_matchers import find_slot, finder, leading, lowered, matcher_for
from ..plain_text import is_blank, plain, sentences
from ..result_types import Finding, MovedList, Note
from ..sentences.condition_logic import opens, spoken
from ..sentences.sentence_classification import Languages, StatedCondition, condition_in, may_hold
from . import condition_tables, frontmatter_conditions
from .announcement import announces, goes_on, held_until, is_lead_in, leads_in
from .bare_day import bare_day
from .clause import lead
from .collected_conditions import CollectedConditions
from .condition_kinds import classify
from .condition_lists import Lists
from .condition_prose import Prose, scope_of
from .condition_splitting import split
from .label_hints import LabelHints, tells_costs
from .written_condition import trigger

_BRIEF = 4
"""Words of a verdict before the day until which it counts."""
_AGAIN = "^ label-verb|again this? decision? ,? only? if|until"


@dataclass(slots=True)
class Reader:
    """Reads what statements say about looking again, in order."""

    into: CollectedConditions
    prose: Prose
    lists: Lists
    stated: set[int] = field(default_factory=set)
    """Lines of headings that are a condition themselves."""

    def read(self, places: list[Statement]) -> None:
        """Collect what all statements say."""
        kinds = {
            "heading": self._heading,
            "list": self.lists.read,
            "paragraph": self._paragraph,
            "table": self._table,
        }
        for place in places:
            explained = place.line in self.lists.used and place.block.kind != "list"
            if place.block.kind in kinds and not place.is_history and not explained:
                kinds[place.block.kind](place)

    def _heading(self, place: Statement) -> None:
        """A heading such as "Revisit when traffic doubles" is a condition, and what stands below may be a remark."""
        name = plain(place.block.text)
        again = matcher_for(_AGAIN).match(lowered(name)) if place.block.level > 1 else None
        text = name[again.end() :] if again else ""
        if text[:1].isalnum() and " " in text and not (spoken(name) or matcher_for("^ any-of").match(lowered(text))):
            self.stated.add(place.line)
            below = fold(place.after.text) if place.after is not None and place.after.kind == "paragraph" else ""
            # the check of a heading's words may stand alone below it
            beside = finder("joins", "if", "day-comes").sub(" ", re.sub(r"`[^`]*`", "", below))
            if below and checks(below) and not re.search(r"\w", beside):
                text = f"{text}: {below}"
            self.prose.add(place, name, text, "heading", 0)

    def _paragraph(self, place: Statement) -> None:
        block, own = place.block, place.label
        if own and is_lead_in(own[1]) and place.after is not None and place.after.kind == "list":
            return
        if is_struck(block) or is_blank(block.text):
            return
        if place.before is self.lists.last and self.lists.last is not None and (logic := opens(block.text)):
            self.into.groups[-1] = replace(self.into.groups[-1], logic=logic)
        if place.before is self.lists.last and self.lists.last is not None and self.lists.bounded(block.text):
            return
        if goes_on(place):
            self.prose.inline(place, place.before.text if place.before else "", block.text, "label-inline")
        elif not (own and own[1] and self._labelled(place, *own)) and not self._below(place):
            self.prose.prose(place, block.text)

    def _labelled(self, place: Statement, name: str, rest: str) -> bool:
        """Read a paragraph by its label, if that announces something."""
        if place.labelled("plan"):
            self._maybe_plan(place, name, rest)
        elif held := held_until(name):
            self.prose.add(place, place.block.text, held, "label-inline", 0, fold(rest))
        elif place.labelled("revisit") and (own := self._before_check(name, rest)):
            self.prose.add(place, f"{fold(name)}: {fold(rest)}", f"{own}: {fold(rest)}", "label-inline", 0)
        elif place.labelled("revisit") or self._announces(place, rest):
            self.prose.inline(place, name, rest, "label-inline")
        elif _at_the_verdict(place) and (until := leading("until", rest)):
            self.prose.add(place, rest, fold(rest[until.end() :]), "label-inline", 0)
        else:
            return False
        return True

    def _announces(self, place: Statement, rest: str) -> bool:
        """Whether a label that announces conditions in some documents does so in this one."""
        own = place.label[0] if place.label else ""
        if self.lists.hints.announce(own, place, [rest]):
            return True
        return place.labelled("cadence") and _is_regular(rest)

    def _watched(self, place: Statement, heading: str) -> bool:
        """Whether a heading such as "Review" or "Watch" announces the interval or check below it, which it does not elsewhere."""
        if place.below("cadence") and _is_regular(place.block.text):
            return True
        return bool(checks(place.block.text)) and self.lists.hints.announce(heading, place, [place.block.text])

    def _before_check(self, name: str, rest: str) -> str:
        """The words of a condition that a label holds before its check: "Revisit when it grows past 40 TB: `reading:tb > 40`"."""
        part = condition_in(name, self.prose.languages) if rest.startswith("`") and not spoken(name) else None
        return part.text if isinstance(part, StatedCondition) else ""

    def _below(self, place: Statement) -> bool:
        """Read a paragraph by the heading above it, if that announces something."""
        heading = place.section if place.top else None
        if heading is not None and place.first and self._watched(place, heading.text):
            self.prose.inline(place, heading.text, place.block.text, "heading-prose")
            return True
        if heading is None or heading.line in self.stated or not place.below("revisit", "plan"):
            return False
        first = place.first and not leads_in(place)
        if first and place.below("plan"):
            self._maybe_plan(place, heading.text, place.block.text)
        elif first and tells_costs(heading.text, place.block.text):
            self.into.ignore(place.line, "heading-prose", place.block.text, "tells what it costs")
        elif first:
            self.prose.inline(place, heading.text, place.block.text, "heading-prose")
        elif not place.below("plan"):
            self._behind(place, heading.text)
        else:
            return False
        return True

    def _behind(self, place: Statement, heading: str) -> None:
        """A paragraph further down in a section of conditions: a check in it is meant as one, other words may be a remark."""
        remarks, count = [], len(self.into.notes)
        for sentence in sentences(place.block.text):
            checked = any(f"`{token}" in sentence for token in checks(sentence))
            if checked or _adds(sentence):
                self.prose.inline(place, heading, sentence, "heading-prose")
            else:
                remarks.append(sentence)
        remark = " ".join(remarks)
        self.prose.prose(place, remark)
        if (
            remark
            and len(self.into.notes) == count
            and not (announces(remarks[-1]) or opens(remark) or leads_in(place))
        ):
            why = "stands beside the conditions; as an item of its own it counts"
            self.into.ignore(place.line, "heading-prose", remark, why)

    def _maybe_plan(self, place: Statement, name: str, text: str) -> None:
        """A label that announces conditions in one file and a build plan in the next: only said conditions are read."""
        needed = matcher_for("^ require").match(lowered(fold(text)))
        again = matcher_for("before-again").search(lowered(fold(text)))
        if needed and again and needed.end() < again.start():
            parts, logic = split(
                fold(text)[needed.end() : again.start()].strip(" :：,"), wide=True, languages=self.prose.languages
            )
            first = len(self.into.taken)
            for part in parts:
                self.into.add(0, place.line, "heading-prose", trigger(part, fold(text), scope_of(place)))
            needs = trigger(fold(text)[needed.end() : again.start()].strip(" :：,"), fold(text), scope_of(place))
            self.into.group(0, "all" if logic != "any" or find_slot("and", text) else "any", first, needs)
        elif not self.prose.prose(place, text, rank=0):
            self.into.ignore(place.line, "plan", text, "tells how to build it later")

    def _table(self, place: Statement) -> None:
        for cell in condition_tables.cells(place):
            if not cell.announced and not may_hold(cell.text, self.prose.languages):  # as most: no need of a statement
                continue
            part = Statement(Block("paragraph", cell.line, cell.line, cell.text), place.headings)
            if cell.label:
                self.prose.inline(part, cell.label, cell.text, "table")
            elif cell.announced and not self.prose.prose(part, cell.text, cell.item, rank=0):
                self.into.add(0, cell.line, "table", trigger(cell.text, cell.text, cell.item))
            elif not cell.announced:
                self.prose.prose(part, cell.text, cell.item)


def _adds(sentence: str) -> bool:
    """Whether a sentence says one more condition, not what to do once those above hold or it is looked at again."""
    clause = lowered(sentence.partition(",")[0])
    return bool(lead(sentence)) and not matcher_for("again|carrier|points-back").search(clause)


def _is_regular(text: str) -> bool:
    """Whether a text says an interval: "every two years", "each spring"."""
    return classify(fold(text)) == "elapsed" or matcher_for("^ regular").match(lowered(text)) is not None


def _at_the_verdict(place: Statement) -> bool:
    """Whether a label stands in the head of a document or in the section of its verdict."""
    return place.top and (place.headings.are_titles or place.below("verdict")) and not (place.of_option or place.aside)


def read(
    front: FrontMatter,
    places: list[Statement],
    date: str | None,
    title: str,
    languages: Languages,
    status: Status | None = None,
) -> tuple[Conditions, list[MovedList], list[Note], list[Finding]]:
    """The document's triggers: explicit ones, else those under headings and labels, else those in sentences."""
    stated = frontmatter_conditions.read(front)
    if stated is not None and any(note.field == "trigger" for note in stated[1]):
        return stated[0], [], stated[1], stated[2]
    into, refused = CollectedConditions(date), status in ("rejected", "deferred")
    Reader(
        into,
        Prose(into, languages, bool(find_slot("procedures", title)), title, refused),
        Lists(into, LabelHints(refused or status == "accepted", refused)),
    ).read(places)
    review_by, notes, findings = (stated[0].review_by, stated[1], stated[2]) if stated else (None, [], [])
    conditions, moves = into.conditions()
    return replace(conditions, review_by=review_by or into.review_by), moves, notes + into.notes, findings


def until(verdict: Verdict, found: Conditions, date: str | None) -> str | None:
    """The ISO day until which a verdict counts, where nothing else says it: who defers until a day looks again on it."""
    limits = [verdict.qualifier or "", *(verdict.line[at:] for at in _limits(verdict.line))]
    day = next(filter(None, (bare_day(limit.strip(" .")) for limit in limits if leading("until", limit))), None)
    if day is None or found.review_by or (date and day <= date):
        return None
    return None if any(day in one.check or bare_day(one.text) == day for one in found.triggers) else day


def _limits(line: str) -> list[int]:
    """Where words such as "until" begin a few words behind the beginning of a verdict, or apart from it behind a comma."""
    starts = [m.start() for m in finder("until").finditer(line)]
    return [at for at in starts if len(line[:at].split()) <= _BRIEF or line[:at].endswith(", ")]
