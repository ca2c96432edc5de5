"""Hand-written records: each folder of tests/cases/records is a log, expected.json what is read from it."""

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from adr_gen.checking import check
from adr_gen.log import as_json
from adr_gen.project import load
from adr_gen.revisit import States

CASES = sorted(p for p in (Path(__file__).parent / "cases" / "records").iterdir() if p.is_dir())
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
    "verdict",
)


def folder_of(case: Path, root: Path) -> Path:
    """A project in `root` whose records' folder is the case's."""
    return Path(shutil.copytree(case, root / "docs/decisions", ignore=shutil.ignore_patterns("expected.json")))


def said(case: Path, root: Path) -> dict[str, Any]:
    """What the log and `check` say of a case, in the shape of its expected.json."""
    folder_of(case, root)
    project = load(root)
    log, _ = project.log()
    shown = [as_json(record, States(date(2026, 1, 31), 180)) for record in log.records]
    records = [
        {"path": one["path"].removeprefix("docs/decisions/")} | {key: one[key] for key in FIELDS} for one in shown
    ]
    return {"records": records, "problems": [str(p).removeprefix("docs/decisions/") for p in check(project)]}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_log_says_what_its_case_expects(case: Path, tmp_path: Path) -> None:
    expected = json.loads((case / "expected.json").read_text(encoding="utf-8"))
    assert said(case, tmp_path / "project") == expected
