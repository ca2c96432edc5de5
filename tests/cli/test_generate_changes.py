"""generate: what it leaves alone and what it follows when people move, edit or delete what it read or wrote."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import ROOT
from tests.support.decided_research import ONE, records, research, write
from tests.support.helpers import run

Project = Callable[[str], Path]


@pytest.mark.parametrize(
    "change",
    [
        lambda root: (root / "docs/research/queue.md").rename(root / "docs/research/073-queue.md"),
        lambda root: (
            (root / "docs/research/done").mkdir()
            or (root / "docs/research/queue.md").rename(root / "docs/research/done/queue.md")
        ),
        lambda root: write(root, "queue.md", ONE.split("\n", 2)[2].replace("Which queue", "Another title")),
    ],
    ids=["renamed", "moved", "retitled"],
)
def test_a_record_keeps_number_and_name(project: Project, change: Callable[[Path], object]) -> None:
    root = project(ONE)
    run(root, "generate")
    change(root)
    done = run(root, "generate")
    assert (done.returncode, done.stderr) == (0, "")
    assert list(records(root)) == ["0001-which-queue.md"]
    assert run(root, "generate").stdout.endswith("0 records written\n")


def test_a_file_moved_and_edited_at_once_is_known_by_its_name_or_title(project: Project) -> None:
    root = project(ONE)
    run(root, "generate")
    text = (root / "docs/research/queue.md").read_text(encoding="utf-8")
    (root / "docs/research/queue.md").unlink()
    write(root, "done/queue.md", text.replace("enough", "plenty"))
    run(root, "generate")
    text = (root / "docs/research/done/queue.md").read_text(encoding="utf-8")
    (root / "docs/research/done/queue.md").unlink()
    write(root, "old/073-broker.md", text.replace("plenty", "fine"))
    run(root, "generate")
    assert list(records(root)) == ["0001-which-queue.md"]
    assert "source: docs/research/old/073-broker.md\n" in records(root)["0001-which-queue.md"]


def test_a_move_that_could_be_two_is_a_problem_that_names_both(project: Project) -> None:
    root = project("=== docs/research/\n")
    for name in ("a/same.md", "b/same.md"):
        write(root, name, research(f"Title {name[0]}", extra=f"Words {name[0]}."))
    run(root, "generate")
    before = records(root)
    for name in ("a/same.md", "b/same.md"):
        (root / "docs/research" / name).unlink()
    write(root, "c/same.md", research("A third title"))
    done = run(root, "generate")
    assert done.returncode == 1
    assert records(root) == before
    assert "ADR204" in done.stderr
    assert "0001-title-a.md" in done.stderr
    assert "0002-title-b.md" in done.stderr


def test_an_edit_by_hand_survives_regenerating_and_the_template(project: Project) -> None:
    root = project(ONE)
    run(root, "generate")
    record = root / "docs/decisions/0001-which-queue.md"
    edited = record.read_text(encoding="utf-8") + "\nA note by hand.\n"
    record.write_text(edited, encoding="utf-8", newline="\n")
    done = run(root, "generate")
    assert (done.returncode, done.stdout.splitlines()[2:3]) == (0, ["edited by you: left as it is"])
    (root / "adr-gen.toml").write_text('template = "t.j2"\n', encoding="utf-8")
    builtin = ROOT / "adr_gen/templates/record.md.j2"
    (root / "t.j2").write_text(builtin.read_text(encoding="utf-8").replace("* Status", "- Status"), encoding="utf-8")
    assert run(root, "generate").returncode == 0
    assert record.read_text(encoding="utf-8") == edited
    title = json.loads(run(root, "list", "--json").stdout)[0]["title"]
    assert title == "Which queue"


def test_an_edited_record_whose_research_changes_is_kept_and_the_ways_out_are_named(project: Project) -> None:
    root = project(ONE)
    run(root, "generate")
    record = root / "docs/decisions/0001-which-queue.md"
    edited = record.read_text(encoding="utf-8").replace("# Which queue", "# Which queue, really")
    record.write_text(edited, encoding="utf-8", newline="\n")
    source = root / "docs/research/queue.md"
    source.write_text(source.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8", newline="\n")
    done = run(root, "generate")
    assert done.returncode == 1
    assert record.read_text(encoding="utf-8") == edited
    for words in ("ADR201", "research file", "adr-gen resolve 1"):
        assert words in done.stderr
    assert run(root, "generate", "--force").returncode == 0
    assert "\nMore.\n" in record.read_text(encoding="utf-8")


def test_line_ends_and_trailing_space_are_no_edit(project: Project) -> None:
    root = project(ONE)
    run(root, "generate")
    record = root / "docs/decisions/0001-which-queue.md"
    record.write_bytes(record.read_bytes().replace(b"\n", b" \r\n"))
    source = root / "docs/research/queue.md"
    source.write_text(source.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8", newline="\n")
    assert run(root, "generate").returncode == 0
    assert record.read_text(encoding="utf-8").endswith("More.\n")


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_a_record_with_a_byte_order_mark_is_the_record_it_was(end: str, project: Project) -> None:
    root = project(ONE)
    run(root, "generate")
    record = root / "docs/decisions/0001-which-queue.md"
    marked = "\ufeff" + record.read_text(encoding="utf-8").replace("\n", end)
    record.write_bytes(marked.encode())
    done = run(root, "generate")
    assert (done.stdout, done.stderr) == (
        "1 research file: 1 decided, 0 undecided, 0 problems; 0 records written\n",
        "",
    )
    assert [place.read_bytes() for place in record.parent.iterdir()] == [marked.encode()]
    assert run(root, "detach", "1").returncode == 0


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_an_edited_record_whose_research_moved_changes_in_one_path(end: str, project: Project) -> None:
    root = project(ONE)
    run(root, "generate")
    record = root / "docs/decisions/0001-which-queue.md"
    edited = (record.read_text(encoding="utf-8") + "\nBy hand.\n").replace("\n", end)
    record.write_bytes(edited.encode())
    (root / "docs/research/queue.md").rename(root / "docs/research/broker.md")
    assert run(root, "generate").returncode == 0
    assert record.read_bytes().decode() == edited.replace("docs/research/queue.md", "docs/research/broker.md")


@pytest.mark.skipif(os.name == "nt", reason="symbolic links need a privilege on Windows")
def test_a_record_that_is_a_link_stays_one_and_the_file_behind_it_is_written(project: Project) -> None:
    root = project(ONE)
    run(root, "generate")
    record, behind = root / "docs/decisions/0001-which-queue.md", root / "shared/queue.md"
    behind.parent.mkdir()
    record.rename(behind)
    record.symlink_to("../../shared/queue.md")
    source = root / "docs/research/queue.md"
    source.write_text(source.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    assert run(root, "generate").returncode == 0
    assert record.is_symlink()
    assert behind.read_text(encoding="utf-8").endswith("\nMore.\n")


def test_a_new_template_rewrites_records_that_nobody_edited(project: Project) -> None:
    root = project(ONE)
    run(root, "generate")
    builtin = (ROOT / "adr_gen/templates/record.md.j2").read_text(encoding="utf-8")
    (root / "adr-gen.toml").write_text('template = "t.j2"\n', encoding="utf-8")
    (root / "t.j2").write_text(builtin.replace("* Status:", "* Owner: us\n* Status:"), encoding="utf-8")
    assert run(root, "generate").returncode == 0
    assert "* Owner: us\n* Status: rejected\n" in records(root)["0001-which-queue.md"]
    assert run(root, "check").returncode == 0
