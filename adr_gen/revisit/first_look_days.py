"""The first day on which somebody is asked about each decision that is older than the watching itself."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from ..model import Trigger
from ..records import Record


@dataclass(frozen=True, slots=True)
class FirstLooks:
    """The day on which watching began, and the days of the first looks at what was decided before it."""

    began: date | None = None
    days: Mapping[str, date] = field(default_factory=dict)
    """By the path of the record."""


def first_looks(records: Iterable[Record], began: date | None, period: int) -> FirstLooks:
    """The older records by their numbers, at even distances over the `period` days from `began` on.

    Only what records say counts, never a status that another one changes: a day that was published does not move.
    """
    if began is None:
        return FirstLooks()
    older = (record for record in records if _is_older(record, began) and any(map(_is_for_people, _of(record))))
    ordered = sorted(older, key=lambda record: (record.number, record.path))
    room = (date.max - began).days
    # rounded up: none is on the first day, and the last one is on the last
    after = {record.path: -(-n * period // len(ordered)) for n, record in enumerate(ordered, start=1)}
    return FirstLooks(began, {path: began + timedelta(days=min(days, room)) for path, days in after.items()})


def _of(record: Record) -> tuple[Trigger, ...]:
    return record.conditions.triggers


def _is_older(record: Record, began: date) -> bool:
    return bool(record.date and record.date < began.isoformat())


def _is_for_people(trigger: Trigger) -> bool:
    """Whether nothing but a person can judge it: what has a check comes up by itself."""
    return not trigger.check and trigger.kind != "never"
