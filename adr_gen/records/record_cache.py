"""What was read from record files, cached between runs."""

from dataclasses import asdict, dataclass

from ..checks import parse_day
from ..errors import Problem
from ..file_cache import FileCache, codes_exist
from .record import Record
from .record_file import ReadRecord


@dataclass(frozen=True, slots=True)
class CachedRecord:
    """What is remembered of one record file."""

    record: Record
    problems: tuple[Problem, ...]


class RecordCache(FileCache):
    """Cached records by the paths of their files."""

    def get_record(self, path: str, text: str) -> ReadRecord | None:
        """What a record file said whose words did not change."""
        entry = self.get(path, text, CachedRecord)
        # another file may have the very same words
        if entry is None or entry.record.path != path or not (_dated(entry.record) and codes_exist(entry.problems)):
            return None
        return entry.record, entry.problems

    def put_record(self, path: str, text: str, read: ReadRecord) -> None:
        """Remember what a record file says that was just read."""
        record, problems = read
        self.put(path, text, record=asdict(record), problems=[asdict(problem) for problem in problems])


def _dated(record: Record) -> bool:
    """Whether its days are days."""
    return all(day is None or parse_day(day) for day in (record.date, record.conditions.review_by))
