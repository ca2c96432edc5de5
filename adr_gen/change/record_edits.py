"""Records that a change edits, or gives another standing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from ..checks.base import Location, line_of
from ..model import Status
from ..records import DIGEST, Record, holder
from ..revisit.states import Standing
from .snapshot import Snapshot

Pair = tuple[str | None, str | None]
"""What it was and what it is."""
_TARGET = re.compile(r"\]\([^)\n]*\)|^\[[^\]\n]+\]:.*$|^source:.*$", re.MULTILINE)
"""What changes in a record when only files move: where links lead, and the research file."""
_NUMBER = re.compile(r"(?m)\A---\nnumber: \d+$")


@dataclass(frozen=True, slots=True)
class RecordEdit:
    """A record that is not what it was."""

    record: Record
    """As it is now; if it is gone, as it was."""
    location: Location
    status: tuple[Status | None, Status | None]
    standing: tuple[Standing | None, Standing | None]
    """None where there is no such record any more."""
    title: tuple[str, str]
    added: tuple[str, ...] = ()
    """Conditions that are new, or have new words."""
    removed: tuple[str, ...] = ()
    gone: bool = False
    """Whether the record is deleted."""


def find(base: Snapshot, head: Snapshot) -> Iterator[RecordEdit]:
    """The records whose words, status or standing by other records this change alters; new records are none of these."""
    before, now = dict(_by_holder(base)), dict(_by_holder(head))
    # what was there already is no other record under its number; of several with one the first counts, so it is put in last
    others = [record for key, record in reversed(now.items()) if key not in before]
    numbered = {record.number: record for record in others}
    made_from = {record.source: record for record in others if record.source}
    for key, old in before.items():
        new = now.get(key) or made_from.get(old.source or "") or numbered.get(old.number)
        if new is None:
            yield _edit(base, head, old, None)
        elif old.status != new.status or _readable_text(base, old) != _readable_text(head, new):
            yield _edit(base, head, old, new)


def _by_holder(snapshot: Snapshot) -> Iterator[tuple[tuple[int, str], Record]]:
    return ((holder(record), record) for record in snapshot.log.records)


def _readable_text(snapshot: Snapshot, record: Record) -> str:
    """The text of a record's file that people read."""
    # a digest follows from the text, link targets from where files are, a number from other records: none is an edit
    text = _NUMBER.sub("", DIGEST.sub("", snapshot.pages.get(record.path, ""), count=1), count=1)
    return " ".join(_TARGET.sub("]", text).split())


def _edit(base: Snapshot, head: Snapshot, old: Record, new: Record | None) -> RecordEdit:
    was, now = _conditions(old), _conditions(new) if new else []
    record = new or old
    return RecordEdit(
        record,
        _location(head, old, new),
        (old.status, new.status if new else None),
        (base.states().standing(old), head.states().standing(new) if new else None),
        (old.title, record.title),
        tuple(text for text in now if text not in was),
        tuple(text for text in was if text not in now) if new else (),
        new is None,
    )


def _conditions(record: Record) -> list[str]:
    by = record.conditions.review_by
    return [trigger.text for trigger in record.conditions.triggers] + ([f"review by {by}"] if by else [])


def _location(head: Snapshot, old: Record, new: Record | None) -> Location:
    """The status in the record's file if it changed, else the file."""
    if new is None:
        return Location(old.path)
    find_line = partial(line_of, head.pages.get(new.path))
    return Location(new.path, find_line(r"(?i)^[^\w\n]*status\b") if old.status != new.status else 1)
