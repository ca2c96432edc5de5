"""The options that a document considers, by their names."""

import re
from collections.abc import Iterator

from ..markdown import Document, inline
from ..markdown import plain_text as shown
from .line import option_name
from .outline import Statement, is_option, statements
from .text import plain

_END = re.compile(r"\s+[–—-]+\s+|[:：,;(（]|\.\s|\n")
"""Where a name ends and something is said of it."""


def options(document: Document) -> Iterator[str]:
    """The names of the options in plain words: of headings, list items and rows below a heading or label of options.

    Where more is said of an option in the same line, its name alone comes after the whole.
    """
    for statement in statements(document):
        for text in _written(statement):
            words = shown(inline(text)).strip()
            numbered = option_name(words)
            bare = words[numbered.end() :].lstrip(" :：.)–—-") if numbered else words
            yield from dict.fromkeys(filter(None, (bare, _END.split(bare, maxsplit=1)[0].strip())))


def _written(statement: Statement) -> Iterator[str]:
    """The texts that begin with the name of an option."""
    block, items, section = statement.block, statement.items, statement.section
    below = section is not None and section.level > 1 and is_option(section.text)
    if block.kind == "heading" and block.level > 1 and (below or option_name(plain(block.text))):
        yield block.text
    elif block.kind == "paragraph" and len(items) == 1 and items[0].children[0].line == block.line:
        if below or any(map(is_option, statement.labels)):
            yield block.text.partition("\n")[0]
    elif block.kind == "table" and below:
        yield from (row[0] for row in block.rows[1:] if row)
