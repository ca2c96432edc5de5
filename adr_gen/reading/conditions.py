"""Conditions in their containers: lists, paragraphs and tables under headings and labels, and free sentences."""

import re
from collections.abc import Container
from dataclasses import dataclass, field, replace

from ..checks import tokens as checks
from ..frontmatter import FrontMatter
from ..markdown import Block, fold
from ..model import Conditions, Logic, Trigger
from . import explicit, roles, tables
from .clauses import lead, opens, split, spoken
from .condition import combined, conditions_of, owned, trigger
from .days import iso
from .explicit import is_nothing
from .kinds import classify
from .outline import Statement, text_of
from .pattern import anywhere, inside, leading, lowered, whole
from .sentence import Languages, Said, Skipped, condition_in, may_hold
from .text import is_blank, label, line_of, plain, sentences
from .values import Finding, Move, Note

ITEM_MARK = re.compile(r"^\((?:[a-z]{1,2}|\d{1,2})\)\s+")
"""The letter or number that an author gave a condition; its place in the record gives it another."""
_COLON = (":", "：")


def is_label(name: str) -> bool:
    """Whether a heading or label announces conditions, and nothing else."""
    return roles.has(name, "revisit")


def is_plan(name: str) -> bool:
    """Whether a heading or label announces conditions or, as often, how to build it later."""
    return roles.has(name, "plan")


def announces(sentence: str) -> bool:
    """Whether a sentence such as "Revisit this when any of:" announces a list of conditions."""
    low = lowered(sentence.rstrip(" :：")) + " "
    return bool(anywhere("reactive").search(low) and anywhere("if|if-keep|until|require _8 $").search(low)) or bool(
        anywhere("if _2 any-of _3 any-verb? $").search(low)
    )


def held_until(name: str) -> str | None:
    """The condition in a label such as "Deferred until the pilot ends", behind which stands what is deferred."""
    name = plain(name)[:160]
    found = anywhere("^ held ,? until").match(lowered(name))
    return name[found.end() :] or None if found else None


@dataclass(slots=True)
class _Taken:
    """A trigger as it was found."""

    rank: int
    """0 under heading or label, 1 prose."""
    trigger: Trigger
    note: int
    """The number of its note."""


@dataclass(frozen=True, slots=True)
class _Group:
    """The triggers of one statement or list, and how they combine."""

    rank: int
    logic: Logic
    first: int
    """Index of its first trigger; the others follow."""
    count: int
    whole: Trigger | None = None
    """All of them as one condition, if they are several."""


