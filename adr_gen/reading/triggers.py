"""Triggers: explicit in the front matter, else under headings and labels and in tables, else in free sentences."""

from collections.abc import Container
from dataclasses import replace

from ..checks import tokens as checks
from ..decision import Conditions, Trigger
from ..frontmatter import FrontMatter
from . import explicit
from .conditions import classify, combined, condition, owned, settled_by, trigger
from .containers import Reader
from .found import Group
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
        _pass_over(reader, n, "others stand under a heading or label")
    groups = [group for group in reader.groups if group.rank == 0 or not announced]
    triggers = owned(reader.found[n][1] for n in keep)
    logic = combined(triggers, [group.logic for group in groups])
    made = dict(zip(keep, triggers, strict=True))
    for group in groups if logic == "any" else ():
        _merge(reader, group, made)
    place = {number: n for n, number in enumerate(made)}
    moves = [Move("revisit", m.lead, m.list, place[m.first]) for m, count in reader.moves if _stand(m, count, place)]
    return (
        Conditions("single" if len(made) == 1 else logic, tuple(made.values()), review_by or reader.review_by),
        moves,
        notes + reader.notes,
        findings,
    )


def _merge(reader: Reader, group: Group, made: dict[int, Trigger]) -> None:
    """Make one condition of those that only hold together, among others of which any will do."""
    numbers = range(group.first, group.first + group.count)
    if group.logic != "all" or group.whole is None or group.count < 2 or not all(n in made for n in numbers):
        return
    made[group.first] = group.whole
    note = reader.found[group.first][2]
    reader.notes[note] = replace(reader.notes[note], text=group.whole.text)
    for number in numbers[1:]:
        del made[number]
        _pass_over(reader, number, "holds only together with the one before")


def _pass_over(reader: Reader, number: int, why: str) -> None:
    note = reader.found[number][2]
    reader.notes[note] = replace(reader.notes[note], taken=False, why=why)


def _stand(move: Move, count: int, made: Container[int]) -> bool:
    """Whether each item of a list still is a condition of its own."""
    return all(number in made for number in range(move.first, move.first + count))
