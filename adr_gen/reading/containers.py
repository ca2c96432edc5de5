"""Conditions in their containers: lists, paragraphs and tables under headings and labels, and free sentences."""

import re
from dataclasses import replace
from functools import cache

from ..checks import tokens as checks
from ..decision import Logic, Trigger
from ..markdown import Block, fold
from . import prose, tables, words
from .blockers import text_of
from .clauses import opens, split, spoken
from .conditions import classify, trigger
from .days import iso
from .labels import announces, held_until, is_cadence, is_history, is_label, is_plan
from .outline import Place, is_blank, label, sentences
from .statements import Statements
from .values import Move

ITEM_MARK = re.compile(r"^\((?:[a-z]{1,2}|\d{1,2})\)\s+")
"""The letter or number that an author gave a condition; its place in the record gives it another."""


class Reader(Statements):
    """Reads the places of a document."""

    def __init__(self, date: str | None) -> None:
        super().__init__(date)
        self.used: set[int] = set()
        """Lines of blocks that a heading or label has explained."""
        self.listed: Block | None = None
        """The last list of several conditions."""

    def read(self, places: list[Place], title: str = "") -> None:
        """Collect what all places say of the document with this title."""
        self.procedure = bool(words.inside("triggers.procedures").search(title))
        for place in places:
            block = place.block
            if (block.line in self.used and block.kind != "list") or is_history(place):
                continue
            if block.kind == "list":
                self._list(place)
            elif block.kind == "paragraph":
                self._paragraph(place)
            elif block.kind == "table":
                self._table(place)

    def _announced(self, place: Place) -> tuple[str, str] | None:
        """The label or heading that announces a list, and its kind."""
        before = place.before
        if before is None:
            return None
        if before.kind == "heading":
            return before.text, "heading-list"
        if before.kind == "list" and before.children:
            last = text_of(before.children[-1])
            return (last, "label-list") if last.endswith((":", "：")) else None
        if before.kind == "paragraph":
            own = label(before.text)
            if own and own[1] and is_plan(own[0]):
                return (own[1], "label-list") if announces(own[1]) else (own[0], "label-list")
            if own and (not own[1] or _aside(own[1])) and (is_label(own[0]) or is_plan(own[0])):
                return own[0], "label-list"
            if place.headings and place.top and is_label(place.headings[-1].text):
                return place.headings[-1].text, "heading-list"
            end = sentences(before.text)[-1:] if before.text.rstrip().endswith((":", "：")) else []
            if end and (is_label(end[0]) or announces(end[0])):
                return end[0], "label-list"
        return None

    def _list(self, place: Place) -> None:
        announced = self._announced(place)
        if announced is None:
            return
        name, rule = announced
        block = place.block
        if is_plan(name) and not is_label(name):
            self.ignore(block.line, rule, name, "tells how to build it later")
            self.used |= {c.line for i in block.children for c in i.children}
            return
        if not (is_label(name) or announces(name)):
            return
        lead = place.before.text if place.before is not None and place.before.kind == "paragraph" else ""
        before = "".join(sentences(lead)[-1:])
        self._items(place, f"{name} {before}", rule)

    def _items(self, place: Place, said: str, rule: str) -> None:
        block = place.block
        first, made = len(self.found), []
        for item in block.children:
            written = ITEM_MARK.sub("", text_of(item))
            self.used |= {c.line for c in item.children}
            if written.endswith((":", "：")) and announces(written):
                continue
            if self._dated(item.line, written):
                continue
            if written:
                made.append((item.line, written))
        for line, written in made:
            self.add(0, line, rule, trigger(written, written, self.scope(place)))
        count = len(self.found) - first
        logic = spoken(said) or _joined([w for _, w in made])
        if logic or count > 1:
            self.group(0, logic or "any", first, _together([trigger for _, trigger, _ in self.found[first:]]))
        if count > 1:
            self.listed = block
        whole = all(
            len(i.children) == 1 and i.children[0].kind == "paragraph" and text_of(i)[:1] != "*" for i in block.children
        )
        if place.top and whole and count == len(block.children) and self.scope(place) is None:
            self.moves.append((Move("revisit", _lead(place), block, first), count))

    def _dated(self, line: int, written: str) -> bool:
        """Whether an item only says the day of the next review."""
        own = label(written)
        day = iso(own[1][:40]) if own and words.whole("triggers.dates").match(own[0]) else None
        if own and day:
            self.dated(line, own[0], written, day)
        return bool(day)

    def _paragraph(self, place: Place) -> None:
        block, own = place.block, place.label
        if own and _aside(own[1]) and place.after is not None and place.after.kind == "list":
            return
        if (block.text.startswith("~~") and block.text.endswith("~~")) or is_blank(block.text):
            return
        if place.before is self.listed and self.listed is not None and (logic := opens(block.text)):
            self.groups[-1] = replace(self.groups[-1], logic=logic)
        if own and own[1]:
            name, rest = own
            if is_plan(name):
                self._maybe_plan(place, name, rest)
                return
            held = held_until(name)
            if held:
                self.said(place, block.text, held, "label-inline", 0, fold(rest))
                return
            if is_label(name) or (is_cadence(name) and classify(fold(rest)) == "elapsed"):
                self.inline(place, name, rest, "label-inline")
                return
        heading = place.headings[-1] if place.headings and place.top else None
        if heading is not None and place.before is heading and not _leads_in(place):
            if is_plan(heading.text):
                self._maybe_plan(place, heading.text, block.text)
                return
            if is_label(heading.text):
                self.inline(place, heading.text, block.text, "heading-prose")
                return
        if heading is not None and is_label(heading.text) and not is_plan(heading.text):
            self._behind(place, heading.text)
            return
        self.prose(place, block.text)

    def _behind(self, place: Place, heading: str) -> None:
        """A paragraph further down in a section of conditions: a check in it is meant as one, other words may be a remark."""
        block, remarks, count = place.block, [], len(self.notes)
        for sentence in sentences(block.text):
            if any(f"`{token}" in sentence for token in checks(sentence)):
                self.inline(place, heading, sentence, "heading-prose")
            else:
                remarks.append(sentence)
        said = " ".join(remarks)
        self.prose(place, said)
        if said and len(self.notes) == count and not (announces(remarks[-1]) or opens(said) or _leads_in(place)):
            why = "stands beside the conditions; as an item of its own it counts"
            self.ignore(block.line, "heading-prose", said, why)

    def _maybe_plan(self, place: Place, name: str, text: str) -> None:
        """A label that announces conditions in one file and a build plan in the next: only said conditions are read."""
        line = place.block.line
        require = re.match(
            rf"[\s*_]*{words.alternation('triggers.require')}\s*[:：]?\s+(.+?)(?:\s+{words.alternation('triggers.before_reopening')})?[.]?\Z",
            fold(text),
            re.I,
        )
        again = words.inside("triggers.before_reopening").search(text)
        if require and again:
            parts, logic = split(require[1], wide=True)
            first = len(self.found)
            for part in parts:
                self.add(0, line, "heading-prose", trigger(part, fold(text), self.scope(place)))
            both = logic != "any" or words.inside("triggers.and").search(text)
            self.group(0, "all" if both else "any", first, trigger(require[1], fold(text), self.scope(place)))
            return
        if not self.prose(place, text, rank=0):
            self.ignore(line, "plan", text, "tells how to build it later")

    def _table(self, place: Place) -> None:
        for cell in tables.cells(place):
            if not cell.announced and not prose.may_hold(cell.text):  # as most: no need of a place
                continue
            part = Place(Block("paragraph", cell.line, cell.line, cell.text), place.headings)
            if cell.label:
                self.inline(part, cell.label, cell.text, "table")
            elif cell.announced and not self.prose(part, cell.text, cell.item, rank=0):
                self.add(0, cell.line, "table", trigger(cell.text, cell.text, cell.item))
            elif not cell.announced:
                self.prose(part, cell.text, cell.item)


