"""How the records of a log are related: the strongest relation of each two."""

from collections.abc import Iterator
from typing import NamedTuple

from ..checks.kinds.adr import Decided
from ..log import Log
from ..records import Record
from ..revisit.combined_checks import combined

KINDS = {
    "supersedes": "replaced by",
    "reaffirms": "reaffirmed by",
    "revisits": "looked at again in",
    "waits": "waited for by",
    "relates": "related to",
}
"""What a newer record does to an older one, the strongest first, and how that reads from the older one."""
Edge = tuple[int, int]


class Relation(NamedTuple):
    """What a newer record does to an older one; the newer one may have the smaller number."""

    kind: str
    older: int
    newer: int


def relations(log: Log) -> dict[Edge, Relation]:
    """The strongest relation of each two related records, by their numbers, the smaller first."""
    kinds_of: dict[Edge, dict[str, Relation]] = {}
    for record in log.by_number.values():
        for kind, other in _of(record, log):
            if other in log.by_number and other != record.number:
                edge = min(other, record.number), max(other, record.number)
                ends = edge if kind == "relates" else (other, record.number)
                kinds_of.setdefault(edge, {})[kind] = Relation(kind, *ends)
    return {edge: next(kinds_of[edge][kind] for kind in KINDS if kind in kinds_of[edge]) for edge in sorted(kinds_of)}


def _of(record: Record, log: Log) -> Iterator[tuple[str, int]]:
    """What a record says of others, and whose status it waits for."""
    for kind, numbers in (
        ("supersedes", record.supersedes),
        # the same status for another choice is no more than a look
        ("reaffirms", [n for n in log.reaffirms(record) if record.repeats(log.by_number[n])]),
        ("revisits", record.revisits),
        ("relates", record.relates),
    ):
        yield from ((kind, number) for number in numbers)
    for trigger in record.conditions.triggers if record.watched else ():
        checks = combined(trigger).checks
        yield from (("waits", check.number) for check in checks if isinstance(check, Decided))
