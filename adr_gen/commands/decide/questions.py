"""The questions about one research file: what is shown of it, and the answer that the keys give."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import Enum, auto

import click

from ...errors import UsageError
from ...model import Status
from ...reading.candidates.candidates import Candidate
from ...reading.candidates.trimmed_wording import qualifier_of
from ...reading.candidates.verdict_candidates import tells_more
from ..review.prompt import Choice, Prompt, Quit, columns, wrapped
from ..review.questions import rule
from ..terminal import COLOURS
from .answer import STATUSES, Answer, Decision
from .condition_questions import BRIEF, Back, ConditionQuestions
from .queue import Open, Waiting
from .run import Run, outcome, verdict_line

VERDICTS: dict[str, tuple[Decision, Choice]] = {
    "a": ("accept", Choice("accept", "the answer is yes")),
    "r": ("reject", Choice("reject", "the answer is no")),
    "d": ("defer", Choice("defer", "not now; what is ticked says when to look again")),
    "p": ("propose", Choice("propose", "somebody still has to agree")),
}
KEEP = Choice("keep", "the decision stays as it was read; conditions are as ticked")
PICK = Choice("verdict", "this sentence is the verdict in one line whatever the decision, and is shown whole")
TICK = Choice("tick", "this is a condition to look again, or none; it is shown whole")
CONDITIONS = Choice("conditions", "all of them whole, ticked by their numbers")
ENDS = {
    "n": Choice("nothing", "no decision here: `adr: false`, and it does not come again"),
    "e": Choice("edit", "open the file in your editor"),
    "s": Choice("skip", "leave it as it is; it comes again next time"),
    "b": Choice("back", "to the file before"),
}

UNCLEAR = "this sentence says no decision: a, r, d or p?"
"""Asked of a picked sentence that gives Enter no meaning."""
TICKED = "conditions changed: a, r, d or p?"
"""Asked where Enter would leave what was ticked."""

LINES = 2
"""Lines of the best candidate that are shown, of others one: who has read the file knows a sentence by its beginning."""


class Next(Enum):
    """Where to go from a file."""

    ON = auto()
    BACK = auto()
    AGAIN = auto()


def head(talk: Prompt, place: str, one: Waiting) -> None:
    """Say which file comes."""
    talk.say(f"\n{rule(f'── {place} ')}")
    talk.wrapped(one.title or one.path, "", bold=True)
    talk.wrapped(", ".join(filter(None, [one.path, one.date])), "", dim=True)


def _numbered(numbers: Sequence[int], choice: Choice) -> dict[str, Choice]:
    """One choice for all numbers: `2-4`."""
    return {f"{numbers[0]}-{numbers[-1]}" if len(numbers) > 1 else f"{numbers[0]}": choice} if numbers else {}


class Questions:
    """Asks about one file, and writes the answer at once."""

    def __init__(self, talk: Prompt, run: Run, one: Open) -> None:
        self.talk, self.run, self.one = talk, run, one
        self.picked: int | None = None
        read = tuple(dict.fromkeys(trigger.text for trigger in one.reading.conditions.triggers))
        self.conditions = ConditionQuestions(talk, len(one.verdicts) + 1, read, one.conditions, run.depends_on)

    def ask(self, place: str) -> Next:
        """Show the file, take the decision and its conditions, and write them; says where to go. Raises Quit.

        Without a place its head is shown already.
        """
        if place:
            head(self.talk, place, Waiting(self.one.path, self.one.title, self.one.reading.date))
        self._show()
        key = self.talk.choose(self._choices(), *self._enter())
        while key.isdecimal() or key == "c":
            if key == "c":
                self.conditions.choose()
            else:
                self._number(int(key))
            key = self.talk.choose(self._choices(), *self._enter(), again=True)
        ends: dict[str, Callable[[], Next]] = {
            "b": lambda: Next.BACK,
            "s": lambda: Next.ON,
            "e": self._edit,
            "n": lambda: self._write(Answer(left_out=True)),
        }
        return ends[key]() if key in ends else self._decided(VERDICTS[key][0] if key != "k" else None)

    def _number(self, number: int) -> None:
        """Take a sentence as the verdict, or change the tick of a condition."""
        if number > len(self.one.verdicts):
            self.conditions.change(number)
            return
        self.picked = number
        self.talk.wrapped(f"verdict: {self.one.verdicts[number - 1].text}", fg="cyan")

    def _sentence(self, decision: Decision) -> int | None:
        """The number of the sentence that goes with a decision: the picked one, else the first that says it."""
        its = (
            number
            for number, candidate in enumerate(self.one.verdicts, start=1)
            if candidate.status == STATUSES[decision] and tells_more(candidate)
        )
        return self.picked or next(its, None)

    def _choices(self) -> dict[str, Choice]:
        return {
            **{key: replace(choice, sentence=self._sentence(decision)) for key, (decision, choice) in VERDICTS.items()},
            **({"k": KEEP} if self.one.reading.verdict else {}),
            **_numbered(range(1, len(self.one.verdicts) + 1), PICK),
            **_numbered(self.conditions.on_screen, TICK),
            **({"c": CONDITIONS} if self.conditions.texts else {}),
            **ENDS,
        }  # fmt: skip

    def _enter(self) -> tuple[str, str]:
        """What Enter means, and the words for it: to skip, of a picked sentence its decision; nothing if it says none."""
        if self.picked is None:
            return ("", TICKED) if self.conditions.changed else ("s", "")
        says = self.one.verdicts[self.picked - 1].status
        its = (key for key, (decision, _) in VERDICTS.items() if STATUSES[decision] == says)
        return next(((key, f"Enter: {VERDICTS[key][0]}") for key in its), ("", UNCLEAR))

    def _show(self) -> None:
        one, talk = self.one, self.talk
        talk.wrapped(one.why, "", most=1)
        for note in one.reading.notes:
            if note.field == "status" and note.rule == "front-matter" and not note.taken:
                # behind the semicolon stands what to write, for who edits by hand
                talk.wrapped(f"line {note.line}, {note.text}: {note.why.partition(';')[0]}", "", most=1)
        talk.say()
        for number, candidate in enumerate(one.verdicts, start=1):
            self._candidate(number, candidate, {other.status for other in one.verdicts[: number - 1]})
        if not (one.verdicts or one.reading.verdict):
            talk.wrapped("No sentence of it looks like a verdict; your key decides it all the same.", "", dim=True)
        self.conditions.show()
        for blocker in one.reading.blockers:
            talk.wrapped(blocker.text, "   blocker: ", " " * 7, most=1, dim=True)
        talk.say()

    def _candidate(self, number: int, candidate: Candidate, above: set[Status | None]) -> None:
        """A sentence that may be the verdict, brief where one above says the same."""
        status = candidate.status or ""
        head = f"{number:>2} line {candidate.line}{', ' * bool(status)}{status}: "
        width = BRIEF if candidate.status in above else columns()
        lines = wrapped(candidate.text, head, " " * 7, LINES if number == 1 else 1, min(width, columns()))
        coloured = click.style(status, fg=COLOURS.get(status), bold=True)
        self.talk.say("\n".join([lines[0].replace(status, coloured, bool(status)), *lines[1:]]))

    def _decided(self, decision: Decision | None) -> Next:
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

    def _answer(self, decision: Decision | None) -> Answer:
        """The whole answer: the sentence that goes with the decision is the verdict in one line."""
        number = self._sentence(decision) if decision else self.picked
        verdict = self.one.verdicts[number - 1].text if number else ""
        limit = qualifier_of(self.one.document, verdict, STATUSES[decision]) if decision else ""
        return Answer(
            decision,
            verdict=verdict,
            qualifier=limit,
            conditions=self.conditions.added,
            unticked=self.conditions.unticked,
        )

    def _write(self, answer: Answer) -> Next:
        try:
            after = self.run.answer(self.one, answer)
        except UsageError as error:
            self.talk.wrapped(f"Not written: {error}", fg="red")
            return Next.AGAIN
        self.talk.say(f"    {outcome(after)}")
        self.talk.wrapped(verdict_line(after), dim=True)
        return Next.ON

    def _edit(self) -> Next:
        place = self.run.project.root / self.one.path
        self.talk.release()
        try:
            click.edit(filename=str(place))
        except click.ClickException as error:
            self.talk.wrapped(error.format_message(), fg="red")
        return Next.AGAIN
