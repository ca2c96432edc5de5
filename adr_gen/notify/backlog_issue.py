"""The digest: one issue for all that was true already when watching began, so that an old log does not open thirty."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ..board import BoardEntry, WatchedCondition
from ..checks import Calendar, World, observe, parse_day
from ..records import Record
from ..reviews.stored_review import fingerprint
from ..revisit import States
from ..revisit.combined_checks import combined
from . import backlog_text, issue_marker
from .alerts import key, transitions
from .issue_marker import Marker
from .issue_text import RecordLinks
from .notice_step import NoticeIssue, NoticeStep

RECORD = -1
"""What the marker of a digest has in place of a record's number."""
NAME = "before watching began"
"""What a step of the digest has in place of a record's name."""
MOST_KEYS = issue_marker.MOST
"""Conditions that one issue can remember; others get issues of their own."""

Told = Mapping[str, WatchedCondition | None]
"""Conditions by the keys of their transitions; None stands for the day of `review_by`."""


@dataclass(frozen=True)
class Digest:
    """What presses, and the issues that have told of it."""

    states: States
    pressing: list[BoardEntry]
    others: list[BoardEntry]
    """Entries that do not press now; one that could not be checked may press again."""
    issues: list[NoticeIssue]
    """Digests that were opened, the oldest first."""
    keys_of: Mapping[Record, Collection[str]]
    """Keys that each record's own issues have told."""
    first: bool
    """Whether no issue of any kind was opened before: what the first run finds was true before it."""

    @property
    def open(self) -> NoticeIssue | None:
        """The digest that takes more."""
        return next((issue for issue in reversed(self.issues) if issue.open), None)

    @cached_property
    def seen(self) -> frozenset[str]:
        """What any digest has told."""
        return frozenset(one for issue in self.issues for one in issue.marker.seen)

    @cached_property
    def items(self) -> dict[str, Told]:
        """What the digest tells of each record, by its path."""
        items: dict[str, Told] = {}
        room = MOST_KEYS - (len(self.open.marker.seen) if self.open else 0)
        for entry in self.pressing:
            mine = {
                name: line for name, line in transitions(entry, self.states).items() if self._holds(entry, name, line)
            }
            fresh = sum(_hidden(entry.record, name) not in self.seen for name in mine)
            if mine and fresh <= room:
                items[entry.record.path] = mine
                room -= fresh
        return items if self.issues or len(items) > 1 else {}  # a single record has its own issue from the start

    def _holds(self, entry: BoardEntry, name: str, line: WatchedCondition | None) -> bool:
        """Whether the digest has told of it, or is to."""
        if _hidden(entry.record, name) in self.seen:
            return True
        takes = self.states.first.began and (self.first or self.open)
        return bool(takes and name not in self.keys_of.get(entry.record, ()) and self._early(entry, line))

    def _early(self, entry: BoardEntry, line: WatchedCondition | None) -> bool:
        """Whether it was true when watching began; of what the first run finds nobody knows more than that it found it."""
        if line is None:
            return self.states.held_before(parse_day(entry.review_by))
        whole = entry.together and line in entry.urgent  # "all of" is true since the last of them is
        return all(
            one.early or (self.first and one.state == "met" and not self._day_is_known(entry.record, one))
            for one in (entry.urgent if whole else [line])
        )

    def _day_is_known(self, record: Record, line: WatchedCondition) -> bool:
        """Whether it is said when it came true: on an earlier day, by a person, or by a day that has come today."""
        states = self.states
        since = states.judge(record, line.trigger).since
        if since != states.as_of or (line.observation and line.observation.by != "check"):
            return since is not None
        days = (check for check in combined(line.trigger).checks if isinstance(check, Calendar))
        found = (observe(day, World(states.as_of), parse_day(record.date)) for day in days)
        return any(parse_day(one.since) == since for one in found)

    def keys(self, entry: BoardEntry) -> Collection[str]:
        """What a record's own issue need not tell."""
        return self.items.get(entry.record.path, {}).keys()

    @property
    def where(self) -> str:
        """The issue, as a step of a record names it."""
        return f"#{self.issues[-1].number}" if self.issues else "the digest"

    def steps(self, place: RecordLinks) -> Iterator[NoticeStep]:
        """The step of the digest itself, if it has one."""
        listed = [(entry, self.items[entry.record.path]) for entry in self.pressing if entry.record.path in self.items]
        now = [_hidden(entry.record, name) for entry, lines in listed for name in lines]
        body = backlog_text.body(listed, self.states, place)
        if not self.issues and now:
            yield NoticeStep(NAME, "open", "", None, backlog_text.TITLE, Marker(RECORD, tuple(now)).above(body))
        if self.open:
            yield from self._renewed(self.open, listed, now, body, place)

    def _renewed(
        self, issue: NoticeIssue, listed: list[tuple[BoardEntry, Told]], now: list[str], body: str, place: RecordLinks
    ) -> Iterator[NoticeStep]:
        before = issue.marker.seen
        seen = tuple(one for one in before if one in {*now, *self._asleep()})
        fresh = tuple(one for one in now if one not in self.seen)
        made = Marker(RECORD, (*seen, *fresh)).renewed(issue.body, body)
        if not seen and not fresh:
            over = f"{Marker(RECORD, before, 'over')}\n{backlog_text.OVER}\n"
            yield NoticeStep(NAME, "close", backlog_text.OVER, issue.number, "", made, over)
        elif fresh:
            news = [(e, {n: line for n, line in lines.items() if _hidden(e.record, n) in fresh}) for e, lines in listed]
            message = f"{Marker(RECORD, fresh, 'news')}\n{backlog_text.news(news, self.states, place)}"
            yield NoticeStep(NAME, "update", f"{len(fresh)} more", issue.number, "", made, message)
        elif seen != before:
            yield NoticeStep(NAME, "renew", f"#{issue.number} names {len(seen)} still", issue.number, "", made)

    def _asleep(self) -> Iterable[str]:
        """What was told and cannot be checked now: it is not answered."""
        for entry in (*self.pressing, *self.others):
            for line in entry.lines:
                if line.state == "unknown":
                    yield _hidden(entry.record, key(entry, line, "met", self.states))


def _hidden(record: Record, name: str) -> str:
    """A key of a record among those of all; it holds what stays when a record gets another number."""
    title, file, _ = issue_marker.marks(record)
    return fingerprint(f"{title} {file} {name}")
