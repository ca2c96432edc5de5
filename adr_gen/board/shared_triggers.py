"""Who waits for the same thing: one release, one issue, one number, or the same words."""

import re
from dataclasses import dataclass
from functools import cached_property

from ..checks import Calendar
from ..log import Log
from ..model import Trigger
from ..records import Record
from ..revisit.combined_checks import combined


@dataclass(frozen=True, slots=True)
class Waiter:
    """A trigger of a record."""

    record: Record
    letter: str


@dataclass(frozen=True)
class SharedTrigger:
    """Triggers of several records that one event would settle."""

    subject: str
    """What is waited for: the subject of a check, or a condition's words, inline Markdown."""
    checked: bool
    """Whether a program looks."""
    waiters: tuple[Waiter, ...]

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """The records, each once."""
        return tuple({waiter.record.path: waiter.record for waiter in self.waiters}.values())


def groups(log: Log, watched: set[str]) -> list[SharedTrigger]:
    """What several of the `watched` records (by path) wait for, what most wait for first."""
    waiters: dict[str, list[Waiter]] = {}
    texts: dict[str, str] = {}
    for record in log.records:
        if record.path in watched:
            for letter, trigger in record.conditions.lettered:
                subjects = _subjects(trigger)
                for subject in subjects or _plain_words(trigger):
                    waiters.setdefault(subject, []).append(Waiter(record, letter))
                    if not subjects:
                        texts.setdefault(subject, trigger.text)
    made = [
        SharedTrigger(texts.get(subject, subject), subject not in texts, tuple(some))
        for subject, some in waiters.items()
    ]
    return sorted((g for g in made if len(g.records) > 1), key=lambda g: (-len(g.records), g.subject))


def _subjects(trigger: Trigger) -> list[str]:
    """The subjects of a trigger's checks, but the calendar's."""
    checks = combined(trigger).checks
    return list(dict.fromkeys(check.subject for check in checks if not isinstance(check, Calendar)))


def _plain_words(trigger: Trigger) -> list[str]:
    """The words of a trigger that people judge, without what is only how they are written."""
    asked = not combined(trigger).has_tokens and trigger.kind != "never"
    return [re.sub(r"[\W_]+", " ", trigger.text).strip().lower()] if asked else []
