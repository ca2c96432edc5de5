"""`adr-gen review` by flags, as a script answers: what is written, and what a wrong flag is told."""

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from adr_gen.commands.arguments import when
from adr_gen.errors import UsageError
from adr_gen.reviews.stored_review import Review, fingerprint
from tests.support.helpers import git, run
from tests.support.review_answers import (
    DAY,
    A,
    B,
    C,
    answer,
    files,
    log,
    review_by_flags,
    review_of_cache,
    stored_reviews,
)

__all__ = ["log"]  # a fixture

Make = Callable[[str], Path]


def test_a_script_answers_everything_by_flags(log: Path) -> None:
    args = ["--answer", "a=waiting", "--answer", "B=met", "--evidence", 'b=50 % off, "https://shop.example/?a=b"']
    args += ["--snooze", "c=2027-05-01", "--cleared", "2", "--note", " Looked with Bo. "]
    done = review_by_flags(log, "ADR-0001", *args)
    (place,) = files(log)
    assert (done.returncode, done.stderr) == (0, "")
    assert (
        done.stdout
        == f"{place.relative_to(log)}: met, look again by 2027-01-28, reaffirm or reopen it: `adr-gen review 1`\n"
    )
    assert stored_reviews(log) == [
        review_of_cache(
            answers=(
                answer("a", A, "waiting", "due"),
                answer("b", B, "met", "due", None, '50 % off, "https://shop.example/?a=b"'),
                answer("c", C, "waiting", "met", "2027-05-01"),
            ),
            cleared=(("2", fingerprint("The cache must fit.")),),
        )
    ]


def test_json_shows_the_review_and_its_file(log: Path) -> None:
    done = review_by_flags(log, "2", "--answer", "a=never", "--json")
    (shown,) = json.loads(done.stdout)
    assert re.fullmatch(r"docs/decisions/reviews/0002-2026-08-01-[0-9a-f]{8}\.yml", shown["path"])
    assert (log / shown["path"]).is_file()
    assert shown == {
        "path": shown["path"],
        "research": None,
        "record": 2,
        "date": DAY,
        "by": "Ana",
        "time": shown["time"],
        "note": None,
        "answers": [
            {
                "trigger": "a",
                "condition": fingerprint("jobs are late"),
                "result": "never",
                "seen": "due",
                "until": None,
                "evidence": None,
                "text": "jobs are late",
            }
        ],
        "cleared": [],
        "outcome": None,
        "next": None,
        "file": "0002-queue.md",
    }


def test_reaffirming_counts_what_pressed_as_seen(log: Path) -> None:
    done = review_by_flags(log, "1", "--answer", "b=never", "--reaffirm", "--next", "2027-Q2")
    assert done.stdout == f"{files(log)[0].relative_to(log)}: reaffirmed, waiting, look again by 2027-04-01\n"
    assert stored_reviews(log) == [
        Review(
            1,
            DAY,
            "Ana",
            answers=(
                answer("a", A, "waiting", "due"),
                answer("b", B, "never", "due"),
                answer("c", C, "met", "met", None, "2026-07-01 has come"),
            ),
            outcome="reaffirmed",
            next="2027-04-01",
            file="0001-cache.md",
        )
    ]
    (shown,) = [r for r in json.loads(run(log, "list", "--json", "--as-of", DAY).stdout) if r["number"] == 1]
    assert [trigger["state"] for trigger in shown["revisit"]["triggers"]] == ["waiting", "never", "waiting"]


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["--answer", "a=met"], "answers by flags are for one record; add its number: `adr-gen review 7 …`"),
        (["9", "--answer", "a=met"], "no record 9; `adr-gen list` shows all"),
        (["1", "--answer", "d=met"], "--answer d=met: the conditions of ADR-0001 are a, b, c"),
        (["1", "--answer", "a=done"], "--answer a=done: allowed are waiting, met, never"),
        (["1", "--answer", "a=unknown"], "--answer a=unknown: allowed are waiting, met, never"),
        (["1", "--answer", "met"], "--answer met: write the condition's letter and a value, such as --answer a=waiting"),
        (["1", "--answer", "a=met", "--answer", "a=never"], "--answer a=never: (a) has --answer twice; keep one"),
        (["1", "--evidence", "a=x"], "--evidence a: goes with an answer; add --answer a=met or a=waiting"),
        (["1", "--snooze", "a=soon"], "--snooze a: 'soon' is no day; write 2027-03-01, 2027-Q2 or 3 months"),
        (["1", "--snooze", "a=2026-08-01"], "--snooze a: 2026-08-01 has come already; choose a day after 2026-08-01"),
        (
            ["1", "--snooze", "a=2027-01-01", "--answer", "a=met"],
            "--snooze a: only what is still waiting can be snoozed, and --answer says met",
        ),
        (["1", "--cleared", "3"], "--cleared 3: the open blockers of ADR-0001 are 1, 2"),
        (["2", "--cleared", "1"], "--cleared 1: ADR-0002 has no open blockers"),
        (["1", "--next", "2027-01-01"], "--next says when to look again after --reaffirm; to put off one condition use --snooze"),
        (["1", "--reaffirm", "--next", "never"], "--next: 'never' is no day; write 2027-03-01, 2027-Q2 or 3 months"),
        (["1", "--reaffirm", "--reopen"], "--reaffirm and --reopen exclude each other; choose one"),
    ],
)  # fmt: skip
def test_a_wrong_flag_says_what_is_legal_and_nothing_is_written(args: list[str], words: str, log: Path) -> None:
    before = sorted(log.rglob("*.md"))
    done = review_by_flags(log, *args)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"adr-gen: {words}\n")
    assert (files(log), sorted(log.rglob("*.md"))) == ([], before)


