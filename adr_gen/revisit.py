"""The state of triggers on a day: never, met, due, unknown or waiting; the first that fits."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from .checks import parse_day
from .decision import Trigger
from .records import Record

State = Literal["met", "due", "unknown", "waiting", "never"]
__all__ = ["STATES", "State", "States", "parse_day"]

STATES: tuple[State, ...] = ("met", "due", "unknown", "waiting", "never")
"""States of a record, the strongest first."""


@dataclass(frozen=True, slots=True)
class States:
    """Judges triggers as of one day."""

    as_of: date
    review_every: int
    """Days after which a condition that nobody looked at is due."""

    def watched(self, record: Record) -> bool:
        """Whether anybody still waits for the record's conditions."""
        return record.status not in ("superseded", "deprecated") and not record.reaffirmed_by

    def of_trigger(self, record: Record, trigger: Trigger) -> State:
        """The state of one trigger."""
        if trigger.kind == "never":
            return "never"
        days = [day for day in map(parse_day, trigger.check) if day]
        if days and len(days) == len(trigger.check):
            return "met" if min(days) <= self.as_of else "waiting"
        if trigger.check:
            return "unknown"
        return "due" if self._overdue(record) else "waiting"

    def of_record(self, record: Record) -> State | None:
        """The strongest state of the record's triggers; None when nothing is watched."""
        conditions = record.conditions
        if not self.watched(record) or not (conditions.triggers or conditions.review_by):
            return None
        states = [self.of_trigger(record, trigger) for trigger in conditions.triggers]
        if conditions.logic == "all" and "met" in states and any(s != "met" for s in states):
            states = [s for s in states if s != "met"] or ["waiting"]
        by = parse_day(conditions.review_by)
        if by:
            states.append("due" if by <= self.as_of else "waiting")
        return min(states, key=STATES.index)

    def next_day(self, record: Record) -> str | None:
        """The next day on which something about the record falls due, ISO."""
        if not self.watched(record):
            return None
        checks = [day for t in record.conditions.triggers for day in map(parse_day, t.check) if day]
        days = [day for day in (*checks, parse_day(record.conditions.review_by)) if day and day > self.as_of]
        people = any(not t.check and t.kind != "never" for t in record.conditions.triggers)
        decided = parse_day(record.date)
        if people and decided and (due := decided + timedelta(days=self.review_every)) > self.as_of:
            days.append(due)
        return min(days).isoformat() if days else None

    def _overdue(self, record: Record) -> bool:
        decided, by = parse_day(record.date), parse_day(record.conditions.review_by)
        return bool(
            (decided and decided + timedelta(days=self.review_every) <= self.as_of) or (by and by <= self.as_of)
        )
