"""What a record's page says where a later update turned the decision: which of its words are older, and where the update stands."""

from collections.abc import Iterator

from ...markdown import Document, fold
from ...reading import roles
from ...reading.plain_text import plain
from ...records import AS_WRITTEN, Record
from ..html_escaping import safe

ANCHOR = "adr-update"
"""The anchor of the update on its record's page."""
OUTCOME = "Decision Outcome"
"""The heading of the verdict in a record that generate wrote."""
_OLDER = ("outcome", "revisit", "blockers")
"""The sections whose words an update outdates."""


def place(document: Document, record: Record) -> int | None:
    """The block that the update which turned the record's decision begins with: a heading, or a paragraph behind its label."""
    if record.update is None:
        return None
    named = ((n, block.kind, plain(fold(block.text))) for n, block in enumerate(document.blocks))
    return next((n for n, kind, text in named if _is_named(kind, text, record.update)), None)


def _is_named(kind: str, text: str, name: str) -> bool:
    return text == name if kind == "heading" else kind == "paragraph" and text.startswith(name)


def link(record: Record) -> str:
    """A link to the update on the record's own page, as HTML."""
    return f'<a href="#{ANCHOR}">{safe(record.update or "")}</a>'


def marks(document: Document, record: Record) -> dict[int, str]:
    """What the page says below blocks: where the update begins, and what was written before it."""
    at = place(document, record)
    if not at:
        return {}
    note = f"<div><p><em>Written before {link(record)}, which decides now:</em></p></div>"
    return dict.fromkeys(_older(document, record, at), note) | {at - 1: f'<div id="{ANCHOR}"></div>'}


def _older(document: Document, record: Record, at: int) -> Iterator[int]:
    """The blocks below which the words of before stand."""
    blocks = document.blocks
    for n, block in enumerate(blocks[:-1]):
        if block.kind == "html" and block.text.strip() == AS_WRITTEN:
            yield n
        elif block.kind == "heading" and block.level > 1 and _is_older(block.text, record, n < at):
            last = n + bool(record.source)  # generate states the verdict first
            behind = blocks[last + 1] if last + 1 < len(blocks) else None
            if behind and last + 1 != at and not (behind.kind == "heading" and behind.level <= block.level):
                yield last


def _is_older(heading: str, record: Record, before: bool) -> bool:
    """Whether what a heading announces was written before the update: in a generated record that is sorted by sections."""
    return heading == OUTCOME if record.source else before and roles.section(heading)[0] in _OLDER
