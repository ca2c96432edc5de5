"""The plan: what each record's issue has told, and what is to be told now."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from ..board import Entry, Line
from ..log import Log
from ..model import NEEDS_ATTENTION
from ..records import Record, holder
from ..reviews.review import fingerprint
from ..revisit import States
from . import issue_text, marker
from .issue_text import Place
from .marker import Marker

MOST_CONDITIONS = 200
"""Conditions of one record that are told apart; with more of them nobody reads the news anyway."""


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue that carries the label and a marker."""

    number: int
    open: bool
    body: str
    marker: Marker

    @classmethod
    def read_record(cls, told: dict[str, Any]) -> "Issue | None":
        """The issue in an answer of GitHub's, if it carries a marker."""
        number, body = told.get("number"), told.get("body")
        found = marker.read(body) if isinstance(body, str) else None
        if found is None or not isinstance(body, str) or type(number) is not int:
            return None
        return cls(number, told.get("state") == "open", body, found)


@dataclass(frozen=True, slots=True)
class Step:
    """What is to be done for one record, or why nothing is."""

    record: str
    """`ADR-0007`."""
    does: Literal["open", "update", "rename", "close", "nothing"]
    why: str
    """In a few words, for people."""
    issue: int | None = None
    title: str = ""
    body: str = ""
    comment: str = ""
    """Its first line is a marker, by which it is known to have been said."""


def plan(
    log: Log, states: States, entries: list[Entry], issues: Iterable[Issue], place: Place, most: int
) -> Iterator[Step]:
    """The steps for all records, what presses first; `most` issues are opened."""
    known: dict[Record | None, list[Issue]] = {}
    index = _Index(log)
    for issue in sorted(issues, key=lambda issue: issue.number):
        known.setdefault(index.record(issue.marker), []).append(issue)
    pressing = [entry for entry in entries if entry.state in NEEDS_ATTENTION]
    for entry in pressing:
        if log.by_number.get(entry.record.number) is not entry.record:
            why = "not told: another record has this number; `adr-gen renumber` mends it"
            yield Step(entry.record.id, "nothing", why)
            continue
        step = _told(entry, states, known.get(entry.record, []), place)
        if step.does == "open" and not most:
            late = "not told yet: one run opens only so many issues (setting notify-most); the next goes on"
            step = Step(step.record, "nothing", late)
        most -= step.does == "open"
        yield step
    open_still = {entry.record for entry in entries if entry.state in ("met", "due", "unknown")}
    over = [(issue, record) for record, told in known.items() if record not in open_still for issue in told]
    for issue, record in sorted(over, key=lambda pair: (pair[0].marker.record, pair[0].number)):
        if issue.open and issue.marker.seen:
            yield _answered(issue, record, states, place)


class _Index:
    """The records of a log by what an issue remembers of its own."""

    def __init__(self, log: Log) -> None:
        self.by_number = log.by_number
        self.marks = {record.path: marker.marks(record) for record in log.records}
        self.known: dict[tuple[str, ...], list[Record]] = {}
        for record in log.records:
            self.known.setdefault(self.marks[record.path], []).append(record)

    def record(self, told: Marker) -> Record | None:
        """The record of an issue, also if it has another number by now; never another one that has its number."""
        here = self.by_number.get(told.record)
        if not told.marks or (here and self.marks[here.path] == told.marks):
            return here
        moved = self.known.get(told.marks, [])
        if len(moved) == 1:
            return moved[0]
        return here if here and set(self.marks[here.path][:2]) & set(told.marks) else None


def transitions(entry: Entry, states: States) -> dict[str, Line | None]:
    """What presses of a record, by the key of the transition; None stands for the day of `review_by`.

    A key holds the condition, its state and the day of the last answer: until somebody answers it is the same
    transition, also if what checks found was forgotten; an answer, or other words, begin a new one.
    """
    pressing: dict[str, Line | None] = {}
    if issue_text.by_has_come(entry, states):
        pressing[f"review-by:{entry.review_by}"] = None
    for line in entry.lines:
        if line.state in NEEDS_ATTENTION:
            condition = fingerprint(line.trigger.text)
            answered = states.reviews.answered(holder(entry.record), condition) or "-"
            pressing[f"{condition}:{line.state}:{answered}"] = line
    return dict(list(pressing.items())[:MOST_CONDITIONS])


def _told(entry: Entry, states: States, issues: list[Issue], place: Place) -> Step:
    record = entry.record
    now = transitions(entry, states)
    told = dict.fromkeys(key for issue in issues for key in issue.marker.seen)
    fresh = [key for key in now if key not in told]
    current = next((issue for issue in issues if issue.open), None)
    if current and current.marker.record != record.number and not fresh:
        same = Marker(record.number, current.marker.seen, "", marker.marks(record))
        text = same.renewed(current.body, issue_text.body(entry, states, place, _earlier(issues)))
        why = f"#{current.number} says so, now under its new number"
        return Step(record.id, "rename", why, current.number, issue_text.title(record), text)
    if issues and not fresh:
        last = current or issues[-1]
        return Step(record.id, "nothing", f"#{last.number} {'says so' if current else 'was closed'}, nothing new")
    text = issue_text.body(entry, states, place, _earlier(issues))
    marks = marker.marks(record)
    if current is None:
        new = Marker(record.number, tuple(now), "", marks).above(text)
        return Step(record.id, "open", "", None, issue_text.title(record), new)
    made = Marker(record.number, (*current.marker.seen, *fresh), "", marks).renewed(current.body, text)
    title = issue_text.title(record) if current.marker.record != record.number else ""
    lines = [now[key] for key in fresh]
    names = ", ".join(f"({line.letter}) {line.state}" if line else f"due by {entry.review_by}" for line in lines)
    comment = f"{Marker(record.number, tuple(fresh), 'news')}\n{issue_text.news(entry, lines, states, place)}"
    return Step(record.id, "update", names, current.number, title, made, comment)


def _earlier(issues: list[Issue]) -> list[int]:
    return [issue.number for issue in issues if not issue.open]


def _answered(issue: Issue, record: Record | None, states: States, place: Place) -> Step:
    """An issue that is over is closed, and forgets what it told: should that come again, it is told again."""
    if record is None:
        name = f"ADR-{issue.marker.record:04}"
        return Step(name, "nothing", f"the log has no such record; close #{issue.number} if it is gone", issue.number)
    reason = issue_text.farewell(record, states.of_record(record), states, place)
    below = issue.body.partition("\n")[2]
    body = f"{Marker(record.number, (), issue.marker.text, marker.marks(record))}\n{below}"
    comment = f"{Marker(record.number, issue.marker.seen, 'over')}\n{reason}"
    return Step(record.id, "close", reason.strip(), issue.number, "", body, comment)
