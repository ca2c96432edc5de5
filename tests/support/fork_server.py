"""The server that forks the commands of `tests.support.forked`: a process without threads that has everything imported."""

import json
import os
import pkgutil
import runpy
import socket
import sys
from contextlib import suppress
from importlib import import_module

import adr_gen
from adr_gen import reading
from adr_gen.markdown import parse

REQUESTS = 0
"""The stream on which requests come."""
OTHERS = ("adr_gen.__main__", "adr_gen.mcp", "adr_gen.plugin")
"""The program itself, and what only other programs import."""


def preload() -> None:
    """Import all that commands import."""
    for module in pkgutil.walk_packages(adr_gen.__path__, "adr_gen."):
        if not module.name.startswith(OTHERS):
            import_module(module.name)
    # the words of all languages are loaded as the first text is read
    reading.read(parse("# A queue\n\n## Recommendation: ADOPT\n\nRevisit if it is slow.\n"))


def serve() -> bool:
    """Fork for each request; returns False when nobody can ask any more, and True in a process that is to be the command."""
    requests = socket.socket(fileno=REQUESTS)
    while True:
        text, streams = _request(requests)
        if not text:
            return False
        if not os.fork():
            requests.detach()
            return _watched(text, streams)
        for stream in streams:
            os.close(stream)
        with suppress(ChildProcessError):  # those that watched a command that has ended
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass


def _request(requests: socket.socket) -> tuple[bytes, list[int]]:
    text, streams, _, _ = socket.recv_fds(requests, 65536, 4)
    while text and not text.endswith(b"\n"):
        text += requests.recv(65536)
    return text, streams


def _watched(text: bytes, streams: list[int]) -> bool:
    """Fork once more: one process tells how the other ends, which is the command."""
    *own, answers = streams
    if pid := os.fork():
        os.write(answers, b"%d\n" % pid)
        os.write(answers, b"%d\n" % os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
        os._exit(0)
    os.close(answers)
    args, root, env = json.loads(text)
    _become(args, root, env, own)
    return True


def _become(args: list[str], root: str, env: dict[str, str], streams: list[int]) -> None:
    """Take on the arguments, the folder, the environment and the streams of a command."""
    os.setsid()
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    if os.isatty(0):
        import fcntl
        import termios

        fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    os.chdir(root)
    os.environ.clear()
    os.environ.update(env)
    sys.argv = ["adr-gen", *args]
    encoding = env.get("PYTHONIOENCODING", "utf-8")
    sys.stdin = os.fdopen(0, encoding=encoding, closefd=False)
    sys.stdout = os.fdopen(1, "w", encoding=encoding, closefd=False)
    sys.stderr = os.fdopen(2, "w", buffering=1, encoding=encoding, closefd=False)


def _run() -> None:
    """Be `adr-gen`, and end at once: taking down all that was imported takes longer than most commands."""
    code = 0
    try:
        runpy.run_module("adr_gen", run_name="__main__", alter_sys=True)
    except SystemExit as end:
        code = int(end.code or 0)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    preload()
    if serve():
        _run()
