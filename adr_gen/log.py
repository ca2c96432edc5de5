"""The log: all records of a project with the relations between them, and what §8 of the interface shows of each."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from .decision import Trigger
from .records import Record, letter
from .revisit import States
from .written.reviews import Reviews


@dataclass(frozen=True)
class Log:
    """All records of a project, by number."""

    records: tuple[Record, ...]
    """With `superseded_by` and `reaffirmed_by` computed from what the newer ones say."""

    @cached_property
    def by_number(self) -> dict[int, Record]:
        """Records by number; of two that took one number the first by path."""
        found: dict[int, Record] = {}
        for record in self.records:
            found.setdefault(record.number, record)
        return found

    @cached_property
    def by_path(self) -> dict[str, Record]:
        """Records by the path of their file."""
        return {record.path: record for record in self.records}

    def reaffirms(self, record: Record) -> tuple[int, ...]:
        """The records that this one looked at again and decided the same."""
        found = ((number, self.by_number.get(number)) for number in record.revisits)
        return tuple(number for number, old in found if old and record.number in old.reaffirmed_by)


def build(records: Iterable[Record], reviews: Reviews = Reviews()) -> Log:  # noqa: B008 - it is frozen and empty
    """The log of all records, relations drawn both ways, with the blockers cleared that reviews found gone."""
    ordered = sorted(records, key=lambda r: (r.number, r.path))
    known = {r.number: r for r in ordered}
    superseded, reaffirmed = _successors(known)
    heirs: dict[int, set[int]] = {}
    for record in ordered:
        for number in (*record.superseded_by, *superseded.get(record.number, ())):
            heirs.setdefault(number, set()).add(record.number)
    linked = []
    for record in ordered:
        by = tuple(sorted({*record.superseded_by, *superseded.get(record.number, ())} & known.keys()))
        same = tuple(sorted(reaffirmed.get(record.number, ())))
        supersedes = tuple(sorted({*record.supersedes, *heirs.get(record.number, ())}))
        status = "superseded" if set(by) - set(same) else record.status
        linked.append(
            replace(
                record,
                superseded_by=by,
                reaffirmed_by=same,
                supersedes=supersedes,
                status=status,
                blockers=reviews.cleared(record),
            )
        )
    return Log(tuple(linked))


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
    conditions, by = record.conditions, states.review_by(record)
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
            "review_by": by.isoformat() if by else None,
            "triggers": [_trigger(n, t, record, states) for n, t in enumerate(conditions.triggers)],
        },
    }


def _trigger(number: int, trigger: Trigger, record: Record, states: States) -> dict[str, Any]:
    judged = states.judge(record, trigger)
    seen = judged.observation
    return {
        "id": letter(number),
        "text": trigger.text,
        "sentence": trigger.sentence,
        "consequence": trigger.consequence,
        "kind": trigger.kind,
        "check": list(trigger.check),
        "state": judged.state,
        "observed": {
            "date": seen.date if seen else None,
            "by": (seen.by or None) if seen and seen.date else None,
            "evidence": (seen.evidence or None) if seen else None,
        },
    }
