"""What was read from record files, remembered between runs."""

from dataclasses import asdict
from typing import Any

from ..decision import Blocker, Conditions, Trigger
from ..errors import Problem
from ..memory import Memory
from .record import Record

Said = tuple[Record, tuple[Problem, ...]]
"""What a record file says, and what is wrong with it."""


class RecordMemory(Memory):
    """Remembered records."""

    def said(self, path: str, text: str) -> Said | None:
        """What a record file said whose words did not change."""
        entry = self.entry(path, text)
        try:
            return (_record(entry["record"]), tuple(Problem(**wrong) for wrong in entry["problems"])) if entry else None
        except (KeyError, TypeError, AttributeError):  # damaged
            return None

    def learn(self, path: str, text: str, said: Said) -> None:
        """Remember what a record file says that was just read."""
        record, problems = said
        self.note(path, text, record=asdict(record), problems=[asdict(wrong) for wrong in problems])


def _record(told: dict[str, Any]) -> Record:
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in told.items()}
    conditions = told["conditions"]
    triggers = tuple(Trigger(**{**trigger, "check": tuple(trigger["check"])}) for trigger in conditions["triggers"])
    values["conditions"] = Conditions(conditions["logic"], triggers, conditions["review_by"])
    values["blockers"] = tuple(Blocker(**blocker) for blocker in told["blockers"])
    return Record(**values)
