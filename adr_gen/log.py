"""The log: all records of a project with the relations between them, and what §8 of the interface shows of each."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from . import records
from .decision import Trigger
from .errors import Problem
from .markdown import Document
from .records import Record, RecordFile
from .revisit import States


@dataclass(frozen=True)
class Log:
    """All records of a project, by number."""

    files: tuple[RecordFile, ...]

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """The records with `superseded_by` and `reaffirmed_by` computed from what the newer ones say."""
        return tuple(file.record for file in self.files)

    @cached_property
    def by_number(self) -> dict[int, Record]:
        """Records by number; of two that took one number the first by path."""
        found: dict[int, Record] = {}
        for record in self.records:
            found.setdefault(record.number, record)
        return found

    @cached_property
    def documents(self) -> dict[str, Document]:
        """The parsed record files by path."""
        return {file.record.path: file.document for file in self.files}

    @property
    def problems(self) -> list[Problem]:
        """What is wrong inside the record files."""
        return [problem for file in self.files for problem in file.problems]


def build(files: Iterable[RecordFile]) -> Log:
    """The log of the record files, numbers of dated names made unique, relations drawn both ways."""
    ordered = sorted(_distinct(files), key=lambda f: (f.record.number, f.record.path))
    known = {f.record.number: f.record for f in ordered}
    superseded, reaffirmed = _successors(known)
    linked = []
    for file in ordered:
        record = file.record
        by = tuple(sorted({*record.superseded_by, *superseded.get(record.number, ())} & known.keys()))
        same = tuple(sorted(reaffirmed.get(record.number, ())))
        supersedes = tuple(
            sorted({*record.supersedes, *(n for n, o in known.items() if record.number in o.superseded_by)})
        )
        status = "superseded" if by and set(by) - set(same) else record.status
        linked.append(
            replace(
                file, record=replace(record, superseded_by=by, reaffirmed_by=same, supersedes=supersedes, status=status)
            )
        )
    return Log(tuple(linked))


def _distinct(files: Iterable[RecordFile]) -> list[RecordFile]:
    """Files named by a day (`20260102-x.md`) share a number when they share the day: later ones get a digit more."""
    seen: dict[int, int] = {}
    found = []
    for file in sorted(files, key=lambda f: f.record.path):
        number = file.record.number
        if records.dated(number):
            count = seen.get(number, 0)
            seen[number] = count + 1
            if count:
                file = replace(file, record=replace(file.record, number=number * 100 + count + 1))
        found.append(file)
    return found


def _successors(known: dict[int, Record]) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    """Who supersedes and who reaffirms whom; a proposal does neither yet."""
    superseded: dict[int, list[int]] = {}
    reaffirmed: dict[int, list[int]] = {}
    for record in known.values():
        if record.status in (None, "proposed"):
            continue
        for number in record.supersedes:
            if number != record.number:
                superseded.setdefault(number, []).append(record.number)
        for number in record.revisits:
            old = known.get(number)
            if old and number != record.number:
                chosen = reaffirmed if old.status == record.status else superseded
                chosen.setdefault(number, []).append(record.number)
    return superseded, reaffirmed


def as_json(record: Record, states: States) -> dict[str, Any]:
    """One record as `list --json` and `decisions.json` show it; every key is always there."""
    conditions = record.conditions
    return {
        "number": record.number,
        "id": record.id,
        "title": record.title,
        "status": record.status,
        "qualifier": record.qualifier,
        "date": record.date,
        "verdict": record.verdict,
        "source": record.source,
        "path": record.path,
        "url": record.url,
        "tags": list(record.tags),
        "decision_makers": list(record.decision_makers),
        "blockers": [
            {"id": str(n), "text": b.text, "state": "cleared" if b.cleared else "open"}
            for n, b in enumerate(record.blockers, start=1)
        ],
        "supersedes": list(record.supersedes),
        "superseded_by": list(record.superseded_by),
        "revisits": list(record.revisits),
        "reaffirmed_by": list(record.reaffirmed_by),
        "relates": list(record.relates),
        "revisit": {
            "logic": conditions.logic,
            "state": states.of_record(record),
            "next": states.next_day(record),
            "review_by": conditions.review_by,
            "triggers": [_trigger(n, t, record, states) for n, t in enumerate(conditions.triggers)],
        },
    }


def _trigger(number: int, trigger: Trigger, record: Record, states: States) -> dict[str, Any]:
    return {
        "id": records.letter(number),
        "text": trigger.text,
        "sentence": trigger.sentence,
        "consequence": trigger.consequence,
        "kind": trigger.kind,
        "check": list(trigger.check),
        "state": states.of_trigger(record, trigger),
        "observed": {"date": None, "by": None, "evidence": None},
    }
