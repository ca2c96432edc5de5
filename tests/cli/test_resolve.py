"""`adr-gen resolve`: a record that was edited while its research changed, its two changes, and the ways out."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.conflicts import (
    BOTH,
    COSTS,
    FREE,
    NIGHT,
    PROBLEM,
    RECORD,
    RESEARCH,
    TEXT,
    change,
    change_both,
    commit,
    log,
    text,
    texts_laid_aside,
)
from tests.support.helpers import git, put, run

__all__ = ["log"]  # a fixture


def test_the_problem_shows_both_changes(log: Path) -> None:
    change_both(log)
    for command in ("generate", "check"):
        done = run(log, command)
        assert (done.returncode, done.stderr) == (1, PROBLEM + BOTH)
    (problem,) = json.loads(run(log, "check", "--format", "json").stdout)
    assert problem["message"].endswith(BOTH.rstrip())
    assert "%0A    the research's, since then:" in run(log, "check", "--format", "github").stdout


def test_many_changes_are_cut_short(log: Path) -> None:
    change(log, RECORD, NIGHT)
    put(log, RESEARCH, TEXT.replace("It costs nothing.", "\n\n".join(f"Cost {n}: {'x' * 200}" for n in range(9))))
    lines = run(log, "generate").stderr.splitlines()
    assert lines[-1] == "        … and 2 more: `adr-gen generate --diff`"
    assert max(map(len, lines[4:])) == 108


def test_a_diff_shows_both_changes_whole(log: Path) -> None:
    change_both(log)
    lines = run(log, "generate", "--diff").stdout.splitlines()
    assert [line for line in lines if line.startswith(("+", "-"))] == [
        f"--- {RECORD}",
        f"+++ {RECORD} (yours, since it was generated)",
        *(f"{sign}{words}" for sign, words in zip("-+", NIGHT, strict=True)),
        f"--- {RECORD}",
        f"+++ {RECORD} (the research's, since then)",
        *(f"{sign}{words}" for sign, words in zip("-+", COSTS, strict=True)),
    ]


def test_mine_is_kept_and_owned_by_hand(log: Path) -> None:
    change_both(log)
    assert run(log, "resolve", "1", "--mine").stdout == (
        f"{RECORD}: yours now; adr-gen never writes it again\n{RESEARCH}: says `adr: false` now\n"
    )
    assert NIGHT[1] in text(log)
    assert run(log, "generate").returncode == 0


def test_the_research_is_taken_and_mine_lies_aside(log: Path) -> None:
    mine = text(change_both(log))
    done = run(log, "resolve", "1", "--research")
    assert (done.returncode, done.stdout.splitlines()[1]) == (0, f"{RECORD}: is generated again")
    assert done.stdout.startswith(".adr-gen/replaced/0001-which-queue-")
    assert (texts_laid_aside(log), NIGHT[1] in text(log), COSTS[1] in text(log)) == ([mine], False, True)
    assert run(log, "generate", "--check").returncode == 0


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_changes_that_do_not_overlap_are_merged_when_asked(end: str, log: Path) -> None:
    change_both(log)
    put(log, RECORD, text(log).replace("\n", end))
    mine = (log / RECORD).read_bytes().decode()
    done = run(log, "resolve", "ADR-0001", "--merge")
    assert (done.returncode, done.stdout.splitlines()[1]) == (
        0,
        f"{RECORD}: holds both changes; read it once more, and run `adr-gen check`",
    )
    merged = (log / RECORD).read_bytes().decode()
    assert (NIGHT[1] in merged, COSTS[1] in merged, merged.count(end)) == (True, True, merged.count("\n"))
    assert texts_laid_aside(log) == [mine.replace("\r\n", "\n")]
    assert [run(log, *command).returncode for command in (("check",), ("generate",))] == [0, 0]
    assert (log / RECORD).read_bytes().decode() == merged


def test_what_overlaps_stands_between_markers_and_nothing_is_read_until_they_are_gone(log: Path) -> None:
    change_both(log, FREE)
    done = run(log, "resolve", "1", "--merge")
    assert done.returncode == 1
    assert f"{RECORD}:31: both texts stand between conflict markers; keep what is right" in done.stdout
    marked = f"<<<<<<< yours\n{FREE[1]}\n=======\n{COSTS[1]}\n>>>>>>> the research file's\n"
    assert marked in text(log)
    for command in ("check", "generate"):
        done = run(log, command)
        assert (done.returncode, f"{RECORD}:31: ADR001 a merge conflict" in done.stderr) == (1, True)
    assert marked in text(log)
    assert f"{RECORD}:31: a merge conflict" in run(log, "resolve", "1", "--research").stderr
    put(log, RECORD, text(log).replace(marked, "It costs nothing yet, then two euros.\n"))
    assert [run(log, *command).returncode for command in (("check",), ("generate",))] == [0, 0]


def test_the_generated_text_is_made_again_from_committed_research(tmp_path: Path) -> None:
    root = tmp_path / "log"
    put(root, RESEARCH, TEXT)
    git(tmp_path, "init", "-q", str(root))
    run(root, "generate")
    change(root, RECORD, NIGHT)
    commit(root)
    change(root, RESEARCH, COSTS)
    assert run(root, "generate").stderr == PROBLEM + BOTH


def test_a_record_that_moved_is_found_under_its_earlier_name(log: Path) -> None:
    git(log, "mv", RECORD, "docs/decisions/0009-which-queue.md")
    commit(log)
    change(log, "docs/decisions/0009-which-queue.md", NIGHT)
    change(log, RESEARCH, COSTS)
    assert "yours, since it was generated:" in run(log, "generate").stderr


def test_a_text_that_was_only_staged_is_found(tmp_path: Path) -> None:
    root = tmp_path / "log"
    put(root, RESEARCH, TEXT)
    git(tmp_path, "init", "-q", str(root))
    put(root, "x", "x")
    commit(root)
    run(root, "generate")
    git(root, "add", RECORD)
    change_both(root)
    assert run(root, "generate").stderr == PROBLEM + BOTH


@pytest.mark.parametrize("repository", [True, False], ids=["nothing is committed", "no git"])
def test_without_the_generated_text_both_are_compared_and_all_that_differs_overlaps(
    repository: bool, tmp_path: Path
) -> None:
    root = tmp_path / "log"
    put(root, RESEARCH, TEXT)
    if repository:
        git(tmp_path, "init", "-q", str(root))
    run(root, "generate")
    mine = text(change_both(root))
    lines = run(root, "generate").stderr.splitlines()
    why = "git has no commit with the text that was generated, so they are compared"
    assert lines[1:3] == [f"    from your text to the research's ({why}):", f"        - {NIGHT[1]}"]
    assert run(root, "resolve", "1", "--merge").returncode == 1
    assert [text(root).count(mark) for mark in ("<<<<<<< yours", ">>>>>>> the research file's")] == [1, 1]
    assert text(root).startswith("---\nnumber: 1\n")
    assert texts_laid_aside(root) == [mine]


@pytest.mark.parametrize(
    ("prepare", "words"),
    [
        (lambda root: None, "nobody edited it; `adr-gen generate` brings it up to date"),
        (lambda root: change(root, RECORD, NIGHT), f"edited by you, and {RESEARCH} did not change since; nothing to resolve"),
        (lambda root: run(root, "detach", "1"), "is written by hand; there is no research file to agree with"),
    ],
    ids=["not edited", "edited alone", "by hand"],
)  # fmt: skip
def test_where_nothing_is_in_conflict_it_says_what_is_there(
    prepare: Callable[[Path], object], words: str, log: Path
) -> None:
    prepare(log)
    before = text(log)
    done = run(log, "resolve", "1", "--research")
    assert (done.returncode, done.stderr, text(log)) == (2, f"adr-gen: {RECORD}: {words}\n", before)


def test_no_line_of_a_diff_is_a_command_to_a_workflow(log: Path) -> None:
    put(log, RESEARCH, TEXT.replace("We run", "::error::x\n\nWe run"))
    run(log, "generate")
    commit(log)
    change_both(log)
    diffs = run(log, "generate", "--diff").stdout + run(log, "generate", "--diff", "--force").stdout
    assert diffs.count("::error::x") == 2
    assert [line for line in diffs.splitlines() if line.lstrip().startswith("::")] == []


def test_a_project_in_a_folder_of_its_repository_has_its_texts_too(tmp_path: Path) -> None:
    root, research = tmp_path / "all/packages/api", "docs/research/[old] queue *.md"
    put(root, research, TEXT)
    put(root, "adr-gen.toml", "")
    git(tmp_path, "init", "-q", str(tmp_path / "all"))
    run(root, "generate")
    change(root, RECORD, NIGHT)
    commit(root)
    change(root, research, COSTS)
    assert run(root, "generate").stderr.endswith(BOTH)


def test_without_a_double_change_nobody_is_asked_for_a_way(tmp_path: Path) -> None:
    put(tmp_path, "docs/research/cache.md", "# A cache\n\n## Decision: adopt\n")
    run(tmp_path, "generate")
    record = "docs/decisions/0001-a-cache.md"
    told = f"adr-gen: {record}: nobody edited it; `adr-gen generate` brings it up to date\n"
    assert run(tmp_path, "resolve", "1").stderr == told