def test_a_blocker_that_is_cleared_already_is_not_cleared_again(log: Path) -> None:
    assert review_by_flags(log, "1", "--cleared", "1").returncode == 0
    assert (
        review_by_flags(log, "1", "--cleared", "1").stderr
        == "adr-gen: --cleared 1: the open blockers of ADR-0001 are 2\n"
    )


def test_a_note_of_blanks_is_no_answer(log: Path) -> None:
    asked, blank = review_by_flags(log, "1"), review_by_flags(log, "1", "--note", " \n ")
    assert (blank.returncode, blank.stdout, blank.stderr) == (asked.returncode, asked.stdout, asked.stderr)
    assert files(log) == []
    assert review_by_flags(log, "1", "--note", " ", "--cleared", "1").returncode == 0
    assert [review.note for review in stored_reviews(log)] == [None]


def test_a_record_that_was_followed_is_not_looked_at(project: Make) -> None:
    root = project("""
        === docs/decisions/0001-a.md
        # A

        * Status: accepted
        === docs/decisions/0002-b.md
        # B

        * Status: accepted
        * Supersedes: ADR-0001
    """)
    done = run(root, "review", "1", "--reaffirm", "--by", "Ana")
    words = "adr-gen: ADR-0001 is superseded by ADR-0002; look at that one: number 2\n"
    assert (done.returncode, done.stderr) == (2, words)


def test_who_answers_is_as_git_says_or_as_given(log: Path, tmp_path: Path) -> None:
    bare = str(tmp_path / "none")
    asked = run(log, "review", "2", "--answer", "a=met", GIT_CONFIG_GLOBAL=bare, GIT_CONFIG_NOSYSTEM="1")
    words = "adr-gen: who answers? say --by NAME, or tell git: `git config user.name NAME`\n"
    assert (asked.returncode, asked.stderr, files(log)) == (2, words, [])
    git(log, "init")
    git(log, "config", "user.name", "Bo  Ek")
    assert run(log, "review", "2", "--answer", "a=met", "--as-of", DAY, GIT_CONFIG_GLOBAL=bare).returncode == 0
    assert [review.by for review in stored_reviews(log)] == ["Bo Ek"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2027-03-01", "2027-03-01"),
        ("2027-Q2", "2027-04-01"),
        ("2027-q2", "2027-04-01"),
        ("3 months", "2027-01-31"),
        ("in 4 Months", "2027-02-28"),
        ("after 1 year", "2027-10-31"),
        ("2 weeks", "2026-11-14"),
    ],
)
def test_a_day_to_come_may_be_said_in_several_ways(text: str, day: str) -> None:
    assert when(text, date(2026, 10, 31)) == date.fromisoformat(day)


@pytest.mark.parametrize("text", ["", "soon", "0 months", "2027-Q5", "2027-02-29", "9999 years", "12"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="is no day; write 2027-03-01, 2027-Q2 or 3 months"):
        when(text, date(2026, 10, 31))


def test_who_agrees_that_it_is_met_keeps_what_was_found(log: Path) -> None:
    review_by_flags(log, "1", "--answer", "c=met", "--answer", "b=met")
    assert stored_reviews(log)[0].answers == (
        answer("b", B, "met", "due"),
        answer("c", C, "met", "met", None, "2026-07-01 has come"),
    )
