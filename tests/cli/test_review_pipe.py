"""`adr-gen review` over a pipe: one question at a time, a line for each answer."""

import re
from collections.abc import Callable
from pathlib import Path

from adr_gen.reviews.stored_review import fingerprint
from tests import ROOT
from tests.support.doc_examples import command, fences
from tests.support.helpers import run, tree
from tests.support.review_answers import (
    A,
    B,
    C,
    answer,
    files,
    log,
    review_by_flags,
    review_by_lines,
    review_of_cache,
    stored_reviews,
)

__all__ = ["log"]  # a fixture

Make = Callable[[str], Path]
TALK = """
── ADR-0001 · 1 of 3 ───────────────────────────────────────────────────────────
Cache
rejected (for now), 2026-01-02: REJECT (for now) because nothing is slow.
https://org.example/log/decisions/0001-cache/

(a) due
    pages take a second, see https://graphs.example.org/p95
    notice  somebody has to look
    look at https://graphs.example.org/p95
    found   nothing yet: nobody has looked
    w waiting  m met  v never  z snooze  s skip  e evidence  n note  q quit  ?
    > evidence
    Evidence: 1.2 s
    w waiting  m met  v never  z snooze  s skip  e evidence  n note  q quit  ?
    > met

(b) due
    the cache is on sale
    notice  somebody has to look
    then    buy it
    found   nothing yet: nobody has looked
    w waiting  m met  v never  z snooze  s skip  e evidence  n note  q quit  ?
    > snooze
    Not before (2027-03-01, 2027-Q2, 3 months): yesterday
    'yesterday' is no day; write 2027-03-01, 2027-Q2 or 3 months
    Not before (2027-03-01, 2027-Q2, 3 months): 3 months

(c) met
    a customer asks by `2026-07-01`
    notice  `2026-07-01`
    found   2026-07-01 has come (check, 2026-08-01)
    w waiting  m met  v never  z snooze  s skip  e evidence  n note  q quit  ?
    > skip

(1) in the way
    No customer has asked.
    Is it gone?
    y yes  n no  s skip  q quit  ?
    > yes

(2) in the way
    The cache must fit.
    Is it gone?
    y yes  n no  s skip  q quit  ?
    > no

Does ADR-0001 still hold?
    r reaffirm  o reopen  s skip  n note  q quit  ?
    > note
    Note: Looked with Bo.
    r reaffirm  o reopen  s skip  n note  q quit  ?
    > reaffirm
    Next look (2027-03-01, 2027-Q2, 3 months) [2027-01-28]:

── ADR-0002 · 2 of 3 ───────────────────────────────────────────────────────────
Queue
deferred, 2026-01-03: DEFER
https://org.example/log/decisions/0002-queue/

(a) due
    jobs are late
    notice  somebody has to look
    found   nothing yet: nobody has looked
    w waiting  m met  v never  z snooze  s skip  e evidence  n note  q quit  ?
    > quit

You stopped; written: 5 answers for ADR-0001.
"""


def test_a_dialogue_over_a_pipe_takes_a_line_for_each_answer(log: Path) -> None:
    lines = ["e", "1.2 s", "met", "snooze", "yesterday", "3 months", "", "y", "n", "n", "Looked with Bo.", "R", "", "q"]
    done = review_by_lines(log, "\n".join(lines) + "\n")
    (place,) = files(log)
    assert re.sub(r" +$", "", done.stderr, flags=re.M) == TALK
    assert (done.returncode, done.stdout) == (
        0,
        f"{place.relative_to(log)}: reaffirmed, waiting, look again by 2026-11-01\n",
    )
    assert stored_reviews(log) == [
        review_of_cache(
            answers=(
                answer("a", A, "met", "due", None, "1.2 s"),
                answer("b", B, "waiting", "due", "2026-11-01"),
                answer("c", C, "met", "met", None, "2026-07-01 has come"),
            ),
            cleared=(("1", fingerprint("No customer has asked.")),),
            outcome="reaffirmed",
            next="2027-01-28",
        )
    ]


def test_records_come_up_met_then_due_then_unknown_and_waiting_ones_only_by_number(log: Path) -> None:
    done = review_by_lines(log, "\n" * 30)
    heads = re.findall(r"^── (\S+) · (.+?) ─", done.stderr, re.M)
    assert heads == [("ADR-0001", "1 of 3"), ("ADR-0002", "2 of 3"), ("ADR-0003", "3 of 3")]
    assert (done.returncode, done.stdout, files(log)) == (0, "", [])
    alone = review_by_lines(log, "w\ns\n", "4")
    assert "── ADR-0004 ─" in alone.stderr
    assert [(review.record, review.answers) for review in stored_reviews(log)] == [
        (4, (answer("a", "disks are full", "waiting", "waiting"),))
    ]


def test_a_letter_asks_about_its_condition_alone(log: Path) -> None:
    done = run(log, "review", "1", "(B)", "--by", "Ana", "--as-of", "2026-08-01", stdin="m\ns\n")
    asked = re.findall(r"^\(\w\) .*|^Does .*", done.stderr, re.M)
    assert (done.returncode, asked) == (0, ["(b) due", "Does ADR-0001 still hold?"])
    assert [(a.trigger, a.result) for review in stored_reviews(log) for a in review.answers] == [("b", "met")]


