"""Triggers: explicit in the front matter, else under headings and labels and in tables, else in free sentences."""

from dataclasses import replace

from ..checks import tokens as checks
from ..decision import Conditions
from ..frontmatter import FrontMatter
from . import explicit
from .conditions import classify, combined, condition, owned, settled_by, trigger
from .containers import Reader
from .outline import Place
from .values import Finding, Move, Note

__all__ = ["checks", "classify", "condition", "owned", "read", "settled_by", "trigger"]


def read(
    front: FrontMatter, places: list[Place], date: str | None, title: str = ""
) -> tuple[Conditions, list[Move], list[Note], list[Finding]]:
    """The document's triggers: explicit ones, else those under headings and labels, else those in sentences."""
    stated = explicit.read(front)
    if stated is not None and stated[0].triggers:
        return stated[0], [], stated[1], stated[2]
    reader = Reader(date)
    reader.read(places, title)
    review_by, notes, findings = (stated[0].review_by, stated[1], stated[2]) if stated else (None, [], [])
    announced = any(rank == 0 and t.item is None for rank, t, _ in reader.found)
    keep = [n for n, (rank, t, _) in enumerate(reader.found) if rank == 0 or t.item is not None or not announced]
    for n in set(range(len(reader.found))) - set(keep):
        note = reader.found[n][2]
        reader.notes[note] = replace(reader.notes[note], taken=False, why="others stand under a heading or label")
    triggers = owned(reader.found[n][1] for n in keep)
    logics = [logic for rank, logic in reader.logics if rank == 0 or not announced]
    moves = [Move("revisit", m.lead, m.list, keep.index(m.first)) for m, _ in reader.moves]
    return (
        Conditions(combined(triggers, logics), triggers, review_by or reader.review_by),
        moves,
        notes + reader.notes,
        findings,
    )
