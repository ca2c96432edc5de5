"""The sections of a generated record, written from what was read."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from .. import records
from ..markdown import Block, Document, fold
from ..reading import MovedList, Reading, roles
from ..reading.conditions.condition_lists import ITEM_MARK
from ..reading.header import translated_keys
from ..records import Record, padded, unpadded
from ..records.generated import METADATA
from . import escaping, joined_blocks, section_mapping
from .condition_items import sentences_below, trigger_item
from .original_blocks import Original
from .section_mapping import BLOCKERS, DEEPER, MORE, OUTCOME, REVISIT, TITLES, Part
from .section_prompts import PROMPTS, without_prompts

AS_WRITTEN = records.AS_WRITTEN
OWN_FIELDS = frozenset(
    [
        "title",
        "tags",
        "decision-makers",
        "decision_makers",
        "deciders",
        "owner",
        "owners",
        "authors",
        "supersedes",
        "revisits",
        "relates",
    ]
)
"""Front-matter keys with a field of their own in a record."""


class SectionWriter:
    """Writes the sections of one record."""

    def __init__(
        self, document: Document, reading: Reading, record: Record, change: Callable[[str], str | None]
    ) -> None:
        answered = without_prompts(document)
        # identity: without prompts the very document comes back
        self.prompted = answered is not document
        document = answered
        self.document, self.reading = document, reading
        self.original = Original(document, reading, change)
        self.parts = section_mapping.arrange(document, reading)
        self.record = replace(
            record,
            verdict=unpadded(self.original.relinked(record.verdict)) if record.verdict else None,
            blockers=tuple(
                replace(b, text=unpadded(self.original.relinked(b.text)))
                for b in self._ordered("blockers", reading.blockers)
            ),
            conditions=replace(
                reading.conditions,
                triggers=tuple(
                    replace(
                        t, text=self.original.relinked(t.text), sentence=unpadded(self.original.relinked(t.sentence))
                    )
                    for t in self._ordered("revisit", reading.conditions.triggers)
                ),
            ),
        )

    def sections(self) -> list[str]:
        """The sections with something to say, as Markdown, in the order of a MADR record."""
        texts = []
        for key in TITLES:
            body = joined_blocks.apart(self._body(key))
            if body:
                texts.append("\n\n".join([escaping.heading(3 if key in DEEPER else 2, TITLES[key]), *body]))
        return texts

    def _body(self, key: str) -> list[str]:
        """What a section holds: what the record states, then the author's blocks."""
        stated = {OUTCOME: self._verdict, BLOCKERS: self._blockers, REVISIT: self._triggers}.get(key, list)()
        body = []
        for number, part in enumerate(self.parts[key]):
            body += self._part(part, 3 if key in DEEPER else 2, first=number == 0)
        if key == MORE:
            body += self._metadata()
        return [*stated, *([AS_WRITTEN] if body and key in (BLOCKERS, REVISIT) else []), *body]

    def _verdict(self) -> list[str]:
        """The one-line verdict."""
        line = self.record.verdict or ""
        return self._lifted(OUTCOME, line) or ([padded(line)] if line else [])

    def _lifted(self, key: str, line: str) -> list[str]:
        """The first paragraph of a section's blocks, taken out of its place, if it says just this line."""
        part = next((p for p in self.parts[key] if p.blocks), None)
        first = self.document.blocks[part.blocks[0]] if part else None
        if (
            part is None
            or first is None
            or first.kind != "paragraph"
            or unpadded(self.original.relinked(fold(first.text))) != line
        ):
            return []
        part.blocks.pop(0)
        return self.original.pieces(first)

    def _part(self, part: Part, level: int, first: bool) -> list[str]:
        """A part below a heading of `level`: its own heading one deeper unless it says nothing new, or asks in vain."""
        body, base = [], level
        vain = (
            part.heading is not None
            and not part.blocks
            and (part.bare or (self.prompted and part.heading.text in PROMPTS))
        )
        keep = part.heading is not None and not vain and not (part.bare and first)
        if part.heading is not None:
            source = part.heading.level
            if keep:
                base = level + 1
                body.append(escaping.heading(base, self.original.relinked(part.heading.text)))
            body += self.original.tail(part.heading)
        else:
            source = level
        for number in part.blocks:
            block = self.document.blocks[number]
            if block.kind == "heading":
                body.append(escaping.heading(base + max(1, block.level - source), self.original.relinked(block.text)))
                body += self.original.tail(block)
            else:
                body += self.original.pieces(block)
        return [piece for piece in body if piece]

    def _ordered(self, section: str, values: tuple[Any, ...]) -> tuple[Any, ...]:
        """Values as the record will list them: those from prose first, then the moved lists."""
        moved = {n for m in self._moves(section) for n in range(m.first, m.first + len(m.list.children))}
        return tuple(v for n, v in enumerate(values) if n not in moved) + tuple(
            values[n] for m in self._moves(section) for n in range(m.first, m.first + len(m.list.children))
        )

    def _moves(self, section: str) -> list[MovedList]:
        return [m for m in self.reading.moves if m.section == section]

    def _lead(self, move: MovedList, key: str) -> list[str]:
        """What announced a moved list, unless the section's heading says the same."""
        if move.lead is None:
            return []
        if move.lead.kind != "heading":
            return self.original.pieces(move.lead)
        _, bare = roles.section(move.lead.text)
        if bare and (move.lead.level <= 2 or fold(move.lead.text).lower() == TITLES[key].lower()):
            return self.original.tail(move.lead)
        return [escaping.heading(3, move.lead.text), *self.original.tail(move.lead)]

    def _blockers(self) -> list[str]:
        moves = self._moves("blockers")
        count = len(self.record.blockers) - sum(len(m.list.children) for m in moves)
        body = ["\n".join(joined_blocks.task(b) for b in self.record.blockers[:count])] if count else []
        for move in moves:
            body += self._lead(move, BLOCKERS)
            items = self.record.blockers[count : count + len(move.list.children)]
            body.append(
                "\n".join(
                    joined_blocks.task(b, self.original.item(i)) for b, i in zip(items, move.list.children, strict=True)
                )
            )
            count += len(items)
        return body

    def _triggers(self) -> list[str]:
        triggers = self.record.conditions.triggers
        moves = self._moves("revisit")
        if not triggers:
            return []
        body = []
        leads = {fold(m.lead.text) for m in moves if m.lead is not None}
        word = "All of:" if self.record.conditions.logic == "all" else "Any of:"
        if len(triggers) > 1 and word not in leads:
            body.append(word)
        count = len(triggers) - sum(len(m.list.children) for m in moves)
        if count:
            body.append("\n".join(joined_blocks.lettered(n, [trigger_item(t)]) for n, t in enumerate(triggers[:count])))
        for move in moves:
            body += self._lead(move, REVISIT)
            numbered = enumerate(move.list.children, start=count)
            body.append("\n".join(joined_blocks.lettered(n, self._condition(i)) for n, i in numbered))
            count += len(move.list.children)
        from_prose = len(triggers) - sum(len(m.list.children) for m in moves)
        items = [t.whole for t in triggers[:from_prose]] + [t.sentence for t in triggers[from_prose:]]
        for sentence in sentences_below(triggers, items):
            body += self._lifted(REVISIT, sentence) or [padded(sentence)]
        return body

    def _condition(self, item: Block) -> list[str]:
        """The lines of an item without the letter that its author gave it."""
        first, *rest = self.original.item(item)
        return [ITEM_MARK.sub("", first), *rest]

    def _metadata(self) -> list[str]:
        """What the front matter says beyond the record's own fields."""
        front = self.document.front.values
        own = OWN_FIELDS | {k for k in ("date", "completed", "created") if front.get(k) == self.record.date}
        own |= {key for key in front if self._is_told(key)}
        rows = [f"* {key}: {_metadata_value(value)}".rstrip() for key, value in front.items() if key not in own]
        return [escaping.heading(3, METADATA), "\n".join(rows)] if rows else []

    def _is_told(self, key: str) -> bool:
        """Whether a key in the language of the document says what a field of the record says."""
        told = (self.reading.tags, self.reading.owners, self.reading.decision_makers)
        named = translated_keys.is_key(key, "tags", "owners", "people")
        return named and self.document.front.items(key) in told


def _metadata_value(value: Any) -> str:
    import json

    return escaping.value(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
