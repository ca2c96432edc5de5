"""Reviews: one small file each, which branches never fight over and which nobody publishes."""

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adr_gen.errors import Problem
from adr_gen.project import load
from adr_gen.written.reviews import RESULTS, Answer, Review, Reviews, fingerprint, name, read, write
from tests.helpers import environment, run, tree
from tests.test_renumber import git

Make = Callable[[str], Path]
PATH = "docs/decisions/reviews/0007-2027-03-01-abcd1234.yml"
LOG = """
    === docs/research/cache.md
    ---
    title: Cache
    date: 2026-01-02
    ---
    ## Recommendation: REJECT (for now)

    Nothing is slow.

    ## Blockers

    - No customer has asked.

    ## Revisit when

    - pages take a second
    - a customer asks
    === adr-gen.toml
"""

days = st.dates(date(1970, 1, 1), date(2999, 12, 31)).map(date.isoformat)
words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\x85\u2028\u2029"), max_size=40).map(
    lambda text: " ".join(text.split())
)
nonempty = words.filter(bool)
prints = st.integers(0, 10**9).map(str).map(fingerprint)
answers = st.builds(
    Answer,
    trigger=st.sampled_from(["a", "b", "z", "aa"]),
    condition=prints,
    result=st.sampled_from(RESULTS),
    seen=st.sampled_from([None, "met", "due", "unknown", "waiting", "never"]),
    until=st.none() | days,
    evidence=st.none() | nonempty,
)
reviews = st.builds(
    Review,
    record=st.integers(0, 99999),
    date=days,
    by=words,
    time=st.just("2027-03-01T10:00:00Z") | st.just(""),
    note=st.none() | st.lists(nonempty, min_size=1, max_size=3).map("\n".join),
    answers=st.lists(answers, max_size=3).map(tuple),
    cleared=st.lists(st.tuples(st.integers(1, 30).map(str), prints), max_size=3).map(tuple),
    outcome=st.sampled_from([None, "reaffirmed", "reopened"]),
    next=st.none() | days,
    file=words,
    path=st.just(PATH),
)


@given(reviews)
def test_what_is_written_is_read_again(review: Review) -> None:
    assert read(PATH, write(review)) == (review, [])


def test_a_review_is_a_file_that_a_person_can_read() -> None:
    review = Review(
        record=7,
        date="2027-03-01",
        by="Ana SS",
        time="2027-03-01T10:00:00Z",
        note="Looked at it: fine.\nAsk Bo.",
        answers=(
            Answer("a", fingerprint("pages take a second"), "met", "due", None, "https://x.example/42"),
            Answer("b", fingerprint("a customer asks"), "waiting", "met", "2027-06-01"),
        ),
        cleared=(("2", fingerprint("No customer has asked.")),),
        outcome="reaffirmed",
        next="2027-09-01",
        file="0007-cache.md",
    )
    assert write(review) == (
        """\
record: 7
file: 0007-cache.md
date: 2027-03-01
time: '2027-03-01T10:00:00Z'
by: Ana SS
note: |-
  Looked at it: fine.
  Ask Bo.
answers:
- trigger: a
  condition: 442d36fd5db2
  result: met
  seen: due
  evidence: https://x.example/42
- trigger: b
  condition: 4f4c59af30eb
  result: waiting
  seen: met
  until: 2027-06-01
cleared:
- blocker: 2
  condition: 73cb17ba8909
outcome: reaffirmed
next: 2027-09-01
"""
    )
    assert name(review, write(review)) == "0007-2027-03-01-e91a59be.yml"


