"""Words on lines that reading passes over, for somebody who names one: of a code block, or of a key in front matter."""

import re
from collections.abc import Iterable, Iterator

from ...markdown import Block, Document
from ..plain_text import label
from .quote_location import lined, stands

_FENCE = re.compile(r"`{3}|~{3}")


def at_line(document: Document, line: int) -> str | None:
    """The sentence of a code block, or the text of a key in front matter, that stands on a line; None if none does."""
    key = next((key for key, at in document.front.lines.items() if at == line and document.front.text(key)), None)
    if key is not None:
        return key_text(document, key)
    block = next((code for code in _code(document.blocks) if code.line <= line <= code.end), None)
    here = [one for part in _parts(document, block) for one in lined(part)] if block else []
    around = [(text, first) for text, first, last in here if first <= line <= last]
    return next((text for text, first in around if first == line), around[0][0] if around else None)


def key_text(document: Document, key: str) -> str | None:
    """The text of a key with the key before it, or without where quotes stand between them; None if it goes otherwise."""
    text, line = document.front.text(key), document.front.lines[key]
    return next((words for words in (f"{key}: {text}", text) if stands(document, words, line)), None)


def _code(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if block.kind == "code":
            yield block
        yield from _code(block.children)


def _parts(document: Document, block: Block) -> Iterator[Block]:
    """The paragraphs of a code block; one ends before a blank line, and before a line that begins with a label."""
    first = block.line + bool(_FENCE.search(document.lines[block.line - 1]))
    part: list[str] = []
    for number, line in enumerate([*block.text.split("\n"), ""], start=first):
        if part and (not line.strip() or label(line)):
            yield Block("paragraph", number - len(part), number - 1, "\n".join(part))
            part = []
        part += [line] * bool(line.strip())
