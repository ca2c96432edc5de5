"""The questions about what a research file waits for: which texts are conditions or blockers, and how one would notice one."""

from collections.abc import Callable, Container

from ... import checks
from ...reading.candidates.candidates import Candidate
from ...reading.candidates.condition_candidates import from_its_clause
from ...reading.hints.check_suggestions import offers, with_check
from ...records.paragraph_text import plain
from ..terminal.lines import columns, columns_of, drawn
from ..terminal.prompt import Choice, Prompt

NOTICE = {
    "w": Choice("write", "a check of your own, such as `2027-03-01` or `dep:redis`"),
    "s": Choice("skip", "no check: somebody looks"),
    "b": Choice("back", "to the decision of this file; nothing of it is written yet"),
}
READ, OFFERED = 3, 2
"""Conditions on the screen at most, of those that were read and of the candidates: all of them are behind a key."""
LAST = 9
"""The highest number that is one key."""
BLOCKER = "blocker: "
"""Begins a blocker among the conditions."""
BRIEF = 60
"""Columns of a condition that was read: who has read the file knows it by its beginning."""


class Back(Exception):
    """The person goes back to the decision."""


class ConditionQuestions:
    """Asks which texts are conditions and blockers, numbered from `first`: what was read has a tick, candidates none."""

    def __init__(
        self,
        talk: Prompt,
        first: int,
        read: tuple[str, ...],
        candidates: tuple[Candidate, ...],
        blockers: tuple[str, ...],
        known: Callable[[str], bool],
    ) -> None:
        self.talk, self.first, self.read, self.known = talk, first, read, known
        offered = [candidate.text for candidate in candidates]
        self.blockers = tuple(text for text in blockers if text not in {*read, *offered})
        brief = (*read[:READ], *offered[:OFFERED], *self.blockers)
        self.texts = (*brief, *read[READ:], *offered[OFFERED:])
        self.on_screen = self._numbered(0, min(len(brief), LAST + 1 - first))
        self._next = 0
        """Where the texts begin that are shown whole next."""
        self._ticked = {*read, *self.blockers}
        self._listed = False
        self._named: list[str] = []
        """Conditions that were named by their lines."""
        self._checks: dict[str, str] = {}

    @property
    def added(self) -> tuple[str, ...]:
        """The new conditions, each with the check that was chosen for it."""
        return tuple(self._checks.get(text, text) for text in self._new)

    @property
    def unticked(self) -> tuple[str, ...]:
        """Those that were read and are none."""
        return tuple(text for text in self.read if text not in self._ticked)

    @property
    def unblocked(self) -> tuple[str, ...]:
        """The blockers that were read and are none."""
        return tuple(text for text in self.blockers if text not in self._ticked)

    @property
    def changed(self) -> bool:
        """Whether a tick is not as it was read."""
        return self._ticked != {*self.read, *self.blockers}

    @property
    def shown_whole(self) -> bool:
        """Whether all of them were listed whole, or there are none."""
        return not self.texts or (self._listed and self._next == 0)

    @property
    def _new(self) -> list[str]:
        known = {*self.read, *self.blockers}
        return [text for text in self.texts if text in self._ticked and text not in known]

    def resume(self, earlier: "ConditionQuestions") -> None:
        """Take over the ticks that the same texts had when they were asked about before."""
        self._ticked = {text for text in self.texts if text in (earlier if text in earlier.texts else self)._ticked}
        self._listed = earlier._listed
        for text in earlier._named:
            if text in earlier._ticked:
                self._add(text)

    def show(self, whole: Container[int] = ()) -> None:
        """Those on the screen with their numbers and ticks, each on a line or `whole`."""
        for number, text in self.on_screen.items():
            head = f"{number:>2} [{'x' if text in self._ticked else ' '}] "
            if text in self.blockers:
                self.talk.wrapped(f"{BLOCKER}{plain(text)}", head, most=None if number in whole else 1, dim=True)
            elif number in whole:
                self.talk.wrapped(plain(text), head)
            elif text in self.read:
                self.talk.wrapped(plain(text), head, most=1, width=BRIEF)
            else:
                clause = plain(from_its_clause(text))
                cut = clause != plain(text) and columns_of(head + plain(text)) > columns()
                self.talk.wrapped(f"{drawn('…', '...')} {clause}" if cut else plain(text), head, most=1)
        if hidden := set(self.texts) - set(self.on_screen.values()):
            ticked = f", {len(hidden & self._ticked)} ticked" if hidden & self._ticked else ""
            self.talk.wrapped(f"{len(hidden)} more{ticked}: c", "   ", dim=True)

    def change(self, number: int) -> None:
        """Change the tick of a text, and show it whole among the others."""
        self._ticked ^= {self.on_screen[number]}
        self.show(whole=(number,))

    def list_whole(self) -> None:
        """Show all of them whole, or as many as have a number that is one key: the next ones each time."""
        self._listed = True
        self.on_screen = self._numbered(self._next, LAST + 1 - self.first)
        self._next += len(self.on_screen)
        if self._next == len(self.texts):
            self._next = 0
        self.show(whole=self.on_screen)
        if self.shown_whole:
            self.talk.wrapped("another, by its line: c", "   ", dim=True)

    def name(self, text: str) -> None:
        """Tick a condition that somebody names, and show it whole among the others."""
        self.show(whole=(self._add(text),))

    def _add(self, text: str) -> int:
        """The number of a condition that is ticked now; one that is not on the screen comes behind the others."""
        self._ticked |= {text}
        if text not in self.texts:
            self.texts = (*self.texts, text)
            self._named.append(text)
        if text not in self.on_screen.values():
            self.on_screen[min(max(self.on_screen, default=self.first - 1) + 1, LAST)] = text
        return next(number for number, shown in self.on_screen.items() if shown == text)

    def notice(self) -> None:
        """Ask for each new condition by which check one would notice it. Raises Back and Quit.

        Where no check fits its words, only who looked at all of them is asked.
        """
        for text in self._new:
            if (offered := offers(text, self.known)) or self._listed:
                self._checks[text] = self._noticed(text, offered)

    def _numbered(self, start: int, most: int) -> dict[int, str]:
        """So many texts under their keys, from one on."""
        return dict(enumerate(self.texts[start : start + most], start=self.first))

    def _noticed(self, text: str, offered: tuple[str, ...]) -> str:
        """A condition with the check that is chosen or written for it."""
        self.talk.say()
        self.talk.wrapped(plain(text))
        choices = {str(number): Choice(token, f"`{token}`") for number, token in enumerate(offered, start=1)} | NOTICE
        again = False
        while (key := self.talk.choose(choices, "s", "How would we notice? Enter: somebody looks", again=again)) == "w":
            if token := self._written():
                return with_check(text, token)
            again = True
        if key == "b":
            raise Back
        return text if key == "s" else with_check(text, choices[key].word)

    def _written(self) -> str:
        """A check that is understood, as a person writes it; empty for none."""
        while token := self.talk.ask("Check, such as `2027-03-01` or `dep:redis`").strip("`"):
            try:
                checks.parse(token)
            except checks.TokenError as error:
                self.talk.wrapped(str(error))
            else:
                return token
        return ""
