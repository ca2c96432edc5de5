"""What was read from record files, remembered between runs."""

from dataclasses import asdict, dataclass

from ..cache import Memory, known
from ..checks import parse_day
from ..errors import Problem
from .file import Said
from .record import Record


@dataclass(frozen=True, slots=True)
class Entry:
    """What is remembered of one record file."""

    record: Record
    problems: tuple[Problem, ...]


class RecordMemory(Memory):
    """Remembered records."""

    def said(self, path: str, text: str) -> Said | None:
        """What a record file said whose words did not change."""
        entry = self.entry(path, text, Entry)
        if entry is None or entry.record.path != path or not (_dated(entry.record) and known(entry.problems)):
            return None
        return entry.record, entry.problems

    def learn(self, path: str, text: str, said: Said) -> None:
        """Remember what a record file says that was just read."""
        record, problems = said
        self.note(path, text, record=asdict(record), problems=[asdict(wrong) for wrong in problems])


def _dated(record: Record) -> bool:
    """Whether its days are days."""
    return all(day is None or parse_day(day) for day in (record.date, record.conditions.review_by))
