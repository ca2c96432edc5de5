"""What generate remembers of its records spares the site reading them; it is never trusted over the files."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from adr_gen.generate.facts import record_on_disk
from adr_gen.generate.run import remembered
from adr_gen.model import Conditions, Status
from adr_gen.project import load
from adr_gen.records import read, status_before
from tests.support import sample
from tests.support.copies import copied
from tests.support.helpers import put, run

OLD, MEMORY = "docs/decisions/0001-queue.md", ".adr-gen/generate.json"
Said = tuple[Status | None, Conditions | None]
TWO = """
=== adr-gen.toml
=== docs/research/queue.md
---
completed: 2026-01-01
---

# Queue

## Recommendation: REJECT (for now)

Not yet. Reconsider once `pypi:queue >= 2` is out, or by 2027-03-01.
=== docs/research/again.md
---
completed: 2026-02-01
supersedes: queue.md
---

# Queue again

## Recommendation: ADOPT

Take it.
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Sixty research files in all their forms, and their records."""
    return copied(tmp_path / "project", _generated)


def _generated(root: Path) -> None:
    put(root, "adr-gen.toml", "")
    sample.write(root, 60)
    run(root, "generate")


def memory(root: Path) -> dict[str, Said]:
    """The old status and the conditions of each record that generate remembers."""
    project = load(root)
    files = [record_on_disk(path, text) for path, text in project.record_texts()[0].items()]
    entries = {file.path: remembered(project).made(file.source, file.text) for file in files}
    return {path: (entry.status, entry.conditions) for path, entry in entries.items() if entry}


def exported(root: Path, name: str) -> dict[str, bytes]:
    """The files of an export, by their paths."""
    assert run(root, "export", root.parent / name).returncode == 0
    files = (path for path in (root.parent / name).rglob("*") if path.is_file())
    return {path.relative_to(root.parent / name).as_posix(): path.read_bytes() for path in files}


def test_what_is_remembered_of_a_record_is_what_reading_it_finds(root: Path) -> None:
    texts, _ = load(root).record_texts()
    records = {path: read(path, text, "docs/decisions").record for path, text in texts.items()}
    assert memory(root) == {path: (status_before(texts[path]), one.conditions) for path, one in records.items()}
    assert any(one.status == "superseded" for one in records.values())


def test_the_site_is_the_same_without_a_memory(root: Path) -> None:
    with_memory = exported(root, "with")
    (root / MEMORY).unlink()
    assert exported(root, "without") == with_memory


def test_a_record_that_somebody_edited_is_read(project: Callable[[str], Path]) -> None:
    root = project(TWO)
    run(root, "generate")
    assert memory(root)[OLD][0] == "rejected"
    place = root / OLD
    place.write_text(place.read_text("utf-8").replace("`pypi:queue >= 2`", "`pypi:queue >= 3`"), encoding="utf-8")
    assert OLD not in memory(root)
    log = json.loads(exported(root, "edited")["decisions.json"])
    assert log["records"][0]["revisit"]["triggers"][0]["check"] == ["pypi:queue >= 3"]


def test_a_template_of_the_projects_own_may_say_conditions_otherwise(project: Callable[[str], Path]) -> None:
    root = project(TWO)
    run(root, "generate")
    ours = "{{ record.title }}\n{% for section in sections %}\n{{ section }}\n{% endfor %}"
    head = "---\nnumber: {{ record.number }}\nstatus: {{ status }}\nsource: {{ record.source }}\ndigest: DIGEST\n\n---\n\n# "
    put(root, "ours.md.j2", head + ours)
    put(root, "adr-gen.toml", 'template = "ours.md.j2"\n')
    run(root, "generate")
    assert memory(root)[OLD] == ("rejected", None)


@pytest.mark.parametrize(
    ("part", "wrong"),
    [
        (("conditions", "review_by"), "2027-13-01"),
        (("conditions", "logic"), "some"),
        (("conditions", "triggers"), [{"text": "x"}]),
        (("facts", "status"), 5),
        (("record",), "0" * 24),
    ],
)
def test_a_damaged_memory_is_none(part: tuple[str, ...], wrong: object, project: Callable[[str], Path]) -> None:
    root = project(TWO)
    run(root, "generate")
    good, whole = exported(root, "good"), memory(root)
    stored = json.loads((root / MEMORY).read_text("utf-8"))
    entry = stored["files"]["docs/research/queue.md"]
    for name in part[:-1]:
        entry = entry[name]
    entry[part[-1]] = wrong
    put(root, MEMORY, json.dumps(stored))
    assert memory(root) == {path: said for path, said in whole.items() if path != OLD}
    assert exported(root, "damaged") == good


def test_a_status_that_there_is_not_is_not_remembered(project: Callable[[str], Path]) -> None:
    root = project(TWO)
    run(root, "generate")
    good = exported(root, "good")
    put(root, MEMORY, (root / MEMORY).read_text("utf-8").replace('"status": "rejected"', '"status": "red"'))
    assert memory(root)[OLD][0] is None
    assert exported(root, "damaged") == good
