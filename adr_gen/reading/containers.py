"""Conditions in their containers: lists, paragraphs and tables under headings and labels, and free sentences."""

import re
from functools import cache, lru_cache

from ..checks import tokens as checks
from ..decision import Logic
from ..markdown import Block, fold
from . import prose, tables, words
from .blockers import text_of
from .clauses import opens, split, spoken
from .conditions import classify, conditions_of, trigger
from .found import Found
from .header import iso
from .labels import announces, held_until, is_cadence, is_label, is_plan
from .outline import Place, is_blank, label, line_of, plain, sentences
from .values import Move

_ITEM = re.compile(r"^\((?:[a-z]{1,2}|\d{1,2})\)\s+")


class Reader(Found):
    """Reads the places of a document."""

    def __init__(self, date: str | None) -> None:
        super().__init__(date)
        self.used: set[int] = set()
        """Lines of blocks that a heading or label has explained."""
        self.procedure = False
        """Whether the document tells how something is done; no sentence of it is a condition then."""
        self.listed: Block | None = None
        """The last list of several conditions."""

    def read(self, places: list[Place], title: str = "") -> None:
        """Collect what all places say of the document with this title."""
        self.procedure = bool(words.inside("triggers.procedures").search(title))
        for place in places:
            block = place.block
            if (block.line in self.used and block.kind != "list") or _told(place):
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
        before = place.before.text if place.before is not None and place.before.kind == "paragraph" else ""
        self._items(place, f"{name} {before}", rule)

    def _items(self, place: Place, said: str, rule: str) -> None:
        block = place.block
        first, made = len(self.found), []
        for item in block.children:
            written = _ITEM.sub("", text_of(item))
            self.used |= {c.line for c in item.children}
            if written.endswith((":", "：")) and announces(written):
                continue
            if self._dated(item.line, written):
                continue
            if written:
                made.append((item.line, written))
        for line, written in made:
            self.add(0, line, rule, trigger(written, written, self._scope(place)))
        count = len(self.found) - first
        logic = spoken(said) or _joined([w for _, w in made])
        if logic:
            self.logics.append((0, logic))
        elif count > 1:
            self.logics.append((0, "any"))
        if count > 1:
            self.listed = block
        whole = all(
            len(i.children) == 1 and i.children[0].kind == "paragraph" and text_of(i)[:1] != "*" for i in block.children
        )
        if place.top and whole and count == len(block.children) and self._scope(place) is None:
            self.moves.append((Move("revisit", _lead(place), block, first), count))

    def _dated(self, line: int, written: str) -> bool:
        """Whether an item only says the day of the next review."""
        own = label(written)
        day = iso(own[1][:40]) if own and words.whole("triggers.dates").match(own[0]) else None
        if own and day:
            self.dated(line, own[0], written, day)
        return bool(day)

    def _scope(self, place: Place) -> str | None:
        """The option, or the deferred item, that a place speaks of."""
        near = place.headings[-1] if place.headings else None
        if place.option or near is None or not words.whole("triggers.deferred_heads").match(plain(near.text)):
            return place.option
        return place.label[0] if place.items and place.label else None

    def _paragraph(self, place: Place) -> None:
        block, own = place.block, place.label
        if own and _aside(own[1]) and place.after is not None and place.after.kind == "list":
            return
        if (block.text.startswith("~~") and block.text.endswith("~~")) or is_blank(block.text):
            return
        if place.before is self.listed and self.listed is not None and (logic := opens(block.text)):
            self.logics[-1] = (0, logic)
        if own and own[1]:
            name, rest = own
            if is_plan(name):
                self._maybe_plan(place, name, rest)
                return
            held = held_until(name)
            if held:
                self._said(place, block.text, held, "label-inline", 0, fold(rest))
                return
            if is_label(name) or (is_cadence(name) and classify(fold(rest)) == "elapsed"):
                self._inline(place, name, rest, "label-inline")
                return
        heading = place.headings[-1] if place.headings and place.top else None
        if heading is not None and place.before is heading and not _leads_in(place):
            if is_plan(heading.text):
                self._maybe_plan(place, heading.text, block.text)
                return
            if is_label(heading.text):
                self._inline(place, heading.text, block.text, "heading-prose")
                return
        if heading is not None and is_label(heading.text) and not is_plan(heading.text):
            self._behind(place, heading.text)
            return
        self._prose(place, block.text)

    def _behind(self, place: Place, heading: str) -> None:
        """A paragraph further down in a section of conditions: a check in it is meant as one, other words may be a remark."""
        block, remarks, count = place.block, [], len(self.notes)
        for sentence in sentences(block.text):
            if any(f"`{token}" in sentence for token in checks(sentence)):
                self._inline(place, heading, sentence, "heading-prose")
            else:
                remarks.append(sentence)
        said = " ".join(remarks)
        self._prose(place, said)
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
            for part in parts:
                self.add(0, line, "heading-prose", trigger(part, fold(text), self._scope(place)))
            self.logics.append((0, "all" if logic != "any" or words.inside("triggers.and").search(text) else "any"))
            return
        if not self._prose(place, text, rank=0):
            self.ignore(line, "plan", text, "tells how to build it later")

    def _inline(self, place: Place, name: str, text: str, rule: str) -> None:
        line, folded = place.block.line, fold(text)
        if words.whole("triggers.dates").match(plain(name)):
            day = iso(folded[:60])
            if day:
                self.dated(line, name, folded, day)
                rest = folded[folded.find("(") :] if "(" in folded else ""
                self._prose(place, rest.strip("()."))
                return
            if folded.startswith("@"):
                self.ignore(line, rule, text, "names people, not a day")
                return
        if words.whole("triggers.nothing").match(folded.strip(" .*_")):
            self.ignore(line, rule, text, "says that there is none")
            return
        taken = 0
        for number, sentence in enumerate(sentences(text)):
            said = prose.read(sentence)
            if isinstance(said, prose.Skipped) or words.leading("triggers.comments").match(sentence):
                self.ignore(line, rule, sentence, said.why if isinstance(said, prose.Skipped) else "a remark")
            elif said is not None:
                taken += self._said(place, sentence, said.text, rule, 0)
            elif act := _act().match(sentence):
                taken += self._said(place, sentence, sentence[act.end() :], rule, 0)
            elif (
                number == 0 or not taken or words.leading("triggers.goes_on").match(sentence) or _conditional(sentence)
            ):
                taken += self._said(place, sentence, sentence, rule, 0)

    def _said(self, place: Place, sentence: str, text: str, rule: str, rank: int, item: str | None = None) -> int:
        """Add the conditions of one sentence."""
        parts, logic = conditions_of(text, len(checks(sentence)) > 1, wide=rank == 0)
        for part in parts:
            line = line_of(place.block, part)
            self.add(rank, line, rule, trigger(part, sentence, item or self._scope(place)))
        self.logics.append((rank, logic if len(parts) > 1 else "single"))
        return len(parts)

    def _prose(self, place: Place, text: str, item: str | None = None, rank: int = 1) -> int:
        """Read the free sentences of a text; the number of conditions."""
        if self.procedure or not prose.may_hold(fold(text)):
            return 0
        count, last, said = 0, "", None
        for sentence in sentences(text):
            for part in prose.segments(sentence):
                before, said = said, prose.read(part)
                if part.endswith((":", "：")) and announces(part):
                    continue
                if isinstance(said, prose.Said) and place.step and words.leading("triggers.waiting").match(part):
                    said = prose.Skipped("a step of a procedure", said.rule)
                if isinstance(said, prose.Skipped):
                    self.ignore(line_of(place.block, part), said.rule, part, said.why)
                elif said is not None:
                    back = bool(last) and prose.points_back(said.text)
                    rank_of = 0 if said.rule == "named-trigger" else rank
                    whole, written = (f"{last} {sentence}", last) if back else (sentence, said.text)
                    count += self._said(place, whole, written, said.rule, rank_of, item)
                elif not isinstance(before, prose.Said) and (written_before := prose.follows(part, last)):
                    count += self._said(place, f"{last} {part}", written_before, "points-back", rank, item)
                last = part
        return count

    def _table(self, place: Place) -> None:
        for cell in tables.cells(place):
            if not cell.announced and not prose.may_hold(cell.text):  # as most: no need of a place
                continue
            part = Place(Block("paragraph", cell.line, cell.line, cell.text), place.headings)
            if cell.label:
                self._inline(part, cell.label, cell.text, "table")
            elif cell.announced and not self._prose(part, cell.text, cell.item, rank=0):
                self.add(0, cell.line, "table", trigger(cell.text, cell.text, cell.item))
            elif not cell.announced:
                self._prose(part, cell.text, cell.item)


