"""Real research files that rules leave undecided: each is decided by flags or a key, and the log has what people read in it."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

from adr_gen.frontmatter import split
from tests import SHARED
from tests.support.helpers import load_yaml, run

READ = SHARED / "corpus-read"
DECISIONS = {"accepted": "accept", "rejected": "reject", "deferred": "defer", "proposed": "propose"}
Waiting = dict[str, Any]


def by_flags(root: Path, waiting: list[Waiting], wanted: dict[str, str]) -> list[CompletedProcess[str]]:
    """Each file gets its decision, and the best candidate as its verdict in one line."""
    done = []
    for one in waiting:
        line = [flag for verdict in one["verdicts"][:1] for flag in ("--line", str(verdict["line"]))]
        done.append(run(root, "decide", one["path"], "--as", DECISIONS[wanted[one["path"]]], *line))
    return done


def by_keys(root: Path, waiting: list[Waiting], wanted: dict[str, str]) -> list[CompletedProcess[str]]:
    """One key a file."""
    keys = "".join(f"{DECISIONS[wanted[one['path']]][0]}\n" for one in waiting)
    return [run(root, "decide", stdin=keys)]


@pytest.mark.skipif(not READ.is_dir(), reason="the documents are not beside this clone")
@pytest.mark.parametrize("decide", [by_flags, by_keys])
def test_every_file_that_decides_something_is_decided_without_an_editor(
    decide: Callable[[Path, list[Waiting], dict[str, str]], list[CompletedProcess[str]]], tmp_path: Path
) -> None:
    labels = load_yaml(READ / "labels.yml")
    decided = [one for one in labels if one["kind"] == "research" and one["decided"] and one["status"] in DECISIONS]
    wanted = {f"docs/research/{label['file']}": label["status"] for label in decided}
    (tmp_path / "docs/research").mkdir(parents=True)
    for path in wanted:
        shutil.copy(READ / Path(path).name, tmp_path / path)
    before = {path: (tmp_path / path).read_text(encoding="utf-8") for path in wanted}
    waiting = json.loads(run(tmp_path, "decide", "--json").stdout)
    assert [done.returncode for done in decide(tmp_path, waiting, wanted)] == [0] * (
        len(waiting) if decide is by_flags else 1
    )
    assert run(tmp_path, "generate").returncode == 0
    listed = json.loads(run(tmp_path, "list", "--json").stdout)
    assert {record["source"]: record["status"] for record in listed} == wanted
    for path, text in before.items():
        after = (tmp_path / path).read_text(encoding="utf-8")
        assert after[split(after)[1] :].lstrip("\n") == text[split(text)[1] :].lstrip("\n")
