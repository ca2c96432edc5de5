"""`not before DAY` beside words alone: when the day has come somebody is asked, and no program says that they are true."""

from dataclasses import replace
from datetime import date

import pytest

from adr_gen.checks import tokens
from adr_gen.commands.review.questions import noticed
from adr_gen.lint.condition_rules import days
from adr_gen.model import RecordState, State, Trigger
from adr_gen.reading import lexicon
from adr_gen.reading.sentences.sentence_classification import StatedCondition, condition_in
from adr_gen.reviews.stored_review import Review
from adr_gen.revisit import forecast
from adr_gen.revisit.combined_checks import combined
from adr_gen.site.record.condition_markup import kinds
from tests.support.condition_states import (
    ASKED,
    CLOSED,
    LATER,
    OPEN,
    reaffirmed,
    record,
    review_of,
    states,
)


def written(text: str) -> Trigger:
    """A condition with its tokens, as one that is read has them."""
    return Trigger(text, f"Revisit when {text}.", check=tokens(text))


FLOOR = written("`not before 2026-11-20`, when the vendor ships it")
ALONE = written("`not before 2026-11-20`")
CHECKED = written("`not before 2026-11-20` and `issue:o/r#1 closed`")
DAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("trigger", "before", "since"),
    [
        (FLOOR, "waiting", "due"),
        (written("the vendor ships it, but `not before 2026-11-20`"), "waiting", "due"),
        (written("供应商发布（`not before 2026-11-20`）"), "waiting", "due"),
        (written("`not before 2026-11-20` or `not before 2026-10-01`: ask"), "waiting", "due"),
        (ALONE, "waiting", "met"),
        (written("(`not before 2026-11-20`)"), "waiting", "met"),
        (written("`2026-11-20`, the end of the contract"), "waiting", "met"),
        (written("`2026-11-20`, when the contract ends"), "waiting", "due"),
        (written("`not before 2026-11-20`, or `pypi: >= 1`"), "unknown", "unknown"),
    ],
    ids=lambda value: value.text if isinstance(value, Trigger) else "",
)
def test_words_beside_a_floor_are_due_on_its_day_and_never_met(trigger: Trigger, before: State, since: State) -> None:
    decided = record(trigger)
    days = (date(2026, 11, 19), DAY, date(2029, 1, 1))
    assert [states(as_of=day).of_trigger(decided, trigger) for day in days] == [before, since, since]


@pytest.mark.parametrize(("observation", "expected"), [(OPEN, "waiting"), (CLOSED, "met")])
def test_beside_a_check_it_stays_a_floor(observation: object, expected: State) -> None:
    decided = record(CHECKED)
    early, late = (states(observation=observation, as_of=day) for day in (date(2026, 11, 19), DAY))  # type: ignore[arg-type]
    assert (early.of_trigger(decided, CHECKED), late.of_trigger(decided, CHECKED)) == ("waiting", expected)


def test_who_is_asked_is_told_that_the_day_has_come_and_since_when() -> None:
    judged = states().judge(record(FLOOR), FLOOR)
    assert (judged.state, judged.since, judged.observation and judged.observation.evidence) == (
        "due",
        DAY,
        "2026-11-20 has come",
    )
    assert (noticed(FLOOR), noticed(ALONE), noticed(ASKED)) == (
        "somebody has to look, `not before 2026-11-20`",
        "`not before 2026-11-20`",
        "somebody has to look",
    )


