"""The sections of a record's text, by their headings."""

from ..errors import UsageError
from ..markdown import Block, Document, DocumentError, parse

MOST = 8_000
"""Characters of a section that are shown."""


def titles(text: str) -> list[str]:
    """The headings of the second level, in order."""
    document = _parsed(text)
    return [block.text for block in _headings(document)] if document else []


def text(page: str, title: str) -> tuple[str, bool]:
    """The Markdown below a heading of that title, and whether it was cut; raises UsageError if there is none."""
    document = _parsed(page)
    headings = _headings(document) if document else []
    number = next((n for n, block in enumerate(headings) if block.text.casefold() == title.strip().casefold()), None)
    if document is None or number is None:
        known = ", ".join(block.text for block in headings) or "none"
        raise UsageError(f"section {title!r:.80}: the record has no such heading; it has {known}")
    end = headings[number + 1].line - 1 if number + 1 < len(headings) else len(document.lines)
    body = "\n".join(document.lines[headings[number].line : end]).strip("\n")
    return body[:MOST], len(body) > MOST


def _headings(document: Document) -> list[Block]:
    return [block for block in document.blocks if block.kind == "heading" and block.level == 2]


def _parsed(text: str) -> Document | None:
    try:
        return parse(text)
    except DocumentError:
        return None
