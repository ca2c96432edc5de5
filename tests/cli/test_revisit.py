"""`adr-gen revisit`: the board in every form, what is remembered between runs, and that nothing asks the network."""

import json
import socket
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from shutil import rmtree

import pytest

from adr_gen.checks import parse
from adr_gen.model import Observation
from adr_gen.reviews.stored_review import fingerprint
from adr_gen.revisit.check_results import Results
from tests import GOLDEN
from tests.support.helpers import run

Make = Callable[[str], Path]
CASE = GOLDEN / "board"
PROJECT = (CASE / "project.txt").read_text(encoding="utf-8")
DAY = "2026-11-24"
REVIEWED = f"""
=== docs/decisions/0001-queue.md
# Which queue

* Status: rejected
* Date: 2026-03-02
* Review by: 2026-05-01

## Blockers

- The licence forbids it.
=== docs/decisions/reviews/0001-2026-05-01-aaaaaaaa.yml
record: 1
date: 2026-05-01
by: Ana
cleared:
- blocker: 1
  condition: {fingerprint("The licence forbids it.")}
outcome: reaffirmed
next: 2026-12-01
"""


@pytest.mark.parametrize("style", ["text", "markdown", "github"])
def test_the_board_in_every_form(project: Make, style: str) -> None:
    done = run(project(PROJECT), "revisit", "--as-of", DAY, "--format", style)
    assert done.stdout == (CASE / f"{style}.txt").read_text(encoding="utf-8")
    assert (done.returncode, done.stderr) == (1, "")
    assert style != "text" or max(map(len, done.stdout.splitlines())) <= 80


def test_the_boards_records_are_those_of_the_list_in_the_boards_order(project: Make) -> None:
    root = project(PROJECT)
    board = json.loads(run(root, "revisit", "--as-of", DAY, "--json").stdout)
    listed = {one["number"]: one for one in json.loads(run(root, "list", "--as-of", DAY, "--json").stdout)}
    assert board == [listed[number] for number in (1, 2, 3, 4)]
    assert [(t["id"], t["kind"], t["check"], t["state"], t["observed"]) for t in board[1]["revisit"]["triggers"]] == [
        (
            "a",
            "lifecycle",
            ["eol:engine/2"],
            "unknown",
            {"date": None, "by": None, "evidence": "never looked up; run `adr-gen revisit --online`"},
        ),
        (
            "b",
            "repo",
            ["file:docs/**/*.md count >= 5"],
            "met",
            {"date": DAY, "by": "check", "evidence": "5 files match docs/**/*.md"},
        ),
        ("c", "never", [], "never", {"date": None, "by": None, "evidence": None}),
    ]


def test_any_day_can_be_asked_for(project: Make) -> None:
    root = project(PROJECT)

    def states(day: str) -> list[tuple[int, str, str | None]]:
        board = json.loads(run(root, "revisit", "--as-of", day, "--json").stdout)
        return sorted((one["number"], one["revisit"]["state"], one["revisit"]["next"]) for one in board)

    assert states("2026-03-02")[0] == (1, "waiting", "2026-06-01")
    assert states("2026-05-31")[0] == (1, "waiting", "2026-06-01")
    assert states("2026-06-01")[0] == (1, "met", "2026-08-29")
    assert states("2027-03-29")[2] == (3, "waiting", "2027-03-30")
    assert states("2027-03-30")[2] == (3, "due", None)
    wrong = run(root, "revisit", "--as-of", "2026-02-30")
    assert (wrong.returncode, wrong.stderr) == (
        2,
        "adr-gen: --as-of 2026-02-30: not a calendar day; write it as YYYY-MM-DD\n",
    )


def test_a_day_knows_the_reviews_up_to_it(project: Make) -> None:
    root = project(REVIEWED)

    def blocker_states(day: str) -> tuple[list[str], str | None]:
        (one,) = json.loads(run(root, "list", "--as-of", day, "--json").stdout)
        shown = run(root, "show", "1", "--as-of", day).stdout
        assert [f"Review by  {one['revisit']['review_by']}" in shown, "[x]" in shown] == [True, day > "2026-05"]
        return [blocker["state"] for blocker in one["blockers"]], one["revisit"]["review_by"]

    assert blocker_states("2026-04-30") == (["open"], "2026-05-01")
    assert blocker_states("2026-05-02") == (["cleared"], "2026-12-01")


def test_a_log_that_waits_for_nothing_is_clean(project: Make) -> None:
    done = run(project("=== docs/decisions/0001-x.md\n# X\n\n* Status: accepted\n"), "revisit", "--as-of", DAY)
    assert (done.returncode, done.stdout) == (0, f"As of {DAY}\n\nno record waits for anything\n")


