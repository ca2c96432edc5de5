"""Runs the examples of documentation pages, so that they cannot go stale; `python -m tests.support.doc_examples` mends outputs.

A fence with a file name as its title is saved, a `sh` fence is run line by line, and a `text` or `markdown` fence
that follows it has to be part of what was printed.
"""

import re
import shlex
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests import ROOT
from tests.support.helpers import mkdocs, run

WRITTEN = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
"""Pages with examples; those in folders are made from code or are the project's own log."""

FENCE = re.compile(r"^(`{3,})(\w+)(?: title=\"([^\"]+)\")?\n(.*?)^\1$", re.M | re.S)

NOT_RUN = ("pip install", "git ", "mkdocs serve", "make ")
"""Beginnings of commands that need the network, never end, or concern this project itself."""


@dataclass(frozen=True, slots=True)
class Fence:
    """One fenced block of a page."""

    language: str
    title: str
    text: str
    line: int
    """1-based, of its opening."""
    shows: bool
    """Whether it shows what the `sh` fence just before it prints."""


def fences(page: str) -> Iterator[Fence]:
    """The fences of a page in order."""
    before = ""
    for fence in FENCE.finditer(page):
        language, title = fence[2], fence[3] or ""
        shown = before == "sh" and not title and language in ("text", "markdown")
        yield Fence(language, title, fence[4], page.count("\n", 0, fence.start()) + 1, shown)
        before = language


def play(page: str, root: Path) -> Iterator[tuple[Fence, str]]:
    """Run the examples of a page in the folder `root`; yields each fence that shows an output, and what was printed."""
    printed = ""
    for fence in fences(page):
        if fence.title:
            place = root / fence.title
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(fence.text, encoding="utf-8", newline="\n")
        elif fence.language == "sh":
            commands = [line for line in fence.text.splitlines() if line and not line.startswith(NOT_RUN)]
            printed = "".join(command(root, line) for line in commands)
        elif fence.shows:
            yield fence, printed


def command(root: Path, line: str) -> str:
    """What one line of a `sh` fence prints; raises AssertionError for one that fails or is unknown."""
    name, *args = shlex.split(line, comments=True)
    if name == "cat":
        return "".join((root / path).read_text(encoding="utf-8") for path in args)
    assert name in ("adr-gen", "mkdocs"), f"no way to run {line!r}"
    done = run(root, *args) if name == "adr-gen" else mkdocs(root, *args)
    assert done.returncode == 0, f"{line}: exit code {done.returncode}\n{done.stdout}{done.stderr}"
    return "\n".join(text.rstrip() for text in (done.stdout + done.stderr).splitlines()) + "\n"


def mended(page: str) -> str:
    """The page with every output as it is printed today; an output that shows a part of it stays if it still is one."""
    lines = page.split("\n")
    with TemporaryDirectory() as folder:
        stale = [(fence, printed) for fence, printed in play(page, Path(folder)) if fence.text not in printed]
    for fence, printed in reversed(stale):
        lines[fence.line : fence.line + fence.text.count("\n")] = printed.rstrip("\n").split("\n")
    return "\n".join(lines)


def main() -> None:
    """Bring the outputs in all pages up to date."""
    for place in WRITTEN:
        before = place.read_text(encoding="utf-8")
        after = mended(before)
        if after != before:
            place.write_text(after, encoding="utf-8", newline="\n")
            sys.stdout.write(f"{place.relative_to(ROOT).as_posix()}\n")


if __name__ == "__main__":
    main()
