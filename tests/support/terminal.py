"""A command in a real terminal of its own: keys, lines and what is on the screen."""

import os
import re
import select
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.forked import Forked, server
from tests.support.helpers import environment


@contextmanager
def terminals(root: Path, *command: str) -> Iterator[Callable[..., "Terminal"]]:
    """What starts a command in a terminal, with more arguments; all of them end with the block."""
    if os.name == "nt":
        pytest.skip("no pseudo terminals on Windows")
    opened: list[Terminal] = []

    def start(*args: str, columns: int = 0) -> Terminal:
        opened.append(Terminal(root, *command, *args, columns=columns))
        return opened[-1]

    try:
        yield start
    finally:
        for one in opened:
            one.process.send_signal(signal.SIGKILL)
            one.process.wait()
            os.close(one.fd)


class Terminal:
    """`adr-gen` in a terminal of its own."""

    def __init__(self, root: Path, *args: str, columns: int = 0, **env: str) -> None:
        import pty
        import termios

        primary, secondary = pty.openpty()
        if columns:
            termios.tcsetwinsize(secondary, (24, columns))
        self.fd, self.said = primary, ""
        self.process = Forked(server(), list(args), root, environment(TERM="xterm-256color", **env), [secondary] * 3)
        os.close(secondary)

    def until(self, words: str) -> None:
        """Read until some words are on the screen."""
        end = time.monotonic() + 60
        while words not in self.said:
            assert time.monotonic() < end, f"{words!r} is not in {self.said!r}"
            assert select.select([self.fd], [], [], 60)[0], f"{words!r} is not in {self.said!r}"
            try:
                self.said += re.sub(r"\x1b\[[\d;?]*[a-zA-Z]", "", os.read(self.fd, 65536).decode())
            except OSError:
                raise AssertionError(f"ended without {words!r}: {self.said!r}") from None
        self.said = self.said.partition(words)[2]

    def press(self, keys: str) -> None:
        """Press keys once the terminal takes single ones."""
        self._send(keys, line=False)

    def enter(self, line: str) -> None:
        """Enter a line, or a control character, once the terminal takes lines."""
        self._send(line, line=True)

    def _send(self, keys: str, *, line: bool) -> None:
        import termios

        end = time.monotonic() + 60
        while bool(termios.tcgetattr(self.fd)[3] & termios.ICANON) != line:
            assert time.monotonic() < end, self.said
            time.sleep(0.01)
        os.write(self.fd, keys.encode())

    def end(self, again: Callable[[], None] | None = None) -> tuple[int, str]:
        """Exit code and the last words.

        A signal that comes just before Python waits for a key is seen with the next one: it is sent `again`.
        """
        while True:
            try:
                while again and not select.select([self.fd], [], [], 2)[0]:
                    again()
                chunk = os.read(self.fd, 65536)
            except OSError:
                break
            if not chunk:
                break
            self.said += re.sub(r"\x1b\[[\d;?]*[a-zA-Z]", "", chunk.decode())
        return self.process.wait(), self.said.replace("\r", "")
