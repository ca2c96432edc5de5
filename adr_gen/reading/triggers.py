"""Triggers: explicit in the front matter, else under headings and labels and in tables, else in free sentences."""

import re
from functools import cache

from ..decision import Conditions, Logic, Trigger
from ..frontmatter import FrontMatter, Value
from ..markdown import Block
from . import prose, words
from .blockers import text_of
from .conditions import checks, classify, condition, lettered, split, spoken
from .header import iso
from .outline import Place, fold, label, plain, sentences
from .values import Finding, Move, Note

__all__ = ["checks", "classify", "condition", "read", "trigger"]

_ITEM = re.compile(r"^\((?:[a-z]{1,2}|\d{1,2})\)\s+")


def trigger(text: str, sentence: str, item: str | None = None, more: str | None = None) -> Trigger:
    """The trigger of a written condition in its sentence."""
    alone, consequence = condition(text)
    return Trigger(alone, sentence, consequence or more, classify(sentence), checks(sentence), item)


@cache
def _labels() -> re.Pattern[str]:
    names = {n.upper(): words.alternation(f"triggers.{n}") for n in ("verbs", "nouns", "carriers")}
    patterns = words.entries("triggers.labels")
    for name, pattern in names.items():
        patterns = [p.replace(name, pattern) for p in patterns]
    return re.compile(rf"(?:{words.group(patterns)})\Z", re.I)


def is_label(name: str) -> bool:
    """Whether a heading or label announces conditions."""
    return bool(_labels().match(plain(name)[:160]))


def is_plan(name: str) -> bool:
    """Whether a heading or label announces conditions or, as often, how to build it later."""
    return bool(words.whole("triggers.plan").match(plain(name)[:120]))


