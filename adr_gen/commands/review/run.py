"""A whole run of review: who is asked about, in which order, what is kept, and what comes next."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

import click

from ...board import BoardEntry, entries
from ...model import State
from ...monitor import Monitor
from .. import authoring, terminal
from ..reopen import reopen
from ..terminal.prompt import Prompt, Quit, quit_on_signals
from .flags import ReviewFlags, by_flags, mark_of
from .questions import ReviewQuestions
from .session import ReviewSession, open_session, outlook

ASKED: tuple[State, ...] = ("met", "due", "unknown")
"""States of records and conditions that are asked about, in this order."""


@dataclass
class ReviewRun:
    """One run: who looks, at which instant, and what came of it."""

    monitor: Monitor
    by: str
    time: str
    """ISO instant in UTC."""
    sessions: list[ReviewSession] = field(default_factory=list)

    def open_session(self, number: int) -> ReviewSession:
        """Begin to look at the record with this number; raises UsageError."""
        session = open_session(
            self.monitor.project, self.monitor.log(), self.monitor.states, number, self.by, self.time
        )
        self.sessions.append(session)
        return session

    @property
    def saved(self) -> list[ReviewSession]:
        """The sessions of which something is on disk."""
        return [session for session in self.sessions if session.path]

    def flags(self, number: int, flags: ReviewFlags) -> None:
        """Answer by flags; raises UsageError."""
        by_flags(self.open_session(number), flags, self.monitor.log())

    def reopen(self, number: int) -> None:
        """Reopen a record without more words; raises UsageError."""
        reopen(self.open_session(number), self.monitor.log())

    def one(self, number: int, mark: str | None = None) -> int:
        """Ask a person about one record, or its condition of a letter, in whatever state; returns the exit code.

        Raises UsageError where no condition has that letter.
        """
        session = self.open_session(number)
        return self._talk(iter([(session, (*ASKED, "waiting"), "")]), mark and mark_of(session, mark, mark))

    def all(self) -> int:
        """Ask a person about every record that is met or due, then unknown; returns the exit code."""
        waiting = list(self._pressing())
        if not waiting:
            click.echo("nothing is met, due or unknown; `adr-gen review N` looks at a record all the same")
            return 0
        places = ((entry, f"{number} of {len(waiting)}") for number, entry in enumerate(waiting, start=1))
        return self._talk((self.open_session(entry.record.number), ASKED, place) for entry, place in places)

    def put_off(self, day: date, note: str | None, *, dry: bool) -> None:
        """Put off whatever is due, with one review for each record; a dry run writes none."""
        for entry in self._pressing():
            if "due" not in (entry.state, *(line.state for line in entry.lines)):
                continue
            session = self.open_session(entry.record.number)
            session.put_off(day)
            if note:
                session.note(note)
            if not dry:
                session.save()

    def _pressing(self) -> Iterator[BoardEntry]:
        """The entries to ask about; what is being decided anew, or shares its number, is left out and said so."""
        log, states = self.monitor.log(), self.monitor.states
        for entry in entries(log, states):
            number = entry.record.number
            if states.strongest(entry.record) not in ASKED:
                continue
            if entry.state == "reopened":
                research = states.reopened[entry.record.path]
                click.echo(f"left out: {entry.record.id} is open again in {research}", err=True)
            elif len([record for record in log.records if record.number == number]) > 1:
                click.echo(f"left out: {entry.record.path} shares its number; run `adr-gen renumber`", err=True)
            else:
                yield entry

    def _talk(self, asked: Iterator[tuple[ReviewSession, tuple[State, ...], str]], mark: str | None = None) -> int:
        talk = Prompt()
        try:
            with quit_on_signals(), talk:
                for session, states, place in asked:
                    questions = ReviewQuestions(talk, session, self.monitor.log())
                    questions.ask_one(mark) if mark else questions.ask(states, place)
        except Quit as left:
            talk.say(f"\n{_stopped(self.saved)}")
            return left.code
        talk.say()
        return 0


def _stopped(sessions: list[ReviewSession]) -> str:
    """What became of the answers of a person who stopped, in a sentence."""
    if not sessions:
        return "You stopped before an answer, so nothing was written."
    parts = [f"{terminal.count(session.answered, 'answer')} for {session.record.id}" for session in sessions]
    return f"You stopped; written: {', '.join(parts)}."


def report_lines(run: ReviewRun, as_json: bool) -> Iterator[str]:
    """A line for each review that was written, with what comes next, and one for each research file; or JSON."""
    if as_json:
        yield terminal.as_json([review_json(session) for session in run.saved])
        return
    for session in run.saved:
        yield f"{session.path}: {outlook(session)}"
        if session.research:
            yield authoring.next_step(session.research)


def dry_lines(run: ReviewRun, as_json: bool) -> Iterator[str]:
    """Each review that would be written, with its content; or JSON."""
    if as_json:
        yield terminal.as_json([review_json(session) for session in run.sessions])
        return
    for path, text in (session.file() for session in run.sessions):
        yield f"{path}: would be written"
        yield from (f"    {terminal.safe(line)}" for line in text.splitlines())


def nothing_due(run: ReviewRun) -> str:
    """That there was nothing to put off; what has come true is not put off."""
    states = map(run.monitor.states.of_record, run.monitor.log().records)
    met = sum(state == "met" for state in states)
    return f"nothing is due; {met} met, which `adr-gen review` asks about" if met else "nothing is due"


def review_json(session: ReviewSession) -> dict[str, Any]:
    """One review for other programs; every key is always there."""
    review = asdict(session.review)
    review["cleared"] = [number for number, _ in session.review.cleared]
    return {
        "path": session.path or session.file()[0],
        "research": session.research or None,
        **{k: v for k, v in review.items() if k != "path"},
    }
