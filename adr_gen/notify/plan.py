"""The plan: what each record's issue has told, and what is to be told now."""

from collections.abc import Iterable, Iterator

from ..board import BoardEntry
from ..log import Log
from ..model import NEEDS_ATTENTION, RECORD_STATES
from ..records import Record
from ..revisit import States
from . import backlog_issue as digests
from . import issue_marker, issue_text
from .alerts import transitions
from .backlog_issue import Digest
from .issue_marker import Marker
from .issue_text import RecordLinks
from .notice_step import NoticeIssue, NoticeStep


def plan(
    log: Log, states: States, entries: list[BoardEntry], issues: Iterable[NoticeIssue], place: RecordLinks, most: int
) -> Iterator[NoticeStep]:
    """The steps for all records, what presses first; `most` issues are opened."""
    known: dict[Record | None, list[NoticeIssue]] = {}
    # by number within a state: issues are opened in an order that no coming day changes
    entries = sorted(entries, key=lambda e: (RECORD_STATES.index(e.state), e.record.number, e.record.path))
    index, ordered = _Index(log), sorted(issues, key=lambda issue: issue.number)
    for issue in ordered:
        if issue.marker.record != digests.RECORD:
            known.setdefault(index.record(issue.marker), []).append(issue)
    pressing = [entry for entry in entries if entry.state in NEEDS_ATTENTION]
    digest = _digest(log, states, entries, ordered, known)
    # first, as it takes in what would else open an issue of its own
    for step in digest.steps(place):
        most -= step.does == "open"
        yield step
    for entry in pressing:
        # an issue names its record by number; of two it could be either
        if not _alone(log, entry):
            why = "not told: another record has this number; `adr-gen renumber` mends it"
            yield NoticeStep(entry.record.id, "nothing", why)
            continue
        step = _issue_step(entry, states, known.get(entry.record, []), place, digest)
        if step.does == "open" and not most:
            late = "not told yet: one run opens only so many issues (setting notify-most); the next goes on"
            step = NoticeStep(step.record, "nothing", late)
        most -= step.does == "open"
        yield step
    open_still = {entry.record for entry in entries if entry.state in ("met", "due", "unknown")}
    over = [
        (issue, record)
        for record, issues_of_record in known.items()
        if record not in open_still
        for issue in issues_of_record
    ]
    for issue, record in sorted(over, key=lambda pair: (pair[0].marker.record, pair[0].number)):
        if issue.open and issue.marker.seen:
            yield _answered(issue, record, states, place)


def _digest(
    log: Log,
    states: States,
    entries: list[BoardEntry],
    issues: list[NoticeIssue],
    known: dict[Record | None, list[NoticeIssue]],
) -> Digest:
    """The digest as it is, and what it is to tell of."""
    pressing, others = list[BoardEntry](), list[BoardEntry]()
    for entry in entries:
        (pressing if entry.state in NEEDS_ATTENTION and _alone(log, entry) else others).append(entry)
    seen = {record: [key for issue in some for key in issue.marker.seen] for record, some in known.items() if record}
    mine = [issue for issue in issues if issue.marker.record == digests.RECORD]
    return Digest(states, pressing, others, mine, seen, first=not issues)


def _alone(log: Log, entry: BoardEntry) -> bool:
    """Whether no other record has its number."""
    return log.by_number.get(entry.record.number) is entry.record


class _Index:
    """The records of a log by what an issue remembers of its own."""

    def __init__(self, log: Log) -> None:
        self.by_number = log.by_number
        self.marks = {record.path: issue_marker.marks(record) for record in log.records}
        self.known: dict[tuple[str, ...], list[Record]] = {}
        for record in log.records:
            self.known.setdefault(self.marks[record.path], []).append(record)

    def record(self, marker: Marker) -> Record | None:
        """The record of an issue, also if it has another number by now; never another one that has its number."""
        here = self.by_number.get(marker.record)
        if not marker.marks or (here and self.marks[here.path] == marker.marks):
            return here
        moved = self.known.get(marker.marks, [])
        if len(moved) == 1:
            return moved[0]
        return here if here and set(self.marks[here.path][:2]) & set(marker.marks) else None


def _issue_step(
    entry: BoardEntry, states: States, issues: list[NoticeIssue], place: RecordLinks, digest: Digest
) -> NoticeStep:
    record = entry.record
    now = transitions(entry, states)
    earlier = {*(key for issue in issues for key in issue.marker.seen), *digest.keys(entry)}
    fresh = [key for key in now if key not in earlier]
    current = next((issue for issue in issues if issue.open), None)
    if current and current.marker.record != record.number and not fresh:
        same = Marker(record.number, current.marker.seen, "", issue_marker.marks(record))
        text = same.renewed(current.body, issue_text.body(entry, states, place, _earlier(issues)))
        why = f"#{current.number} says so, now under its new number"
        return NoticeStep(record.id, "renew", why, current.number, issue_text.title(record), text)
    if not issues and not fresh:
        return NoticeStep(record.id, "nothing", f"{digest.where} says so, nothing new")
    if not fresh:
        last = current or issues[-1]
        return NoticeStep(record.id, "nothing", f"#{last.number} {'says so' if current else 'was closed'}, nothing new")
    text = issue_text.body(entry, states, place, _earlier(issues))
    marks = issue_marker.marks(record)
    if current is None:
        new = Marker(record.number, tuple(now), "", marks).above(text)
        return NoticeStep(record.id, "open", "", None, issue_text.title(record), new)
    made = Marker(record.number, (*current.marker.seen, *fresh), "", marks).renewed(current.body, text)
    title = issue_text.title(record) if current.marker.record != record.number else ""
    lines = [now[key] for key in fresh]
    names = ", ".join(f"({line.letter}) {line.state}" if line else f"due by {entry.review_by}" for line in lines)
    comment = f"{Marker(record.number, tuple(fresh), 'news')}\n{issue_text.news(entry, lines, states, place)}"
    return NoticeStep(record.id, "update", names, current.number, title, made, comment)


def _earlier(issues: list[NoticeIssue]) -> list[int]:
    return [issue.number for issue in issues if not issue.open]


def _answered(issue: NoticeIssue, record: Record | None, states: States, place: RecordLinks) -> NoticeStep:
    """An issue that is over is closed, and forgets what it told: should that come again, it is told again."""
    if record is None:
        name = f"ADR-{issue.marker.record:04}"
        return NoticeStep(
            name, "nothing", f"the log has no such record; close #{issue.number} if it is gone", issue.number
        )
    reason = issue_text.farewell(record, states.of_record(record), states, place)
    below = issue.body.partition("\n")[2]
    body = f"{Marker(record.number, (), issue.marker.text, issue_marker.marks(record))}\n{below}"
    comment = f"{Marker(record.number, issue.marker.seen, 'over')}\n{reason}"
    return NoticeStep(record.id, "close", reason.strip(), issue.number, "", body, comment)
