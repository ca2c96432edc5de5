"""A project that `mkdocs serve` serves on loopback."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support.helpers import environment, put

PATIENCE = 120
"""Seconds."""


@dataclass(frozen=True)
class Server:
    """One that runs."""

    root: Path
    address: str
    log: Path

    def output(self) -> str:
        """What it has said."""
        return self.log.read_text(encoding="utf-8")

    def save(self, files: Mapping[str, str]) -> None:
        """Save files, or delete those without a text, and wait until a build that began after that has ended."""
        builds = self.output().count("Reloading browsers")
        for path, text in files.items():
            put(self.root, path, text) if text else (self.root / path).unlink()
        self.wait(builds + 1)

    def wait(self, builds: int) -> None:
        """Wait until so many changes show."""
        end = time.monotonic() + PATIENCE
        while self.output().count("Reloading browsers") < builds:
            assert time.monotonic() < end, self.output()
            time.sleep(0.1)

    def site(self) -> Path:
        """The folder that it serves."""
        return next(self.log.parent.glob("mkdocs_*"))


@contextmanager
def serving(root: Path) -> Iterator[Server]:
    """Serve a project."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = root.parent / "server.log"
    with log.open("w", encoding="utf-8") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"],
            cwd=root,
            env=environment(NO_MKDOCS_2_WARNING="1", TMPDIR=str(root.parent)),
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        server = Server(root, f"http://127.0.0.1:{port}/", log)
        try:
            end = time.monotonic() + PATIENCE
            while "Serving on" not in server.output():
                assert process.poll() is None, server.output()
                assert time.monotonic() < end, server.output()
                time.sleep(0.1)
            yield server
        finally:
            process.terminate()
            process.wait(10)
