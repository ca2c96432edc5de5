"""generate: what survives a run that is killed, beside another one, or stopped by a template, a folder or a file."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.decided_research import ONE, records, research, write
from tests.support.forked import Begun
from tests.support.helpers import run
from tests.support.permissions import enforced

Project = Callable[[str], Path]


NONE = "=== docs/research/\n"


@pytest.mark.parametrize(
    ("files", "text", "words"),
    [(ONE, "{% if %}", "line 1"), (ONE, "{{ record.nonsense }}", "nonsense"), (NONE, "{% if %}", "line 1")],
)
def test_a_template_that_fails_is_a_broken_set_up(files: str, text: str, words: str, project: Project) -> None:
    root = project(files)
    (root / "adr-gen.toml").write_text('template = "t.j2"\n', encoding="utf-8")
    (root / "t.j2").write_text(text, encoding="utf-8")
    done = run(root, "generate")
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "marks", [("<<<<<<< HEAD", "=======", ">>>>>>> b"), ("<<<<<<<", "||||||| a", "=======", ">>>>>>>")]
)
def test_a_template_in_conflict_is_a_broken_set_up_and_no_record_is_touched(
    marks: tuple[str, ...], end: str, project: Project
) -> None:
    root = project(ONE)
    assert run(root, "generate").returncode == 0
    before = {place: place.read_bytes() for place in (root / "docs/decisions").iterdir()}
    (root / "adr-gen.toml").write_text('template = "t.j2"\n', encoding="utf-8")
    (root / "t.j2").write_bytes(f"{{{{ record.title }}}}{end}{end.join(marks)}{end}".encode())
    done = run(root, "generate", "--force")
    expected = "adr-gen: t.j2:2: a merge conflict; keep one version of the template\n"
    assert (done.returncode, done.stderr) == (2, expected)
    assert {place: place.read_bytes() for place in (root / "docs/decisions").iterdir()} == before


def test_a_template_that_is_not_there_is_named(project: Project) -> None:
    done = run(project(ONE + '=== adr-gen.toml\ntemplate = "nope.j2"\n'), "generate")
    expected = "adr-gen: the setting template is 'nope.j2': no such file; mend the path, or put it there\n"
    assert (done.returncode, done.stderr) == (2, expected)


def times(root: Path) -> set[tuple[str, int]]:
    """When each record was written last."""
    with os.scandir(root / "docs/decisions") as entries:
        return {(entry.name, entry.stat().st_mtime_ns) for entry in entries if entry.name.endswith(".md")}


def test_a_run_that_is_killed_leaves_whole_files(project: Project) -> None:
    root = project("=== docs/research/\n")
    for number in range(120):
        write(root, f"f{number:03}.md", research(f"Title {number}", extra=f"Word {number}.\n\n" * 20))
    run(root, "generate")
    whole = records(root)
    for number in range(120):
        write(root, f"f{number:03}.md", research(f"Title {number}", extra=f"Other {number}.\n\n" * 20))
    before = times(root)
    for number in (1, 40, 80):
        process = Begun(root, "generate")
        end = time.monotonic() + 60
        while len(times(root) - before) < number:
            assert time.monotonic() < end, process.end()
            time.sleep(0.005)
        process.kill()
        process.end()
        for name, text in records(root).items():
            changed = whole[name].replace("Word", "Other")
            assert text in (whole[name], changed), name
    assert run(root, "generate").returncode == 0
    assert records(root) == {name: text.replace("Word", "Other") for name, text in whole.items()}
    assert not [p for p in (root / "docs").rglob("*") if p.name.startswith(".")]


def test_two_runs_at_once_give_what_one_gives(project: Project) -> None:
    root = project("=== docs/research/\n")
    for number in range(40):
        write(root, f"f{number:03}.md", research(f"Title {number}"))
    begun = [Begun(root, "generate") for _ in range(2)]
    counts = [one.end().stdout.split()[-3] for one in begun]
    assert sorted(counts) == ["0", "40"]
    assert len(records(root)) == 40


def test_a_folder_that_cannot_be_written_is_a_problem(project: Project) -> None:
    root = project(ONE + "=== docs/decisions/\n")
    (root / "docs/decisions").chmod(0o500)
    with enforced():
        done = run(root, "generate")
    (root / "docs/decisions").chmod(0o700)
    assert done.returncode == 1
    assert "ADR207" in done.stderr
    assert done.stdout == "1 research file: 0 decided, 0 undecided, 1 problem; 0 records written\n"


@pytest.mark.parametrize("folder", ["docs/research", "docs/decisions"])
@pytest.mark.parametrize("command", ["generate", "check", "reopen 1", "detach 1", "renumber", "new X"])
def test_a_folder_that_cannot_be_read_stops_the_run_and_is_named(command: str, folder: str, project: Project) -> None:
    root = project(ONE)
    run(root, "generate")
    (root / folder).chmod(0o300 if command == "generate" else 0)
    with enforced():
        done = run(root, *command.split())
    (root / folder).chmod(0o700)
    if (command, folder) == ("new X", "docs/decisions"):
        assert done.returncode == 0
    else:
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith(f"adr-gen: {root / folder}")
        assert done.stderr.endswith(": Permission denied; mend that and run again\n")
    assert list(records(root)) == ["0001-which-queue.md"]


def test_a_record_that_cannot_be_read_keeps_its_number_and_the_others_are_written(project: Project) -> None:
    root = project(ONE + "=== docs/decisions/0002-other.md/\n")
    done = run(root, "generate")
    assert done.returncode == 1
    assert done.stderr.startswith("docs/decisions/0002-other.md: ADR004 ")
    assert sorted(p.name for p in (root / "docs/decisions").iterdir()) == ["0002-other.md", "0003-which-queue.md"]
