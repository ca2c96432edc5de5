"""The questions about one research file: what is shown of it, and the answer that the keys give."""

from collections.abc import Callable
from enum import Enum, auto

import click

from ...errors import UsageError
from ...reading.candidates import Candidate
from ...reading.trimmed_wording import qualifier_of
from ...reading.verdict_candidates import tells_more
from ..review.prompt import Choice, Prompt, Quit
from ..review.questions import rule
from .answer import STATUSES, Answer, Decision
from .condition_questions import Back, ConditionQuestions
from .queue import Open
from .run import Run, outcome, verdict_line

VERDICTS: dict[str, tuple[Decision, Choice]] = {
    "a": ("accept", Choice("accept", "the answer is yes")),
    "r": ("reject", Choice("reject", "the answer is no")),
    "d": ("defer", Choice("defer", "not now; say below when to look again")),
    "p": ("propose", Choice("propose", "somebody still has to agree")),
}
KEEP = Choice("keep", "the decision stays as it was read; go on to the conditions")
PICKS = {
    "1": Choice("first", "the first sentence above is the verdict in one line"),
    "2": Choice("second", "the second sentence is"),
    "3": Choice("third", "the third sentence is"),
}
ENDS = {
    "n": Choice("nothing", "no decision here: `adr: false`, and it does not come again"),
    "e": Choice("edit", "open the file in your editor"),
    "s": Choice("skip", "leave it as it is; it comes again next time"),
    "b": Choice("back", "to the file before"),
}

UNCLEAR = "this sentence says no decision: a, r, d or p?"
"""Asked of a picked sentence that gives Enter no meaning."""

LINES = 2
"""Lines of the best candidate that are shown, of others one: who has read the file knows a sentence by its beginning."""


class Next(Enum):
    """Where to go from a file."""

    ON = auto()
    BACK = auto()
    AGAIN = auto()


class Questions:
    """Asks about one file, and writes the answer at once."""

    def __init__(self, talk: Prompt, run: Run, one: Open) -> None:
        self.talk, self.run, self.one = talk, run, one
        self.picked: Candidate | None = None
        read = tuple(dict.fromkeys(trigger.text for trigger in one.reading.conditions.triggers))
        self.conditions = ConditionQuestions(talk, len(one.verdicts) + 1, read, one.conditions, run.depends_on)

    def ask(self, place: str) -> Next:
        """Show the file, take the decision and its conditions, and write them; says where to go. Raises Quit."""
        self._show(place)
        while True:
            key = self.talk.choose(self._choices(), *self._enter())
            if key.isdigit():
                self.picked = self.one.verdicts[int(key) - 1]
                self.talk.wrapped(f"verdict: {self.picked.text}", fg="cyan")
                continue
            ends: dict[str, Callable[[], Next]] = {
                "b": lambda: Next.BACK,
                "s": lambda: Next.ON,
                "e": self._edit,
                "n": lambda: self._write(Answer(left_out=True)),
            }
            return ends[key]() if key in ends else self._decided(VERDICTS[key][0] if key != "k" else None)

    def _choices(self) -> dict[str, Choice]:
        picks = dict(zip(PICKS, self.one.verdicts, strict=False))
        return {
            **{key: choice for key, (_, choice) in VERDICTS.items()},
            **({"k": KEEP} if self.one.reading.verdict else {}),
            **{key: PICKS[key] for key in picks},
            **ENDS,
        }  # fmt: skip

    def _enter(self) -> tuple[str, str]:
        """What Enter means, and the words for it: to skip, of a picked sentence its decision; nothing if it says none."""
        if self.picked is None:
            return "s", ""
        its = (key for key, (decision, _) in VERDICTS.items() if STATUSES[decision] == self.picked.status)
        return next(((key, f"Enter: {VERDICTS[key][0]}") for key in its), ("", UNCLEAR))

    def _show(self, place: str) -> None:
        one, talk = self.one, self.talk
        talk.say(f"\n{rule(f'── {place} ')}")
        talk.wrapped(one.title, "", bold=True)
        talk.wrapped(", ".join(filter(None, [one.path, one.reading.date])), "", dim=True)
        talk.wrapped(one.why, "", most=1)
        for note in one.reading.notes:
            if note.field == "status" and note.rule == "front-matter" and not note.taken:
                # behind the semicolon stands what to write, for who edits by hand
                talk.wrapped(f"line {note.line}, {note.text}: {note.why.partition(';')[0]}", "", most=1)
        talk.say()
        for number, candidate in enumerate(one.verdicts, start=1):
            self._candidate(number, candidate)
        if not (one.verdicts or one.reading.verdict):
            talk.wrapped("No sentence of it looks like a verdict; your key decides it all the same.", "", dim=True)
        self.conditions.show()
        for blocker in one.reading.blockers:
            talk.wrapped(blocker.text, "   blocker: ", " " * 7, most=1, dim=True)
        talk.say()

    def _candidate(self, number: int, candidate: Candidate) -> None:
        says = f", {candidate.status}" if candidate.status else ""
        head = f"{number:>2} line {candidate.line}{says}: "
        self.talk.wrapped(candidate.text, head, " " * 7, most=LINES if number == 1 else 1)

    def _decided(self, decision: Decision | None) -> Next:
        """Ask for the conditions of a decision and write both; who quits there has decided all the same."""
        left: Quit | None = None
        try:
            self.conditions.ask()
        except Back:
            return Next.AGAIN
        except Quit as quits:
            left = quits
        step = self._write(self._answer(decision))
        if left:
            raise left
        return step

    def _answer(self, decision: Decision | None) -> Answer:
        """The whole answer: the picked sentence, else the first one if it says this decision, is the verdict in one line."""
        first = (c for c in self.one.verdicts[:1] if decision and c.status == STATUSES[decision] and tells_more(c))
        chosen = self.picked or next(first, None)
        verdict = chosen.text if chosen else ""
        limit = qualifier_of(self.one.document, verdict, STATUSES[decision]) if decision else ""
        return Answer(
            decision,
            verdict=verdict,
            qualifier=limit,
            conditions=tuple(self.conditions.added),
            unticked=tuple(self.conditions.unticked),
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
        try:
            click.edit(filename=str(place))
        except click.ClickException as error:
            self.talk.wrapped(error.format_message(), fg="red")
        return Next.AGAIN
