"""The questions about one research file: what is shown of it, and the answer that the keys give."""

from collections.abc import Callable
from dataclasses import replace
from enum import Enum, auto
from typing import TypeVar

import click

from ...errors import UsageError
from ...markdown import Document
from ...reading.candidates import verdict_candidates
from ...reading.candidates.candidates import Candidate
from ...reading.candidates.trimmed_wording import condition_at, qualifier_of
from ...reading.candidates.verdict_candidates import tells_more
from ...records.paragraph_text import plain
from ..terminal.prompt import Choice, Prompt, Quit
from . import screen
from .answer import ENDED, STATUSES, DecisionVerb, ResearchAnswer, decision_of
from .condition_questions import Back, ConditionQuestions
from .flags import at_line
from .keys import CONDITIONS, ENDS, KEEP, LEAVES, LINE, PICK, TICK, VERDICTS, numbered
from .queue import OpenResearch, QueuedResearch
from .run import ASLEEP, DecideRun, outcome, problems, sleeps, verdict_line

T = TypeVar("T")
UNCLEAR = "which: a, r, d or p?"
"""Asked of a picked sentence that gives Enter no meaning."""
TICKED = "conditions changed: a, r, d or p?"
"""Asked where Enter would leave what was ticked."""

LONG = 3
"""Lines of a verdict that is repeated once it is written."""


class Next(Enum):
    """Where to go from a file."""

    ON = auto()
    BACK = auto()
    AGAIN = auto()


