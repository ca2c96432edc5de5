"""Conditions that have to be true together: what somebody has seen come true asks nobody alone, and still counts."""

from dataclasses import replace
from datetime import date

import pytest

from adr_gen.checks import parse
from adr_gen.model import Observation, RecordState, Trigger
from adr_gen.reviews.stored_review import Answer, Review, fingerprint
from adr_gen.revisit.check_results import Results
from tests.support.condition_states import ASKED, CLOSED, DATED, ISSUE, OPEN, record, states

SECOND = Trigger("two shops ask", "two shops ask")


def review(day: str, outcome: str = "", **answers: str) -> Review:
    """Answers by letter, each "RESULT" or "RESULT, SEEN"."""
    triggers = {"dated": DATED, "issue": ISSUE, "asked": ASKED, "second": SECOND}
    given = [
        Answer("a", fingerprint(triggers[name].text), *text.split(", "))  # type: ignore[arg-type]
        for name, text in answers.items()
    ]
    return Review(7, day, "Ana", answers=tuple(given), outcome=outcome or None, path=f"{day}.yml")  # type: ignore[arg-type]


SEEN = review("2026-11-21", "reaffirmed", dated="met, met")
DENIED = review("2026-11-21", dated="waiting, met")


@pytest.mark.parametrize(
    ("triggers", "reviews", "observation", "state", "since", "next_day"),
    [
        ((DATED, ISSUE), (), OPEN, "waiting", None, None),
        ((DATED, ISSUE), (), CLOSED, "met", "2026-11-20", None),
        ((ISSUE, DATED), (), CLOSED, "met", "2026-11-20", None),
        ((DATED, ISSUE), (SEEN,), OPEN, "waiting", None, None),
        ((DATED, ISSUE), (SEEN,), replace(CLOSED, since="2026-11-25"), "met", "2026-11-25", None),
        ((DATED, ISSUE), (DENIED,), replace(CLOSED, since="2026-11-25"), "waiting", None, "2027-05-20"),
        (
            (DATED, ISSUE), (replace(DENIED, outcome="reaffirmed"),), replace(CLOSED, since="2026-11-25"),
            "waiting", None, "2027-05-20",
        ),
        ((DATED, ASKED), (SEEN,), OPEN, "waiting", None, "2027-05-20"),
        ((DATED, ASKED), (SEEN, review("2026-11-25", asked="met, waiting")), OPEN, "met", "2026-11-25", None),
        (
            (DATED, ASKED),
            (review("2026-11-21", "reaffirmed", dated="met, met", asked="waiting, due"),
             review("2026-11-25", asked="met, waiting")),
            OPEN, "met", "2026-11-25", None,
        ),
        ((DATED, ASKED), (review("2026-11-21", dated="met, met"),), OPEN, "waiting", None, "2027-04-30"),
        (
            (ASKED, SECOND),
            (review("2026-11-10", "reaffirmed", asked="met, due"), review("2026-11-25", second="met, waiting")),
            OPEN, "met", "2026-11-25", None,
        ),
        (
            (ASKED, SECOND),
            (review("2026-11-10", asked="met, due"), review("2026-11-12", "reaffirmed", asked="met, met")),
            OPEN, "waiting", None, "2027-05-11",
        ),
        (
            (ASKED, SECOND),
            (review("2026-11-10", "reaffirmed", asked="met, due"), review("2026-11-12", asked="waiting, waiting"),
             review("2026-11-25", second="met, waiting")),
            OPEN, "waiting", None, "2027-05-11",
        ),
        (
            (DATED, ASKED),
            (review("2026-11-21", "reaffirmed", dated="met, met", asked="met, due"),),
            OPEN, "waiting", None, "2027-05-20",
        ),
    ],
    ids=[
        "one is true",
        "both are",
        "in either order",
        "the true one was seen",
        "and the other comes true",
        "somebody denies the true one",
        "and reaffirms the decision",
        "a person judges the other",
        "and says so later",
        "both answered when it was reaffirmed",
        "somebody agrees that one is true",
        "two that people judge",
        "one of them twice",
        "one of them no longer",
        "both seen",
    ],
)  # fmt: skip
def test_all_of_is_met_once_the_last_is_true_also_where_the_others_were_seen_before(
    triggers: tuple[Trigger, ...],
    reviews: tuple[Review, ...],
    observation: Observation,
    state: RecordState,
    since: str | None,
    next_day: str | None,
) -> None:
    asked, judge = record(*triggers, logic="all"), states(*reviews, observation=observation)
    day = judge.since(asked)
    assert (judge.of_record(asked), day.isoformat() if day else None, judge.next_day(asked)) == (
        state,
        since,
        next_day,
    )


def test_what_was_seen_is_not_due_alone_while_others_are_not_true() -> None:
    asked, later = record(DATED, ISSUE, logic="all"), date(2028, 1, 1)
    judge = states(SEEN, as_of=later)
    assert [judge.of_trigger(asked, trigger) for trigger in (DATED, ISSUE)] == ["waiting", "waiting"]
    assert [judge.judge(asked, trigger).acknowledged for trigger in (DATED, ISSUE)] == [True, False]
    assert states(SEEN, as_of=later).of_record(record(DATED, ISSUE)) == "due"


