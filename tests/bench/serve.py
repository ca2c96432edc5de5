"""How long a saved file takes to show under `mkdocs serve`, beside a bare site with the same records."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter, sleep
from urllib.error import URLError
from urllib.request import urlopen

from adr_gen.generate.facts import record_on_disk

PATIENCE = 300
"""Seconds after which a page counts as never shown."""


IDLE = 5
"""Seconds for which a server is watched that has nothing to do but to look for changes."""


@dataclass(frozen=True)
class Server:
    """One that runs."""

    address: str
    process: int

    def busy(self) -> float:
        """Seconds of processor time that it has used, which other work on the machine disturbs less; 0 where none tells."""
        try:
            used = Path(f"/proc/{self.process}/stat").read_text("utf-8").rpartition(")")[2].split()[11:15]
        except OSError:
            return 0
        return sum(map(int, used)) / os.sysconf("SC_CLK_TCK")


def show(project: Path, bare: Path, repeat: int) -> None:
    """Measure and print, for a project whose records are generated, and a bare site with the same records."""
    files = [
        record_on_disk(str(path), path.read_text("utf-8")) for path in sorted((project / "docs/decisions").glob("*.md"))
    ]
    page = "decisions/{}/".format
    ours = [(project / file.source, page(Path(file.path).stem)) for file in files]
    theirs = [(bare / "docs/decisions" / Path(file.path).name, page(Path(file.path).stem)) for file in files]
    print(f"\nSaving one of {len(files):,} records' files under `mkdocs serve`, medians of {repeat}\n")
    print(f"{'':32}{'seconds':>9}{'busy s':>9}")
    for name, folder, places in (("with adr-gen", project, ours), ("bare", bare, theirs)):
        seconds, busy = zip(*_saved(folder, places[: repeat + 1]), strict=True)
        print(f"{name:32}{median(seconds[1:]):9.2f}{median(busy[1:]):9.2f}")


def _saved(folder: Path, places: list[tuple[Path, str]]) -> Iterator[tuple[float, float]]:
    """Seconds until each saved file shows, and those of the processor for it."""
    with _served(folder) as server:
        _shown(server.address, "<html")
        start, before = perf_counter(), server.busy()
        sleep(IDLE)
        watching = (server.busy() - before) / (perf_counter() - start)
        for turn, (source, page) in enumerate(places):
            start, before = perf_counter(), server.busy()
            with source.open("a", encoding="utf-8") as file:
                file.write(f"\n## Addendum\n\nSaved in turn {turn}.\n")
            _shown(server.address + page, f"Saved in turn {turn}.")
            seconds = perf_counter() - start
            yield seconds, server.busy() - before - watching * seconds


@contextmanager
def _served(project: Path) -> Iterator[Server]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "-a", f"127.0.0.1:{port}"]
    server = subprocess.Popen(command, cwd=project, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})
    try:
        yield Server(f"http://127.0.0.1:{port}/", server.pid)
    finally:
        server.terminate()
        server.wait(30)


def _shown(page: str, words: str) -> None:
    """Wait until a page holds some words."""
    end = perf_counter() + PATIENCE
    while perf_counter() < end:
        try:
            with urlopen(page, timeout=PATIENCE) as answer:  # loopback
                if words in answer.read().decode():
                    return
        except URLError:
            pass
        sleep(0.05)
    raise SystemExit(f"{page}: {words!r} did not show within {PATIENCE} s")
