"""How long a saved research file takes to show under `mkdocs serve`, beside a whole build of the same site."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter, sleep
from urllib.error import URLError
from urllib.request import urlopen

from adr_gen.generate.draft import record_on_disk

PATIENCE = 300
"""Seconds after which a page counts as never shown."""


def show(project: Path, repeat: int) -> None:
    """Measure and print both, for a project whose records are generated."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    build = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--clean"]
    saved, whole = [], []
    files = [
        record_on_disk(str(path), path.read_text("utf-8")) for path in sorted((project / "docs/decisions").glob("*.md"))
    ]
    with _served(project, environment) as address:
        pages = [(project / file.source, f"{address}decisions/{Path(file.path).stem}/") for file in files]
        _shown(pages[0][1], "adr-card")
        for turn in range(repeat):
            source, page = pages[turn]
            with source.open("a", encoding="utf-8") as file:
                file.write(f"\n## Addendum\n\nSaved in turn {turn}.\n")
            start = perf_counter()
            _shown(page, f"Saved in turn {turn}.")
            saved.append(perf_counter() - start)
    for _ in range(repeat):
        start = perf_counter()
        subprocess.run(build, cwd=project, env=environment, check=True)
        whole.append(perf_counter() - start)
    print(f"\nSaving one of {len(files):,} records' research files, medians of {repeat}\n")
    print(f"{'whole build':32}{median(whole):9.2f} s")
    print(f"{'until it shows in the preview':32}{median(saved):9.2f} s, {median(saved) / median(whole):.2f} of it")


@contextmanager
def _served(project: Path, environment: dict[str, str]) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "-a", f"127.0.0.1:{port}"]
    server = subprocess.Popen(command, cwd=project, env=environment)
    try:
        yield f"http://127.0.0.1:{port}/"
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
