"""A generated record, read from the places where the template puts each field."""

import re
from collections.abc import Iterable, Iterator
from html import unescape

from ..decision import STATUSES, Blocker, Conditions, Logic, Trigger
from ..markdown import Block, Document, fold
from .holders import missing
from .paragraph import unpadded
from .record import RELATIONS, Record

AS_WRITTEN = "<!-- as written -->"
"""Stands in a section between what the record states and the author's other blocks of that section."""
ITEM_PREFIX = re.compile(r"^\(([a-z]{1,2})\)\s+")
_LINK = re.compile(r"([^\[\]]*)\]\(<?((?:[^()\s<>]|\([^()\s]*\))*)>?\)")
SCOPE = re.compile(r"^\*([^*]+):\*\s+")


def read(document: Document) -> Record:
    """A generated record, from the places where the template puts each field."""
    front = document.front
    status, successor = stated(front.text("status"))
    bullets = header_bullets(document)
    references = tuple(_references(bullets, successor))
    numbers = {kind: _numbers(words for name, words in references if name == kind) for kind in RELATIONS}
    return Record(
        number=0,
        title=_title(document),
        status=status if status in STATUSES else None,
        qualifier=bullets.get("qualifier"),
        date=front.text("date") or None,
        verdict=_verdict(document),
        source=unescape(front.text("source")) or None,
        tags=tuple(unescape(t) for t in front.items("tags")),
        decision_makers=tuple(unescape(t) for t in front.items("decision-makers")),
        blockers=_blockers(document),
        conditions=_conditions(document, bullets.get("review by")),
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
        yield from (("superseded_by", words) for words in named or [successor])
    for kind in RELATIONS:
        name = {"superseded_by": "superseded by", "relates": "relates to"}.get(kind, kind)
        yield from ((kind, target or label) for label, target in _LINK.findall(bullets.get(name, "")))


def _numbers(written: Iterable[str]) -> tuple[int, ...]:
    found = (missing(words) for words in written)
    return tuple(dict.fromkeys(number for number in found if number is not None))


def _title(document: Document) -> str:
    first = next((b for b in document.blocks if b.kind == "heading" and b.level == 1), None)
    return unescape(fold(first.text)) if first else ""


def section(document: Document, title: str) -> list[Block]:
    """The blocks under the level-2 heading `title`, up to what only repeats the research file."""
    inside, found = False, []
    for block in document.blocks:
        if block.kind == "html" and block.text.strip() == AS_WRITTEN:
            inside = False
        if block.kind == "heading" and block.level <= 2:
            inside = block.level == 2 and block.text == title
        elif inside:
            found.append(block)
    return found


def _verdict(document: Document) -> str | None:
    blocks = section(document, "Decision Outcome")
    return unpadded(fold(blocks[0].text)) if blocks and blocks[0].kind == "paragraph" else None


def _blockers(document: Document) -> tuple[Blocker, ...]:
    items = [i for b in section(document, "Blockers") if b.kind == "list" for i in b.children if i.checked is not None]
    return tuple(Blocker(fold(i.children[0].text) if i.children else "", bool(i.checked)) for i in items)


def _conditions(document: Document, review_by: str | None) -> Conditions:
    blocks = section(document, "Revisit When")
    items = [fold(i.children[0].text) for b in blocks if b.kind == "list" for i in b.children if i.children]
    written = [ITEM_PREFIX.sub("", item) for item in items if ITEM_PREFIX.match(item)]
    prose = [unpadded(fold(b.text)) for b in blocks if b.kind == "paragraph"]
    triggers = _triggers(written, prose) if written else ()
    logic: Logic = "all" if "All of:" in prose else "any"
    if len(triggers) < 2:
        return Conditions("single" if triggers else None, triggers, review_by)
    return Conditions(logic, triggers, review_by)


def _triggers(written: list[str], prose: list[str]) -> tuple[Trigger, ...]:
    from ..reading import triggers as rules  # most records have none: list and generate start faster

    return rules.owned(_trigger(item, prose) for item in written)


def _trigger(written: str, prose: list[str]) -> Trigger:
    """The trigger of one item; its sentence is the paragraph below that holds it, else the item."""
    scope = SCOPE.match(written)
    written = written[scope.end() :] if scope else written
    from ..reading import triggers as rules

    text, consequence = rules.condition(written)
    sentence = next((p for p in prose if text in p and p not in ("Any of:", "All of:")), written)
    check = rules.checks(sentence)
    return Trigger(text, sentence, consequence, rules.settled_by(text, check), check, scope[1] if scope else None)