class DecideQuestions:
    """Asks about one file, and writes the answer at once."""

    def __init__(
        self, talk: Prompt, run: DecideRun, one: OpenResearch, earlier: "DecideQuestions | None" = None
    ) -> None:
        self.talk, self.run, self.one = talk, run, one
        self.picked: Candidate | None = None
        self.settled = False
        """Whether all of it was answered: Enter leaves it so until something changes."""
        read = tuple(dict.fromkeys(trigger.text for trigger in one.reading.conditions.triggers))
        blockers = tuple(dict.fromkeys(blocker.text for blocker in one.reading.blockers))
        first = len(one.verdicts) + 1
        self.conditions = ConditionQuestions(talk, first, read, one.conditions, blockers, run.depends_on)
        if earlier:
            self._resume(earlier)

    def ask(self, place: str) -> Next:
        """Show the file, take the decision and its conditions, and write them; says where to go. Raises Quit.

        Without a place its head is shown already.
        """
        if place:
            screen.head(self.talk, place, QueuedResearch(self.one.path, self.one.title, self.one.reading.date))
        self._show()
        key, warned = self.talk.choose(self._choices(), *self._enter()), False
        while key.isdecimal() or key in ("c", "l") or (key == "a" and not warned and self._ended()):
            self.settled = False
            if key.isdecimal():
                self._number(int(key))
            elif key == "a":
                warned = True
            else:
                (self._verdict_line if key == "l" else self._conditions)()
            key = self.talk.choose(self._choices(), *self._enter(), again=True)
        ends: dict[str, Callable[[], Next]] = {
            "b": lambda: Next.BACK,
            "s": lambda: Next.ON,
            "e": self._edit,
            "n": lambda: self._write(ResearchAnswer(left_out=True)),
        }
        return ends[key]() if key in ends else self._decided(VERDICTS[key][0] if key != "k" else None)

    def _ended(self) -> bool:
        """Whether the file says that it has ended and nobody picked another sentence; says so."""
        says = next((one for one in self.one.verdicts if one.status in ENDED), None)
        if says is None or self.picked:
            return False
        self.talk.wrapped(f"line {says.line} says “{plain(says.text)}”; a again accepts it all the same", fg="red")
        return True

    def _resume(self, earlier: "DecideQuestions") -> None:
        """Begin as these questions were left when the file was on the screen before."""
        self.conditions.resume(earlier.conditions)
        if earlier.one.text == self.one.text or earlier.picked in self.one.verdicts:
            self.picked, self.settled = earlier.picked, earlier.settled

    def _number(self, number: int) -> None:
        """Take a sentence as the verdict, or no more if it is; or change the tick of a condition."""
        if number > len(self.one.verdicts):
            self.conditions.change(number)
        elif self.picked == self.one.verdicts[number - 1]:
            self.picked = None
            self.talk.wrapped("no sentence is picked", fg="cyan")
        else:
            self._pick(self.one.verdicts[number - 1])

    def _verdict_line(self) -> None:
        """Take the sentence of a line that is asked for as the verdict."""
        if found := self._at_line("Line", verdict_candidates.at_line):
            self._pick(next((one for one in self.one.verdicts if one.text == found.text), found))

    def _conditions(self) -> None:
        """Show all conditions whole; who has seen them names another one by its line."""
        if not self.conditions.shown_whole:
            self.conditions.list_whole()
        elif found := self._at_line("Line of a condition", condition_at):
            self.conditions.name(found)

    def _at_line(self, question: str, take: Callable[[Document, int], T | None]) -> T | None:
        """What stands at a line that is asked for until it holds something; None if no line is named."""
        while reply := self.talk.ask(question):
            try:
                return at_line(self.one, "line", int(reply), take)
            except ValueError:
                self.talk.wrapped(f"{reply!r} is no number; write that of a line", fg="red")
            except UsageError as error:
                self.talk.wrapped(str(error), fg="red")
        return None

    def _pick(self, candidate: Candidate) -> None:
        self.picked = candidate
        self.talk.wrapped(f"verdict: {plain(candidate.text)}", fg="cyan")

    def _sentence(self, decision: DecisionVerb) -> Candidate | None:
        """The sentence that goes with a decision: the picked one, else the first that says it, a bare status last."""
        says = [one for one in self.one.verdicts if decision_of(one.status) == decision]
        return self.picked or next(iter(sorted(says, key=lambda one: not tells_more(one))), None)

    def _named(self, sentence: Candidate | None) -> str:
        """A sentence as the menu names it: by its number, else by its line."""
        if sentence is None:
            return ""
        shown = self.one.verdicts
        return str(shown.index(sentence) + 1) if sentence in shown else f"line {sentence.line}"

    def _choices(self) -> dict[str, Choice]:
        named = {key: self._named(self._sentence(decision)) for key, (decision, _) in VERDICTS.items()}
        return {
            **{key: replace(choice, sentence=named[key]) for key, (_, choice) in VERDICTS.items()},
            **({"k": KEEP} if self.one.reading.verdict else {}),
            **ENDS,
            **numbered([*range(1, len(self.one.verdicts) + 1)], PICK),
            **numbered([*self.conditions.on_screen], TICK),
            "c": CONDITIONS,
            "l": LINE,
            **LEAVES,
        }  # fmt: skip

    def _enter(self) -> tuple[str, str]:
        """What Enter means, and the words for it: to skip, of a picked sentence its decision; nothing if it says none."""
        if self.picked is None or self.settled:
            return ("", TICKED) if self.conditions.changed and not self.settled else ("s", "")
        its = decision_of(self.picked.status)
        key = next((key for key, (decision, _) in VERDICTS.items() if decision == its), "")
        others = " ".join(other for other in VERDICTS if other != key)
        return (key, f"Enter: {its}, or {others}") if key else ("", UNCLEAR)

    def _show(self) -> None:
        screen.candidates(self.talk, self.one)
        self.conditions.show()
        if self.picked:
            self._pick(self.picked)
        self.talk.say()

    def _decided(self, decision: DecisionVerb | None) -> Next:
        """Ask for the checks of its new conditions and write it; who quits there has decided all the same."""
        left: Quit | None = None
        try:
            self.conditions.notice()
        except Back:
            return Next.AGAIN
        except Quit as quits:
            left = quits
        step = self._write(self._answer(decision))
        if left:
            raise left
        return step

    def _answer(self, decision: DecisionVerb | None) -> ResearchAnswer:
        """The whole answer: the sentence that goes with the decision is the verdict in one line."""
        sentence = self._sentence(decision) if decision else self.picked
        verdict = sentence.text if sentence else ""
        limit = qualifier_of(self.one.document, verdict, STATUSES[decision]) if decision else ""
        return ResearchAnswer(
            decision,
            verdict=verdict,
            qualifier=limit,
            conditions=self.conditions.added,
            unticked=self.conditions.unticked,
            unblocked=self.conditions.unblocked,
        )

    def _write(self, answer: ResearchAnswer) -> Next:
        try:
            after = self.run.answer(self.one, answer)
        except UsageError as error:
            self.talk.wrapped(f"Not written: {error}", fg="red")
            return Next.AGAIN
        self.settled = True
        self.talk.say(f"    {outcome(after)}")
        self.talk.wrapped(verdict_line(after), most=LONG, dim=True)
        for problem in problems(after):
            self.talk.wrapped(problem, fg="red")
        if sleeps(after):
            self.talk.wrapped(f"{ASLEEP} (c names one by its line)", fg="yellow")
        return Next.ON

    def _edit(self) -> Next:
        place = self.run.project.root / self.one.path
        self.talk.release()
        try:
            click.edit(filename=str(place))
        except click.ClickException as error:
            self.talk.wrapped(error.format_message(), fg="red")
        return Next.AGAIN
