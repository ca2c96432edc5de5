"""generate: what it writes, what it never writes, and what survives people."""

import json
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers import environment, run, unprivileged

Project = Callable[[str], Path]

ONE = """
=== docs/research/queue.md
---
title: Which queue
completed: 2026-03-02
tags: [jobs]
---

## Question

Do jobs need a broker?

## Recommendation: REJECT (for now)

**Verdict**: The table is enough.
"""

RECORD = """\
---
number: 1
status: rejected
date: 2026-03-02
tags: [jobs]
source: docs/research/queue.md
digest: DIGEST

---
# Which queue

* Status: rejected
* Date: 2026-03-02
* Qualifier: for now

## Context and Problem Statement

Do jobs need a broker?

## Decision Outcome

The table is enough.

### Recommendation: REJECT (for now)

**Verdict**: The table is enough.
"""


def records(root: Path) -> dict[str, str]:
    """The record files by name, digests blanked."""
    found = sorted((root / "docs/decisions").glob("*.md"))
    return {p.name: re.sub(r"(?m)^digest: .*$", "digest: DIGEST", p.read_text(encoding="utf-8")) for p in found}


def research(title: str, day: str = "2026-01-05", verdict: str = "ADOPT", extra: str = "") -> str:
    """A decided research file."""
    return f"---\ntitle: {title}\ncompleted: {day}\n---\n\n## Goal\n\nChoose {title}.\n\n## Recommendation: {verdict}\n\n{extra}\n"


def write(root: Path, name: str, text: str) -> Path:
    """Write a research file."""
    place = root / "docs/research" / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8", newline="\n")
    return place


def test_a_research_file_becomes_a_record(project: Project) -> None:
    root = project(ONE)
    done = run(root, "generate")
    assert (done.returncode, done.stderr) == (0, "")
    assert records(root) == {"0001-which-queue.md": RECORD}


def test_a_second_run_writes_nothing_and_says_so(project: Project) -> None:
    root = project(ONE)
    run(root, "generate")
    before = (root / "docs/decisions/0001-which-queue.md").stat().st_mtime_ns
    done = run(root, "generate")
    assert done.stdout == "1 research file: 1 decided, 0 undecided, 0 problems; 0 records written\n"
    assert (root / "docs/decisions/0001-which-queue.md").stat().st_mtime_ns == before


def test_check_writes_nothing_and_exits_1_when_something_would_change(project: Project) -> None:
    root = project(ONE)
    assert run(root, "generate", "--check").returncode == 1
    assert not (root / "docs/decisions").exists()
    run(root, "generate")
    assert run(root, "generate", "--check").returncode == 0


def test_diff_shows_the_change_and_writes_nothing(project: Project) -> None:
    root = project(ONE)
    done = run(root, "generate", "--diff")
    assert "+# Which queue\n" in done.stdout
    assert not (root / "docs/decisions").exists()


def test_a_file_on_the_command_line_means_generate(project: Project) -> None:
    root = project(ONE)
    write(root, "other.md", research("Other"))
    done = run(root, "docs/research/queue.md")
    assert done.returncode == 0
    assert list(records(root)) == ["0002-which-queue.md"]  # numbers do not depend on which files were asked for


def test_an_undecided_file_gets_no_record_and_is_counted(project: Project) -> None:
    root = project("=== docs/research/open.md\n# Open\n\n## Findings\n\nWe looked at it.\n")
    done = run(root, "generate")
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1] == "1 research file: 0 decided, 1 undecided, 0 problems; 0 records written"
    assert records(root) == {}


def test_adr_false_leaves_a_file_out(project: Project) -> None:
    root = project(ONE.replace("tags:", "adr: false\ntags:"))
    done = run(root, "generate")
    assert done.stdout == "1 research file: 0 decided, 0 undecided, 1 left out, 0 problems; 0 records written\n"


