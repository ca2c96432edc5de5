"""The options that a document considers, by their names."""

import re
from collections.abc import Iterator

from ...markdown import Document, inline
from ...markdown import plain_text as shown
from ..patterns.language_matchers import either, of_languages
from ..plain_text import plain
from .statements import Statement, is_option, statements

_END = re.compile(r"\s+[–—-]+\s+|[:：,;(（]|\.\s|\n")
"""Where a name ends and something is said of it."""


def option_name(text: str) -> re.Match[str] | None:
    """The name of an option by its letter or number: "Option B"."""
    return _option_name().match(text)


@of_languages
def _option_name() -> re.Pattern[str]:
    return re.compile(rf"{either('option-name')}\s+(?:\d{{1,2}}|(?-i:[A-Z]))\b", re.I)


def options(document: Document) -> Iterator[str]:
    """The names of the options in plain words: of headings, list items and rows below a heading or label of options.

    Where more is said of an option in the same line, its name alone comes after the whole.
    """
    for statement in statements(document):
        for bare in named_by(statement):
            yield from dict.fromkeys(filter(None, (bare, _END.split(bare, maxsplit=1)[0].strip())))


def named_by(statement: Statement) -> Iterator[str]:
    """What a statement says of an option, from its name on, in plain words."""
    for text in _names_of(statement):
        phrase = shown(inline(text)).strip()
        numbered = option_name(phrase)
        yield phrase[numbered.end() :].lstrip(" :：.)–—-") if numbered else phrase


def _names_of(statement: Statement) -> Iterator[str]:
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