@dataclass(slots=True)
class Reader:
    """Reads what statements say about looking again, in order."""

    date: str | None
    languages: Languages
    procedure: bool = False
    """Whether the document tells how something is done; no sentence of it is a condition then."""
    taken: list[_Taken] = field(default_factory=list)
    moves: list[tuple[Move, int]] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    groups: list[_Group] = field(default_factory=list)
    review_by: str | None = None
    used: set[int] = field(default_factory=set)
    """Lines of blocks that a heading or label has explained."""
    listed: Block | None = None
    """The last list of several conditions."""

    def read(self, places: list[Statement]) -> None:
        """Collect what all statements say."""
        kinds = {"list": self._list, "paragraph": self._paragraph, "table": self._table}
        for place in places:
            explained = place.line in self.used and place.block.kind != "list"
            if place.block.kind in kinds and not place.told and not explained:
                kinds[place.block.kind](place)

    def add(self, rank: int, line: int, rule: str, made: Trigger) -> None:
        """Take a trigger, unless its words are none."""
        if made.text and not is_nothing(made.text):
            self.taken.append(_Taken(rank, made, len(self.notes)))
            self.notes.append(Note("trigger", line, rule, made.text))

    def group(self, rank: int, logic: Logic, first: int, whole: Trigger | None = None) -> None:
        """Note how the triggers from `first` on combine."""
        self.groups.append(_Group(rank, logic, first, len(self.taken) - first, whole))

    def ignore(self, line: int, rule: str, text: str, why: str) -> None:
        """Note what looked like a condition and was not taken."""
        self.notes.append(Note("trigger", line, rule, fold(text)[:300], False, why))

    def dated(self, line: int, name: str, text: str, day: str) -> None:
        """Take a day of review, unless it is one that has been."""
        if roles.has(name, "review-past") and (self.date is None or day <= self.date):
            self.ignore(line, "review-date", text, "a review that took place")
        elif self.date is None or day > self.date:
            self.review_by = self.review_by or day
            self.notes.append(Note("review_by", line, "label-inline", text))
        else:
            self.ignore(line, "review-date", text, "before the decision's own date")

    def _announced(self, place: Statement) -> tuple[str, str] | None:
        """The label or heading that announces a list, and the container that this is."""
        before = place.before
        if before is None:
            return None
        if before.kind == "heading":
            return before.text, "heading-list"
        if before.kind == "list" and before.children:
            last = text_of(before.children[-1])
            return (last, "label-list") if last.endswith(_COLON) else None
        return self._by_paragraph(place, before) if before.kind == "paragraph" else None

    def _by_paragraph(self, place: Statement, before: Block) -> tuple[str, str] | None:
        own = label(before.text)
        if own and own[1] and is_plan(own[0]):
            return (own[1], "label-list") if announces(own[1]) else (own[0], "label-list")
        if own and (not own[1] or _aside(own[1])) and (is_label(own[0]) or is_plan(own[0])):
            return own[0], "label-list"
        if place.section is not None and place.top and is_label(place.section.text):
            return place.section.text, "heading-list"
        end = sentences(before.text)[-1:] if before.text.rstrip().endswith(_COLON) else []
        return (end[0], "label-list") if end and (is_label(end[0]) or announces(end[0])) else None

    def _list(self, place: Statement) -> None:
        announced = self._announced(place)
        if announced is None:
            return
        name, rule = announced
        if is_plan(name) and not is_label(name):
            self.ignore(place.line, rule, name, "tells how to build it later")
            self.used |= {c.line for i in place.block.children for c in i.children}
        elif (is_label(name) or announces(name)) and rule == "label-list" and inside("earlier", name):
            self.ignore(place.line, rule, name, "tells of an earlier decision")
            self.used |= {c.line for i in place.block.children for c in i.children}
        elif is_label(name) or announces(name):
            lead_in = place.before.text if place.before is not None and place.before.kind == "paragraph" else ""
            self._items(place, f"{name} {''.join(sentences(lead_in)[-1:])}", rule)

    def _items(self, place: Statement, said: str, rule: str) -> None:
        block = place.block
        first, made = len(self.taken), []
        for item in block.children:
            written = ITEM_MARK.sub("", text_of(item))
            self.used |= {c.line for c in item.children}
            if (
                written
                and not (written.endswith(_COLON) and announces(written))
                and not self._dated(item.line, written)
            ):
                made.append((item.line, written))
        for line, written in made:
            self.add(0, line, rule, _of_item(written, self.scope(place)))
        count = len(self.taken) - first
        logic = spoken(said) or _joined([w for _, w in made]) or ("any" if count > 1 else None)
        if logic:
            self.group(0, logic, first, _together([one.trigger for one in self.taken[first:]]))
        self.listed = block if count > 1 else self.listed
        whole_items = all(
            len(i.children) == 1 and i.children[0].kind == "paragraph" and text_of(i)[:1] != "*" for i in block.children
        )
        if place.top and whole_items and count == len(block.children) and self.scope(place) is None:
            self.moves.append((Move("revisit", _lead(place), block, first), count))

    def _dated(self, line: int, written: str) -> bool:
        """Whether an item only says the day of the next review."""
        own = label(written)
        day = iso(own[1][:40]) if own and roles.of(own[0]) & {"review-date", "review-past"} else None
        if own and day:
            self.dated(line, own[0], written, day)
        return bool(day)

    def _paragraph(self, place: Statement) -> None:
        block, own = place.block, place.label
        if own and _aside(own[1]) and place.after is not None and place.after.kind == "list":
            return
        if (block.text.startswith("~~") and block.text.endswith("~~")) or is_blank(block.text):
            return
        if place.before is self.listed and self.listed is not None and (logic := opens(block.text)):
            self.groups[-1] = replace(self.groups[-1], logic=logic)
        if not (own and own[1] and self._labelled(place, *own)) and not self._below(place):
            self.prose(place, block.text)

    def _labelled(self, place: Statement, name: str, rest: str) -> bool:
        """Read a paragraph by its label, if that announces something."""
        if is_plan(name):
            self._maybe_plan(place, name, rest)
        elif held := held_until(name):
            self.said(place, place.block.text, held, "label-inline", 0, fold(rest))
        elif is_label(name) or (roles.has(name, "cadence") and classify(fold(rest)) == "elapsed"):
            self.inline(place, name, rest, "label-inline")
        else:
            return False
        return True

    def _below(self, place: Statement) -> bool:
        """Read a paragraph by the heading above it, if that announces something."""
        heading = place.section if place.top else None
        if heading is None:
            return False
        first = place.first and not _leads_in(place)
        if first and is_plan(heading.text):
            self._maybe_plan(place, heading.text, place.block.text)
        elif first and is_label(heading.text):
            self.inline(place, heading.text, place.block.text, "heading-prose")
        elif is_label(heading.text) and not is_plan(heading.text):
            self._behind(place, heading.text)
        else:
            return False
        return True

    def _behind(self, place: Statement, heading: str) -> None:
        """A paragraph further down in a section of conditions: a check in it is meant as one, other words may be a remark."""
        remarks, count = [], len(self.notes)
        for sentence in sentences(place.block.text):
            if any(f"`{token}" in sentence for token in checks(sentence)):
                self.inline(place, heading, sentence, "heading-prose")
            else:
                remarks.append(sentence)
        said = " ".join(remarks)
        self.prose(place, said)
        if said and len(self.notes) == count and not (announces(remarks[-1]) or opens(said) or _leads_in(place)):
            why = "stands beside the conditions; as an item of its own it counts"
            self.ignore(place.line, "heading-prose", said, why)

    def _maybe_plan(self, place: Statement, name: str, text: str) -> None:
        """A label that announces conditions in one file and a build plan in the next: only said conditions are read."""
        needed = anywhere("^ require").match(lowered(fold(text)))
        again = anywhere("before-again").search(lowered(fold(text)))
        if needed and again and needed.end() < again.start():
            parts, logic = split(
                fold(text)[needed.end() : again.start()].strip(" :：,"), wide=True, languages=self.languages
            )
            first = len(self.taken)
            for part in parts:
                self.add(0, place.line, "heading-prose", trigger(part, fold(text), self.scope(place)))
            needs = trigger(fold(text)[needed.end() : again.start()].strip(" :：,"), fold(text), self.scope(place))
            self.group(0, "all" if logic != "any" or inside("and", text) else "any", first, needs)
        elif not self.prose(place, text, rank=0):
            self.ignore(place.line, "plan", text, "tells how to build it later")

    def _table(self, place: Statement) -> None:
        for cell in tables.cells(place):
            if not cell.announced and not may_hold(cell.text, self.languages):  # as most: no need of a statement
                continue
            part = Statement(Block("paragraph", cell.line, cell.line, cell.text), place.headings)
            if cell.label:
                self.inline(part, cell.label, cell.text, "table")
            elif cell.announced and not self.prose(part, cell.text, cell.item, rank=0):
                self.add(0, cell.line, "table", trigger(cell.text, cell.text, cell.item))
            elif not cell.announced:
                self.prose(part, cell.text, cell.item)

    def scope(self, place: Statement) -> str | None:
        """The option, or the deferred item, that a statement speaks of."""
        near = place.section
        if place.option or near is None or not roles.has(near.text, "deferred-items"):
            return place.option
        return place.label[0] if place.items and place.label else None

    def inline(self, place: Statement, name: str, text: str, rule: str) -> None:
        """Read what a label or heading announces: each sentence is a condition, unless it says that it is none."""
        line, folded = place.line, fold(text)
        if roles.of(name) & {"review-date", "review-past"}:
            if day := iso(folded[:60]):
                self.dated(line, name, folded, day)
                rest = folded[folded.find("(") :] if "(" in folded else ""
                self.prose(place, rest.strip("()."))
                return
            if folded.startswith("@"):
                self.ignore(line, rule, text, "names people, not a day")
                return
        if is_nothing(folded):
            self.ignore(line, rule, text, "says that there is none")
            return
        taken = 0
        for number, sentence in enumerate(sentences(text)):
            said = condition_in(sentence, self.languages)
            if isinstance(said, Skipped) or leading("remark", sentence):
                self.ignore(line, rule, sentence, said.why if isinstance(said, Skipped) else "a remark")
            elif said is not None:
                taken += self.said(place, sentence, said.text, rule, 0, stated=spoken(name))
            elif act := _act(sentence):
                taken += self.said(place, sentence, act, rule, 0, stated=spoken(name))
            elif number == 0 or not taken or leading("goes-on", sentence) or lead(sentence):
                taken += self.said(place, sentence, sentence, rule, 0, stated=spoken(name))

    def said(
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
        first, item = len(self.taken), item or self.scope(place)
        parts, logic = conditions_of(text, len(checks(sentence)) > 1, rank == 0, self.languages)
        for part in parts:
            self.add(rank, line_of(place.block, part), rule, trigger(part, sentence, item))
        whole_of = trigger(text, sentence, item) if len(parts) > 1 else None
        self.group(rank, stated or logic if len(parts) > 1 else "single", first, whole_of)
        return len(parts)

    def prose(self, place: Statement, text: str, item: str | None = None, rank: int = 1) -> int:
        """Read the free sentences of a text; the number of conditions."""
        if self.procedure or not may_hold(fold(text), self.languages):
            return 0
        count, last, said = 0, "", None
        for sentence in sentences(text):
            for part in _segments(sentence):
                before, said = said, condition_in(part, self.languages)
                if part.endswith(_COLON) and announces(part):
                    continue
                if isinstance(said, Said) and place.step and leading("waiting", part):
                    said = Skipped("a step of a procedure", said.rule)
                if isinstance(said, Skipped):
                    self.ignore(line_of(place.block, part), said.rule, part, said.why)
                elif said is not None:
                    back = bool(last) and _points_back(said.text)
                    rank_of = 0 if said.rule in ("named-trigger", "trigger-to", "trigger-equals") else rank
                    joined, written = (f"{last} {sentence}", last) if back else (sentence, said.text)
                    count += self.said(place, joined, written, said.rule, rank_of, item)
                elif not isinstance(before, Said) and (pointed := _follows(part, last)):
                    count += self.said(place, f"{last} {part}", pointed, "points-back", rank, item)
                last = part
        return count


def _of_item(written: str, scope: str | None) -> Trigger:
    """The trigger of an item; of one with a bold lead that is a condition, the lead alone."""
    bold = re.match(r"\*\*([^*]{3,160})\*\*(\s*[:—–-]+)?\s*(.*)", written, re.S)
    if (
        bold
        and bold[3]
        and (bold[1].rstrip().endswith((".", "。")) or (lead(bold[1]) and not bold[1].rstrip().endswith(_COLON)))
    ):
        made = trigger(bold[1], written, scope)
        return replace(made, consequence=fold(bold[3]) if bold[2] and lead(bold[1]) else made.consequence)
    return trigger(written, written, scope)


def _together(items: list[Trigger]) -> Trigger | None:
    """The items of a list that all have to hold as one condition."""
    if len(items) < 2 or len({one.item for one in items}) > 1:
        return None
    text = "; ".join(one.text for one in items)
    return trigger(text, text, items[0].item)


def _points_back(text: str) -> bool:
    """Whether a condition only points at the sentence before it: "when both hold", "if so"."""
    low = lowered(text.strip(" ,.*"))
    return any(anywhere(row).match(low) for row in ("^ points-back $", "^ points-back _4 points-back-verb $"))


def _follows(sentence: str, last: str) -> str | None:
    """The condition in the sentence before one such as "At that point we will revisit this"."""
    if not leading("which", sentence) or not anywhere("again").search(lowered(sentence)):
        return None
    found = list(anywhere("if|until").finditer(lowered(last)))
    return last[found[-1].end() :].strip(" .") if found else None


def _segments(sentence: str) -> list[str]:
    """A sentence, or its parts between semicolons if several of them speak of looking again."""
    parts = re.split(r"[;；]\s+", sentence) if "; " in sentence else [sentence]
    again = anywhere("reactive")
    return parts if 1 < len(parts) <= 12 and sum(bool(again.search(lowered(p))) for p in parts) > 1 else [sentence]


def _act(sentence: str) -> str | None:
    """The condition on which something is done: "We go back if …"."""
    low = lowered(sentence)
    start = leading("we|pronouns", low)
    found = anywhere("if").search(low, start.end()) if start else None
    if not start or not found or found.start() <= start.end():
        return None
    between = sentence[start.end() : found.start()]
    return None if re.search(r"[,;:，；：]", between) or len(between.split()) > 12 else sentence[found.end() :]


def _joined(items: list[str]) -> Logic | None:
    """The logic that list items say where one goes on with "and" or "or"."""
    begins = any(leading("and", item) for item in items[1:])
    ends = any((last := re.search(r"[,;]?\s+(\w+)[,;.]?\Z", item)) and whole("and", last[1]) for item in items[:-1])
    return "all" if begins or ends else None


def _aside(text: str) -> bool:
    """Whether a text is nothing but a remark in brackets, behind a label that announces a list."""
    return text.startswith("(") and text.rstrip(" :：.").endswith(")") and text.count("(") == 1


def _leads_in(place: Statement) -> bool:
    """Whether a paragraph is only the beginning of what the list behind it says."""
    text = place.block.text.rstrip()
    if text.endswith(_COLON):
        return True
    listed = place.after is not None and place.after.kind == "list"
    return listed and (text.endswith(",") or bool(anywhere("if|if-keep $").search(lowered(text.rstrip(",…")))))


def _lead(place: Statement) -> Block | None:
    """The block that only announces the list."""
    before = place.before
    if (
        before is None or before.kind == "list"
    ):  # in a record's section a list before the conditions would be read as them
        return None
    return None if before.kind == "paragraph" and len(sentences(before.text)) > 1 else before


def read(
    front: FrontMatter, places: list[Statement], date: str | None, title: str, languages: Languages
) -> tuple[Conditions, list[Move], list[Note], list[Finding]]:
    """The document's triggers: explicit ones, else those under headings and labels, else those in sentences."""
    stated = explicit.read(front)
    if stated is not None and stated[0].triggers:
        return stated[0], [], stated[1], stated[2]
    reader = Reader(date, languages, procedure=bool(inside("procedures", title)))
    reader.read(places)
    review_by, notes, findings = (stated[0].review_by, stated[1], stated[2]) if stated else (None, [], [])
    announced = any(one.rank == 0 and one.trigger.item is None for one in reader.taken)
    keep = [n for n, one in enumerate(reader.taken) if one.rank == 0 or one.trigger.item is not None or not announced]
    for n in set(range(len(reader.taken))) - set(keep):
        _pass_over(reader, n, "others stand under a heading or label")
    groups = [group for group in reader.groups if group.rank == 0 or not announced]
    triggers = owned(reader.taken[n].trigger for n in keep)
    logic = combined(triggers, [group.logic for group in groups])
    made = dict(zip(keep, triggers, strict=True))
    for group in groups if logic == "any" else ():
        _merge(reader, group, made)
    place = {number: n for n, number in enumerate(made)}
    moves = [Move("revisit", m.lead, m.list, place[m.first]) for m, count in reader.moves if _stand(m, count, place)]
    conditions = Conditions("single" if len(made) == 1 else logic, tuple(made.values()), review_by or reader.review_by)
    return conditions, moves, notes + reader.notes, findings


def _merge(reader: Reader, group: _Group, made: dict[int, Trigger]) -> None:
    """Make one condition of those that only hold together, among others of which any will do."""
    numbers = range(group.first, group.first + group.count)
    if group.logic != "all" or group.whole is None or group.count < 2 or not all(n in made for n in numbers):
        return
    made[group.first] = group.whole
    note = reader.taken[group.first].note
    reader.notes[note] = replace(reader.notes[note], text=group.whole.text)
    for number in numbers[1:]:
        del made[number]
        _pass_over(reader, number, "holds only together with the one before")


def _pass_over(reader: Reader, number: int, why: str) -> None:
    note = reader.taken[number].note
    reader.notes[note] = replace(reader.notes[note], taken=False, why=why)


def _stand(move: Move, count: int, made: Container[int]) -> bool:
    """Whether each item of a list still is a condition of its own."""
    return all(number in made for number in range(move.first, move.first + count))
