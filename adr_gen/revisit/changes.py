"""The days on which states change by themselves, if nothing else is found: what a page built today knows of tomorrow."""

from datetime import date

from ..checks import parse_day
from ..decision import State, Trigger
from ..records import Record
from .states import States

MOST = 8
"""Changes that are looked for."""


def of_record(states: States, record: Record) -> list[tuple[date, State]]:
    """The coming days on which the record's state changes, and to what."""
    found: list[tuple[date, State]] = []
    before = states.of_record(record)
    while len(found) < MOST and (day := parse_day(states.next_day(record))):
        states = states.on(day)
        now = states.of_record(record)
        if now is not None and now != before:
            found.append((day, now))
        before = now
    return found


def of_trigger(states: States, record: Record, trigger: Trigger) -> list[tuple[date, State]]:
    """The coming days on which the trigger's state changes, and to what."""
    found: list[tuple[date, State]] = []
    before = states.of_trigger(record, trigger)
    while len(found) < MOST and (day := states.judge(record, trigger).next) and day > states.as_of:
        states = states.on(day)
        now = states.of_trigger(record, trigger)
        if now != before:
            found.append((day, now))
        before = now
    return found
