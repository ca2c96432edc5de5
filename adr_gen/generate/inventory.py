"""What a project holds beside the research files that a run is about."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ..records import Record
from .facts import RecordOnDisk


@dataclass(frozen=True, slots=True)
class Inventory:
    """What a project holds beside the research files that are asked about."""

    records: list[RecordOnDisk]
    """All readable record files."""
    unreadable: list[RecordOnDisk]
    """The others, with what can be told of them; without any text if they say nothing at all."""
    numbers: dict[str, int]
    """The numbers of all record files by their paths, also of those that cannot be read."""
    present: set[str]
    """All research paths on disk."""
    successors: list[Record]
    """The hand-written records that supersede or revisit others."""
    read_record: Callable[[RecordOnDisk], Record]
    """The record in a file."""
    exists: Callable[[str], bool]
    """Whether a project path is a file."""
    versions: Callable[[str], Iterable[str]]
    """The texts that a file had in git, the newest first."""
    lost: Callable[[], Iterable[RecordOnDisk]]
    """The records that the current commit has and the disk has not."""
