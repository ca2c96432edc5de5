"""The questions of a review: what is asked about one record, and what is shown with each question."""

import re
from collections.abc import Callable
from datetime import date

import click

from ...board import ALL_OF, observation_text
from ...errors import UsageError
from ...log import Log
from ...model import Observation, Result, State, Trigger
from ...monitor import open_again
from ...records import Record
from ...records.paragraph_text import for_terminal
from ...revisit.combined_checks import combined
from .. import terminal
from ..arguments import when
from ..reopen import reopen
from ..terminal.lines import columns, drawn
from ..terminal.prompt import Choice, Prompt, Quit
from .session import ReviewSession, default_next_look

NOTE = Choice("note", "a word about this look at the whole record")
SKIP = Choice("skip", "say nothing about it now")
ANSWERS = {
    "w": Choice("waiting", "it has not come true; ask again when it is due"),
    "m": Choice("met", "it has come true; it stays on the board until you reaffirm or reopen the decision"),
    "v": Choice("never", "it cannot come true any more; stop watching it"),
    "z": Choice("snooze", "still waiting, and do not ask before a day that you name"),
    "s": SKIP,
    "e": Choice("evidence", "what shows it, in words or as an address; goes with your answer"),
    "n": NOTE,
}
RESULTS: dict[str, Result] = {"w": "waiting", "m": "met", "v": "never"}
GONE = {
    "y": Choice("yes", "it no longer stands in the way"),
    "n": Choice("no", "it is still there"),
    "s": SKIP,
}
ENDS = {
    "r": Choice("reaffirm", "the decision holds; what is met or due counts as seen"),
    "o": Choice("reopen", "ask the question again, in a new research file that carries the old decision"),
    "s": Choice("skip", "neither; the record stays on the board as it is"),
    "n": NOTE,
}
SURE = {
    "y": Choice("yes", "write the research file, and a review that says so"),
    "n": Choice("no", "write nothing, and ask once more whether the decision holds"),
}
URL = re.compile(r"https?://[^\s<>()\[\]`\"]+[^\s<>()\[\]`\".,;:!?]")


