"""The questions about the conditions of one research file: which texts are some, and how one would notice a new one."""

from collections.abc import Callable

from ... import checks
from ...reading.candidates import Candidate
from ...reading.check_suggestions import offers, with_check
from ...reading.condition_candidates import from_its_clause
from ..review.prompt import INDENT, Choice, Prompt, Quit

LEAVING = {
    "b": Choice("back", "to the decision of this file; nothing of it is written yet"),
    "s": Choice("skip", "no more questions about conditions; what you have answered is kept"),
    "q": Choice("quit", "stop here; what you have answered is kept"),
}
HELP = ("?", "help")


class Back(Exception):
    """The person goes back to the decision."""


class Skip(Exception):
    """The person answers no more about conditions."""


ROOM = 70
"""Signs of a text that fit on its line; it is written down whole."""


class ConditionQuestions:
    """Asks which texts are conditions: those that were read, ticked, and candidates, numbered from `first`.

    `added` and `unticked` are what is kept whenever the person leaves.
    """

    def __init__(
        self,
        talk: Prompt,
        first: int,
        read: tuple[str, ...],
        candidates: tuple[Candidate, ...],
        known: Callable[[str], bool],
    ) -> None:
        self.talk, self.read, self.known = talk, read, known
        self.texts = dict(enumerate((*read, *(candidate.text for candidate in candidates)), start=first))
        self.added: list[str] = []
        self.unticked: list[str] = []

    def show(self) -> None:
        """The list, each text with its number and whether it has a tick."""
        for number, text in self.texts.items():
            shown = text if len(text) <= ROOM or text in self.read else from_its_clause(text)
            self.talk.wrapped(shown, f"{number:>2} [{'x' if text in self.read else ' '}] ", most=1)

    def ask(self) -> None:
        """Change the ticks, and choose for each new condition the check that would notice it. Raises Back and Quit."""
        if not self.texts:
            return
        try:
            changed = [self.texts[number] for number in self._changed()]
            self.unticked = [text for text in changed if text in self.read]
            self.added = [text for text in changed if text not in self.read]
            for at, text in enumerate(self.added):
                self.added[at] = self._noticed(text)
        except Skip:
            return

    def _changed(self) -> list[int]:
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

    def _noticed(self, text: str) -> str:
        """A condition with the check that is chosen or written for it."""
        offered = offers(text, self.known)
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
