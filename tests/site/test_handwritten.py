"""Hand-written records: each folder of tests/cases/records is a log, expected.json what is read from it."""

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from adr_gen.commands.check import check
from adr_gen.log import as_json
from adr_gen.project import load
from adr_gen.revisit import States
from tests import GOLDEN
from tests.support.helpers import mkdocs, run
from tests.support.pages import site

Project = Callable[[str], Path]
CASES = sorted(p for p in (GOLDEN / "records").iterdir() if p.is_dir())
FIELDS = (
    "number",
    "title",
    "status",
    "qualifier",
    "date",
    "decision_makers",
    "tags",
    "supersedes",
    "superseded_by",
    "relates",
    "verdict",
)

PROJECT = (
    site()
    + """\
=== docs/research/queue.md
---
title: Queue
completed: 2026-01-02
supersedes: ADR-12345
---

## Recommendation: ADOPT

Adopt the queue.
"""
)
BYTES = {
    "0901-windows.md": b"\xef\xbb\xbf# Windows\r\n\r\n* Status: accepted  \r\n* Date: 2025-01-02\r\n\r\n\tcode\r\n",
    "0902-no-line-end.md": b"---\nstatus: accepted\n---\n# No line end\n\n\n   Trailing   ",
    "0903-latin-1.md": b"# Caf\xe9\n\nStatus: accepted\n",
    "0904-empty.md": b"",
    "0905-looks-generated.md": b"---\nnumber: 905\nstatus: accepted\ndigest: 000000000000-000000000000\n\n---\n# No source\n",
    "0906-has-a-source.md": b"---\nstatus: accepted\nsource: docs/research/queue.md\n---\n# No digest\n",
}


def copied(case: Path, folder: Path) -> None:
    """The record files of a case in a folder of a project."""
    shutil.copytree(case, folder, ignore=shutil.ignore_patterns("expected.json"))


def case_facts(case: Path, root: Path) -> dict[str, Any]:
    """What `list --json` and `check` say of a case, in the shape of its expected.json."""
    copied(case, root / "docs/decisions")
    project = load(root)
    log, _ = project.log()
    states = States(date(2026, 1, 31), project.settings.review_every)
    shown = [as_json(record, states) for record in log.records]
    return {
        "records": [
            {"path": one["path"].removeprefix("docs/decisions/")} | {key: one[key] for key in FIELDS} for one in shown
        ],
        "problems": [str(problem).removeprefix("docs/decisions/") for problem in check(project)],
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_log_says_what_its_case_expects(case: Path, tmp_path: Path) -> None:
    expected = json.loads((case / "expected.json").read_text(encoding="utf-8"))
    assert case_facts(case, tmp_path / "project") == expected


def test_list_and_check_print_what_was_read(tmp_path: Path) -> None:
    case = next(case for case in CASES if case.name == "unknown-status")
    expected = case_facts(case, tmp_path)
    listed, checked = run(tmp_path, "list", "--json"), run(tmp_path, "check")
    shown = [{key: one[key] for key in FIELDS} for one in json.loads(listed.stdout)]
    assert shown == [{key: one[key] for key in FIELDS} for one in expected["records"]]
    assert checked.returncode == 1
    lines = [line.removeprefix("docs/decisions/") for line in checked.stderr.splitlines()]
    assert [line for line in lines if ": ADR" in line] == expected["problems"]


def test_no_command_ever_writes_a_hand_written_record(project: Project) -> None:
    root = project(PROJECT)
    for case in CASES:
        copied(case, root / "docs/decisions" / case.name)
    for name, data in BYTES.items():
        (root / "docs/decisions" / name).write_bytes(data)
    by_hand = [path for path in (root / "docs/decisions").rglob("*") if path.is_file()]
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in by_hand}
    for command in (["generate"], ["generate", "--force"], ["check"], ["list"], ["export", root / "out"]):
        run(root, *command)
    done = mkdocs(root, "build", "-q")
    assert done.returncode == 0, done.stderr
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in by_hand} == before
    made = [path.name for path in (root / "docs/decisions").rglob("*") if path.is_file() and path not in before]
    assert made == ["12346-queue.md"]
    listed = {one["path"] for one in json.loads(run(root, "list", "--json").stdout)}
    unlisted = {"0903-latin-1.md", "0000-template.md", "0000-vorlage.md", "0007-adr-template.md"}
    numbered = [path for path in by_hand if any(c.isdigit() for c in path.name) and path.name not in unlisted]
    assert listed == {path.relative_to(root).as_posix() for path in (*numbered, root / "docs/decisions/12346-queue.md")}
