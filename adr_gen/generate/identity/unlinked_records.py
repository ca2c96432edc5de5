"""Records that lost one of the two lines of front matter that tie a generated record to its research file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ...errors import Problem
from ..facts import Draft, RecordOnDisk, source_and_digest
from .matching import MARKS, Matches


@dataclass(frozen=True, slots=True)
class Unlinked:
    """What is left of such records."""

    records: dict[str, str]
    """The record of each research file that would get a second one."""
    problems: tuple[Problem, ...]


def find_unlinked(decided: list[Draft], held: Iterable[RecordOnDisk], matches: Matches) -> Unlinked:
    """The records among `held` that lost `source:` or `digest:`, each with its research file where that can be told."""
    records: dict[str, str] = {}
    problems: list[Problem] = []
    for record in held:
        source, digest = remaining_link(record)
        if digest and not source:
            path = _recognised(replace(record, digest=digest), decided, matches)
            problems.append(_nameless(record, path))
        elif source and not digest and any(draft.source.path == source for draft in decided):
            path = source
            problems.append(_unsealed(record, source, matches.records.get(source)))
        else:
            continue
        if path and path not in matches.records:
            records[path] = record.path
    return Unlinked(records, tuple(problems))


def remaining_link(record: RecordOnDisk) -> tuple[str, str]:
    """`source` and `digest` of a generated record that lost one of them; both empty for any other record."""
    numbered = "\nnumber: " in record.text.partition("\n---")[0]  # by hand the file name has the number
    return source_and_digest(record.text) if numbered and not record.source else ("", "")


def _recognised(record: RecordOnDisk, decided: list[Draft], matches: Matches) -> str:
    """The one research file without a record that looks like a record's source; empty if that cannot be told."""

    def alike() -> Iterator[list[str]]:
        free = [draft for draft in decided if draft.source.path not in matches.records]
        for _, of_draft, of_held in MARKS:
            mark = of_held(record)
            yield [draft.source.path for draft in free if mark and of_draft(draft) == mark]

    likely = next((paths for paths in alike() if paths), [])
    return likely[0] if len(likely) == 1 else ""


def _nameless(record: RecordOnDisk, path: str) -> Problem:
    key = f"`source: {path}`" if path else "`source:` with the path of its research file"
    message = (
        f"generated (it has `digest:`), and its line `source:` is gone; add {key}. To own the record by hand, "
        f"run `adr-gen detach {record.number}` after that"
    )
    return Problem(record.path, 1, "ADR209", message)


def _unsealed(record: RecordOnDisk, source: str, other: RecordOnDisk | None) -> Problem:
    own = f"own this one by hand with `adr-gen detach {record.number}`"
    if other:
        message = f"{other.path} and this record both come from {source}; delete one, or {own}"
        return Problem(record.path, 1, "ADR205", message)
    message = (
        f"comes from {source}, and its line `digest:` is gone, so nothing tells whether it was edited; "
        f"put the line back, or {own}"
    )
    return Problem(record.path, 1, "ADR209", message)