KEYS = "record, file, date, time, by, note, answers, cleared, outcome, next"


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("record: 7\n", 1, "`date` is missing; add it"),
        ("record: 7\ndate: 2027-02-30\n", 2, "`date: 2027-02-30` is no calendar day; write YYYY-MM-DD"),
        ("record: seven\ndate: 2027-03-01\n", 1, "`record: seven` is no record's number; write it as 7"),
        ("date: 2027-03-01\nrecord: 7\nwho: me\n", 3, f"the key 'who' is not known; legal are {KEYS}"),
        (
            "record: 7\ndate: 2027-03-01\nanswers:\n- trigger: a\n  condition: x\n  result: perhaps\n",
            6,
            "`result: perhaps` is not known; legal are waiting, met, never",
        ),
        (
            "record: 7\ndate: 2027-03-01\nanswers:\n- trigger: a\n  result: met\n",
            4,
            "`condition` is missing; add it",
        ),
        ("record: 7\ndate: 2027-03-01\nanswers: met\n", 3, "found 'met'; it must be a list"),
        (
            "record: 7\ndate: 2027-03-01\noutcome: done\n",
            3,
            "`outcome: done` is not known; legal are reaffirmed, reopened",
        ),
        (
            "record: 7\n<<<<<<< ours\ndate: 2027-03-01\n",
            3,
            "the file is not YAML: could not find expected ':' at 'date: 2027-03-01'; quote the value or mend the line",
        ),
        ("", 1, "`record` is missing; add it"),
        ("- 1\n", 1, f"found ['1']; it must be lines of `key: value`, keys {KEYS}"),
    ],
)
def test_a_damaged_review_is_a_problem_with_its_line(text: str, line: int, message: str) -> None:
    review, problems = read(PATH, text)
    assert (review, problems[0]) == (None, Problem(PATH, line, "ADR401", message))


def test_reviews_of_one_day_count_in_the_order_in_which_they_were_written() -> None:
    asked = fingerprint("a customer asks")
    early = Review(7, "2027-03-01", "Zoe", "2027-02-28T23:30:00Z", answers=(Answer("a", asked, "met"),), path="z.yml")
    late = Review(
        7, "2027-03-01", "Ana", "2027-03-01T08:00:00Z", answers=(Answer("a", asked, "waiting"),), path="a.yml"
    )
    for both in ((early, late), (late, early)):
        found = Reviews(both)
        said = found.last(7, asked)
        assert said is not None
        assert (found.of[7], said.answer.result) == ([early, late], "waiting")


def reviewed(root: Path, *flags: str, by: str = "Ana", day: str = "2026-08-01") -> dict[str, object]:
    done = run(root, "review", "1", "--by", by, "--as-of", day, "--json", *flags)
    assert (done.returncode, done.stderr) == (0, "")
    (shown,) = json.loads(done.stdout)
    return dict(shown)


def states(root: Path, day: str = "2026-08-02") -> list[str]:
    (record,) = json.loads(run(root, "list", "--json", "--as-of", day).stdout)
    return [trigger["state"] for trigger in record["revisit"]["triggers"]]


def test_two_branches_that_look_at_one_record_on_one_day_merge_and_both_are_read(tmp_path: Path) -> None:
    root = tree(tmp_path / "project", LOG)
    git(tmp_path, "init", "--initial-branch=main", str(root))
    run(root, "generate")
    git(root, "add", ".")
    git(root, "commit", "--message=log")
    git(root, "switch", "--create=other")
    ana = reviewed(root, "--answer", "a=never", "--note", "all fine")
    git(root, "add", ".")
    git(root, "commit", "--message=ana")
    git(root, "switch", "main")
    bo = reviewed(root, "--answer", "b=met", "--cleared", "1", "--note", "all fine", by="Bo")
    git(root, "add", ".")
    git(root, "commit", "--message=bo")
    git(root, "merge", "--no-edit", "other")
    found, problems = load(root).reviews
    assert problems == []
    assert {(review.by, review.path) for review in found.all} == {("Ana", ana["path"]), ("Bo", bo["path"])}
    assert states(root) == ["never", "met"]
    checked = run(root, "check")
    assert (checked.returncode, checked.stderr) == (0, "")


def test_a_damaged_review_is_named_by_check_and_the_others_are_read(project: Make) -> None:
    root = project(LOG)
    run(root, "generate")
    reviewed(root, "--answer", "a=never")
    broken = root / "docs/decisions/reviews/0001-2026-08-01-00000000.yml"
    broken.write_text("record: 1\ndate: 2026-08-01\nanswers:\n- trigger: b\n  result: maybe\n", encoding="utf-8")
    checked, listed = run(root, "check"), run(root, "list")
    path = broken.relative_to(root).as_posix()
    told = [
        f"{path}:4: ADR401 `condition` is missing; add it",
        f"{path}:5: ADR401 `result: maybe` is not known; legal are waiting, met, never",
    ]
    assert (checked.returncode, sorted(checked.stderr.splitlines())) == (1, told)
    assert (listed.returncode, sorted(listed.stderr.splitlines())) == (0, told)
    assert states(root) == ["never", "due"]


