"""Sentences of a document with the lines on which they stand, and whether a quote stands there at all."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...markdown import Block, Document, fold
from ..plain_text import sentences
from .statements import Statement, statements

_PREFIX = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.M)


@dataclass(frozen=True, slots=True)
class Quote:
    """One sentence, verbatim but for folded white space."""

    text: str
    line: int
    """1-based line on which it begins."""
    end: int
    """1-based line on which it ends."""
    place: Statement
    number: int
    """How many sentences of its paragraph, or rows of its table, come before it."""


def quotes(document: Document) -> list[Quote]:
    """All sentences of a document in order: of headings, paragraphs, list items and table rows, also of block quotes."""
    opened = tuple(
        part for block in document.blocks for part in (block.children if block.kind == "quote" else (block,))
    )
    return [quote for place in statements(replace(document, blocks=opened)) for quote in _of(place)]


def _of(place: Statement) -> Iterator[Quote]:
    block = place.block
    if block.kind == "heading":
        yield Quote(fold(block.text), block.line, block.line, place, 0)
    elif block.kind == "paragraph":
        for number, (text, first, last) in enumerate(_with_its_label(place)):
            yield Quote(text, first, last, place, number)
    elif block.kind == "table":
        for number, (row, line) in enumerate(zip(block.rows, block.row_lines, strict=True)):
            if number and (text := " | ".join(fold(cell) for cell in row).strip(" |")):
                yield Quote(text, line, line, place, number)


def _with_its_label(place: Statement) -> Iterator[tuple[str, int, int]]:
    """The sentences of a paragraph as `lined` gives them; a label with a full stop belongs to what it announces: "**Decision.** We adopt it."."""
    some = lined(place.block)
    first = next(some, None)
    if first and place.label and place.label[1] and first[0].strip("*_ .") == place.label[0].strip("*_ ."):
        behind = next(some, None)
        first = (f"{first[0]} {behind[0]}", first[1], behind[2]) if behind else first
    if first:
        yield first
    yield from some


def lined(block: Block) -> Iterator[tuple[str, int, int]]:
    """The sentences of a paragraph with the lines of their first and last signs."""
    if "\n" not in block.text:  # as most
        yield from ((text, block.line, block.line) for text in sentences(block.text))
        return
    signs = [(at, sign) for at, sign in enumerate(block.text) if not sign.isspace()]
    start = 0
    for text in sentences(block.text):
        length = len("".join(text.split()))
        ends = [signs[min(at, len(signs) - 1)][0] for at in (start, start + length - 1)]
        first, last = (block.line + block.text.count("\n", 0, end) for end in ends)
        yield text, first, last
        start += length


def at_line(document: Document, line: int) -> Quote | None:
    """The sentence that begins on a line, else the one that goes over it."""
    return next(iter(quotes_at(document, line)), None)


def quotes_at(document: Document, line: int) -> list[Quote]:
    """All sentences of a line: those that begin on it, then the one that goes over it."""
    around = [quote for quote in quotes(document) if quote.line <= line <= quote.end]
    return sorted(around, key=lambda quote: quote.line != line)


def stands(document: Document, text: str, line: int | None = None) -> bool:
    """Whether whole words stand in a document, white space folded; with a line: in the sentence or line that is there."""
    wanted = fold(text)
    if not wanted:
        return False
    lines = document.lines
    if line is None:
        places = [fold(document.text), fold(_PREFIX.sub("", document.text))]
    else:
        places = [quote.text for quote in quotes_at(document, line)]
        places += [fold(lines[line - 1])] if 0 < line <= len(lines) else []
    return any(_holds(place, wanted) for place in places)


def _holds(place: str, wanted: str) -> bool:
    ends = (match.span() for match in re.finditer(re.escape(wanted), place))
    return any(not (_cut(place[:start], wanted) or _cut(wanted, place[end:])) for start, end in ends)


def _cut(before: str, after: str) -> bool:
    """Whether a word goes on from one text into the next; in scripts without spaces nobody can tell."""
    signs = (before[-1:], after[:1])
    return all(sign.isdigit() or sign.lower() != sign.upper() for sign in signs)
