"""Blockers: explicit in the front matter, or under a heading or label that names them."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from ..decision import Blocker
from ..frontmatter import FrontMatter
from ..markdown import Block, fold
from . import words
from .outline import Place, is_blank, label, plain
from .values import Finding, Move, Note

_BRACKETS = re.compile(r"\s*\(.{0,60}\)\Z")
_STRUCK = re.compile(r"~~.+?~~", re.S)


@lru_cache(4096)
def is_label(name: str) -> bool:
    """Whether a heading or label announces blockers."""
    name = plain(name)
    return bool(words.whole("blockers.labels").match(_BRACKETS.sub("", name) if name.endswith(")") else name))


def is_none(text: str) -> bool:
    """Whether the words say that there is no blocker."""
    bare = re.sub(r"^[^\w\[\-–—]+|[\s.!✅*_]+$", "", fold(text))
    return (
        not bare
        or bare.isdecimal()
        or is_blank(text)
        or bool(words.whole("blockers.none").match(bare))
        or (
            bool(
                re.match(
                    rf"{words.alternation('blockers.none')}(?:[.,;:]|\s*\(| [—–-] |\s+✅|\s+{words.alternation('blockers.open')}\b)",
                    bare,
                    re.I,
                )
            )
            and bare[:1] not in "-–—["
        )
    )


def read(front: FrontMatter, places: list[Place]) -> tuple[list[Blocker], list[Move], list[Note], list[Finding]]:
    """The document's blockers; those of one option are not the decision's."""
    explicit = _explicit(front)
    if explicit is not None:
        return explicit
    blockers: list[Blocker] = []
    moves: list[Move] = []
    notes: list[Note] = []
    announced = [(place, found) for place in places if (found := _announced(place))]
    sections = {p.headings[-1].line for p, found in announced if found[0].startswith("label") and p.headings}
    for place, (rule, texts, block) in announced:
        part = rule.startswith("label") and len(sections) > 1
        if place.inside_option or part:
            why = "belongs to one of several parts" if part else "belongs to an option"
            notes += [Note("blocker", line, rule, text, False, why) for line, text, _ in texts]
            continue
        texts = [t for t in texts if not is_none(t[1])]
        if block is not None and texts and len(texts) == len(block.children) and _movable(block) and place.top:
            moves.append(Move("blockers", _lead(place), block, len(blockers)))
        blockers += [Blocker(text, cleared) for _, text, cleared in texts]
        notes += [Note("blocker", line, rule, text) for line, text, _ in texts]
    return blockers, moves, notes, []


def _explicit(front: FrontMatter) -> tuple[list[Blocker], list[Move], list[Note], list[Finding]] | None:
    key = next((k for k in front.values if k.lower().replace("_", "-") in ("blockers", "blocked-by")), None)
    if key is None:
        return None
    value, line = front.values[key], front.lines.get(key, 1)
    values = value if isinstance(value, list) else [value] if isinstance(value, str) else []
    if isinstance(value, dict) or not all(isinstance(v, str) for v in values):
        message = f"`{key}` holds a mapping; write a list of texts"
        return [], [], [], [Finding(line, "ADR104", message)]
    texts = [fold(v) for v in values if isinstance(v, str) and not is_none(v)]
    return [Blocker(t) for t in texts], [], [Note("blocker", line, "front-matter", t) for t in texts], []


Texts = list[tuple[int, str, bool]]


def _announced(place: Place) -> tuple[str, Texts, Block | None] | None:
    """What stands under a heading or behind a label that names blockers: rule, texts, and the list if it is one."""
    block = place.block
    if block.kind == "list":
        before = place.before
        if before is None:
            return None
        if before.kind == "heading" and is_label(before.text):
            return "heading-list", _items(block), block
        name = label(before.text) if before.kind == "paragraph" else None
        if name and not name[1] and is_label(name[0]):
            return "label-list", _items(block), block
        if (
            before.kind == "paragraph"
            and place.headings
            and is_label(place.headings[-1].text)
            and place.top
            and before.text.rstrip().endswith(":")
        ):
            return "heading-list", _items(block), block
    if block.kind == "paragraph":
        own = place.label
        if own and own[1] and is_label(own[0]):
            return "label-inline", [(block.line, fold(own[1]), False)], None
        if (
            place.before is not None
            and place.before.kind == "heading"
            and is_label(place.before.text)
            and not block.text.rstrip().endswith(":")
        ):
            return "heading-prose", [(block.line, fold(block.text), False)], None
    return _table(place) if block.kind == "table" else None


def _table(place: Place) -> tuple[str, Texts, Block | None] | None:
    """The column that names blockers, or the first one under a heading that does."""
    block = place.block
    columns = [n for n, cell in enumerate(block.rows[0]) if is_label(cell)] if block.rows else []
    if not columns and not (place.headings and is_label(place.headings[-1].text)):
        return None
    column = columns[0] if columns else 0
    states = [n for n, cell in enumerate(block.rows[0]) if words.whole("blockers.states").match(plain(cell))]
    rows = [
        r for r in zip(block.row_lines[1:], block.rows[1:], strict=True) if column < len(r[1]) and r[1][column].strip()
    ]
    return "table", [(line, fold(row[column]), _row_gone(row, column, states)) for line, row in rows], None


def _row_gone(row: Sequence[str], column: int, states: list[int]) -> bool:
    """Whether a row's own words or its state say that it is resolved."""
    said = [plain(_STRUCK.sub("", row[n])) for n in states if n < len(row)]
    return _gone(fold(row[column])) or any(words.leading("blockers.gone").match(state) for state in said)


def _items(block: Block) -> Texts:
    return [(item.line, text_of(item), cleared(item)) for item in block.children]


def text_of(item: Block) -> str:
    """The first paragraph of an item, white space folded."""
    first = next((c for c in item.children if c.kind in ("paragraph", "heading")), None)
    return fold(first.text) if first else ""


def cleared(item: Block) -> bool:
    """Whether an item is ticked off, struck through or marked as resolved."""
    return bool(item.checked) or _gone(text_of(item))


@cache
def _marked() -> re.Pattern[str]:
    """Matches a text with a word such as "resolved" as a mark before it, or in brackets behind it."""
    gone = words.alternation("blockers.gone")
    return re.compile(
        rf"(?:✅|✔|☑)|[(\[*_]+{gone}[)\]*_:]+\s|.*[(\[*_—–-]\s*{gone}(?:\s[^()]{{0,60}})?[)\]*_.]*\Z", re.I | re.S
    )


def _gone(text: str) -> bool:
    """Whether a text is struck through, perhaps with a remark behind it, or marked as resolved."""
    struck = _STRUCK.match(text)
    return bool(struck and len(text) - struck.end() <= 80) or bool(_marked().match(text))


def _movable(block: Block) -> bool:
    """Whether every item is one paragraph, so that its text is the whole item."""
    return all(len(item.children) == 1 and item.children[0].kind == "paragraph" for item in block.children)


def _lead(place: Place) -> Block | None:
    return place.before