@pytest.mark.parametrize(
    ("decided", "reviews", "expected"),
    [
        ("2026-11-20", (), ("waiting", date(2027, 5, 19))),
        ("2026-11-25", (), ("waiting", date(2027, 5, 24))),
        ("2026-01-01", (), ("due", None)),
        (None, (), ("due", None)),
        ("2026-01-01", (review_of(FLOOR, "waiting", "2026-10-01"),), ("due", None)),
        ("2026-01-01", (review_of(FLOOR, "waiting", "2026-11-25"),), ("waiting", date(2027, 5, 24))),
        ("2026-01-01", (reaffirmed("2026-11-25"),), ("waiting", date(2027, 5, 24))),
        ("2026-01-01", (review_of(FLOOR, "waiting", "2026-11-25", until="2027-02-01"),), ("waiting", date(2027, 2, 1))),
        ("2026-01-01", (review_of(FLOOR, "waiting", "2026-11-21", until="2026-12-01"),), ("due", None)),
        ("2026-01-01", (review_of(FLOOR, "met", "2026-11-25"),), ("met", None)),
        ("2026-01-01", (review_of(FLOOR, "never", "2026-10-01"),), ("never", None)),
    ],
    ids=[
        "written on the day",
        "written after it",
        "written before it",
        "without a date",
        "looked at too early",
        "looked at since",
        "reaffirmed since",
        "snoozed",
        "the snooze is over",
        "a person says met",
        "a person says never",
    ],
)
def test_who_wrote_or_looked_on_the_day_or_later_has_looked(
    decided: str | None, reviews: tuple[Review, ...], expected: tuple[State, date | None]
) -> None:
    judged = states(*reviews).judge(record(FLOOR, day=decided), FLOOR)
    assert (judged.state, judged.next) == expected


@pytest.mark.parametrize(
    ("logic", "others", "expected"),
    [
        ("any", (LATER,), "due"),
        ("all", (LATER,), "waiting"),
        ("any", (ALONE,), "met"),
        ("all", (ALONE,), "due"),
        ("all", (), "due"),
    ],
)
def test_a_record_is_not_met_by_a_floor_however_its_conditions_combine(
    logic: str, others: tuple[Trigger, ...], expected: RecordState
) -> None:
    assert states().of_record(record(FLOOR, *others, logic=logic)) == expected


def test_readers_are_told_that_people_judge_from_the_day_on() -> None:
    told = [" and ".join(kinds(replace(one, kind="date"))) for one in (FLOOR, ALONE, LATER)]
    assert told == ["a day and people's judgement", "a day", "a day"]
    assert [combined(one).settles for one in (FLOOR, ALONE, CHECKED, ASKED)] == [False, True, True, False]


@pytest.mark.parametrize("decided", ["2026-11-20", "2027-01-01"])
def test_a_floor_that_was_past_when_this_was_decided_is_a_hint(decided: str) -> None:
    hints = [list(days(record(one, day=decided), lambda record, words: 1)) for one in (FLOOR, CHECKED)]
    message = f"trigger (a): not before 2026-11-20 was past when this was decided ({decided}); mend one of the days"
    assert [[(one.code, one.message) for one in some] for some in hints] == [[("ADR905", message)]] * 2
    assert list(days(record(FLOOR, day="2026-11-19"), lambda record, words: 1)) == []


def test_a_page_built_before_knows_of_the_day() -> None:
    early = states(as_of=date(2026, 11, 1))
    assert early.judge(record(FLOOR, day="2026-10-01"), FLOOR).next == DAY
    assert forecast.of_trigger(early, record(FLOOR, day="2026-10-01"), FLOOR) == [(DAY, "due")]


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("Deferred, not before 2027-03-01.", "not before 2027-03-01"),
        ("Deferred, but not before 2027-03-01.", "not before 2027-03-01"),
        ("We wait, never before 2027-03-01.", "never before 2027-03-01"),
        ("Deferred; we will not look at it before 2027-03-01.", "will not look at it before 2027-03-01"),
        ("Let's not revisit this before 2027-03-01.", "not revisit this before 2027-03-01"),
        ("Not before a second team needs it.", "Not before a second team needs it"),
        ("Zurückgestellt, nicht bevor 2027.", "nicht bevor 2027"),
        ("We revisit this before 2027-03-01.", "before 2027-03-01"),
        ("It is not ready, so we revisit it before 2027-03-01.", "before 2027-03-01"),
        ("Not until a second team needs it.", "a second team needs it"),
    ],
)
def test_a_condition_that_says_not_before_keeps_its_not(sentence: str, text: str) -> None:
    stated = condition_in(sentence, lexicon.languages(sentence))
    assert isinstance(stated, StatedCondition)
    assert stated.text.rstrip(".") == text