def test_new_records_are_numbered_by_date_then_path(project: Project) -> None:
    root = project("=== docs/decisions/0009-by-hand.md\n# By hand\n\n## Status\n\nAccepted\n")
    write(root, "a.md", research("Late", "2026-05-01"))
    write(root, "b.md", research("Early", "2025-05-01"))
    write(root, "c.md", research("Also late", "2026-05-01"))
    run(root, "generate")
    assert list(records(root)) == ["0009-by-hand.md", "0010-early.md", "0011-late.md", "0012-also-late.md"]


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
    assert run(root, "generate").returncode == 0
    (root / "adr-gen.toml").write_text('template = "t.j2"\n', encoding="utf-8")
    builtin = Path(__file__).parent.parent / "adr_gen/templates/record.md.j2"
    (root / "t.j2").write_text(builtin.read_text(encoding="utf-8").replace("* Status", "* Status"), encoding="utf-8")
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
    for words in ("ADR201", "research file", "adr-gen detach 1", "--force"):
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


def test_a_new_template_rewrites_records_that_nobody_edited(project: Project) -> None:
    root = project(ONE)
    run(root, "generate")
    builtin = (Path(__file__).parent.parent / "adr_gen/templates/record.md.j2").read_text(encoding="utf-8")
    (root / "adr-gen.toml").write_text('template = "t.j2"\n', encoding="utf-8")
    (root / "t.j2").write_text(builtin.replace("* Status:", "* Owner: us\n* Status:"), encoding="utf-8")
    assert run(root, "generate").returncode == 0
    assert "* Owner: us\n* Status: rejected\n" in records(root)["0001-which-queue.md"]
    assert run(root, "check").returncode == 0


@pytest.mark.parametrize(("text", "words"), [("{% if %}", "line 1"), ("{{ record.nonsense }}", "nonsense")])
def test_a_template_that_fails_is_a_broken_set_up(text: str, words: str, project: Project) -> None:
    root = project(ONE)
    (root / "adr-gen.toml").write_text('template = "t.j2"\n', encoding="utf-8")
    (root / "t.j2").write_text(text, encoding="utf-8")
    done = run(root, "generate")
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_a_deleted_research_file_leaves_its_record_and_is_a_problem(project: Project) -> None:
    root = project(ONE)
    run(root, "generate")
    (root / "docs/research/queue.md").unlink()
    done = run(root, "generate")
    assert done.returncode == 1
    assert done.stderr.startswith("docs/decisions/0001-which-queue.md:1: ADR203 ")
    assert records(root) == {"0001-which-queue.md": RECORD}


def test_a_file_that_becomes_undecided_leaves_its_record_and_is_a_problem(project: Project) -> None:
    root = project(ONE)
    run(root, "generate")
    write(root, "queue.md", "---\ntitle: Which queue\n---\n\n## Question\n\nDo jobs need a broker?\n")
    done = run(root, "generate")
    assert done.returncode == 1
    assert "ADR206" in done.stderr
    assert records(root) == {"0001-which-queue.md": RECORD}


def test_a_superseded_record_says_so_and_links(project: Project) -> None:
    root = project(ONE)
    run(root, "generate")
    write(root, "later.md", research("Later", "2026-06-01").replace("completed", "supersedes: ADR-0001\ncompleted"))
    assert run(root, "generate").returncode == 0
    old, new = records(root).values()
    assert "status: superseded\n" in old
    assert "* Superseded by [ADR-0002](0002-later.md)\n" in old
    assert "* Supersedes [ADR-0001](0001-which-queue.md)\n" in new
    shown = json.loads(run(root, "list", "--json").stdout)
    assert [(r["status"], r["supersedes"], r["superseded_by"]) for r in shown] == [
        ("superseded", [], [2]),
        ("accepted", [1], []),
    ]
    assert run(root, "generate").stdout.endswith("0 records written\n")


