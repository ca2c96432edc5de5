"""`adr-gen` in a process of its own that has everything imported: what a test is about begins at once.

As a program, which a script calls as `adr-gen`, it asks the server that the tests started.
"""

import json
import os
import socket
import subprocess
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

SERVER = "ADR_GEN_FORK_SERVER"
"""The variable with the number of the stream to the server, for scripts."""


def server() -> socket.socket:
    """The stream to a server of `tests.support.fork_server`, which ends when nobody has the stream any more."""
    return _started()[0]


@cache
def _started() -> tuple[socket.socket, subprocess.Popen[bytes]]:
    ours, theirs = socket.socketpair()
    command = [sys.executable, "-m", "tests.support.fork_server"]
    with theirs:
        return ours, subprocess.Popen(command, stdin=theirs.fileno(), cwd=Path(__file__).parents[2])


class Forked:
    """A command that was begun, with streams, and the terminal among them, of its own."""

    def __init__(
        self, server: socket.socket, args: list[str], root: str | Path, env: dict[str, str], streams: list[int]
    ) -> None:
        answers, sent = os.pipe()
        request = json.dumps([args, str(root), env]).encode() + b"\n"
        socket.send_fds(server, [request], [*streams, sent])
        os.close(sent)
        self._answers = os.fdopen(answers)
        self.pid = int(self._answers.readline())
        self.returncode: int | None = None

    def send_signal(self, number: int) -> None:
        """Send a signal, if the command has not ended."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, number)

    def wait(self) -> int:
        """The exit code; where a signal ended the command, its number below zero."""
        if self.returncode is None:
            with self._answers:
                self.returncode = int(self._answers.readline())
        return self.returncode


def bash(root: Path, text: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a script of a workflow, which a command that fails ends, in `root`; its `adr-gen` is forked."""
    from tests.support.helpers import environment  # not to be had where this is a program

    stream = server().fileno()
    env |= {SERVER: str(stream), "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    text = f'adr-gen() {{ "{sys.executable}" -IS "{__file__}" "$@"; }}\n{text}'
    command = ["bash", "-eo", "pipefail", "-c", text]
    return subprocess.run(
        command, cwd=root, env=environment(**env), pass_fds=[stream], capture_output=True, encoding="utf-8"
    )


if __name__ == "__main__":
    with socket.socket(fileno=int(os.environ[SERVER])) as stream:
        sys.exit(Forked(stream, sys.argv[1:], Path.cwd(), dict(os.environ), [0, 1, 2]).wait())
