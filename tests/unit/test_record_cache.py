"""Records that are remembered between runs: the same as read, and never trusted over the files."""

import json
import shutil
from pathlib import Path

import pytest

from adr_gen.errors import Problem
from adr_gen.files import fingerprint
from adr_gen.generate.run import carry_out, prepare
from adr_gen.project.project import RECORD_CACHE, load
from adr_gen.records import Record
from adr_gen.records.record_cache import RecordCache
from tests import ROOT
from tests.support.helpers import put

LOGS = {path.name: path for path in (ROOT / "tests/cases/records").iterdir()} | {"own": ROOT / "docs/decisions"}
RECORD = "docs/decisions/0001-a.md"


def log(root: Path) -> tuple[tuple[Record, ...], list[Problem]]:
    """The records of a project and what is wrong with them, as a run reads them."""
    records, problems = load(root).log()
    return records.records, problems


def records_with_status(root: Path, status: str) -> tuple[Record, ...]:
    """A project's records, with one of the given status."""
    (root / RECORD).parent.mkdir(parents=True, exist_ok=True)
    (root / RECORD).write_text(f"# 1. A\n\n## Status\n\n{status}\n", encoding="utf-8")
    return log(root)[0]


@pytest.mark.parametrize("name", sorted(LOGS))
def test_what_is_remembered_is_what_was_read(name: str, tmp_path: Path) -> None:
    shutil.copytree(LOGS[name], tmp_path / "docs/decisions")
    read = log(tmp_path)
    project = load(tmp_path)
    texts, _ = project.record_texts()
    cache = project.record_cache()
    assert texts
    assert [path for path, text in texts.items() if cache.get_record(path, text) is None] == []
    assert not cache.changed
    assert log(tmp_path) == read


def test_only_the_same_words_are_remembered(tmp_path: Path) -> None:
    assert [record.status for record in records_with_status(tmp_path, "Accepted")] == ["accepted"]
    assert [record.status for record in records_with_status(tmp_path, "Rejected")] == ["rejected"]
    (tmp_path / RECORD).rename(tmp_path / "docs/decisions/0002-a.md")
    assert [record.number for record in log(tmp_path)[0]] == [2]


def test_only_the_same_rules_are_remembered(tmp_path: Path) -> None:
    records_with_status(tmp_path, "Accepted")
    stored = load(tmp_path).load_cache(RECORD_CACHE)
    assert stored is not None
    assert (
        RecordCache(stored, "other rules").get_record(RECORD, (tmp_path / RECORD).read_text(encoding="utf-8")) is None
    )


@pytest.mark.parametrize("stored", ["", "{", "[]", "null", json.dumps({"key": "", "files": {RECORD: 1}})])
def test_a_memory_that_cannot_be_read_is_made_anew(stored: str, tmp_path: Path) -> None:
    read = records_with_status(tmp_path, "Accepted")
    (tmp_path / ".adr-gen" / RECORD_CACHE).write_text(stored, encoding="utf-8")
    assert log(tmp_path)[0] == read
    assert json.loads((tmp_path / ".adr-gen" / RECORD_CACHE).read_text(encoding="utf-8"))["files"].keys() == {RECORD}


@pytest.mark.parametrize("files", [None, [], {RECORD: 1}, {RECORD: {}}, "no record"])
def test_a_damaged_memory_with_the_right_key_is_made_anew(files: object, tmp_path: Path) -> None:
    read = records_with_status(tmp_path, "Accepted")
    place = tmp_path / ".adr-gen" / RECORD_CACHE
    stored = json.loads(place.read_text(encoding="utf-8"))
    damaged = {RECORD: {"words": stored["files"][RECORD]["words"]}} if files == "no record" else files
    place.write_text(json.dumps({"key": stored["key"], "files": damaged}), encoding="utf-8")
    assert log(tmp_path)[0] == read
    assert json.loads(place.read_text(encoding="utf-8")) == stored


def test_a_project_that_cannot_be_written_to_is_read_all_the_same(tmp_path: Path) -> None:
    (tmp_path / ".adr-gen").write_text("a file where the folder would be", encoding="utf-8")
    assert [record.status for record in records_with_status(tmp_path, "Accepted")] == ["accepted"]
    assert [record.status for record in records_with_status(tmp_path, "Deferred")] == ["deferred"]


def test_what_a_record_was_composed_from_is_stored_when_only_a_relation_changed(tmp_path: Path) -> None:
    (tmp_path / "docs/research").mkdir(parents=True)
    (tmp_path / "docs/research/a.md").write_text("# A\n\n## Recommendation: ADOPT\n\nAdopt it.\n", encoding="utf-8")
    assert len(carry_out(load(tmp_path), prepare(load(tmp_path))).writes) == 1
    newer = "# 2. B\n\n## Status\n\nAccepted\n\nSupersedes ADR-0001\n"
    (tmp_path / "docs/decisions/0002-b.md").write_text(newer, encoding="utf-8")
    assert len(carry_out(load(tmp_path), prepare(load(tmp_path))).writes) == 1
    assert not prepare(load(tmp_path)).cache.changed
    stored = json.loads((tmp_path / ".adr-gen/generate.json").read_text(encoding="utf-8"))
    assert stored["files"]["docs/research/a.md"]["relations"]["superseded_by"] == ["0002-b.md"]


def test_a_related_record_under_another_name_is_linked_anew(tmp_path: Path) -> None:
    text = "---\nrelates: 5\n---\n\n# A\n\n## Recommendation: ADOPT\n\nAdopt it.\n"
    other = put(tmp_path, "docs/decisions/0005-c.md", "# C\n\n## Status\n\nAccepted\n")
    put(tmp_path, "docs/research/a.md", text)
    carry_out(load(tmp_path), prepare(load(tmp_path)))
    other.rename(other.with_name("0005-cc.md"))
    (step,) = carry_out(load(tmp_path), prepare(load(tmp_path))).writes
    assert "* Relates to [ADR-0005](0005-cc.md)\n" in (step.text or "")


def test_the_rules_do_not_count_what_is_no_rule(tmp_path: Path) -> None:
    (tmp_path / "rule.py").write_text("one", encoding="utf-8")
    before = fingerprint(tmp_path)
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__/rule.cpython-311.pyc").write_bytes(b"")
    (tmp_path / ".#rule.py").symlink_to("an editor's lock that leads nowhere")
    assert fingerprint(tmp_path) == before
    (tmp_path / "rule.py").write_text("another", encoding="utf-8")
    assert fingerprint(tmp_path) != before
