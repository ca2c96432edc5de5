"""`adr-gen reopen`: the question again, with the old decision in it and nothing decided, and only once."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from adr_gen.commands.authoring import skeleton
from adr_gen.markdown import parse
from adr_gen.model import Conditions
from adr_gen.monitor import open_again
from adr_gen.project import load
from adr_gen.reading import read
from adr_gen.reviews.stored_review import Review
from tests.support.forked import Begun
from tests.support.helpers import run
from tests.support.permissions import enforced
from tests.support.reopened_log import DAY, HAND, NEW, RESEARCH, log, ok

Make = Callable[[str], Path]
WRITTEN = """\
---
title: "Cache"
created: 2026-08-01
revisits: 1
# supersedes: 1 (without the # if the answer is another choice, also with the same verdict)
tags: ["speed", "a: b"]
---

# Cache

## Question

Does [ADR-0001](../decisions/0001-cache.md) still hold? This is what it says:

> **Cache**: rejected (for now), 2026-01-02
>
> REJECT (for now) because nothing is slow, see [the queue](../decisions/0002-queue.md).
>
> In the way:
>
> * [x] No customer has asked.
> * [ ] No customer needs the [queue](../decisions/0002-queue.md).
>
> Look again when any of:
>
> * (a) pages take a second, see [graphs](https://graphs.example.org/p95)
> * (b) a customer asks
> * (c) `2026-07-01` has come

## What has changed

* (b) has come true:

  > a customer asks
  >
  > 2026-07-31, Bo: Acme did, https://desk.example/7

* (c) has come true:

  > `2026-07-01` has come
  >
  > 2026-08-01, check: 2026-07-01 has come

* (1) is no longer in the way:

  > No customer has asked.
  >
  > 2026-07-31, Bo

## Findings

"""


def test_a_reopened_question_carries_the_old_decision_and_what_has_changed(project: Make) -> None:
    root = project(RESEARCH)
    ok(root, "generate")
    answers = ["--answer", "b=met", "--evidence", "b=Acme did, https://desk.example/7", "--cleared", "1"]
    ok(root, "review", "1", *answers, "--by", "Bo", "--as-of", "2026-07-31")
    lines = ok(root, "reopen", "1", "--by", "Ana", "--as-of", DAY).splitlines()
    text = (root / NEW).read_text(encoding="utf-8")
    assert text[: len(WRITTEN)] == WRITTEN
    assert text[len(WRITTEN) :] == skeleton("x", DAY).partition("## Findings\n\n")[2]
    reviews, problems = load(root).reviews
    (ours,) = [review for review in reviews.all if review.by == "Ana"]
    assert problems == []
    assert ours == Review(1, DAY, "Ana", time=ours.time, outcome="reopened", file="0001-cache.md", path=ours.path)
    assert lines == [f"{ours.path}: reopened", f"{NEW}: written; fill it in, then run `adr-gen {NEW}`"]


def test_it_is_undecided_and_nothing_in_it_is_read_as_a_condition_or_blocker(project: Make) -> None:
    root = project(RESEARCH)
    ok(root, "generate")
    ok(root, "reopen", "1", "--by", "Ana", "--as-of", DAY)
    assert ok(root, "generate").splitlines()[-1] == (
        "3 research files: 2 decided, 1 undecided, 0 problems; 0 records written"
    )
    ok(root, "check")
    result = read(parse((root / NEW).read_text(encoding="utf-8")))
    assert (result.verdict, result.blockers, result.conditions, result.findings) == (None, (), Conditions(), ())
    assert (result.revisits, result.tags) == (("1",), ("speed", "a: b"))
    assert log(root)[1]["revisit"]["state"] == "reopened"


@pytest.mark.parametrize("names", [("Ana Lee",), ("Ana Lee", 'Bo: the "second"', "王")])
def test_who_decided_is_asked_again(names: tuple[str, ...], project: Make) -> None:
    deciders = f"decision-makers: {json.dumps(names)}\n    tags"
    root = project(RESEARCH.replace("tags", deciders, 1))
    ok(root, "generate")
    ok(root, "reopen", "1", "--by", "Cy", "--as-of", DAY)
    assert read(parse((root / NEW).read_text(encoding="utf-8"))).decision_makers == names


def test_answers_of_the_same_command_are_in_the_file(project: Make) -> None:
    root = project(RESEARCH)
    ok(root, "generate")
    flags = ["--answer", "a=met", "--evidence", "a=1.2 s", "--answer", "c=waiting", "--cleared", "2", "--reopen"]
    (shown,) = json.loads(ok(root, "review", "1", *flags, "--by", "Ana", "--as-of", DAY, "--json"))
    text = (root / shown["research"]).read_text(encoding="utf-8")
    assert "## What has changed\n\n* (a) has come true:\n\n  > pages take" in text
    assert "  > 2026-08-01, Ana: 1.2 s\n\n* (2) is no longer in the way:\n" in text
    assert (shown["outcome"], [a["result"] for a in shown["answers"]]) == ("reopened", ["met", "waiting"])
    assert len(list((root / "docs/decisions/reviews").iterdir())) == 1


def test_when_nothing_has_changed_the_section_asks_for_it(project: Make) -> None:
    root = project(HAND)
    ok(root, "reopen", "ADR-0001", "--by", "Ana", "--as-of", "2026-02-01")
    text = (root / "docs/research/003-cache.md").read_text(encoding="utf-8")
    assert (
        "## What has changed\n\n<!-- What is different from then: new facts, new needs, costs that moved. -->\n" in text
    )


@pytest.mark.parametrize("args", [["reopen", "1"], ["review", "1", "--note", "Why not.", "--reopen"]], ids=" ".join)
def test_a_question_whose_review_cannot_be_written_is_not_opened(args: list[str], project: Make) -> None:
    root = project(RESEARCH)
    ok(root, "generate")
    folder = root / "docs/decisions"
    folder.chmod(0o500)
    with enforced():
        done = run(root, *args, "--as-of", DAY, "--by", "Ana")
    folder.chmod(0o700)
    assert (done.returncode, done.stdout) == (2, "")
    assert "cannot be written: Permission denied; allow writing to it" in done.stderr
    assert [path.name for path in (root / "docs/research").iterdir() if path.name.startswith("003")] == []
    assert not (folder / "reviews").exists()


def test_a_question_is_opened_once(project: Make) -> None:
    root = project(RESEARCH)
    ok(root, "generate")
    ok(root, "reopen", "1", "--by", "Ana", "--as-of", DAY)
    before = sorted(root.rglob("*.*"))
    words = f"adr-gen: ADR-0001 is open again already, in {NEW}; decide it there\n"
    for again in (["reopen", "1"], ["review", "1", "--answer", "a=met", "--reopen"]):
        done = run(root, *again, "--by", "Ana", "--as-of", DAY)
        assert (done.returncode, done.stdout, done.stderr) == (2, "", words)
    assert sorted(root.rglob("*.*")) == before


def test_two_at_once_open_a_question_once(project: Make) -> None:
    root = project(RESEARCH)
    ok(root, "generate")
    begun = [Begun(root, "reopen", "1", "--as-of", DAY, "--by", name) for name in ("Ana", "Ben", "Eva")]
    done = [one.end() for one in begun]
    words = f"adr-gen: ADR-0001 is open again already, in {NEW}; decide it there\n"
    assert sorted((one.returncode, one.stderr) for one in done) == [(0, ""), (2, words), (2, words)]
    assert len(list((root / "docs/decisions/reviews").iterdir())) == 1


@pytest.mark.parametrize("day", [DAY, "2999-01-01"])
@pytest.mark.parametrize("args", [["reopen", "1"], ["review", "1", "--answer", "a=met", "--reopen"]], ids=" ".join)
def test_what_was_killed_between_its_two_files_is_completed(args: list[str], day: str, project: Make) -> None:
    root = project(RESEARCH)
    ok(root, "generate")
    ok(root, *args, "--by", "Ana", "--as-of", DAY)
    text = (root / NEW).read_text(encoding="utf-8")
    (review,) = (root / "docs/decisions/reviews").iterdir()
    review.unlink()
    output = ok(root, *args, "--by", "Ana", "--as-of", day)
    assert f"{NEW}: written" in output
    (again,) = (root / "docs/decisions/reviews").iterdir()
    assert "outcome: reopened" in again.read_text(encoding="utf-8")
    assert [path.name for path in (root / "docs/research").iterdir() if path.name.startswith("003")] == [Path(NEW).name]
    assert (root / NEW).read_text(encoding="utf-8") == text
    assert run(root, *args, "--by", "Ana", "--as-of", day).returncode == 2


def test_the_board_says_that_a_question_is_open_again_until_it_is_answered(project: Make) -> None:
    root = project(RESEARCH)
    ok(root, "generate")
    ok(root, "reopen", "1", "--by", "Ana", "--as-of", DAY)
    text = " ".join(run(root, "revisit", "--as-of", DAY).stdout.split())
    assert f"ADR-0001 Cache [rejected for now] open again in {NEW}: decide it there (a)" in text
    assert f"Open again in  {NEW}" in ok(root, "show", "1")
    listed = run(root, "revisit", "--as-of", DAY, "--format", "markdown").stdout
    assert f"(docs/decisions/0001-cache.md) — rejected (for now) — open again in [{NEW}]({NEW})\n" in listed
    answer = (
        (root / NEW)
        .read_text(encoding="utf-8")
        .replace("pending", "done")
        .replace("revisits", "decision: reject\nrevisits")
    )
    (root / NEW).write_text(answer, encoding="utf-8")
    ok(root, "generate")
    assert open_again(load(root), load(root).log()[0]) == {}


@pytest.mark.parametrize("named", ["1", "ADR-0001", "0001-cache.md", "001-cache.md", "[9, 1]"])
def test_however_a_research_file_names_the_record_it_is_the_open_question(named: str, project: Make) -> None:
    root = project(
        RESEARCH + f"    === docs/research/004-mine.md\n    ---\n    revisits: {named}\n    ---\n    # Mine\n"
    )
    ok(root, "generate")
    done = run(root, "reopen", "1", "--by", "Ana")
    words = "adr-gen: ADR-0001 is open again already, in docs/research/004-mine.md; decide it there\n"
    assert (done.returncode, done.stderr) == (2, words)


def test_a_file_that_is_left_out_is_no_open_question(project: Make) -> None:
    front = "    === docs/research/004-mine.md\n    ---\n    revisits: 1\n    adr: false\n    ---\n    # Mine\n"
    root = project(RESEARCH + front)
    ok(root, "generate")
    ok(root, "reopen", "1", "--by", "Ana", "--as-of", DAY)


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["9"], "no record 9; `adr-gen list` shows all"),
        (["x"], "x: not a record's number; write 7, 0007 or ADR-0007"),
    ],
)
def test_only_a_record_can_be_reopened(args: list[str], words: str, project: Make) -> None:
    root = project(HAND)
    done = run(root, "reopen", *args, "--by", "Ana")
    assert (done.returncode, done.stderr) == (2, f"adr-gen: {words}\n")