def test_what_was_met_stays_met_until_it_is_answered(project: Make) -> None:
    root = project(PROJECT)
    assert run(root, "revisit").returncode == 1
    (root / "docs/decisions/0005-names.md").unlink()
    records = json.loads(run(root, "list", "--json").stdout)[1]["revisit"]["triggers"][1]
    assert (records["state"], records["observed"]["by"]) == ("met", "check")
    first, _, now = records["observed"]["evidence"].partition("; on ")
    assert first == "5 files match docs/**/*.md"
    assert now.endswith(": 4 files match docs/**/*.md")


def test_a_day_that_is_only_asked_for_is_not_remembered(project: Make) -> None:
    root = project(PROJECT)
    run(root, "revisit", "--as-of", DAY)
    (root / "docs/decisions/0005-names.md").unlink()
    assert json.loads(run(root, "list", "--json").stdout)[1]["revisit"]["triggers"][1]["state"] == "waiting"


CHECK = parse("pypi:engine >= 2")


def test_a_state_folder_that_cannot_be_made_only_makes_the_tool_forget(project: Make) -> None:
    root = project(PROJECT)
    before = run(root, "revisit")
    rmtree(root / ".adr-gen")
    (root / ".adr-gen").write_text("in the way", encoding="utf-8")
    done = run(root, "revisit")
    assert (done.returncode, done.stdout, done.stderr) == (1, before.stdout, "")


def check_observation(result: str, day: str, evidence: str, since: str | None = None) -> Observation:
    return Observation(result, day, "check", evidence, since)  # type: ignore[arg-type]


def test_the_memory_knows_since_when_a_check_is_met() -> None:
    results = Results()
    results.put([(CHECK, check_observation("waiting", "2026-01-01", "newest is 1"))])
    results.put([(CHECK, check_observation("met", "2026-02-01", "2.0 is out"))])
    results.put([(CHECK, check_observation("met", "2026-03-01", "2.1 is out"))])
    again = Results(results.text())
    last = again.last(CHECK)
    assert last == check_observation("met", "2026-03-01", "2.1 is out")
    assert again.effective(CHECK, last) == check_observation("met", "2026-03-01", "2.1 is out", "2026-02-01")
    again.put([(CHECK, check_observation("waiting", "2026-04-01", "2.0 was withdrawn"))])
    last = again.last(CHECK)
    assert last is not None
    stays = "2.0 is out; on 2026-04-01: 2.0 was withdrawn"
    over = replace(check_observation("met", "2026-02-01", stays, "2026-02-01"), over="2026-04-01")
    assert again.effective(CHECK, last) == over
    again.put([(CHECK, check_observation("met", "2026-05-01", "2.2 is out"))])
    last = again.last(CHECK)
    assert last is not None
    assert again.effective(CHECK, last) == check_observation("met", "2026-05-01", "2.2 is out", "2026-05-01")


def test_a_failure_is_unknown_and_tells_what_was_known_before() -> None:
    results = Results()
    results.put([(CHECK, check_observation("waiting", "2026-01-01", "newest is 1"))])
    results.put([(CHECK, check_observation("unknown", "2026-02-01", "timed out"))])
    assert results.last(CHECK) == check_observation("unknown", "2026-02-01", "timed out; on 2026-01-01: newest is 1")


def test_a_damaged_memory_is_an_empty_one() -> None:
    for text in ("", "{", "[]", '{"now": 1}', '{"now": {"x": {"y": 1}}}', "null", '{"met": {"x": []}}'):
        assert Results(text).last(CHECK) is None


def test_nothing_touches_the_network_unless_it_is_asked_to(project: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def refuse(*args: object, **_: object) -> None:
        asked.append(args)
        raise OSError("no network here")

    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    root = project(PROJECT + "=== mkdocs.yml\nsite_name: x\nplugins: [adr-gen]\n=== docs/index.md\n# Home\n")
    for command in (["revisit"], ["list"], ["check"], ["generate"], ["export", "out"]):
        done = run(root, *command)
        assert (asked, done.returncode in (0, 1)) == ([], True), done.stderr
    run(root, "revisit", "--online")
    assert asked


def test_the_board_says_what_is_to_happen_then(project: Make) -> None:
    root = project(
        "=== docs/decisions/0001-x.md\n# X\n\n* Status: rejected\n* Date: 2026-03-02\n\n## Revisit When\n\n"
        "* `2026-10-01` → ask the bank again\n* `2027-10-01`\n"
    )
    shown = {form: run(root, "revisit", "--as-of", DAY, "--format", form).stdout for form in ("text", "markdown")}
    assert "(a) met      `2026-10-01` → ask the bank again\n" in shown["text"]
    assert "(a) *met*: `2026-10-01` → ask the bank again — " in shown["markdown"]
    assert "(b) *waiting*: `2027-10-01` — " in shown["markdown"]
