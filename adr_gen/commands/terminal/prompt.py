"""Talking with a person: one key on a terminal, one line where the answers come from a file or another program.

The dialogue goes to stderr, so that stdout holds the result alone.
"""

import re
import signal
import sys
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

import click

from .. import terminal
from .keyboard import END, Keyboard
from .lines import INDENT, MOST, columns, wrapped

ESCAPES = re.compile(r"\x1b(?:\[[\d;?]*[@-~]?|O?.?)")
"""What arrows and other keys without a letter send; they mean nothing here."""


class Quit(Exception):
    """The person has left; `code` is the exit code."""

    def __init__(self, code: int = 0) -> None:
        super().__init__()
        self.code = code


@dataclass(frozen=True, slots=True)
class Choice:
    """What a key means."""

    word: str
    """In a word, which may be written instead."""
    help: str
    """In a sentence."""
    sentence: str = ""
    """The number of the sentence above that goes with it, or where it stands."""
    rare: bool = False
    """Whether it stands behind the others, on a line of its own."""

    @property
    def shown(self) -> str:
        """The word as people see it."""
        return f"{self.word} ({self.sentence})" if self.sentence else self.word


class Prompt:
    """Asks one question after the other."""

    def __init__(self) -> None:
        self._keyboard = Keyboard()
        self._ahead = ""
        """Keys that were pressed before they were asked for."""

    def __enter__(self) -> "Prompt":
        self._keyboard.take()
        return self

    def __exit__(self, *error: object) -> None:
        self.release()

    def release(self) -> None:
        """Give the terminal back to another program."""
        self._keyboard.release()

    def say(self, text: str = "") -> None:
        """A line."""
        click.echo(text, err=True)

    def wrapped(
        self,
        text: str,
        first: str = INDENT,
        rest: str = "",
        most: int | None = None,
        width: int = MOST,
        **style: object,
    ) -> None:
        """Words of a document on lines of so many columns, or of those that the terminal has."""
        for line in wrapped(text, first, rest, most, min(width, columns())):
            self.say(click.style(line, **style))  # type: ignore[arg-type]

    def choose(self, choices: Mapping[str, Choice], usual: str = "", question: str = "", *, again: bool = False) -> str:
        """The key that is pressed, one of `choices`; Enter means `usual`, without one it asks again.

        The keys are shown unless they were before, and `again` says so. A choice such as `2-4` stands for each of these numbers. Raises Quit for q and at the end of input.
        """
        everything = {
            **choices,
            "q": Choice(
                "quit", "stop here; what you have answered is kept", rare=any(c.rare for c in choices.values())
            ),
        }
        keys = {choice.word: key for key, choice in everything.items() if "-" not in key}
        if not again:
            self._menu(everything)
        while True:
            click.echo(f"{INDENT}{question}{' ' * bool(question)}> ", err=True, nl=False)
            reply = self._typed().lower()
            key = keys.get(reply, reply) or usual
            self.say(everything[key].shown if key in everything else terminal.safe(reply))
            if key == "q":
                raise Quit
            if key in everything or _numbered(key, everything):
                return key
            if not key:
                continue
            if key not in ("?", "help"):
                self.say(f"{INDENT}{terminal.safe(reply)!r} is not one of {' '.join(everything)}; ? for help")
                continue
            width = max(map(len, everything))
            for key, choice in everything.items():
                enter = " (or Enter)" if key == usual else ""
                self.wrapped(f"{choice.word}: {choice.help}{enter}", f"{INDENT}{key:<{width}}  ")

    def _menu(self, choices: Mapping[str, Choice]) -> None:
        """The keys with their words, none of them cut in two at the end of a line."""
        often = [(key, choice.shown) for key, choice in choices.items() if not choice.rare]
        rare = [(key, choice.shown) for key, choice in choices.items() if choice.rare]
        for keys in [often, [*rare, ("?", "")]] if rare else [[*often, ("?", "")]]:
            self._keys_line(keys)

    def _keys_line(self, keys: Iterable[tuple[str, str]]) -> None:
        joined = "\N{NO-BREAK SPACE}"
        words = "  ".join(f"{key} {word}".strip().replace(" ", joined) for key, word in keys)
        for line in textwrap.wrap(
            words, columns(), initial_indent=INDENT, subsequent_indent=INDENT, break_on_hyphens=False
        ):
            styled = re.sub(rf"(?<=  )(\S+){joined}", lambda key: f"{click.style(key[1], bold=True, fg='cyan')} ", line)
            self.say(styled.replace(joined, " ").rstrip())

    def ask(self, question: str, usual: str = "") -> str:
        """A line of text, white space folded; Enter means `usual`. Raises Quit."""
        prompt = f"{INDENT}{question}{f' [{usual}]' if usual else ''}: "
        return " ".join(self._asked(prompt).split()) or usual

    def _asked(self, prompt: str) -> str:
        if not sys.stdin.isatty():
            click.echo(prompt, err=True, nl=False)
            line = self._line()
            self.say(terminal.safe(line))
            return line
        self._ahead += _keys(self._keyboard.waiting())
        head, enter, self._ahead = self._ahead.partition("\n")
        if END in head:
            raise Quit
        if enter:
            self.say(f"{prompt}{terminal.safe(head)}")
            return head
        self.release()
        try:
            return head + str(
                click.prompt(f"{prompt}{head}", default="", show_default=False, prompt_suffix="", err=True)
            )
        except click.Abort:  # Ctrl-D
            raise Quit from None

    def _typed(self) -> str:
        """A key of a terminal, else a line; empty for Enter."""
        if not sys.stdin.isatty():
            return self._line()
        while not self._ahead:
            try:
                self._ahead = _keys(self._keyboard.pressed())
            except KeyboardInterrupt:
                raise Quit(130) from None
        key, self._ahead = self._ahead[0], self._ahead[1:]
        if key == END:
            raise Quit
        return key.strip("\n")

    def _line(self) -> str:
        """The next line of standard input; raises Quit at its end."""
        line = sys.stdin.readline()
        if not line:
            raise Quit
        return line.strip()


def _keys(pressed: str) -> str:
    """What was pressed, without the keys that mean nothing here."""
    return ESCAPES.sub("", pressed).replace("\r", "\n")


def _numbered(key: str, choices: Mapping[str, Choice]) -> bool:
    """Whether a key is a number that one of the choices stands for, beside those that name it."""
    ranges = (choice.partition("-") for choice in choices)
    return key.isdecimal() and any(dash and int(least) <= int(key) <= int(most) for least, dash, most in ranges)


@contextmanager
def quit_on_signals() -> Iterator[None]:
    """What ends a program (Ctrl-C, a request to end, a closed terminal) raises Quit in here."""

    def leave(number: int, frame: FrameType | None) -> None:
        # as shells count the exit code of a program that a signal ended
        raise Quit(128 + number)

    ends = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {end: signal.signal(end, leave) for end in ends}
    try:
        yield
    finally:
        for end, handler in before.items():
            signal.signal(end, handler)
