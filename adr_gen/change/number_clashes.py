"""Numbers that a change gives to new records, and that the branch it goes into has given to others."""

from collections.abc import Iterator
from dataclasses import dataclass

from .. import records
from ..generate.new_numbers import Numbers
from .git import Tree
from .snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class NumberClash:
    """A new record whose number is taken."""

    path: str
    number: int
    other: str
    """The record that has it."""
    free: int
    """The next number that neither side has."""


def find(base: Snapshot, head: Snapshot, tip: Tree) -> Iterator[NumberClash]:
    """The clashes with the branch as it is now; a record that was only renamed does not clash with itself."""
    numbered = ((path, records.number_of(path)) for path in tip.paths if _counts(base, path))
    there = {path: number for path, number in numbered if number is not None}
    holders: dict[int, str] = {}
    for path, number in there.items():
        if path in head.pages or path not in base.pages:  # else it is renamed or removed here
            holders.setdefault(number, path)
    new = [path for path in head.pages if path not in base.pages and path not in there]
    free = Numbers((*there.values(), *(records.number_of(path) or 0 for path in head.pages)))
    for path in new:
        own = records.number_of(path)
        if own is not None and not records.is_day(own) and own in holders:
            yield NumberClash(path, own, holders[own], free.take())


def _counts(base: Snapshot, path: str) -> bool:
    """Whether a file of the records' folder is a record there."""
    folder = f"{base.project.decisions}/"
    hidden = "/." in path[len(folder) - 1 :]
    return (
        path.startswith(folder)
        and not hidden
        and path.lower().endswith((".md", ".markdown"))
        and records.is_record(path)
    )
