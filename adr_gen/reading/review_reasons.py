"""Why a person has to look at a research file."""

from ..markdown import Document
from . import roles
from .blockers.announced_blockers import is_none
from .conditions.frontmatter_conditions import is_nothing
from .document.quote_location import quotes
from .lexicon import speaking
from .plain_text import plain
from .result_types import Reading

NOTHING = "no verdict was found"
"""Of a file that says nothing anybody would take for a verdict."""


def reasons_to_review(document: Document, reading: Reading) -> str:
    """Why a person has to look at a research file; empty if it is decided and nothing of it was left unread."""
    if reading.verdict is None:
        wrong = next((f.message for f in reading.findings if f.code in ("ADR101", "ADR104", "ADR105")), "")
        return wrong.partition("; add ")[0] or NOTHING
    with speaking(document.text):
        name = _unread(document, reading)
    return f"nothing was read under “{name}”" if name else ""


def _unread(document: Document, reading: Reading) -> str:
    """The heading that announces conditions or blockers, has words below it, and under which nothing was read."""
    stated = any(note.field == "trigger" and note.rule == "front-matter" for note in reading.notes)
    looked = reading.conditions.triggers or reading.conditions.review_by or stated
    read = {"revisit": looked, "blockers": reading.blockers}
    missed = [role for role, values in read.items() if not values]
    blocks = [part for block in document.blocks for part in (block, *block.children)]
    headings = {block.text for block in blocks if block.kind == "heading"}
    announced = {text for text in headings if any(roles.has(text, role) for role in missed)}
    for quote in quotes(document) if announced else ():  # the sentences of most documents need not be taken apart
        section = quote.place.section
        spoken = section and section.text in announced and not quote.place.of_option
        if section and spoken and not (is_nothing(quote.text) or is_none(quote.text)):
            return plain(section.text)
    return ""