def test_a_letter_that_is_none_is_refused_with_those_that_are(log: Path) -> None:
    wrong = [run(log, "review", "1", *args, "--by", "Ana") for args in (["z"], ["a", "--answer", "a=met"])]
    assert [(done.returncode, done.stderr) for done in wrong] == [
        (2, "adr-gen: z: the conditions of ADR-0001 are a, b, c\n"),
        (2, "adr-gen: answers by flags name their condition: `--answer a=RESULT`; leave 'a' out\n"),
    ]
    assert files(log) == []


def test_an_answer_without_evidence_says_so_and_a_note_on_the_whole_record_is_none(log: Path) -> None:
    for number in ("1", "3"):
        assert review_by_flags(log, number, "--answer", "a=waiting", "--note", "Looked with Bo.").returncode == 0
    asked = "".join(review_by_lines(log, "\n" * 30, number).stderr for number in ("1", "3"))
    assert "found   still waiting (Ana, 2026-08-01)" in asked
    assert "said    still waiting (Ana, 2026-08-01)" in asked
    shown = run(log, "revisit", "--as-of", "2026-08-02").stdout
    assert "still waiting (Ana, 2026-08-01, 1 day ago)" in shown
    assert "Looked with Bo." not in asked + shown


def test_when_nothing_presses_nothing_is_asked(log: Path) -> None:
    done = run(log, "review", "--by", "Ana", "--as-of", "2025-01-01")
    assert run(log, "review", "3", "--answer", "a=never", "--by", "Ana", "--as-of", "2025-01-01").returncode == 0
    done = run(log, "review", "--by", "Ana", "--as-of", "2025-01-02")
    words = "nothing is met, due or unknown; `adr-gen review N` looks at a record all the same\n"
    assert (done.returncode, done.stdout, done.stderr) == (0, words, "")


def test_what_was_said_before_is_shown(log: Path) -> None:
    review_by_flags(log, "3", "--answer", "a=waiting", "--evidence", "a=not yet, says Bo")
    done = run(log, "review", "3", "--by", "Ana", "--as-of", "2026-08-03")
    assert (
        "    notice  `pypi:cloud >= 2`\n"
        "    found   never looked up; run `adr-gen revisit --online`\n"
        "    said    waiting: not yet, says Bo (Ana, 2026-08-01, 2 days ago)\n" in done.stderr
    )


def test_evidence_without_an_answer_is_kept_as_a_note(log: Path) -> None:
    review_by_lines(log, "e\nBo is on it\ns\ne\nseen\n", "1")
    assert [(review.note, review.answers) for review in stored_reviews(log)] == [("(a) Bo is on it\n(b) seen", ())]


def test_help_says_what_each_key_does_and_asks_again(log: Path) -> None:
    done = review_by_lines(log, "x\n?\n", "2")
    assert (
        "    > x\n    'x' is not one of w m v z s e n q; ? for help\n    > ?\n"
        "    w  waiting: it has not come true; ask again when it is due\n" in done.stderr
    )
    assert "    s  skip: say nothing about it now (or Enter)\n" in done.stderr


def test_a_document_cannot_paint_the_terminal(project: Make) -> None:
    root = project("""
        === docs/decisions/0001-a.md
        # A\x1b[2J

        * Status: accepted
        * Date: 2026-01-01

        Revisit when a \x1b]0;title\x07 is set.
    """)
    done = review_by_lines(root, "w\nn\n\x1b[31mred\ns\n")
    assert "\x1b" not in done.stderr
    assert "\x07" not in done.stderr


def test_a_reopened_record_is_left_out_until_it_is_decided(log: Path) -> None:
    review_by_lines(log, "s\ns\ns\nn\nn\no\ny\nq\n")
    research = "docs/research/cache-2.md"
    assert (log / research).is_file()
    done = review_by_lines(log, "")
    assert done.stderr.startswith(f"left out: ADR-0001 is open again in {research}\n")
    assert re.findall(r"^── (\S+) · (.+?) ─", done.stderr, re.M) == [("ADR-0002", "1 of 2")]
    asked = review_by_lines(log, "s\ns\ns\nn\nn\no\n", "1")
    assert f"The question is open again in {research}.\n    r reaffirm  s skip  n note  q quit  ?" in asked.stderr


def test_the_guide_shows_what_is_printed_and_written(tmp_path: Path) -> None:
    page = list(fences((ROOT / "docs/reviews.md").read_text(encoding="utf-8")))
    record, dialogue, script, review, board, *_, carried = [fence.text for fence in page]
    asked, by_flags = (
        tree(tmp_path / name, "=== docs/decisions/0001-where-jobs-run.md\n" + record) for name in ("asked", "told")
    )
    done = review_by_lines(asked, "e\n4 s at most, this month\nw\nm\ny\no\ny\n", "--as-of", "2026-11-24")
    assert dialogue in done.stderr
    (research,) = (asked / "docs/research").iterdir()
    assert carried in research.read_text(encoding="utf-8")
    command(by_flags, script)
    assert board in run(by_flags, "revisit", "--as-of", "2026-11-24").stdout
    assert re.sub(r"(?m)^time: .*$", "time", files(by_flags)[0].read_text(encoding="utf-8")) == re.sub(
        r"(?m)^time: .*$", "time", review
    )
