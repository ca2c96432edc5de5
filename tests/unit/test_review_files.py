"""A review's file: a person can read it, what is written is read again, and damage is named with its line."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adr_gen.errors import Problem
from adr_gen.records import numbers
from adr_gen.reviews.review_file import RESULTS, name, read, write
from adr_gen.reviews.reviews import Reviews
from adr_gen.reviews.stored_review import Answer, Review, fingerprint

PATH = "docs/decisions/reviews/0007-2027-03-01-abcd1234.yml"
days = st.dates(date(1970, 1, 1), date(2999, 12, 31)).map(date.isoformat)
words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r\x85\u2028\u2029"), max_size=40).map(
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
        ("record: ²\ndate: 2027-03-01\n", 1, "`record: ²` is no record's number; write it as 7"),
        (f"record: {'1' * 5000}\ndate: 2027-03-01\n", 1, f"`record: {'1' * 40}` is no record's number; write it as 7"),
        ("date: 2027-03-01\nrecord: 7\nwho: me\n", 3, f"the key 'who' is not known; allowed are {KEYS}"),
        (
            "record: 7\ndate: 2027-03-01\nanswers:\n- trigger: a\n  condition: x\n  result: perhaps\n",
            6,
            "`result: perhaps` is not known; allowed are waiting, met, never",
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
            "`outcome: done` is not known; allowed are reaffirmed, reopened",
        ),
        (
            "record: 7\n<<<<<<< ours\ndate: 2027-03-01\n",
            2,
            "the file has a merge conflict, with '<<<<<<< ours'; keep one version, and remove the other and the marks",
        ),
        ("", 1, "`record` is missing; add it"),
        ("- 1\n", 1, f"found ['1']; it must be lines of `key: value`, keys {KEYS}"),
    ],
)
def test_a_damaged_review_is_a_problem_with_its_line(text: str, line: int, message: str) -> None:
    review, problems = read(PATH, text)
    assert (review, problems[0]) == (None, Problem(PATH, line, "ADR401", message))


SEVEN = 7, "docs/decisions/0007-x.md"


def test_reviews_of_one_day_count_in_the_order_in_which_they_were_written() -> None:
    asked = fingerprint("a customer asks")
    early = Review(7, "2027-03-01", "Zoe", "2027-02-28T23:30:00Z", answers=(Answer("a", asked, "met"),), path="z.yml")
    late = Review(
        7, "2027-03-01", "Ana", "2027-03-01T08:00:00Z", answers=(Answer("a", asked, "waiting"),), path="a.yml"
    )
    for both in ((early, late), (late, early)):
        in_order = Reviews(both)
        last = in_order.last(SEVEN, asked)
        assert last is not None
        assert (in_order.of(SEVEN), last.answer.result) == ([early, late], "waiting")


@pytest.mark.parametrize(
    ("others", "file", "mine"),
    [
        ([], "0007-old-name.md", True),
        ([], "", True),
        (["docs/decisions/0008-y.md"], "0008-y.md", True),
        (["docs/decisions/0007-y.md"], "0007-x.md", True),
        (["docs/decisions/0007-y.md"], "0007-y.md", False),
        (["docs/decisions/0007-y.md"], "", False),
        (["docs/decisions/0007-y.md"], "0007-old-name.md", False),
        (["docs/decisions/back/0007-x.md"], "0007-x.md", False),
    ],
)
def test_a_review_is_of_the_one_record_that_has_its_number_or_of_the_one_that_it_names(
    others: list[str], file: str, mine: bool
) -> None:
    review = Review(7, "2027-03-01", answers=(Answer("a", "words", "never"),), outcome="reaffirmed", file=file)
    reviews = Reviews.among([review], numbers([SEVEN[1], *others]))
    expected = ([review], review, "2027-03-01") if mine else ([], None, None)
    assert (reviews.of(SEVEN), reviews.reaffirmed(SEVEN), reviews.answered(SEVEN, "words")) == expected
    assert bool(reviews.last(SEVEN, "words")) is mine
