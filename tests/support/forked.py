"""`adr-gen` in a process of its own that has everything imported: what a test is about begins at once.

As a program, which a script calls as `adr-gen`, it asks the server that the tests started.
"""

import json
import os
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile

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


class Begun:
    """`adr-gen ARGS` in a process of its own, begun in `root`: where several run at once, or one is killed."""

    def __init__(self, root: Path, *args: str, stdin: str = "", **env: str) -> None:
        from tests.support.helpers import environment  # not to be had where this is a program

        self._streams = given, out, error = [TemporaryFile() for _ in range(3)]  # noqa: SIM115 - `end` closes them
        given.write(stdin.encode())
        given.seek(0)
        self._process: Forked | subprocess.Popen[bytes]
        if os.name == "nt":  # nothing forks there
            command = [sys.executable, "-m", "adr_gen", *args]
            self._process = subprocess.Popen(
                command, cwd=root, env=environment(**env), stdin=given, stdout=out, stderr=error
            )
        else:
            streams = [stream.fileno() for stream in self._streams]
            self._process = Forked(server(), list(args), root, environment(**env), streams)

    def kill(self) -> None:
        """Let it end at once, wherever it is."""
        self._process.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)

    def end(self, encoding: str = "utf-8") -> subprocess.CompletedProcess[str]:
        """Wait for its end: its exit code and what it printed."""
        code, printed = self._process.wait(), []
        for stream in self._streams:
            with stream:
                stream.seek(0)
                printed.append(stream.read().decode(encoding))
        return subprocess.CompletedProcess([], code, *printed[1:])


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
