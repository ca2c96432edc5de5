"""Conditions that are the items of a list under a heading or label which announces them."""

import re
from dataclasses import dataclass, field, replace

from ...markdown import Block, fold
from ...model import Trigger
from .. import roles
from ..dates import iso
from ..document.statements import Statement, text_of
from ..patterns.language_matchers import find_slot, leading, whole
from ..plain_text import label, plain, sentences
from ..result_types import MovedList
from ..sentences.condition_logic import joined, spoken
from .announcement import COLON, announced, announces, announces_several, is_label, is_plan
from .clause import lead
from .collected_conditions import CollectedConditions
from .condition_prose import scope_of
from .label_hints import LabelHints
from .latest_day import floor, is_latest_day, without_latest_day
from .written_condition import as_one, trigger

ITEM_MARK = re.compile(r"^\((?:(?P<letter>[a-z]{1,2})|\d{1,2})\)\s+")
"""The letter or number that an author gave a condition; its place in a generated record gives it another."""
_BRIEF = 20
"""Characters within which an item is a day and nothing else."""


@dataclass(slots=True)
class Lists:
    """Reads lists into a collection."""

    into: CollectedConditions
    hints: LabelHints = field(default_factory=LabelHints)
    """What labels announce in this document only."""
    used: set[int] = field(default_factory=set)
    """Lines of blocks that a heading or label has explained."""
    last: Block | None = None
    """The last list of several conditions."""
    before: tuple[str, str, int] | None = None
    """What announced the last list, by which rule, and its first condition."""

    def read(self, place: Statement) -> None:
        """Read a list, if what stands before it announces conditions."""
        joiner = plain(place.before.text) if place.before is not None and place.before.kind == "paragraph" else ""
        if self.before is not None and whole("and|or", joiner):
            self._go_on(place, *self.before, together=whole("and", joiner))
            return
        announcement = announced(place)
        if announcement is None:
            return
        name, rule = announcement
        if is_plan(name) and not is_label(name):
            self.into.ignore(place.line, rule, name, "tells how to build it later")
            self.used |= {c.line for i in place.block.children for c in i.children}
        elif (is_label(name) or announces(name)) and rule == "label-list" and find_slot("earlier", name):
            self.into.ignore(place.line, rule, name, "tells of an earlier decision")
            self.used |= {c.line for i in place.block.children for c in i.children}
        elif (
            is_label(name)
            or announces(name)
            or self.hints.announce(name, place, [text_of(item) for item in place.block.children])
        ):
            lead_in = place.before.text if place.before is not None and place.before.kind == "paragraph" else ""
            said = [s for s in sentences(lead_in) if announces_several(s)] or sentences(lead_in)[-1:]
            first = len(self.into.taken)
            self._items(place, " ".join([name, *said]), rule)
            self.before = (name, rule, first)
        elif self.hints.decided and whole("exit-gate", plain(name)):
            why = "may end the decision, or a phase of the work; 'Revisit when' says the first"
            self.into.ignore(place.line, rule, name, why)

    def _go_on(self, place: Statement, name: str, rule: str, first: int, *, together: bool) -> None:
        """Read a list that "and" or "or" alone joins to the one before: with "and" all conditions of both have to hold."""
        self._items(place, name, rule)
        if together:
            self.into.groups[:] = [group for group in self.into.groups if group.first < first]
            self.into.moves[:] = [(move, count) for move, count in self.into.moves if move.first < first]
            self.into.group(0, "all", first, _together([one.trigger for one in self.into.taken[first:]]))

    def _items(self, place: Statement, announcement: str, rule: str) -> None:
        block = place.block
        first, made, letters = len(self.into.taken), [], dict[int, str]()
        for item in block.children:
            item_text = _with_nested(item)
            if own := ITEM_MARK.match(item_text):
                item_text, letters[item.line] = item_text[own.end() :], own["letter"] or ""
            self.used |= {c.line for c in item.children}
            if (
                item_text
                and not (item_text.endswith(COLON) and announces(item_text))
                and not self._dated(place, item.line, item_text)
            ):
                made.append((item.line, item_text))
        stated = [(line, text) for line, item_text in made for text in filter(None, without_latest_day(item_text))]
        stated, lowest = _without_floor(stated)
        logic = spoken(announcement) or joined([text for _, text in stated if not is_latest_day(text)])
        if lowest:
            stated = [(line, f"{text}, {lowest}") for line, text in stated]
        latest = [one for one in stated if logic == "all" and is_latest_day(one[1])]
        for line, text in (one for one in stated if one not in latest):
            self.into.add(0, line, rule, replace(_of_item(text, scope_of(place)), own=letters.get(line, "")))
        if logic or len(self.into.taken) - first > 1:
            together = _together([one.trigger for one in self.into.taken[first:]])
            self.into.group(0, logic or "any", first, together)
        for line, text in latest:
            self.into.add(0, line, rule, replace(_of_item(text, scope_of(place)), own=letters.get(line, "")))
            self.into.group(0, "any", len(self.into.taken) - 1)
        count = len(self.into.taken) - first
        self.last = block if count > 1 else self.last
        whole_items = all(
            len(i.children) == 1 and i.children[0].kind == "paragraph" and text_of(i)[:1] != "*" for i in block.children
        )
        if (
            place.top
            and whole_items
            and count == len(block.children)
            and not lowest
            and stated[len(stated) - len(latest) :] == latest
            and scope_of(place) is None
        ):
            self.into.moves.append((MovedList("revisit", _lead(place), block, first), count))

    def bounded(self, text: str) -> bool:
        """Bind the conditions of the last list to the day before which nothing counts, if the paragraph behind it says that."""
        lowest, group = floor(text), self.into.groups[-1] if self.into.groups else None
        if not lowest or group is None:
            return False
        for one in self.into.taken[group.first :]:
            bound = f"{one.trigger.text}, {lowest}"
            one.trigger = trigger(bound, bound, one.trigger.item)
            self.into.notes[one.note] = replace(self.into.notes[one.note], text=one.trigger.text)
        self.into.moves[:] = [(move, count) for move, count in self.into.moves if move.first < group.first]
        return True

    def _dated(self, place: Statement, line: int, text: str) -> bool:
        """Whether an item only says the day of the next review, by its own label or that of the heading."""
        above = place.section.text if place.section is not None else ""
        own = label(text) or ((above, text) if len(text) <= _BRIEF else None)
        day = iso(own[1][:40]) if own and roles.of(own[0]) & {"review-date", "review-past"} else None
        if own and day:
            self.into.dated(line, own[0], text, day)
        return bool(day)