def test_a_review_of_no_record_is_a_problem(project: Make) -> None:
    root = project(LOG)
    run(root, "generate")
    place = root / "docs/decisions/reviews/0009-2026-08-01-00000000.yml"
    place.parent.mkdir()
    place.write_text("record: 9\ndate: 2026-08-01\n", encoding="utf-8")
    checked = run(root, "check")
    assert (checked.returncode, checked.stderr.splitlines()) == (
        1,
        [
            f"{place.relative_to(root).as_posix()}:1: ADR304 reviews record 9, which does not exist; mend the number, or delete the review"
        ],
    )


def test_a_condition_that_was_edited_is_asked_anew(project: Make) -> None:
    root = project(LOG)
    run(root, "generate")
    reviewed(root, "--answer", "a=never", "--answer", "b=never", "--cleared", "1")
    assert states(root) == ["never", "never"]
    research = root / "docs/research/cache.md"
    text = research.read_text(encoding="utf-8")
    text = text.replace("a customer asks", "two customers ask").replace("No customer has", "Hardly a customer has")
    research.write_text(text, encoding="utf-8")
    run(root, "generate")
    (record,) = json.loads(run(root, "list", "--json", "--as-of", "2026-08-02").stdout)
    assert states(root) == ["never", "due"]
    assert record["blockers"] == [{"id": "1", "text": "Hardly a customer has asked.", "state": "open"}]


def test_answers_follow_a_condition_whose_letter_changes(project: Make) -> None:
    root = project(LOG)
    run(root, "generate")
    reviewed(root, "--answer", "b=never")
    research = root / "docs/research/cache.md"
    text = research.read_text(encoding="utf-8").replace("- pages take a second\n", "")
    research.write_text(text, encoding="utf-8")
    run(root, "generate")
    assert states(root) == ["never"]


def test_a_record_that_is_renumbered_takes_its_reviews_along(project: Make) -> None:
    root = project(LOG)
    run(root, "generate")
    reviewed(root, "--answer", "a=never")
    late = (root / "docs/decisions/0001-cache.md").read_text(encoding="utf-8")
    (root / "docs/decisions/0001-other.md").write_text(
        "# Other\n\n* Status: accepted\n* Date: 2025-01-01\n\nRevisit when a customer asks.\n", encoding="utf-8"
    )
    refused = run(root, "review", "1", "--answer", "a=never", "--by", "Ana")
    both = "docs/decisions/0001-cache.md and docs/decisions/0001-other.md"
    assert (refused.returncode, refused.stderr) == (
        2,
        f"adr-gen: number 1 is held by {both}; run `adr-gen renumber` first\n",
    )
    assert run(root, "renumber").returncode == 0
    assert late.replace("number: 1", "number: 2") != late
    (place,) = (root / "docs/decisions/reviews").iterdir()
    assert place.name.startswith("0002-2026-08-01-")
    found, problems = load(root).reviews
    assert problems == []
    assert [(review.record, review.file) for review in found.all] == [(2, "0002-cache.md")]
    shown = json.loads(run(root, "list", "--json", "--as-of", "2026-08-02").stdout)
    assert [[t["state"] for t in record["revisit"]["triggers"]] for record in shown] == [["due"], ["never", "due"]]


def test_reviews_are_never_published(project: Make) -> None:
    root = project(LOG + "    === mkdocs.yml\n    site_name: x\n    plugins: [adr-gen]\n    theme: material\n")
    run(root, "generate")
    reviewed(root, "--answer", "a=met", "--evidence", "a=seen on the wall")
    build = ["-m", "mkdocs", "build", "--quiet", "--strict"]
    env = environment(ADR_GEN_AS_OF="2026-08-02", NO_MKDOCS_2_WARNING="1")
    subprocess.run([sys.executable, *build], cwd=root, env=env, check=True)
    assert run(root, "export", "out", "--as-of", "2026-08-02").returncode == 0
    for site in (root / "site", root / "out"):
        files = [place for place in site.rglob("*") if place.is_file()]
        assert not [place for place in files if "reviews" in place.parts or place.suffix in (".yml", ".yaml")]
        texts = "".join(place.read_bytes().decode("utf-8", "replace") for place in files)
        assert "seen on the wall" in texts, "what was found is on the board and in the data"
