"""The days on which states change by themselves, if nothing else is found: what a page built today knows of tomorrow."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..checks import parse_day
from ..model import NEEDS_ATTENTION, RecordState, State, Trigger
from ..records import Record
from .causes import Cause
from .states import States

MOST = 8
"""Changes that are looked for."""


@dataclass(frozen=True, slots=True)
class ForecastDay:
    """A coming day on which something about a record falls due."""

    day: date
    state: RecordState | None
    """The record's state from then on."""
    changed: bool
    """Whether that is another state than before."""
    next: str | None
    """The ISO day of the next step."""
    cause: Cause | None
    """Why it is due on that day, if it is."""
    named: bool
    """Whether the state changes, or a condition or a person names that day of a record that is due already."""


def of_record(states: States, record: Record) -> list[ForecastDay]:
    """The coming days on which something about the record falls due."""
    steps: list[ForecastDay] = []
    before, following = states.of_record(record), states.next_day(record)
    while sum(step.changed for step in steps) < MOST and (day := parse_day(following)):
        states = states.on(day)
        now, following = states.of_record(record), states.next_day(record)
        causes = [states.cause(record)] if now != before else list(_naming(states, record))
        steps.append(ForecastDay(day, now, now != before, following, next(iter(causes), None), bool(causes)))
        before = now
    return steps


def _naming(states: States, record: Record) -> Iterator[Cause | None]:
    """Why the day is one that is named, and not only a look in turn, once for each that names it."""
    if states.review_by(record) == states.as_of:
        yield "appointed"
    for one in (states.judge(record, trigger) for trigger in record.conditions.triggers):
        if one.since == states.as_of and one.state in NEEDS_ATTENTION and one.cause not in ("unseen", "first"):
            yield one.cause


def of_trigger(states: States, record: Record, trigger: Trigger) -> list[tuple[date, State]]:
    """The coming days on which the trigger's state changes, and to what."""
    changes: list[tuple[date, State]] = []
    before = states.of_trigger(record, trigger)
    while len(changes) < MOST and (day := states.judge(record, trigger).next) and day > states.as_of:
        states = states.on(day)
        now = states.of_trigger(record, trigger)
        if now != before:
            changes.append((day, now))
        before = now
    return changes