class Reader:
    """Collects what the places of a document say about looking again."""

    def __init__(self, date: str | None) -> None:
        self.date = date
        self.found: list[tuple[int, Trigger]] = []
        """Rank (0 under heading or label, 1 prose) and trigger."""
        self.moves: list[tuple[Move, int]] = []
        self.notes: list[Note] = []
        self.logics: list[Logic] = []
        self.review_by: str | None = None
        self.stems: tuple[str, ...] | None = None
        self.used: set[int] = set()
        """Lines of blocks that a heading or label has explained."""

    def read(self, places: list[Place]) -> None:
        texts = (cell for p in places for row in p.block.rows or ((p.block.text,),) for cell in row)
        self.stems = prose.stems_in("\n".join(texts))
        for place in places:
            block = place.block
            if block.line in self.used and block.kind != "list":
                continue
            if block.kind == "list":
                self._list(place)
            elif block.kind == "paragraph":
                self._paragraph(place)
            elif block.kind == "table":
                self._table(place)

    def add(self, rank: int, line: int, rule: str, made: Trigger) -> None:
        if made.text and not words.whole("triggers.nothing").match(made.text):
            self.found.append((rank, made))
            self.notes.append(Note("trigger", line, rule, made.text))

    def ignore(self, line: int, rule: str, text: str, why: str) -> None:
        self.notes.append(Note("trigger", line, rule, fold(text)[:300], False, why))

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
                return (own[1], "label-list") if _announces(own[1]) else (own[0], "label-list")
            if own and not own[1] and (is_label(own[0]) or is_plan(own[0])):
                return own[0], "label-list"
            if place.headings and place.top and is_label(place.headings[-1].text):
                return place.headings[-1].text, "heading-list"
            end = sentences(before.text)[-1:] if before.text.rstrip().endswith((":", "：")) else []
            if end and (is_label(end[0]) or _announces(end[0])):
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
        if not (is_label(name) or _announces(name)):
            return
        before = place.before.text if place.before is not None and place.before.kind == "paragraph" else ""
        self._items(place, f"{name} {before}", rule)

    def _items(self, place: Place, said: str, rule: str) -> None:
        block = place.block
        first, made = len(self.found), []
        for item in block.children:
            written = _ITEM.sub("", text_of(item))
            self.used |= {c.line for c in item.children}
            if written.endswith((":", "：")) and _announces(written):
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
            self.logics.append(logic)
        elif count > 1:
            self.logics.append("any")
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
            self._review_by(line, own[0], written, day)
        return bool(day)

    def _scope(self, place: Place) -> str | None:
        return place.option

    def _paragraph(self, place: Place) -> None:
        block, own = place.block, place.label
        if block.text.startswith("~~") and block.text.endswith("~~"):
            return
        if own and own[1]:
            name, rest = own
            if is_plan(name) and not (is_label(name) and not is_plan(name)):
                self._maybe_plan(place, name, rest)
                return
            if is_label(name):
                self._inline(place, name, rest, "label-inline")
                return
        heading = place.headings[-1] if place.headings and place.top else None
        if heading is not None and place.before is heading and not block.text.rstrip().endswith((":", "：")):
            if is_plan(heading.text):
                self._maybe_plan(place, heading.text, block.text)
                return
            if is_label(heading.text):
                self._inline(place, heading.text, block.text, "heading-prose")
                return
        self._prose(place, block.text)

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
            self.logics.append("all" if logic != "any" or re.search(r"\band\b", text) else "any")
            return
        if not self._prose(place, text, rank=0):
            self.ignore(line, "plan", text, "tells how to build it later")

    def _inline(self, place: Place, name: str, text: str, rule: str) -> None:
        line, folded = place.block.line, fold(text)
        if words.whole("triggers.dates").match(plain(name)):
            day = iso(folded[:60])
            if day:
                self._review_by(line, name, folded, day)
                rest = folded[folded.find("(") :] if "(" in folded else ""
                self._prose(place, rest.strip("()."))
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
            elif number == 0 or not taken or re.match(r"(?:or|and|also)\b", sentence, re.I) or _conditional(sentence):
                taken += self._said(place, sentence, sentence, rule, 0)

    def _review_by(self, line: int, name: str, text: str, day: str) -> None:
        past = "review date" in plain(name).lower() and "next" not in name.lower()
        if past and (self.date is None or day <= self.date):
            self.ignore(line, "review-date", text, "a review that took place")
        elif self.date is None or day > self.date:
            self.review_by = self.review_by or day
            self.notes.append(Note("review_by", line, "label-inline", text))
        else:
            self.ignore(line, "review-date", text, "before the decision's own date")

    def _said(self, place: Place, sentence: str, text: str, rule: str, rank: int, item: str | None = None) -> int:
        """Add the conditions of one sentence."""
        parts, logic = conditions_of(text, len(checks(sentence)) > 1, wide=rank == 0)
        for part in parts:
            self.add(rank, place.block.line, rule, trigger(part, sentence, item or self._scope(place)))
        if len(parts) > 1:
            self.logics.append(logic)
        return len(parts)

    def _prose(self, place: Place, text: str, item: str | None = None, rank: int = 1) -> int:
        """Read the free sentences of a text; the number of conditions."""
        if not prose.may_hold(text, self.stems):
            return 0
        count, last = 0, ""
        for sentence in sentences(text):
            for part in prose.segments(sentence):
                said = prose.read(part)
                if isinstance(said, prose.Skipped):
                    self.ignore(place.block.line, said.rule, part, said.why)
                elif said is not None:
                    words_of = last if prose.points_back(said.text) and last else said.text
                    count += self._said(
                        place, sentence, words_of, said.rule, 0 if said.rule == "named-trigger" else rank, item
                    )
                last = part
        return count

    def _table(self, place: Place) -> None:
        block = place.block
        if not block.rows:
            return
        head = block.rows[0]
        columns = [n for n, cell in enumerate(head) if is_label(cell)]
        if not columns and place.headings and is_label(place.headings[-1].text):
            named = [n for n, cell in enumerate(head) if words.inside("triggers.carriers").search(cell)]
            columns = (named or [0])[:1]
        for line, row in zip(block.row_lines[1:], block.rows[1:], strict=True):
            name = fold(row[0]) if row else ""
            for column in columns:
                if (
                    column < len(row)
                    and fold(row[column])
                    and not words.whole("triggers.nothing").match(fold(row[column]))
                ):
                    cell = fold(row[column])
                    item = None if column == 0 else plain(name) or None
                    self.add(0, line, "table", trigger(cell, cell, item))
            if not columns and len(row) >= 2 and is_label(row[0]) and fold(row[1]):
                cell = fold(row[1])
                self.add(0, line, "table", trigger(cell, cell, self._scope(place)))
            elif not columns:
                for cell in row[1:] if len(row) > 1 else row:
                    self._prose(Place(Block("paragraph", line, line, cell), place.headings), cell, plain(name) or None)


def conditions_of(text: str, together: bool, wide: bool) -> tuple[list[str], Logic]:
    """The single conditions of a text, the last with its consequence; `together`: they are one condition."""
    if together:
        return [text], "single"
    parts, logic = split(text, wide)
    if lettered(text):
        return parts, logic
    alone, consequence = condition(text)
    parts, logic = split(alone, wide)
    if consequence and parts:
        parts[-1] = f"{parts[-1]} → {consequence}"
    return parts, logic


def _joined(items: list[str]) -> Logic | None:
    """The logic that list items say where one goes on with "and" or "or"."""
    for item in items[1:]:
        if re.match(rf"{words.alternation('triggers.and')}\s", item, re.I):
            return "all"
    for item in items[:-1]:
        if re.search(rf"[,;]\s+{words.alternation('triggers.and')}[,;.]?\Z", item, re.I):
            return "all"
    return None


def _conditional(sentence: str) -> bool:
    return bool(words.leading("triggers.strip").match(sentence))


_ANNOUNCES = re.compile(r"(?:when|if|once|after|until)\b.{0,80}[:：]\s*\Z", re.I)