def _without_floor(stated: list[tuple[int, str]]) -> tuple[list[tuple[int, str]], str]:
    """Items of which any will do without the last, if that is a day before which nothing counts; it bounds them all."""
    lowest = floor(stated[-1][1]) if len(stated) > 2 else ""
    some = any(leading("or|joins-of", text) for _, text in stated[:-1])
    bound = leading("opener", stated[-1][1]) and (some or not leading("and", stated[-1][1])) if lowest else None
    return (stated[:-1], lowest) if bound else (stated, "")


def _with_nested(item: Block) -> str:
    """An item with the conditions in a list of its own that go on with it: "all of:" above them, or "and" before each."""
    text = text_of(item)
    nested = [text_of(one) for child in item.children if child.kind == "list" for one in child.children]
    if not nested or not all(nested):
        return text
    logic = spoken(text) if text.endswith(COLON) else None
    for joiner, said in (("and", "all"), ("or", "any")):
        begins = [leading(joiner, one) for one in nested]
        if logic == said or all(begins):
            bare = [
                one[begin.end() :].lstrip(" ,:") if begin else one for one, begin in zip(nested, begins, strict=True)
            ]
            return as_one(bare if logic == said else [text, *bare], joiner)
    return text


def _of_item(text: str, scope: str | None) -> Trigger:
    """The trigger of an item; of one with a bold lead that is a condition, the lead alone."""
    bold = re.match(r"\*\*([^*]{3,160})\*\*(\s*[:—–-]+)?\s*(.*)", text, re.S)
    if (
        bold
        and bold[3]
        and (bold[1].rstrip().endswith((".", "。")) or (lead(bold[1]) and not bold[1].rstrip().endswith(COLON)))
    ):
        made = trigger(bold[1], text, scope)
        return replace(made, consequence=fold(bold[3]) if bold[2] and lead(bold[1]) else made.consequence)
    return trigger(text, text, scope)


def _together(items: list[Trigger]) -> Trigger | None:
    """The items of a list that all have to hold as one condition."""
    if len(items) < 2 or len({one.item for one in items}) > 1:
        return None
    text = as_one([one.text for one in items])
    return trigger(text, text, items[0].item)


def _lead(place: Statement) -> Block | None:
    """The block that only announces the list."""
    before = place.before
    if (
        before is None or before.kind == "list"
    ):  # in a record's section a list before the conditions would be read as them
        return None
    return None if before.kind == "paragraph" and len(sentences(before.text)) > 1 else before
