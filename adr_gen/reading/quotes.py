"""Sentences of a document with the lines on which they stand, and whether a quote stands there at all."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..markdown import Block, Document, fold
from .outline import Statement, statements
from .text import sentences

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
        for number, (text, first, last) in enumerate(_lined(block)):
            yield Quote(text, first, last, place, number)
    elif block.kind == "table":
        for number, (row, line) in enumerate(zip(block.rows, block.row_lines, strict=True)):
            if number and (text := " | ".join(fold(cell) for cell in row).strip(" |")):
                yield Quote(text, line, line, place, number)


def _lined(block: Block) -> Iterator[tuple[str, int, int]]:
    """The sentences of a paragraph with the lines of their first and last signs."""
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
    found = [quote for quote in quotes(document) if quote.line <= line <= quote.end]
    return next((quote for quote in found if quote.line == line), found[0] if found else None)


def stands(document: Document, text: str, line: int | None = None) -> bool:
    """Whether a text stands in a document, white space folded; with a line: in the sentence or line that is there."""
    wanted = fold(text)
    if not wanted:
        return False
    if line is None:
        return wanted in fold(document.text) or wanted in fold(_PREFIX.sub("", document.text))
    lines = document.lines
    there = [quote.text for quote in quotes(document) if quote.line <= line <= quote.end]
    return any(wanted in one for one in (*there, fold(lines[line - 1]) if 0 < line <= len(lines) else ""))
