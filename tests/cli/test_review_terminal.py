"""`adr-gen review` in a real terminal: single keys, and whoever leaves in the middle loses nothing."""

import os
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from adr_gen.reviews.reviews import fingerprint
from tests.support.answers import DAY, A, B, answer, files, kept, log, spoken
from tests.support.helpers import environment

__all__ = ["log"]  # a fixture


class Terminal:
    """`adr-gen review` in a terminal of its own."""

    def __init__(self, root: Path, *args: str) -> None:
        import pty

        primary, secondary = pty.openpty()
        self.fd, self.said = primary, ""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "adr_gen", "review", "--by", "Ana", "--as-of", DAY, *args],
            cwd=root,
            env=environment(TERM="xterm-256color"),
            stdin=secondary,
            stdout=secondary,
            stderr=secondary,
            start_new_session=True,
            preexec_fn=_own_terminal,
        )
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
                while again and not select.select([self.fd], [], [], 5)[0]:
                    again()
                chunk = os.read(self.fd, 65536)
            except OSError:
                break
            if not chunk:
                break
            self.said += re.sub(r"\x1b\[[\d;?]*[a-zA-Z]", "", chunk.decode())
        return self.process.wait(60), self.said.replace("\r", "")


def _own_terminal() -> None:
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


@pytest.fixture
def terminal(log: Path) -> Iterator[Callable[..., Terminal]]:
    if os.name == "nt":
        pytest.skip("no pseudo terminals on Windows")
    opened: list[Terminal] = []

    def start(*args: str) -> Terminal:
        opened.append(Terminal(log, *args))
        return opened[-1]

    yield start
    for one in opened:
        one.process.kill()
        one.process.wait()
        os.close(one.fd)


def test_a_terminal_takes_single_keys(log: Path, terminal: Callable[..., Terminal]) -> None:
    screen = terminal("1")
    screen.until("> ")
    screen.press("e")
    screen.until("Evidence: ")
    screen.enter("1.2 s\r")
    screen.until("> ")
    screen.press("m")
    screen.until("(b)")
    screen.until("> ")
    screen.press("\x1b[Az")
    screen.until("3 months): ")
    screen.enter("2027-Q1\r")
    screen.until("(c)")
    screen.until("> ")
    screen.press("vyn")
    screen.until("still hold?")
    screen.until("> ")
    screen.press("r")
    screen.until("[2027-01-28]: ")
    screen.enter("\r")
    code, said = screen.end()
    (place,) = files(log)
    assert (code, said.split("\n")[-2]) == (0, f"{place.relative_to(log)}: reaffirmed, waiting, next 2027-01-01")
    (review,) = kept(log)
    assert [(a.trigger, a.result, a.until, a.evidence) for a in review.answers] == [
        ("a", "met", None, "1.2 s"),
        ("b", "waiting", "2027-01-01", None),
        ("c", "never", None, None),
    ]
    assert (review.cleared, review.outcome) == ((("1", fingerprint("No customer has asked.")),), "reaffirmed")


@pytest.mark.parametrize(
    ("leave", "code"),
    [("q", 0), ("\x04", 0), ("\x03", 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)],
    ids=["q", "ctrl-d", "ctrl-c", "sigterm", "sighup"],
)
def test_leaving_in_the_middle_keeps_what_was_answered(
    leave: str | signal.Signals, code: int, log: Path, terminal: Callable[..., Terminal]
) -> None:
    screen = terminal()
    screen.until("> ")
    screen.press("m")
    screen.until("(b)")
    screen.until("> ")
    screen.press("e")
    screen.until("Evidence: ")
    screen.enter("half a thought\r")
    screen.until("> ")
    again = None
    if isinstance(leave, str):
        screen.press(leave)
    else:
        again = partial(screen.process.send_signal, leave)
        again()
    (code_then, said), (place,) = screen.end(again), files(log)
    assert code_then == code
    assert said.split("\n")[-3:-1] == [
        "left; kept: ADR-0001 (1 answer)",
        f"{place.relative_to(log)}: met, reaffirm or reopen it: `adr-gen review 1`",
    ]
    (review,) = kept(log)
    assert (review.note, review.answers) == ("(b) half a thought", (answer("a", A, "met", "due"),))


@pytest.mark.parametrize("leave", ["\x04", "\x03"], ids=["ctrl-d", "ctrl-c"])
def test_a_line_can_be_left_too_and_without_an_answer_there_is_no_file(
    leave: str, log: Path, terminal: Callable[..., Terminal]
) -> None:
    screen = terminal()
    screen.until("> ")
    screen.press("z")
    screen.until("3 months): ")
    screen.enter(leave)
    code, said = screen.end(partial(screen.enter, leave) if leave == "\x03" else None)
    assert (code, said.split("\n")[-2]) == (
        130 if leave == "\x03" else 0,
        "left; nothing was answered, so nothing is kept",
    )
    assert files(log) == []


def test_a_run_that_is_killed_keeps_what_was_answered(log: Path, terminal: Callable[..., Terminal]) -> None:
    screen = terminal()
    screen.until("> ")
    screen.press("m")
    screen.until("(b)")
    screen.until("> ")
    screen.press("n")
    screen.until("Note: ")
    screen.enter("With Bo.\r")
    screen.until("> ")
    screen.press("v")
    screen.until("(c)")
    screen.until("> ")
    screen.process.kill()
    assert screen.end()[0] == -signal.SIGKILL
    assert len(files(log)) == 1
    (review,) = kept(log)
    assert (review.note, review.answers) == (
        "With Bo.",
        (answer("a", A, "met", "due"), answer("b", B, "never", "due")),
    )
    done = spoken(log, "\n" * 9)
    assert "(b)" not in done.stderr.partition("ADR-0002")[0], "what was answered is not asked again"