def _announces(sentence: str) -> bool:
    """Whether a sentence such as "Revisit this when any of:" announces a list of conditions."""
    again = words.inside("triggers.verbs").search(sentence) or words.inside("triggers.relevant").search(sentence)
    return bool(again) and bool(_ANNOUNCES.search(sentence + ("" if sentence.endswith((":", "：")) else ":")))


def _lead(place: Place) -> Block | None:
    """The block that only announces the list."""
    before = place.before
    if before is None or (before.kind == "paragraph" and len(sentences(before.text)) > 1):
        return None
    return before


def read(
    front: FrontMatter, places: list[Place], date: str | None
) -> tuple[Conditions, list[Move], list[Note], list[Finding]]:
    """The document's triggers: explicit ones, else those under headings and labels, else those in sentences."""
    explicit = _explicit(front, date)
    if explicit is not None and explicit[0].triggers:
        return explicit[0], [], explicit[1], explicit[2]
    reader = Reader(date)
    reader.read(places)
    review_by, notes, findings = (explicit[0].review_by, explicit[1], explicit[2]) if explicit else (None, [], [])
    announced = any(rank == 0 and t.item is None for rank, t in reader.found)
    keep = [n for n, (rank, t) in enumerate(reader.found) if rank == 0 or t.item is not None or not announced]
    triggers = tuple(reader.found[n][1] for n in keep)
    moves = [Move("revisit", m.lead, m.list, keep.index(m.first)) for m, _ in reader.moves]
    return (
        Conditions(_combined(triggers, reader.logics), triggers, review_by or reader.review_by),
        moves,
        notes + reader.notes,
        findings,
    )


def _combined(triggers: tuple[Trigger, ...], logics: list[Logic]) -> Logic | None:
    if not triggers:
        return None
    if len(triggers) == 1:
        return "single"
    return "all" if logics and all(logic == "all" for logic in logics) else "any"


def _key(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])|[_\s]+", "-", name).lower()


def _explicit(front: FrontMatter, date: str | None) -> tuple[Conditions, list[Note], list[Finding]] | None:
    """The conditions of the front matter."""
    notes: list[Note] = []
    findings: list[Finding] = []
    triggers: list[Trigger] = []
    logics: list[Logic] = []
    review_by: str | None = None
    for name, value in front.values.items():
        key, line = _key(name), front.lines.get(name, 1)
        if words.whole("triggers.review_keys").match(key) and isinstance(value, str) and front.text(name):
            day = iso(front.text(name))
            if day:
                review_by = review_by or day
                notes.append(Note("review_by", line, "front-matter", day))
                continue
            if key == "review-by":
                message = f"`{name}: {front.text(name)[:60]}` is no calendar date; write YYYY-MM-DD"
                findings.append(Finding(line, "ADR104", message))
                continue
        if words.whole("triggers.keys").match(key) or words.whole("triggers.review_keys").match(key):
            read = _values(value)
            if read is None:
                message = f"`{name}` is not understood; write a text, a list of texts, or `any:` or `all:` with a list"
                findings.append(Finding(line, "ADR104", message))
                continue
            texts, logic = read
            for text, sentence in texts:
                if not words.whole("triggers.nothing").match(text):
                    triggers.append(trigger(text, sentence))
                    notes.append(Note("trigger", line, "front-matter", text))
            logics.append(logic)
    if not (triggers or review_by or notes or findings):
        return None
    return (
        Conditions(_combined(tuple(triggers), [x for x in logics if x != "single"]), tuple(triggers), review_by),
        notes,
        findings,
    )


def _values(value: Value) -> tuple[list[tuple[str, str]], Logic] | None:
    """Conditions with their sentences, and how they combine, of a string, a list, or `any`/`all` with a list."""
    if isinstance(value, str):
        if re.search(r"^\s*[-*•] ", value, re.M):
            items = [fold(re.sub(r"^\s*[-*•] ", "", line)) for line in value.splitlines() if line.strip()]
            return [(i, i) for i in items], "any"
        parts, logic = conditions_of(fold(value), len(checks(value)) > 1, wide=True)
        return [(p, fold(value)) for p in parts], logic
    if isinstance(value, dict):
        if len(value) == 1 and (key := next(iter(value))).lower() in ("any", "all") and isinstance(value[key], list):
            inner = _values(value[key])
            return (inner[0], "all" if key.lower() == "all" else "any") if inner else None
        return None
    texts: list[tuple[str, str]] = []
    for item in value:
        if isinstance(item, dict) and isinstance(item.get("condition"), str):
            text, action = fold(str(item["condition"])), item.get("action")
            text = f"{text} → {fold(action)}" if isinstance(action, str) and action else text
            texts.append((text, text))
        elif isinstance(item, str):
            texts.append((fold(item), fold(item)))
        else:
            return None
    return texts, "any"
