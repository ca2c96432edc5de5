"""A generated record, read from the places where the template puts each field."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from html import unescape
from itertools import pairwise

from ..markdown import Block, Document, fold, parse
from ..model import STATUSES, Blocker, Conditions, Status, Trigger, letter
from .lookup import missing_number
from .paragraph_text import unpadded
from .record import RELATIONS, Record
from .record_names import source_path

AS_WRITTEN = "<!-- as written -->"
"""Stands in a section between what the record states and the author's other blocks of that section."""
ITEM_PREFIX = re.compile(r"^\(([a-z]{1,4})\)\s+")
SENTENCE_PREFIX = re.compile(r"^\(([a-z]{1,4}(?:, [a-z]{1,4})*)\)\s+")
"""The letters of the conditions that a sentence below the list holds."""
METADATA = "Research metadata"
"""The heading of what the research file's front matter says beyond the fields of a record."""
_KEY = re.compile(r"[\w-]+")
_LINK = re.compile(r"([^\[\]]*)\]\(<?((?:[^()\s<>]|\([^()\s]*\))*)>?\)")
SCOPE = re.compile(r"^\*([^*]+):\*\s+")
_UNSCOPED = re.compile(r"^\\+\*[^*]+:\*\s+")


def read(document: Document, conditions: Conditions | None = None) -> Record:
    """A generated record, from the places where the template puts each field; its `conditions` as they are known, if they are."""
    front = document.front
    status, successor = stated(front.text("status"))
    bullets = header_bullets(document)
    references = tuple(_references(bullets, successor))
    numbers = {kind: _numbers(reference for name, reference in references if name == kind) for kind in RELATIONS}
    return Record(
        number=0,
        title=_title(document),
        status=status if status in STATUSES else None,
        qualifier=bullets.get("qualifier"),
        date=front.text("date") or None,
        verdict=_verdict(document),
        update=bullets.get("changed by"),
        source=source_path(front.text("source")) or None,
        tags=tuple(unescape(t) for t in front.items("tags")),
        decision_makers=tuple(unescape(t) for t in front.items("decision-makers")),
        owners=tuple(unescape(t) for t in front.items("owner")),
        blockers=_blockers(document),
        conditions=_conditions(document, bullets.get("review by")) if conditions is None else conditions,
        supersedes=numbers["supersedes"],
        superseded_by=tuple(sorted(numbers["superseded_by"])),
        revisits=numbers["revisits"],
        relates=numbers["relates"],
        references=references,
    )


def stated(status: str) -> tuple[str, str]:
    """The status word that front matter or list states, and the record that it names (`superseded by ADR-0910`)."""
    word, _, successor = status.partition(" by ")
    return word, successor


def verdict_status(document: Document) -> Status | None:
    """The status that the body of a record gives; its own line may name a successor since."""
    import json

    from .. import reading

    first = next((block.line for block in document.blocks if block.kind == "heading" and block.level > 1), None)
    if first is None:
        return None
    front = "".join(f"{key}: {json.dumps(value)}\n" for key, value in _metadata(document))
    body = "\n".join(document.lines[first - 1 :])
    return reading.decided_status(parse(f"---\n{front}---\n{body}"))


def _metadata(document: Document) -> Iterator[tuple[str, str]]:
    """What the front matter of its research file said beyond the fields of a record: a decision there outranks the body."""
    for head, rows in pairwise(document.blocks):
        for row in rows.children if head.kind == "heading" and head.text == METADATA else ():
            key, colon, value = fold(row.children[0].text if row.children else "").partition(": ")
            if colon and _KEY.fullmatch(key):
                yield key, value


def header_bullets(document: Document) -> dict[str, str]:
    """The bullets of the first list before the first section: `Name: value`, or `Name [link]`; names in lower case."""
    bullets: dict[str, str] = {}
    for block in document.blocks:
        if block.kind == "heading" and block.level > 1:
            break
        if block.kind == "list":
            for item in block.children:
                text = fold(item.children[0].text) if item.children else ""
                name, _, value = text.partition(" [") if ": " not in text.partition("[")[0] else text.partition(": ")
                bullets.setdefault(name.strip().lower(), value.strip())
            break
    return bullets


def _references(bullets: dict[str, str], successor: str) -> Iterator[tuple[str, str]]:
    """Kind and words of each relation: the target of its link, or its number where it has none."""
    if successor:
        named = [target for _, target in _LINK.findall(bullets.get("status", "")) if target]
        yield from (("superseded_by", reference) for reference in named or [successor])
    for kind in RELATIONS:
        name = {"superseded_by": "superseded by", "relates": "relates to"}.get(kind, kind)
        yield from ((kind, target or label) for label, target in _LINK.findall(bullets.get(name, "")))


def _numbers(references: Iterable[str]) -> tuple[int, ...]:
    numbers = (missing_number(reference) for reference in references)
    return tuple(dict.fromkeys(number for number in numbers if number is not None))


def _title(document: Document) -> str:
    first = next((b for b in document.blocks if b.kind == "heading" and b.level == 1), None)
    return unescape(fold(first.text)) if first else ""