@pytest.mark.parametrize(
    ("trigger", "reviews", "since"),
    [
        (DATED, (review("2026-11-21", dated="met, met"),), "2026-10-01"),
        (ISSUE, (review("2026-11-10", issue="met, waiting"),), "2026-11-10"),
        (ISSUE, (review("2026-11-25", issue="met, met"),), "2026-11-20"),
        (ASKED, (review("2026-11-10", asked="met, due"), review("2026-11-25", asked="met, met")), "2026-11-10"),
        (
            ASKED,
            (review("2026-11-10", asked="met, due"), review("2026-11-12", asked="waiting, met"),
             review("2026-11-25", asked="met, waiting")),
            "2026-11-25",
        ),
    ],
    ids=["a day", "before the check saw it", "after it did", "said twice", "said again after it was denied"],
)  # fmt: skip
def test_who_agrees_that_it_is_met_does_not_move_the_day(
    trigger: Trigger, reviews: tuple[Review, ...], since: str
) -> None:
    asked, judge = record(trigger), states(*reviews, observation=CLOSED)
    assert (judge.of_record(asked), str(judge.since(asked))) == ("met", since)


QUARTER = Trigger("`2027-Q1`", "`2027-Q1`", kind="date", check=("2027-Q1",))
EITHER = Trigger(
    "`2027-Q1` or it is sold: `issue:o/r#1 closed`", "", kind="date", check=("2027-Q1", "issue:o/r#1 closed")
)


@pytest.mark.parametrize(
    ("triggers", "logic", "reviews", "day", "state", "since", "next_day"),
    [
        ((ASKED, QUARTER), "all", (), date(2026, 12, 1), "waiting", None, "2027-01-01"),
        ((ASKED, QUARTER), "all", (), date(2027, 1, 5), "due", "2027-01-01", None),
        ((ASKED, QUARTER), "any", (), date(2026, 12, 1), "due", "2026-06-30", "2027-01-01"),
        ((ASKED, SECOND, QUARTER), "all", (review("2026-11-21", second="met, due"),), date(2026, 12, 1), "waiting", None, "2027-01-01"),
        ((ASKED, EITHER), "all", (), date(2026, 12, 1), "due", "2026-06-30", "2027-01-01"),
        ((ASKED, SECOND), "all", (), date(2026, 12, 1), "due", "2026-06-30", None),
    ],
)  # fmt: skip
def test_nobody_is_asked_before_the_day_without_which_all_of_them_cannot_be_true(
    triggers: tuple[Trigger, ...], logic: str, reviews: tuple[Review, ...], day: date, state: RecordState,
    since: str | None, next_day: str | None,
) -> None:  # fmt: skip
    watched = record(*triggers, day="2026-01-01", logic=logic)
    judge = states(*reviews, as_of=day)
    first = judge.since(watched)
    assert (judge.of_record(watched), first and first.isoformat(), judge.next_day(watched)) == (state, since, next_day)
    assert judge.of_trigger(watched, ASKED) == state


REOPENED = Observation("met", "2026-11-05", "check", "closed; on 2026-11-10: open again", "2026-11-05", "2026-11-10")
OTHER = Trigger("the other is fixed", "", kind="issue", check=("issue:o/r#2 closed",))
BOTH = Trigger(
    "both", "`issue:o/r#1 closed` and `issue:o/r#2 closed`", kind="issue", check=(*ISSUE.check, *OTHER.check)
)
ONE = replace(BOTH, sentence="`issue:o/r#1 closed` or `issue:o/r#2 closed`")
FLOOR = Trigger("`not before 2026-11-15` and fixed", "", kind="issue", check=("not before 2026-11-15", *ISSUE.check))


@pytest.mark.parametrize(
    ("triggers", "logic", "since", "state"),
    [
        ((ISSUE, OTHER), "all", "2026-11-07", "met"),
        ((ISSUE, OTHER), "all", "2026-11-10", "waiting"),
        ((ISSUE, OTHER), "all", "2026-11-20", "waiting"),
        ((ISSUE, OTHER), "any", "2026-11-20", "met"),
        ((BOTH,), "any", "2026-11-07", "met"),
        ((BOTH,), "any", "2026-11-20", "waiting"),
        ((ONE,), "any", "2026-11-20", "met"),
        ((FLOOR,), "any", "2026-11-20", "waiting"),
        ((replace(DATED, text="`2026-11-08`", check=("2026-11-08",)), ISSUE), "all", "", "met"),
        ((replace(DATED, text="`2026-11-12`", check=("2026-11-12",)), ISSUE), "all", "", "waiting"),
    ],
)
def test_what_was_true_only_before_the_others_came_true_is_not_true_together_with_them(
    triggers: tuple[Trigger, ...], logic: str, since: str, state: RecordState
) -> None:
    found = {"issue:o/r#1 closed": REOPENED, "issue:o/r#2 closed": replace(CLOSED, date=since, since=since)}
    judge = replace(states(), observer=lambda check: found[str(check)])
    assert judge.of_record(record(*triggers, logic=logic)) == state


def test_a_check_that_holds_again_counts_again_beside_the_others() -> None:
    results, check = Results(), parse("issue:o/r#1 closed")
    results.put([(check, Observation("met", "2026-11-05", "check", "closed"))])
    results.put([(check, Observation("waiting", "2026-11-10", "check", "open"))])
    results.put([(check, Observation("waiting", "2026-11-12", "check", "open"))])
    assert results.effective(check, Observation("waiting", "2026-11-12", "check", "open")).over == "2026-11-10"
    results.put([(check, Observation("met", "2026-11-25", "check", "closed"))])
    again = results.effective(check, Observation("met", "2026-11-25", "check", "closed"))
    assert again == Observation("met", "2026-11-25", "check", "closed", "2026-11-25")
