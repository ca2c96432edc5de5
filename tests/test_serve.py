"""mkdocs serve: a saved research file shows at once, as the record that it would become."""

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.helpers import environment, run

Project = Callable[[str], Path]

PROJECT = """
=== mkdocs.yml
site_name: Preview
theme: {name: material, font: false}
plugins: [search, adr-gen]
=== docs/index.md
# Home
=== docs/research/queue.md
---
title: Which queue
completed: 2026-03-02
---

## Recommendation: REJECT (for now)

The table is enough.
"""


@pytest.fixture
def served(project: Project) -> Iterator[tuple[Path, str, Path]]:
    """A project that is being served: its root, its address, and what the server says."""
    root = project(PROJECT)
    assert run(root, "generate").returncode == 0
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    said = root.parent / "said.txt"
    with said.open("w", encoding="utf-8") as output:
        server = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"],
            cwd=root,
            env=environment(NO_MKDOCS_2_WARNING="1"),
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            yield root, f"http://127.0.0.1:{port}/", said
        finally:
            server.terminate()
            server.wait(10)


def until(found: Callable[[], bool]) -> bool:
    """Whether something becomes true within half a minute."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        try:
            if found():
                return True
        except OSError:
            pass
        time.sleep(0.2)
    return False


def page(address: str) -> str:
    """The text of a page."""
    with urlopen(address, timeout=5) as answer:  # loopback
        return str(answer.read().decode())


def test_a_saved_research_file_shows_as_the_record_it_would_become(served: tuple[Path, str, Path]) -> None:
    root, address, said = served
    record = address + "decisions/0001-which-queue/"
    assert until(lambda: "The table is enough." in page(record))
    source = root / "docs/research/queue.md"
    written = (root / "docs/decisions/0001-which-queue.md").read_bytes()
    source.write_text(source.read_text(encoding="utf-8").replace("enough", "plenty"), encoding="utf-8")
    assert until(lambda: "The table is plenty." in page(record))
    new = source.read_text(encoding="utf-8").replace("Which queue", "Which cache")
    (root / "docs/research/cache.md").write_text(new, encoding="utf-8")
    assert until(lambda: "Which cache" in page(address + "decisions/0002-which-cache/"))
    assert (root / "docs/decisions/0001-which-queue.md").read_bytes() == written
    assert not (root / "docs/decisions/0002-which-cache.md").exists()
    warning = "docs/research/queue.md:1: ADR208 docs/decisions/0001-which-queue.md is behind; run `adr-gen generate`"
    assert warning in said.read_text(encoding="utf-8")