def section(document: Document, title: str) -> list[Block]:
    """The blocks under the level-2 heading `title`, up to what only repeats the research file."""
    inside, blocks = False, []
    for block in document.blocks:
        # what follows was stated already, so reading it again would give each condition twice
        if block.kind == "html" and block.text.strip() == AS_WRITTEN:
            inside = False
        if block.kind == "heading" and block.level <= 2:
            inside = block.level == 2 and block.text == title
        elif inside:
            blocks.append(block)
    return blocks


def _verdict(document: Document) -> str | None:
    blocks = section(document, "Decision Outcome")
    return unpadded(fold(blocks[0].text)) if blocks and blocks[0].kind == "paragraph" else None


def _blockers(document: Document) -> tuple[Blocker, ...]:
    items = [i for b in section(document, "Blockers") if b.kind == "list" for i in b.children if i.checked is not None]
    return tuple(Blocker(unpadded(fold(i.children[0].text)) if i.children else "", bool(i.checked)) for i in items)


def _conditions(document: Document, review_by: str | None) -> Conditions:
    blocks = section(document, "Revisit When")
    items = [fold(i.children[0].text) for b in blocks if b.kind == "list" for i in b.children if i.children]
    marks = [match for item in items if (match := ITEM_PREFIX.match(item))]
    conditions = [match.string[match.end() :] for match in marks]
    last = max((n for n, block in enumerate(blocks) if block.kind == "list"), default=0)
    below = [unpadded(fold(b.text)) for b in blocks[last:] if b.kind == "paragraph"]
    triggers = (
        _triggers(document.text, conditions, _by_place(below, [match[1] for match in marks])) if conditions else ()
    )
    triggers = tuple(replace(one, own=match[1]) for one, match in zip(triggers, marks, strict=True))
    together = any(b.kind == "paragraph" and b.text == "All of:" for b in blocks[:last])
    if len(triggers) < 2:
        return Conditions("single" if triggers else None, triggers, review_by)
    return Conditions("all" if together else "any", triggers, review_by)


def _by_place(below: list[str], letters: list[str]) -> list[str]:
    """The paragraphs below a list with the letters that its items have by their place, where somebody took one out."""
    places = {own: letter(n) for n, own in enumerate(letters)}
    if len(places) < len(letters) or all(own == place for own, place in places.items()):
        return below
    kept = []
    for text in below:
        mark = SENTENCE_PREFIX.match(text)
        named = [places[own] for own in mark[1].split(", ") if own in places] if mark else []
        if mark is None or named:
            kept.append(f"({', '.join(named)}) {text[mark.end() :]}" if mark else text)
    return kept


def _triggers(text: str, conditions: list[str], below: list[str]) -> tuple[Trigger, ...]:
    """The triggers of a list's items, in the languages of the record's `text`."""
    from ..reading.lexicon import speaking

    with speaking(text):
        return _spoken(conditions, below)


def _spoken(conditions: list[str], below: list[str]) -> tuple[Trigger, ...]:
    # most records have none: list and generate start faster
    from ..reading.conditions.condition_kinds import settled_by
    from ..reading.conditions.written_condition import checks_of, condition, owned, written

    items = [scoped(item) for item in conditions]
    words = [item for _, item in items]
    # an item whose sentence stands below was written here, in the languages of its research; others are the author's
    made = [written(item) for item in words]
    stated = sentences([text for text, _ in made], words, below)
    parts = [one if said != item else condition(item) for one, said, item in zip(made, stated, words, strict=True)]
    own = sentences([text for text, _ in parts], words, below)
    triggers = [
        Trigger(text, sentence, consequence, settled_by(text, check), check, scope)
        for (scope, _), (text, consequence), sentence in zip(items, parts, own, strict=True)
        for check in [checks_of(text, sentence, consequence)]
    ]
    return owned(triggers)


def scoped(item: str) -> tuple[str | None, str]:
    r"""The option that an item speaks of, if it names one, and its words; a backslash before the first star: it names none."""
    scope = SCOPE.match(item)
    if scope:
        return scope[1], item[scope.end() :]
    return None, item[1:] if _UNSCOPED.match(item) else item


def unscoped(item: str) -> str:
    """The words of an item that names no option, so that `scoped` gives them back."""
    return f"\\{item}" if SCOPE.match(item) or _UNSCOPED.match(item) else item


def sentences(texts: Sequence[str], items: Sequence[str], below: Sequence[str]) -> list[str]:
    """The sentence of each condition, given its words and its item, and the paragraphs below the list.

    A paragraph with letters of conditions before it is theirs; the others hold those of several, in their
    order; a condition that stands in none of its own has its item.
    """
    marks = [(text, SENTENCE_PREFIX.match(text)) for text in below]
    lettered = {one: text[mark.end() :] for text, mark in marks if mark for one in mark[1].split(", ")}
    shared = [text for text, mark in marks if not mark]
    chosen: list[str] = []
    at = 0
    for place, (text, item) in enumerate(zip(texts, items, strict=True)):
        own = lettered.get(letter(place))
        step = next((n for n in (at, at + 1) if n < len(shared) and text in shared[n]), None) if own is None else None
        at = at if step is None else step
        chosen.append(own if own is not None else item if step is None else shared[step])
    return chosen
