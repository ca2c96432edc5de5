"""What the disk holds beside the project: links out of it, what killed runs left, and memories that do not fit."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from adr_gen import files
from tests.support.damage import TEXT, survives
from tests.support.helpers import put, run

Project = Callable[[str], Path]
pytestmark = pytest.mark.skipif(os.name == "nt", reason="links need rights there")


def linked_outside(root: Path, folder: str) -> Path:
    """Put a folder of the project beside it, with a link in its place."""
    there = root.parent / "outside"
    if (root / folder).exists():
        (root / folder).rename(there)
    else:
        there.mkdir()
        (root / folder).parent.mkdir(parents=True, exist_ok=True)
    (root / folder).symlink_to(there)
    return there


def content(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {str(place): place.read_bytes() for place in folder.rglob("*") if place.is_file()}


@pytest.mark.parametrize(
    ("folder", "args", "code"),
    [
        ("docs/decisions", ["generate"], 1),
        ("docs/decisions/reviews", ["review", "7", "--note", "x", "--by", "Ana"], 2),
        ("docs/decisions/reviews", ["reopen", "7", "--by", "Ana"], 2),
        ("docs/research", ["new", "Else"], 2),
        ("docs/research", ["reopen", "7", "--by", "Ana"], 2),
        ("docs", ["generate"], 0),
        ("docs", ["new", "Else"], 2),
        (".adr-gen", ["generate"], 2),
        (".adr-gen", ["new", "Else"], 2),
        (".adr-gen", ["list"], 0),
        (".adr-gen", ["revisit"], 0),
    ],
)
def test_nothing_is_written_over_a_link_out_of_the_project(
    folder: str, args: list[str], code: int, project: Project
) -> None:
    root = project(TEXT)
    there = linked_outside(root, folder)
    before = content(there), sorted(root.glob("docs/*/*"))
    for _ in range(2):
        done = run(root, *args)
        assert done.returncode in (code, 1)
        assert "out of the project" in done.stderr or args[0] in ("list", "revisit")
        assert (content(there), sorted(root.glob("docs/*/*"))) == before


def test_a_file_that_is_a_link_out_of_the_project_stays_a_link(project: Project, tmp_path: Path) -> None:
    root = project(TEXT)
    put(tmp_path, "secret.md", "secret")
    (root / "docs/decisions/0001-a.md").symlink_to(tmp_path / "secret.md")
    for path in ("docs/decisions/0001-a.md", ".adr-gen/x.json"):
        if path.startswith("."):
            files.state(root)
            (root / path).symlink_to(tmp_path / "secret.md")
        with pytest.raises(files.OutsideError):
            files.write(root, path, "mine")
        assert (root / path).is_symlink()
    assert (tmp_path / "secret.md").read_text(encoding="utf-8") == "secret"


def test_the_file_by_which_the_state_folder_ignores_itself_is_made_through_no_link(
    project: Project, tmp_path: Path
) -> None:
    root = project(TEXT)
    (root / ".adr-gen").mkdir()
    (root / ".adr-gen/.gitignore").symlink_to(tmp_path / "made")
    assert run(root, "generate").returncode == 0
    assert not (tmp_path / "made").exists()


def test_a_folder_that_is_a_link_into_the_project_is_written_to(project: Project) -> None:
    root = project(TEXT)
    (root / "docs/decisions").rename(root / "records")
    (root / "docs/decisions").symlink_to("../records")
    assert run(root, "generate").returncode == 0
    assert sorted(place.name for place in (root / "records").iterdir()) == ["0007-by-hand.md", "0008-a.md"]


@pytest.mark.parametrize("args", [["generate"], ["new", "Else"], ["review", "7", "--note", "x", "--by", "Ana"]])
def test_what_killed_runs_left_goes_away(args: list[str], project: Project) -> None:
    root = project(TEXT)
    run(root, "generate")
    for name in ("write-abc", "write-0x1"):
        put(root, f".adr-gen/{name}", "half")
    run(root, *args)
    assert list(root.glob(".adr-gen/write-*")) == []


def test_who_has_the_lock_may_take_it_again_and_write(project: Project) -> None:
    root = project(TEXT)
    with files.lock(root):
        with files.lock(root):
            half = put(root, ".adr-gen/write-mine", "half")
        assert files.write(root, "docs/x.md", "x")
        assert half.exists()
    with files.lock(root):
        assert not half.exists()


def test_what_is_only_remembered_waits_for_nobody(project: Project) -> None:
    from filelock import FileLock

    root = project(TEXT)
    with FileLock(files.state(root) / "lock"):
        assert run(root, "list").returncode == 0
    assert not (root / ".adr-gen/records.json").exists()
    run(root, "list")
    assert (root / ".adr-gen/records.json").exists()


COMMANDS = (["generate"], ["list", "--json"], ["revisit"])


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("generate.json", ["generate"]),
        ("records.json", ["list", "--json"]),
        ("checks.json", ["revisit"]),
    ],
)
def test_a_damaged_memory_ends_nothing_whatever_stands_in_it(name: str, args: list[str], project: Project) -> None:
    survives(project(TEXT), name, *args)


@pytest.mark.parametrize("name", ["generate.json", "records.json", "checks.json"])
@pytest.mark.parametrize(
    "text", ["", "[]", "null", "5", "[" * 100_000, '{"now":' + "[" * 100_000, "\ufeff{}", "\0", '{"key": "\\ud800"}']
)
def test_a_memory_that_is_no_memory_is_made_anew(name: str, text: str, project: Project) -> None:
    root = project(TEXT)
    run(root, "generate")
    plain = [run(root, *args).stdout for args in COMMANDS]
    put(root, f".adr-gen/{name}", text)
    assert [run(root, *args).stdout for args in COMMANDS] == plain