def _joined(items: list[str]) -> Logic | None:
    """The logic that list items say where one goes on with "and" or "or"."""
    for item in items[1:]:
        if re.match(rf"{words.alternation('triggers.and')}\s", item, re.I):
            return "all"
    for item in items[:-1]:
        if re.search(rf"[,;]\s+{words.alternation('triggers.and')}[,;.]?\Z", item, re.I):
            return "all"
    return None


def _aside(text: str) -> bool:
    """Whether a text is nothing but a remark in brackets, behind a label that announces a list."""
    return text.startswith("(") and text.rstrip(" :：.").endswith(")") and text.count("(") == 1


def _told(place: Place) -> bool:
    """Whether a place tells the history of a document, whose conditions were those of earlier versions."""
    near = place.headings[-1] if place.headings else None
    return near is not None and near.level > 1 and _is_history(near.text)


@lru_cache(4096)
def _is_history(heading: str) -> bool:
    return bool(words.whole("triggers.history").match(plain(heading)))


def _leads_in(place: Place) -> bool:
    """Whether a paragraph is only the beginning of what the list behind it says."""
    text = place.block.text.rstrip()
    if text.endswith((":", "：")):
        return True
    return place.after is not None and place.after.kind == "list" and bool(_open_end().search(text))


@cache
def _open_end() -> re.Pattern[str]:
    return re.compile(rf"(?:,|(?<!\w){words.joined('triggers.strip', 'triggers.connectors')}[,…]?)\Z", re.I)


@cache
def _act() -> re.Pattern[str]:
    """What is done, before the condition on which it is done."""
    who, con = words.joined("verdict.sentence.who", "triggers.pronouns"), words.alternation("triggers.strip")
    return re.compile(rf"{who}\s+(?:[^\s,;:]+\s+){{1,12}}?{con}\s+(?=\w)", re.I)


def _conditional(sentence: str) -> bool:
    return bool(words.leading("triggers.strip").match(sentence))


def _lead(place: Place) -> Block | None:
    """The block that only announces the list."""
    before = place.before
    if before is None or (before.kind == "paragraph" and len(sentences(before.text)) > 1):
        return None
    return before
