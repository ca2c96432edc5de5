"""`adr-gen export` writes what differs, and with --watch again and again."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest

from tests.support.helpers import environment, put, run

Make = Callable[[str], Path]
LOG = """
=== mkdocs.yml
site_name: Shop
=== docs/index.md
# Shop

<!-- adr-gen:summary -->
=== docs/guide.md
# Guide
=== docs/decisions/0001-queue.md
# Queue

* Status: accepted
* Date: 2026-01-02

The table is enough.
=== docs/decisions/0002-cache.md
# Cache

* Status: rejected
* Date: 2026-01-03
"""


def times(folder: Path) -> dict[str, int]:
    return {p.relative_to(folder).as_posix(): p.stat().st_mtime_ns for p in folder.rglob("*") if p.is_file()}


def test_a_second_export_writes_only_what_differs_and_removes_what_is_gone(project: Make) -> None:
    root = project(LOG)
    put(root, "docs/old/page.md", "# Old\n")
    run(root, "export", "out", "--as-of", "2026-06-01")
    before = times(root / "out")
    assert run(root, "export", "out", "--as-of", "2026-06-01").returncode == 0
    assert times(root / "out") == before
    put(root, "docs/guide.md", "# The guide\n")
    (root / "docs/old/page.md").unlink()
    run(root, "export", "out", "--as-of", "2026-06-01")
    after = times(root / "out")
    assert {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)} == {
        "guide.md",
        "old/page.md",
    }
    assert not (root / "out/old").exists()


def test_what_somebody_else_put_in_the_way_of_an_export_goes(project: Make) -> None:
    root = project(LOG)
    run(root, "export", "out")
    (root / "out/guide.md").unlink()
    put(root, "out/guide.md/inside.txt", "x\n")
    (root / "out/index.md").unlink()
    (root / "out/index.md").symlink_to(root / "docs/decisions/0001-queue.md")
    assert run(root, "export", "out").returncode == 0
    assert (root / "out/guide.md").read_text(encoding="utf-8") == "# Guide\n"
    assert "Status: accepted" in (root / "docs/decisions/0001-queue.md").read_text(encoding="utf-8")


@contextmanager
def watching(root: Path) -> Iterator[Callable[[], str]]:
    """An export that goes on; gives the next line that it prints."""
    command = [sys.executable, "-u", "-m", "adr_gen", "export", "out", "--watch", "--as-of", "2026-06-01"]
    with subprocess.Popen(
        command, cwd=root, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
    ) as process:
        stream: IO[str] = process.stdout  # type: ignore[assignment]
        try:
            while "watching" not in stream.readline():
                pass
            yield lambda: stream.readline().rstrip("\n")
        finally:
            process.send_signal(signal.SIGINT)
            assert process.wait(20) == 0


@pytest.mark.skipif(os.name == "nt", reason="ends with a signal")
def test_a_change_is_written_alone_and_broken_settings_end_nothing(project: Make) -> None:
    root = project(LOG)
    with watching(root) as line:
        put(root, "docs/guide.md", "# The guide\n")
        assert line() == "guide.md"
        put(root, "docs/decisions/0001-queue.md", "# Queue\n\n* Status: accepted\n* Date: 2026-01-02\n\nOne table.\n")
        assert line() == "decisions/0001-queue/index.md"
        put(root, "adr-gen.toml", 'colour = "red"\n')
        assert line().startswith("adr-gen: adr-gen.toml: unknown key 'colour'")
        put(root, "adr-gen.toml", 'decisions = "docs/records"\n')
        while line() != "decisions/0001-queue/index.md":
            pass
    assert not (root / "out/decisions/0001-queue").exists()
