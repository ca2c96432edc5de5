"""Who waits for the same thing: one release, one issue, one number, or the same words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ..checks import Calendar
from ..decision import Trigger
from ..log import Log
from ..records import Record, letter
from ..revisit.condition import condition


@dataclass(frozen=True, slots=True)
class Waiter:
    """A trigger of a record."""

    record: Record
    letter: str
    trigger: Trigger


@dataclass(frozen=True)
class Group:
    """Triggers of several records that one event would settle."""

    subject: str
    """What is waited for: the subject of a check, or the condition's words."""
    checked: bool
    """Whether a program looks."""
    waiters: tuple[Waiter, ...]

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """The records, each once."""
        return tuple({waiter.record.path: waiter.record for waiter in self.waiters}.values())


def groups(log: Log, watched: set[str]) -> list[Group]:
    """What several of the `watched` records (by path) wait for, what most wait for first."""
    found: dict[str, list[Waiter]] = {}
    checked: set[str] = set()
    for record in log.records:
        if record.path in watched:
            for number, trigger in enumerate(record.conditions.triggers):
                for subject, by_program in _subjects(trigger):
                    found.setdefault(subject, []).append(Waiter(record, letter(number), trigger))
                    checked |= {subject} if by_program else set()
    made = [Group(subject, subject in checked, tuple(waiters)) for subject, waiters in found.items()]
    return sorted((g for g in made if len(g.records) > 1), key=lambda g: (-len(g.records), g.subject))


def _subjects(trigger: Trigger) -> Iterator[tuple[str, bool]]:
    """What settles a trigger: the subjects of its checks but the calendar's, else its words."""
    written = condition(trigger)
    yield from {check.subject: True for check in written.checks if not isinstance(check, Calendar)}.items()
    if not written.written and trigger.kind != "never":
        yield re.sub(r"[\W_]+", " ", trigger.text).strip().lower(), False
