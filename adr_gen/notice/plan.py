"""The plan: what each record's issue has told, and what is to be told now."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from ..board import Entry, Line
from ..decision import PRESSING
from ..log import Log
from ..records import Record
from ..revisit import States
from ..written.reviews import fingerprint
from . import marker, words
from .marker import Marker
from .words import Place

REMEMBERED = 200
"""Conditions of one record that are told apart; with more of them nobody reads the news anyway."""


@dataclass(frozen=True, slots=True)
class Known:
    """An issue that carries the label and a marker."""

    number: int
    open: bool
    body: str
    marker: Marker

    @classmethod
    def read(cls, told: dict[str, Any]) -> "Known | None":
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
    does: Literal["open", "update", "close", "nothing"]
    why: str
    """In a few words, for people."""
    issue: int | None = None
    title: str = ""
    body: str = ""
    comment: str = ""
    """Its first line is a marker, by which it is known to have been said."""


def plan(
    log: Log, states: States, entries: list[Entry], issues: Iterable[Known], place: Place, most: int
) -> Iterator[Step]:
    """The steps for all records, what presses first; `most` issues are opened."""
    known: dict[int, list[Known]] = {}
    for issue in sorted(issues, key=lambda issue: issue.number):
        known.setdefault(issue.marker.record, []).append(issue)
    pressing = [entry for entry in entries if entry.state in PRESSING]
    for entry in pressing:
        if log.by_number.get(entry.record.number) is not entry.record:
            why = "not told: another record has this number; `adr-gen renumber` mends it"
            yield Step(entry.record.id, "nothing", why)
            continue
        step = _told(entry, states, known.get(entry.record.number, []), place)
        if step.does == "open" and not most:
            late = "not told yet: one run opens only so many issues (setting notify-most); the next goes on"
            step = Step(step.record, "nothing", late)
        most -= step.does == "open"
        yield step
    answered = known.keys() - {entry.record.number for entry in entries if entry.state in ("met", "due", "unknown")}
    for number in sorted(answered):
        for issue in known[number]:
            if issue.open and issue.marker.seen:
                yield _answered(issue, log.by_number.get(number), states, place)


def transitions(entry: Entry, states: States) -> dict[str, Line | None]:
    """What presses of a record, by the key of the transition; None stands for the day of `review_by`.

    A key holds the condition, its state and the day of the last answer: until somebody answers it is the same
    transition, also if what checks found was forgotten; an answer, or other words, begin a new one.
    """
    found: dict[str, Line | None] = {}
    if words.by_has_come(entry, states):
        found[f"review-by:{entry.review_by}"] = None
    for line in entry.lines:
        if line.state in PRESSING:
            condition = fingerprint(line.trigger.text)
            answered = states.reviews.answered(entry.record.number, condition) or "-"
            found[f"{condition}:{line.state}:{answered}"] = line
    return dict(list(found.items())[:REMEMBERED])


def _told(entry: Entry, states: States, issues: list[Known], place: Place) -> Step:
    record = entry.record
    now = transitions(entry, states)
    told = dict.fromkeys(key for issue in issues for key in issue.marker.seen)
    fresh = [key for key in now if key not in told]
    current = next((issue for issue in issues if issue.open), None)
    if issues and not fresh:
        last = current or issues[-1]
        return Step(record.id, "nothing", f"#{last.number} {'says so' if current else 'was closed'}, nothing new")
    earlier = [issue.number for issue in issues if not issue.open]
    text = words.body(entry, states, place, earlier)
    if current is None:
        return Step(record.id, "open", "", None, words.title(record), Marker(record.number, tuple(now)).above(text))
    made = Marker(record.number, (*current.marker.seen, *fresh)).renewed(current.body, text)
    lines = [now[key] for key in fresh]
    names = ", ".join(f"({line.letter}) {line.state}" if line else f"due by {entry.review_by}" for line in lines)
    comment = f"{Marker(record.number, tuple(fresh), 'news')}\n{words.news(entry, lines, states, place)}"
    return Step(record.id, "update", names, current.number, "", made, comment)


def _answered(issue: Known, record: Record | None, states: States, place: Place) -> Step:
    """An issue that is over is closed, and forgets what it told: should that come again, it is told again."""
    if record is None:
        name = f"ADR-{issue.marker.record:04}"
        return Step(name, "nothing", f"the log has no such record; close #{issue.number} if it is gone", issue.number)
    reason = words.farewell(record, states.of_record(record), states, place)
    below = issue.body.partition("\n")[2]
    body = f"{Marker(record.number, (), issue.marker.text)}\n{below}"
    comment = f"{Marker(record.number, issue.marker.seen, 'over')}\n{reason}"
    return Step(record.id, "close", reason.strip(), issue.number, "", body, comment)
