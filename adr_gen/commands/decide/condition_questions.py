"""The questions about the conditions of one research file: which texts are some, and how one would notice a new one."""

from collections.abc import Callable
from itertools import chain

from ... import checks
from ...reading.candidates.candidates import Candidate
from ...reading.candidates.condition_candidates import from_its_clause
from ...reading.hints.check_suggestions import offers, with_check
from ..review.prompt import INDENT, Choice, Prompt, Quit, columns, drawn

LEAVING = {
    "b": Choice("back", "to the decision of this file; nothing of it is written yet"),
    "s": Choice("skip", "no more questions about conditions; what you have answered is kept"),
    "q": Choice("quit", "stop here; what you have answered is kept"),
}
HELP = ("?", "help")
READ, OFFERED = 3, 2
"""Conditions on the screen at most, of those that were read and of the candidates: all of them are behind a key."""
BRIEF = 60
"""Columns of a condition that was read: who has read the file knows it by its beginning."""


class Back(Exception):
    """The person goes back to the decision."""


class Skip(Exception):
    """The person answers no more about conditions."""


class ConditionQuestions:
    """Asks which texts are conditions, numbered from `first`: those that were read have a tick, candidates none."""

    def __init__(
        self,
        talk: Prompt,
        first: int,
        read: tuple[str, ...],
        candidates: tuple[Candidate, ...],
        known: Callable[[str], bool],
    ) -> None:
        self.talk, self.read, self.known = talk, read, known
        offered = [candidate.text for candidate in candidates]
        ordered = chain(read[:READ], offered[:OFFERED], read[READ:], offered[OFFERED:])
        self.texts = dict(enumerate(ordered, start=first))
        self.on_screen = range(first, first + len(read[:READ]) + len(offered[:OFFERED]))
        self._ticked = set(read)
        self._listed = False
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
    def changed(self) -> bool:
        """Whether a tick is not as it was read."""
        return self._ticked != set(self.read)

    @property
    def _new(self) -> list[str]:
        return [text for text in self.texts.values() if text in self._ticked and text not in self.read]

    def show(self) -> None:
        """The first of them, each on a line with its number and whether it has a tick."""
        for number in self.on_screen:
            text, head = self.texts[number], self._head(number)
            if text in self.read:
                self.talk.wrapped(text, head, most=1, width=BRIEF)
            else:
                clause = from_its_clause(text)
                cut = clause != text and len(head) + len(text) > columns()
                self.talk.wrapped(f"{drawn('…', '...')} {clause}" if cut else text, head, most=1)
        if more := len(self.texts) - len(self.on_screen):
            self.talk.wrapped(f"{more} more: c", "   ", dim=True)

    def change(self, number: int) -> None:
        """Change the tick of a text, and show it whole."""
        self._ticked ^= {self.texts[number]}
        self._whole(number)

    def choose(self) -> None:
        """Show all of them whole, and ask whose ticks change. Raises Quit."""
        self._listed = True
        for number in self.texts:
            self._whole(number)
        try:
            for number in self._numbers():
                self.change(number)
        except (Back, Skip):
            return

    def notice(self) -> None:
        """Ask for each new condition by which check one would notice it. Raises Back and Quit.

        Where no check fits its words, only who looked at all of them is asked.
        """
        try:
            for text in self._new:
                if (offered := offers(text, self.known)) or self._listed:
                    self._checks[text] = self._noticed(text, offered)
        except Skip:
            return

    def _head(self, number: int) -> str:
        return f"{number:>2} [{'x' if self.texts[number] in self._ticked else ' '}] "

    def _whole(self, number: int) -> None:
        self.talk.wrapped(self.texts[number], self._head(number))

    def _numbers(self) -> list[int]:
        """The numbers of the texts whose tick changes."""
        least, most = min(self.texts), max(self.texts)
        some, verb = (f"{least} to {most}", "change a tick") if least < most else (str(least), "changes its tick")
        help_text = f"{some}, several with blanks between them: their ticks change; Enter alone: the ticks are right"
        while reply := self._reply(f"Conditions: {some} {verb}, Enter goes on, b s q ?", help_text):
            parts = dict.fromkeys(reply.replace(",", " ").split())
            if all(part.isdecimal() and int(part) in self.texts for part in parts):
                return [int(part) for part in parts]
            self.talk.wrapped(f"{reply!r}: write numbers, {some}, with blanks between them")
        return []

    def _noticed(self, text: str, offered: tuple[str, ...]) -> str:
        """A condition with the check that is chosen or written for it."""
        self.talk.say()
        self.talk.wrapped(text)
        for number, token in enumerate(offered, start=1):
            self.talk.wrapped(f"`{token}`", f"{number:>7} ", " " * 8)
        help_text = "the number of a check above, or one such as `2027-03-01` or `dep:redis`; Enter: somebody looks"
        while reply := self._reply("How would we notice? A number, a check, Enter: somebody looks", help_text).strip(
            "`"
        ):
            token = offered[int(reply) - 1] if reply.isdecimal() and 1 <= int(reply) <= len(offered) else reply
            try:
                checks.parse(token)
            except checks.TokenError as error:
                self.talk.wrapped(str(error))
            else:
                return with_check(text, token)
        return text

    def _reply(self, question: str, help_text: str) -> str:
        """An answer that is no key which leaves. Raises Back, Skip and Quit."""
        keys = {choice.word: key for key, choice in LEAVING.items()}
        leaves = {"b": Back, "s": Skip, "q": Quit}
        while (reply := self.talk.ask(question)).lower() in HELP:
            self.talk.wrapped(help_text)
            for key, choice in LEAVING.items():
                self.talk.wrapped(f"{choice.word}: {choice.help}", f"{INDENT}{key}  ", f"{INDENT}   ")
        key = keys.get(reply.lower(), reply.lower())
        if key in leaves:
            raise leaves[key]
        return reply
