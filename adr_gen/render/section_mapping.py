"""Which part of a research file goes to which section of its record."""

from dataclasses import dataclass, field

from ..markdown import Block, Document
from ..reading import Reading, roles

CONTEXT, DRIVERS, OPTIONS, OUTCOME = "context", "drivers", "options", "outcome"
CONSEQUENCES, CONFIRMATION, BLOCKERS, REVISIT, MORE = "consequences", "confirmation", "blockers", "revisit", "more"

TITLES = {
    CONTEXT: "Context and Problem Statement",
    DRIVERS: "Decision Drivers",
    OPTIONS: "Considered Options",
    OUTCOME: "Decision Outcome",
    CONSEQUENCES: "Consequences",
    CONFIRMATION: "Confirmation",
    BLOCKERS: "Blockers",
    REVISIT: "Revisit When",
    MORE: "More Information",
}
"""The sections of a record, in their order (MADR 4)."""
DEEPER = (CONSEQUENCES, CONFIRMATION)
"""Sections that are level 3, below the outcome."""


@dataclass(slots=True)
class Part:
    """One source section (or its beginning) inside a section of the record."""

    heading: Block | None
    """The source heading; None for what stands before the first one."""
    bare: bool
    """Whether the heading only says what the record's own heading says."""
    blocks: list[int] = field(default_factory=list)
    """Indices of the document's top-level blocks, in order."""


def arrange(document: Document, reading: Reading) -> dict[str, list[Part]]:
    """The parts of each section; every top-level block is in exactly one part, or moved, or the title."""
    moved = {b.place for move in reading.moves for b in (move.lead, move.list) if b is not None}
    boundary = _boundary(document, reading)
    sections: dict[str, list[Part]] = {key: [] for key in TITLES}
    part = Part(None, True)
    sections[CONTEXT].append(part)
    for index, block in enumerate(document.blocks):
        if block.kind == "heading" and block.line == reading.title_line:
            continue
        if block.kind == "heading" and block.level <= boundary:
            key, bare = roles.section(block.text)
            part = Part(block, bare and block.level <= 2)
            sections[key].append(part)
        elif block.place not in moved:
            part.blocks.append(index)
    leads = {move.lead.place for move in reading.moves if move.lead is not None}
    return {key: [p for p in parts if _worth(p, leads)] for key, parts in sections.items()}


def _worth(part: Part, leads: set[tuple[int, str]]) -> bool:
    """Whether a part has anything to show: blocks, or a heading that did not move with its list."""
    return bool(part.blocks) or (part.heading is not None and part.heading.place not in leads)


def _boundary(document: Document, reading: Reading) -> int:
    """The deepest heading level that starts a section: 2, or the highest level the document uses."""
    levels = [b.level for b in document.blocks if b.kind == "heading" and b.line != reading.title_line]
    # some files have a title of level 1 and all else at 3
    return max(2, min(levels, default=2))