def test_links_are_rewritten_for_the_place_of_the_record(project: Project) -> None:
    links = """\
See [other](./other.md#findings), [why](other.md#goal), ![shot](img/a.png "t"), [code](../../src/x.py), [mail](mailto:a@b.c),
[ref], [here](#goal), `[not](other.md)` and <img src="img/b.png" alt="b">.

```md
[not](other.md)
```

[ref]: other.md "Other"
"""
    root = project("=== src/x.py\n=== docs/research/img/a.png\n=== docs/research/img/b.png\n")
    write(root, "one.md", research("One", extra=f"Adopt it.\n\n{links}"))
    write(root, "other.md", research("Other", extra="## Findings\n\nx\n"))
    assert run(root, "generate").returncode == 0
    text = records(root)["0001-one.md"]
    expected = (
        links.replace("./other.md#findings", "0002-other.md#findings")
        .replace("(other.md#goal)", "(0002-other.md#context-and-problem-statement)")
        .replace("(img/a.png", "(../research/img/a.png")
        .replace('"img/b.png"', '"../research/img/b.png"')
        .replace("]: other.md", "]: 0002-other.md")
        .replace("(#goal)", "(#context-and-problem-statement)")
    )
    assert expected in text
    assert run(root, "check").stderr == ""
    (root / "docs/research/done").mkdir()
    (root / "docs/research/other.md").rename(root / "docs/research/done/other.md")
    write(root, "one.md", research("One", extra=links.replace("./other.md", "done/other.md")))
    run(root, "generate")
    assert "(0002-other.md#findings)" in records(root)["0001-one.md"]


def test_same_input_gives_the_same_bytes_anywhere(project: Project, tmp_path: Path) -> None:
    root = project(ONE)
    write(root, "zz.md", research("Ärger — naïve", "2026-02-02", extra="- a\n- b"))
    copy = tmp_path / "elsewhere" / "deep"
    shutil.copytree(root, copy)
    run(root, "generate", LC_ALL="C", TZ="UTC", PYTHONHASHSEED="1")
    run(copy, "generate", LC_ALL="tr_TR.UTF-8", TZ="Asia/Tokyo", PYTHONHASHSEED="2")
    first = {p.name: p.read_bytes() for p in (root / "docs/decisions").glob("*")}
    assert first == {p.name: p.read_bytes() for p in (copy / "docs/decisions").glob("*")}
    assert len(first) == 2


def test_a_run_that_is_killed_leaves_whole_files(project: Project) -> None:
    root = project("=== docs/research/\n")
    for number in range(120):
        write(root, f"f{number:03}.md", research(f"Title {number}", extra=f"Word {number}.\n\n" * 60))
    run(root, "generate")
    whole = records(root)
    for number in range(120):
        write(root, f"f{number:03}.md", research(f"Title {number}", extra=f"Other {number}.\n\n" * 60))
    environ = {k: v for k, v in environment().items() if not k.startswith("COVERAGE")}
    for delay in (0.3, 0.5, 0.7):
        process = subprocess.Popen(
            [sys.executable, "-m", "adr_gen", "generate"],
            cwd=root,
            env=environ,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(delay)
        process.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
        process.wait()
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
    command = [sys.executable, "-m", "adr_gen", "generate"]
    running = [subprocess.Popen(command, cwd=root, env=environment(), stdout=subprocess.PIPE) for _ in range(2)]
    written = [process.communicate()[0].decode().split()[-3] for process in running]
    assert sorted(written) == ["0", "40"]
    assert len(records(root)) == 40


def test_a_folder_that_cannot_be_written_is_a_problem(project: Project) -> None:
    root = project(ONE + "=== docs/decisions/\n")
    (root / "docs/decisions").chmod(0o500)
    done = run(root, "generate", before=tuple(unprivileged()))
    (root / "docs/decisions").chmod(0o700)
    assert done.returncode == 1
    assert "ADR207" in done.stderr


def test_a_record_that_cannot_be_read_keeps_its_number_and_the_others_are_written(project: Project) -> None:
    root = project(ONE + "=== docs/decisions/0002-other.md/\n")
    done = run(root, "generate")
    assert done.returncode == 1
    assert done.stderr.startswith("docs/decisions/0002-other.md: ADR004 ")
    assert sorted(p.name for p in (root / "docs/decisions").iterdir()) == ["0002-other.md", "0003-which-queue.md"]
