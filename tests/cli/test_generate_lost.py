"""`adr-gen generate` where a record lost its lines, or its research is gone or says nothing any more."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.decided_research import ONE, RECORD, records, research, write
from tests.support.helpers import git, run

Project = Callable[[str], Path]

LOST = {
    "digest": (
        "comes from docs/research/queue.md, and its line `digest:` is gone, so nothing tells whether it was edited; "
        "put the line back, or own this one by hand with `adr-gen detach 1`"
    ),
    "source": (
        "generated (it has `digest:`), and its line `source:` is gone; add `source: docs/research/queue.md`. "
        "To own the record by hand, run `adr-gen detach 1` after that"
    ),
}


@pytest.mark.parametrize("changed", [False, True])
@pytest.mark.parametrize("key", LOST)
def test_a_record_that_lost_its_tie_gets_no_twin(key: str, changed: bool, project: Project) -> None:
    root = project(ONE)
    run(root, "generate")
    record = root / "docs/decisions/0001-which-queue.md"
    whole = record.read_text(encoding="utf-8")
    record.write_text("".join(line for line in whole.splitlines(True) if not line.startswith(key)), encoding="utf-8")
    if changed:
        write(root, "queue.md", (root / "docs/research/queue.md").read_text(encoding="utf-8") + "\nMore.\n")
    problem = f"docs/decisions/0001-which-queue.md:1: ADR209 {LOST[key]}\n"
    for command in (["generate"], ["generate", "--force"], ["docs/research/queue.md"], ["check"]):
        done = run(root, *command)
        assert (done.returncode, done.stderr.partition("\n")[0] + "\n", list(records(root))) == (
            1,
            problem,
            [record.name],
        )
    record.write_text(whole, encoding="utf-8")
    assert run(root, "generate").returncode == 0


def test_a_record_that_lost_its_digest_can_be_owned_by_hand_also_beside_a_twin(project: Project) -> None:
    root = project(ONE)
    run(root, "generate")
    record = root / "docs/decisions/0001-which-queue.md"
    (root / "docs/decisions/0002-twin.md").write_text(record.read_text(encoding="utf-8"), encoding="utf-8")
    text = record.read_text(encoding="utf-8")
    record.write_text(
        "".join(line for line in text.splitlines(True) if not line.startswith("digest")), encoding="utf-8"
    )
    assert run(root, "check").stderr == (
        "docs/decisions/0001-which-queue.md:1: ADR205 docs/decisions/0002-twin.md and this record both come from "
        "docs/research/queue.md; delete one, or own this one by hand with `adr-gen detach 1`\n"
    )
    assert run(root, "detach", "1").stdout.endswith("queue.md: still the source of docs/decisions/0002-twin.md\n")
    assert run(root, "check").stderr == ""


def test_a_deleted_research_file_leaves_its_record_and_is_a_problem(project: Project) -> None:
    root = project(ONE)
    run(root, "generate")
    (root / "docs/research/queue.md").unlink()
    done = run(root, "generate")
    assert done.returncode == 1
    assert done.stderr == (
        "docs/decisions/0001-which-queue.md:1: ADR203 its research file docs/research/queue.md is gone: put it back; "
        "if it moved and changed, write its new path into `source:` here and run `adr-gen generate --force PATH`; "
        "else delete this record, or own it by `adr-gen detach 1`\n"
    )
    assert records(root) == {"0001-which-queue.md": RECORD}


@pytest.mark.parametrize("edited", [False, True])
def test_a_file_that_changed_beyond_recognition_is_found_by_what_the_problem_says(
    edited: bool, project: Project
) -> None:
    root = project(ONE)
    run(root, "generate")
    record = root / "docs/decisions/0001-which-queue.md"
    if edited:
        record.write_text(record.read_text(encoding="utf-8") + "\nBy hand.\n", encoding="utf-8")
    text = (root / "docs/research/queue.md").read_text(encoding="utf-8")
    (root / "docs/research/queue.md").unlink()
    write(root, "later/broker.md", text.replace("Which queue", "Which broker"))
    command = ["generate", *([] if edited else ["--force"]), "docs/research/later/broker.md"]
    message = (
        "if it moved and changed (perhaps to docs/research/later/broker.md; docs/decisions/0002-which-broker.md is "
        f"not needed then), write its new path into `source:` here and run `adr-gen {' '.join(command)}`;"
    )
    assert message in run(root, "check").stderr
    assert message in run(root, "generate").stderr
    (root / "docs/decisions/0002-which-broker.md").unlink()
    old = record.read_text(encoding="utf-8")
    record.write_text(old.replace("research/queue.md", "research/later/broker.md"), encoding="utf-8")
    done = run(root, *command)
    assert done.returncode == (1 if edited else 0)
    assert list(records(root)) == ["0001-which-queue.md"]
    assert ("By hand." if edited else "# Which broker") in record.read_text(encoding="utf-8")


def test_a_path_in_a_command_that_is_advised_is_quoted_where_a_shell_needs_it(project: Project) -> None:
    root = project(ONE)
    run(root, "generate")
    (root / "docs/research/queue.md").unlink()
    write(root, "big & new.md", research("Broker"))
    assert "`adr-gen generate --force 'docs/research/big & new.md'`" in run(root, "generate").stderr


def test_two_files_that_are_new_are_not_guessed_between(project: Project) -> None:
    root = project(ONE)
    run(root, "generate")
    (root / "docs/research/queue.md").unlink()
    for name in ("One", "Two"):
        write(root, f"{name}.md", research(name))
    assert "perhaps" not in run(root, "generate").stderr


def test_a_file_that_becomes_undecided_leaves_its_record_and_is_a_problem(project: Project) -> None:
    root = project(ONE)
    run(root, "generate")
    write(root, "queue.md", "---\ntitle: Which queue\n---\n\n## Question\n\nDo jobs need a broker?\n")
    done = run(root, "generate")
    assert done.returncode == 1
    assert "ADR206" in done.stderr
    assert records(root) == {"0001-which-queue.md": RECORD}


def test_a_deleted_record_comes_back_under_the_number_that_the_commit_has(project: Project) -> None:
    root = project(ONE)
    run(root, "generate")
    write(root, "cache.md", research("Which cache"))
    run(root, "generate")
    git(root, "init", "--quiet")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "log")
    before = records(root)
    (root / "docs/decisions/0001-which-queue.md").unlink()
    write(root, "bus.md", research("Which bus", day="2020-01-01"))
    run(root, "generate")
    assert records(root) == before | {"0003-which-bus.md": records(root)["0003-which-bus.md"]}
    # a number that somebody else took meanwhile is not taken away
    (root / "docs/decisions/0001-which-queue.md").unlink()
    (root / "docs/decisions/0001-by-hand.md").write_text("# By hand\n\nStatus: accepted\n")
    run(root, "generate")
    assert [*records(root)] == [
        "0001-by-hand.md",
        "0002-which-cache.md",
        "0003-which-bus.md",
        "0004-which-queue.md",
    ]
