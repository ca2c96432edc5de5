"""Research with a decision, and `adr-gen renumber` in the log that is made of it."""

import json
from pathlib import Path
from typing import Any

from tests.support.helpers import run

RESEARCH = "# {title}\n\nDone {day}.\n\n## Recommendation: {verdict}\n\n{rest}\n"


def research(title: str, day: str, rest: str = "It fits.", verdict: str = "ADOPT", front: str = "") -> str:
    return f"---\ntitle: {title}\ndate: {day}\n{front}---\n" + RESEARCH.format(
        title=title, day=day, verdict=verdict, rest=rest
    )


def contents(root: Path) -> dict[str, str]:
    """All files but git's and the state folder, by path."""
    files = [p for p in root.rglob("*") if p.is_file() and not {".git", ".adr-gen"} & set(p.parts)]
    return {p.relative_to(root).as_posix(): p.read_bytes().decode() for p in files}


def records_by_path(root: Path) -> dict[str, dict[str, Any]]:
    """The log by the paths of its records."""
    records = json.loads(run(root, "list", "--json").stdout)
    return {one["path"].removeprefix("docs/decisions/"): one for one in records}


def assert_settled(root: Path) -> None:
    """Generate has nothing to change and check nothing to say."""
    made = run(root, "generate", "--check")
    assert (made.returncode, made.stderr) == (0, ""), made.stdout + made.stderr
    checked = run(root, "check")
    assert (checked.returncode, checked.stderr) == (0, "")


def renumber_lines(root: Path, *numbers: str) -> list[str]:
    done = run(root, "renumber", *numbers)
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    return done.stdout.splitlines()
