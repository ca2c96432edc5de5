"""Single keys of the terminal on standard input; none is lost while a program is busy."""

import os
import sys
from contextlib import suppress
from typing import Any

import click

END = "\x04"
"""Ctrl-D, with which the input of a terminal ends."""


class Keyboard:
    """What is pressed on a terminal, which it has until it is released."""

    def __init__(self) -> None:
        self._before: list[Any] | None = None
        """The modes of the terminal for who reads lines."""

    def pressed(self) -> str:
        """The next key, or several of a fast typist or a paste; `END` at the end of input."""
        self.take()
        try:
            if sys.platform == "win32":
                return click.getchar()
            # past Python's own buffer: keys that wait in that are none for `select`
            return os.read(sys.stdin.fileno(), 1024).decode(errors="replace") or END
        except (EOFError, OSError):  # the terminal is gone
            return END

    def waiting(self) -> str:
        """The keys that nobody has asked for yet; empty if there are none."""
        if sys.platform == "win32" or self._before is None:
            return ""
        import select

        return self.pressed() if select.select([sys.stdin], [], [], 0)[0] else ""

    def release(self) -> None:
        """Give the terminal back to who reads lines."""
        if sys.platform != "win32" and self._before is not None:
            import termios

            with suppress(termios.error):  # the terminal is gone
                termios.tcsetattr(sys.stdin.fileno(), termios.TCSADRAIN, self._before)
            self._before = None

    def take(self) -> None:
        """Let keys come at once, and show none; signals stay signals."""
        if sys.platform == "win32" or not sys.stdin.isatty():
            return
        import termios

        try:
            modes = termios.tcgetattr(sys.stdin.fileno())
        except termios.error:  # the terminal is gone
            return
        if modes[3] & termios.ICANON:  # also where somebody comes back from Ctrl-Z
            self._before = [*modes]
            modes[3] &= ~(termios.ICANON | termios.ECHO)
            # not TCSAFLUSH, which throws away what was pressed meanwhile
            termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, modes)
