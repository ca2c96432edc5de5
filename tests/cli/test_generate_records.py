"""generate: which records it writes of research, what stands in them, and what it never writes."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

from tests.support.decided_research import ONE, RECORD, records, research, write
from tests.support.helpers import put, run

Project = Callable[[str], Path]


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
    done = run(root, "generate", "--check")
    assert done.returncode == 1
    assert done.stdout.endswith("1 record would be written; run `adr-gen generate` and commit the result\n")
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


def test_a_superseded_record_says_so_and_links(project: Project) -> None:
    root = project(ONE)
    run(root, "generate")
    write(root, "later.md", research("Later", "2026-06-01").replace("completed", "supersedes: ADR-0001\ncompleted"))
    told = run(root, "generate").stdout.splitlines()[1:3]
    assert [line.split() for line in told] == [
        ["new", "0002-later.md", "accepted"],
        ["changed", "0001-which-queue.md", "superseded"],
    ]
    old, new = records(root).values()
    assert "status: superseded by ADR-0002\n" in old
    assert "* Status: superseded by [0002-later](0002-later.md)\n" in old
    assert old.count("0002") == 3, "the successor is named once in each place"
    assert "* Supersedes [ADR-0001](0001-which-queue.md)\n" in new
    shown = json.loads(run(root, "list", "--json").stdout)
    assert [(r["status"], r["supersedes"], r["superseded_by"]) for r in shown] == [
        ("superseded", [], [2]),
        ("accepted", [1], []),
    ]
    assert run(root, "generate").stdout.endswith("0 records written\n")


def test_a_research_file_without_a_record_is_no_record_by_its_number(project: Project) -> None:
    root = project(ONE + "=== docs/research/073-old.md\n# Old\n\nWe looked at it.\n")
    later = research("Later", "2026-06-01").replace("completed", "revisits: docs/research/073-old.md\ncompleted")
    write(root, "later.md", later)
    write(root, "open.md", "---\nrevisits: 073-old.md\n---\n# Open\n")
    put(root, "docs/decisions/0073-other.md", "# Other\n\n* Status: accepted\n")
    run(root, "generate")
    done = run(root, "check")
    assert (done.returncode, done.stderr) == (0, "")
    shown = json.loads(run(root, "list", "--json").stdout)
    assert [(r["number"], r["status"], r["revisits"]) for r in shown] == [
        (73, "accepted", []),
        (74, "rejected", []),
        (75, "accepted", []),
    ]
    assert run(root, "reopen", "73", "--by", "Ana").returncode == 0, "its question is not open already"


def test_a_bullet_that_says_something_else_than_the_front_matter_is_a_problem(project: Project) -> None:
    root = project(ONE)
    run(root, "generate")
    record = root / "docs/decisions/0001-which-queue.md"
    whole = record.read_text(encoding="utf-8")
    front = whole.replace("status: rejected", "status: deferred")
    edited = front.replace("* Status: rejected", "* Status: accepted").replace(
        "* Date: 2026-03-02", "* Date: 2026-03-03"
    )
    record.write_text(edited, encoding="utf-8")
    ways = "in the front matter, which is what counts; change both, or undo that and change the research file"
    problems = [
        f"docs/decisions/0001-which-queue.md:{line}: ADR106 the list says `{bullet}`, and there is `{stated}` {ways} "
        "(in docs/research/queue.md)"
        for line, bullet, stated in (
            (12, "Status: accepted", "status: deferred"),
            (13, "Date: 2026-03-03", "date: 2026-03-02"),
        )
    ]
    assert [line for line in run(root, "check").stderr.splitlines() if "ADR106" in line] == problems
    (summary,) = json.loads(run(root, "generate", "--json").stdout)["files"]
    assert (summary["action"], summary["status"]) == ("kept", "deferred")
    record.write_text(front.replace("Status: rejected", "Status: deferred"), encoding="utf-8")
    assert "ADR106" not in run(root, "check").stderr


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