class ReviewQuestions:
    """Asks about one record, and keeps each answer at once."""

    def __init__(self, talk: Prompt, session: ReviewSession, log: Log) -> None:
        self.prompt, self.session, self.log = talk, session, log

    def ask(self, asked: tuple[State, ...], place: str) -> None:
        """Ask about the conditions in one of the states `asked`, the open blockers, and the record. Raises Quit."""
        self._heading(place)
        for mark, judged in self.session.judged.items():
            if judged.state in asked:
                self._condition(mark)
        for number, blocker in self.session.blockers.items():
            self._blocker(number, blocker.text)
        self._record()

    def ask_one(self, mark: str) -> None:
        """Ask about the condition of this letter, in whatever state it is, and about the record. Raises Quit."""
        self._heading("")
        self._condition(mark)
        self._record()

    def _heading(self, place: str) -> None:
        record, talk = self.session.record, self.prompt
        head = f"── {record.id}{f' · {place}' if place else ''} "
        talk.say(f"\n{rule(head)}")
        talk.wrapped(for_terminal(record.title), "", bold=True)
        talk.wrapped(decided(record), "")
        if address := self.session.project.address(record):
            talk.wrapped(address, "", dim=True)
        if record.conditions.logic == "all":
            talk.say(f"It waits for {ALL_OF}")

    def _condition(self, mark: str) -> None:
        trigger, judged = self.session.triggers[mark], self.session.judged[mark]
        word = "answered" if judged.acknowledged else judged.state
        state = click.style(word, fg=terminal.COLOURS.get(judged.state), bold=True)
        item = f"{trigger.item}: " if trigger.item else ""
        self.prompt.say(f"\n({mark}) {state}")
        self.prompt.wrapped(f"{item}{for_terminal(trigger.text)}")
        for name, text in self._known(mark, trigger, judged.observation):
            self.prompt.wrapped(text, f"    {name:<8}", " " * 12, dim=True)
        self._answered(mark)

    def _known(self, mark: str, trigger: Trigger, seen: Observation | None) -> list[tuple[str, str]]:
        """How one would notice, where to look, what would follow, and what was found last."""
        states, record = self.session.before, self.session.record
        answer = states.last_answer(record, trigger)
        last = observation_text(seen, states.as_of)
        earlier = observation_text(answer, states.as_of) if answer and answer != seen else ""
        return [
            ("notice", noticed(trigger)),
            *(("look at", address) for address in dict.fromkeys(URL.findall(trigger.sentence))),
            *([("then", trigger.consequence)] if trigger.consequence else []),
            ("found", last or "nothing yet: nobody has looked"),
            *([("said", f"{answer.result}: {earlier}" if answer.evidence else earlier)] if answer and earlier else []),
        ]

    def _answered(self, mark: str) -> None:
        evidence = ""
        try:
            while (key := self.prompt.choose(ANSWERS, "s")) != "s":
                if key == "e":
                    evidence = self.prompt.ask("Evidence") or evidence
                elif key == "n":
                    self._note()
                elif key != "z":
                    return self._answer(mark, RESULTS[key], None, evidence)
                elif until := self._day("Not before", ""):
                    return self._answer(mark, "waiting", until, evidence)
        except Quit:
            self._add_note(f"({mark}) {evidence}" if evidence else "")
            raise
        self._add_note(f"({mark}) {evidence}" if evidence else "")

    def _answer(self, mark: str, result: Result, until: date | None, evidence: str) -> None:
        self.session.answer(mark, result, until, evidence)
        self.session.save()

    def _note(self) -> None:
        self._add_note(self.prompt.ask("Note"))

    def _add_note(self, text: str) -> None:
        """Keep a text as a note: also evidence for what got no answer."""
        if text:
            self.session.note(text)
            self.session.save()

    def _day(self, question: str, usual_day: str) -> date | None:
        """A day to come; None for Enter where none is usual."""
        while reply := self.prompt.ask(f"{question} (2027-03-01, 2027-Q2, 3 months)", usual_day):
            try:
                return when(reply, self.session.before.as_of)
            except UsageError as error:
                self.prompt.wrapped(str(error))
        return None

    def _blocker(self, number: str, text: str) -> None:
        self.prompt.say(f"\n({number}) {click.style('in the way', bold=True)}")
        self.prompt.wrapped(for_terminal(text))
        self.prompt.say("    Is it gone?")
        if self.prompt.choose(GONE, "s") == "y":
            self.session.clear(number)
            self.session.save()

    def _record(self) -> None:
        record = self.session.record
        again = open_again(self.session.project, self.log).get(record.path)
        choices = {key: choice for key, choice in ENDS.items() if not (again and key == "o")}
        ends: dict[str, Callable[[], object]] = {"r": self._reaffirm, "o": self._reopen, "s": lambda: None}
        self.prompt.say(f"\n{click.style(f'Does {record.id} still hold?', bold=True)}")
        if again:
            self.prompt.wrapped(f"The question is open again in {again}.")
        while (key := self.prompt.choose(choices, "s")) == "n" or (key == "o" and not self._is_sure()):
            if key == "n":
                self._note()
        ends[key]()

    def _reaffirm(self) -> None:
        self.session.reaffirm(self._day("Next look", default_next_look(self.session).isoformat()))
        self.session.save()

    def _is_sure(self) -> bool:
        """Whether somebody means it: a key that was pressed by mistake would write two files."""
        self.prompt.say("    This writes a research file that asks the question again. Sure?")
        return self.prompt.choose(SURE, "n") == "y"

    def _reopen(self) -> None:
        try:
            reopen(self.session, self.log)
        except UsageError as error:
            self.prompt.wrapped(f"Not reopened: {error}", fg="red")


def rule(head: str) -> str:
    """A rule across the terminal that begins with some words."""
    return click.style(head.replace("──", drawn("──", "--")).ljust(columns(), drawn("─", "-")), fg="cyan")


def decided(record: Record) -> str:
    """The decision in a line."""
    qualifier = f" ({record.qualifier})" if record.qualifier else ""
    facts = ", ".join(filter(None, [f"{record.status or 'no status'}{qualifier}", record.date]))
    return f"{facts}: {record.verdict_text}" if record.verdict and not record.says_status_alone else facts


def noticed(trigger: Trigger) -> str:
    """How one would notice that it comes true: by the checks as a program understands them, or by looking."""
    parsed = combined(trigger)
    if parsed.faults:
        return f"nobody can: {parsed.faults[0].message}"
    checks = f" {'and' if parsed.together else 'or'} ".join(f"`{check}`" for check in parsed.checks)
    floors = ", ".join(f"`{floor}`" for floor in parsed.floors)
    people = "somebody has to look" if parsed.asks or not parsed.checks else ""
    return ", ".join(filter(None, [checks, people, floors]))