def _together(items: list[Trigger]) -> Trigger | None:
    """The items of a list that all have to hold as one condition."""
    if len(items) < 2 or len({one.item for one in items}) > 1:
        return None
    text = "; ".join(one.text for one in items)
    return trigger(text, text, items[0].item)


def _joined(items: list[str]) -> Logic | None:
    """The logic that list items say where one goes on with "and" or "or"."""
    for item in items[1:]:
        if re.match(rf"{words.alternation('triggers.and')}\s", item, re.I):
            return "all"
    for item in items[:-1]:
        if re.search(rf"[,;]?\s+{words.alternation('triggers.and')}[,;.]?\Z", item, re.I):
            return "all"
    return None


def _aside(text: str) -> bool:
    """Whether a text is nothing but a remark in brackets, behind a label that announces a list."""
    return text.startswith("(") and text.rstrip(" :：.").endswith(")") and text.count("(") == 1


def _leads_in(place: Place) -> bool:
    """Whether a paragraph is only the beginning of what the list behind it says."""
    text = place.block.text.rstrip()
    if text.endswith((":", "：")):
        return True
    return place.after is not None and place.after.kind == "list" and bool(_open_end().search(text))


@cache
def _open_end() -> re.Pattern[str]:
    return re.compile(rf"(?:,|(?<!\w){words.joined('triggers.strip', 'triggers.connectors')}[,…]?)\Z", re.I)


def _lead(place: Place) -> Block | None:
    """The block that only announces the list."""
    before = place.before
    if before is None or (before.kind == "paragraph" and len(sentences(before.text)) > 1):
        return None
    return before
