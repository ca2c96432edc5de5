"""Conditions that a change makes true: met at its head, and not before."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from ..checks import Calendar, Check
from ..checks.base import Location
from ..model import State, Trigger
from ..records import Record
from ..revisit.combined_checks import combined
from ..revisit.states import Standing
from .snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class NewlyMet:
    """One condition of one record that comes true."""

    record: Record
    letter: str
    trigger: Trigger
    before: State
    after: State
    evidence: str
    location: Location
    """What makes it so."""
    standing: Standing
    """The record's: where all of several conditions are needed, one of them challenges nothing."""


def find(base: Snapshot, head: Snapshot) -> list[NewlyMet]:
    """The conditions of the watched records that come true; the records are those at the head, reviews too."""
    changed = changed_paths(base, head)
    # with the same reviews on both sides, else a review in this change would itself look like a flip
    before, after = base.states(head.reviews), head.states()
    flips = []
    for record in head.log.records if changed else ():
        for letter, trigger in record.conditions.lettered if record.watched else ():
            if not _touched(trigger, changed):
                continue
            now, then = after.judge(record, trigger), before.of_trigger(record, trigger)
            if now.state == "met" != then and now.observation:
                where = next(_locations(base, head, record, trigger))
                seen = now.observation.evidence
                flip = NewlyMet(record, letter, trigger, then, now.state, seen, where, after.standing(record))
                flips.append(flip)
    # nobody is asked about a question that is open again; few changes flip anything, so research is read only then
    return [flip for flip in flips if flip.record.path not in head.reopened]


def changed_paths(base: Snapshot, head: Snapshot) -> tuple[str, ...]:
    """The paths of the files that were added, changed or removed, sorted."""
    old, new = base.tree.blobs, head.tree.blobs
    return tuple(sorted(path for path in old.keys() | new.keys() if old.get(path) != new.get(path)))


def _touched(trigger: Trigger, changed: tuple[str, ...]) -> bool:
    """Whether the files that changed may settle a condition; nothing else does between two commits."""
    checks = combined(trigger).checks if trigger.check else ()
    return any(not (c.online or isinstance(c, Calendar)) and c.reads(changed) for c in checks)


def _locations(base: Snapshot, head: Snapshot, record: Record, trigger: Trigger) -> Iterator[Location]:
    """Where that is which makes a condition true, the best first: what is new, what is gone, what is there, the record."""
    flipped = [check for check in combined(trigger).checks if _flips(base, head, check)]
    now = [one for check in flipped for one in check.locations(head.world)]
    then = [one for check in flipped for one in check.locations(base.world)]
    known, still = {_line(base, one) for one in then}, {_line(head, one) for one in now}
    yield from (one for one in now if _line(head, one) not in known)
    yield from (_gone(base, head, one) for one in then if _line(base, one) not in still)
    yield from (one for one in now if base.tree.blobs.get(one.path) != head.tree.blobs.get(one.path))
    yield from now
    text = head.text(record.path) or ""
    yield Location(record.path, text.count("\n", 0, max(text.find(trigger.text), 0)) + 1)


def _flips(base: Snapshot, head: Snapshot, check: Check) -> bool:
    # the day is the same on both sides, so no change makes it come
    if isinstance(check, Calendar):
        return False
    return head.look(check).result == "met" != base.look(check).result


def _line(snapshot: Snapshot, location: Location) -> tuple[str, str]:
    """A line by its file and words: lines above it may come and go."""
    lines = (snapshot.text(location.path) or "").splitlines()
    return location.path, lines[location.line - 1] if location.line <= len(lines) else ""


def _gone(base: Snapshot, head: Snapshot, location: Location) -> Location:
    """Where at the head a line was that is gone; in a file that is gone, where it was."""
    now = head.text(location.path)
    if now is None:
        return location
    lines, old = now.splitlines(), (base.text(location.path) or "").splitlines()
    # without autojunk: in long files it drops lines that are frequent, such as closing brackets
    for tag, start, end, at, _ in SequenceMatcher(None, old, lines, autojunk=False).get_opcodes():
        if tag != "equal" and start < location.line <= end:
            return Location(location.path, max(min(at + 1, len(lines)), 1))
    return Location(location.path, max(min(location.line, len(lines)), 1))
