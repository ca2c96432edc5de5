"""Which record belongs to which research file, also after the file was renamed, moved or retitled."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from ...errors import Problem
from ...records import Holders
from ...records.lookup import folder_of
from ..facts import Draft, RecordOnDisk

MARKS: tuple[tuple[str, Callable[[Draft], object], Callable[[RecordOnDisk], object]], ...] = (
    ("id", lambda draft: draft.facts.id, lambda record: record.id),
    ("text", lambda draft: draft.source.digest, lambda record: record.research_digest),
    (
        "file name",
        lambda draft: PurePosixPath(draft.source.path).name,
        lambda record: PurePosixPath(record.source).name,
    ),
    ("title", lambda draft: draft.facts.title, lambda record: record.title),
)
"""What a moved research file is recognised by, the strongest first; the same path comes before all."""


@dataclass(frozen=True, slots=True)
class Matches:
    """The outcome of matching."""

    records: dict[str, RecordOnDisk]
    """The record of each research path that has one."""
    orphans: tuple[RecordOnDisk, ...]
    """Generated records whose research file is gone."""
    unclear: frozenset[str]
    """Research paths that may or may not be a record's moved source."""
    problems: tuple[Problem, ...]


def match(drafts: list[Draft], held: Iterable[RecordOnDisk], present: set[str]) -> Matches:
    """Pair research files with records; `present` are all research paths on disk, also those not asked about."""
    by_path: dict[str, RecordOnDisk] = {}
    problems: list[Problem] = []
    orphans: dict[str, RecordOnDisk] = {}
    for record in held:
        first = by_path.get(record.source)
        if first is not None:
            problems.append(_two_records(first, record))
        elif record.source in present:
            by_path[record.source] = record
        else:
            orphans[record.path] = record
    free = {draft.source.path: draft for draft in drafts if draft.source.path not in by_path}
    unclear: set[str] = set()
    for name, of_draft, of_held in MARKS:
        for draft, record in _pairs(free.values(), orphans.values(), of_draft, of_held, name, unclear, problems):
            by_path[draft.source.path] = record
            del free[draft.source.path], orphans[record.path]
    return Matches(by_path, tuple(orphans.values()), frozenset(unclear), tuple(problems))


def _pairs(
    free: Iterable[Draft],
    orphans: Collection[RecordOnDisk],
    of_draft: Callable[[Draft], object],
    of_held: Callable[[RecordOnDisk], object],
    name: str,
    unclear: set[str],
    problems: list[Problem],
) -> list[tuple[Draft, RecordOnDisk]]:
    """Research files and orphans that agree on one mark, one to one; several that agree are a problem."""
    if not orphans:
        return []
    groups: dict[object, tuple[list[Draft], list[RecordOnDisk]]] = {}
    for draft in free:
        if (mark := of_draft(draft)) and draft.source.path not in unclear:
            groups.setdefault(mark, ([], []))[0].append(draft)
    for record in orphans:
        # one pass over each side: comparing all pairs is quadratic, which shows where a folder of thousands moved
        if mark := of_held(record):
            groups.setdefault(mark, ([], []))[1].append(record)
    pairs = []
    for drafts_alike, records in groups.values():
        # a question that is asked again looks like the record, and is another file
        drafts = [draft for draft in drafts_alike if not any(revisits(draft, record) for record in records)]
        if len(drafts) == 1 and len(records) == 1:
            pairs.append((drafts[0], records[0]))
        elif drafts and records:
            unclear.update(draft.source.path for draft in drafts)
            problems.append(_unclear(drafts, records, name))
    return pairs


def revisits(draft: Draft, record: RecordOnDisk) -> bool:
    """Whether a research file asks the question of a record again, so that it is not the one it was made from."""
    holders = Holders([((record.number, record.path), record.source)])
    folder = folder_of(draft.source.path)
    return any(holders.resolve(reference, folder) for reference in draft.facts.revisits)


def _unclear(drafts: list[Draft], records: list[RecordOnDisk], name: str) -> Problem:
    files = ", ".join(draft.source.path for draft in drafts)
    numbers = ", ".join(record.path for record in records)
    message = (
        f"same {name} in {files} and in the sources of {numbers}: cannot tell which moved where; "
        f"write the right path into `source:` of the record"
    )
    return Problem(drafts[0].source.path, 1, "ADR204", message)


def _two_records(first: RecordOnDisk, second: RecordOnDisk) -> Problem:
    message = (
        f"{first.path} and this record both come from {second.source}; delete one, or own it by hand with "
        f"`adr-gen detach {second.number}`"
    )
    return Problem(second.path, 1, "ADR205", message)
