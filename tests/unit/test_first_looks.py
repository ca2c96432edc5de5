"""`watch-from`: the day on which somebody is asked first about what was decided before anybody watched."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from adr_gen.board import evidence, watched_conditions
from adr_gen.board.entries import EARLY
from adr_gen.config import Settings, read
from adr_gen.errors import UsageError
from adr_gen.model import Conditions, Observation, Trigger
from adr_gen.records import Record
from adr_gen.reviews.reviews import Reviews
from adr_gen.reviews.stored_review import Review
from adr_gen.revisit import States, first_looks
from adr_gen.revisit.forecast import of_record
from adr_gen.revisit.trigger_state import TriggerState
from tests.support.condition_states import ASKED, DATED, ISSUE, LATER, NEVER, record, review_of

BEGAN = date(2026, 12, 1)


def old(number: int, *triggers: Trigger, day: str | None = "2026-01-01", by: str | None = None) -> Record:
    made = record(*(triggers or (ASKED,)), day=day, by=by)
    return replace(made, number=number, path=f"d/{number:04}-x.md")


def states(*records: Record, as_of: date = BEGAN, reviews: tuple[Review, ...] = (), began: date = BEGAN) -> States:
    observation = Observation("met", "2026-11-30", "check", "closed")
    return States(as_of, 180, Reviews(reviews), lambda check: observation, first_looks(records, began, 180))


def test_the_first_looks_are_at_even_distances_in_the_order_of_the_numbers() -> None:
    log = [old(number) for number in (40, 7, 12, 9)]
    days = first_looks(log, BEGAN, 180).days
    assert [days[f"d/{n:04}-x.md"] - BEGAN for n in (7, 9, 12, 40)] == [timedelta(n) for n in (45, 90, 135, 180)]


def test_nobody_is_asked_on_the_first_day_and_everybody_was_asked_after_one_period() -> None:
    log = [old(number) for number in range(1, 401)]
    days = first_looks(log, BEGAN, 180).days.values()
    assert (min(days), max(days)) == (BEGAN + timedelta(1), BEGAN + timedelta(180))


@pytest.mark.parametrize(
    "apart",
    [
        old(8, DATED, ISSUE),
        old(8, NEVER),
        old(8, day="2026-12-01"),
        old(8, day=None),
        replace(old(8), conditions=Conditions()),
    ],
    ids=["has checks alone", "never", "of the day itself", "without a date", "waits for nothing"],
)
def test_what_people_are_not_asked_about_by_its_age_moves_no_other_day(apart: Record) -> None:
    log = [old(7), old(9)]
    assert first_looks([*log, apart], BEGAN, 180) == first_looks(log, BEGAN, 180)


def test_a_decision_that_follows_another_moves_no_day() -> None:
    log = [old(7), old(9)]
    assert first_looks([replace(old(7), status="superseded"), old(9)], BEGAN, 180) == first_looks(log, BEGAN, 180)


def test_an_old_decision_waits_for_its_day_and_is_due_on_it() -> None:
    log = old(7), old(9)
    judge = states(*log)
    assert judge.judge(log[0], ASKED) == TriggerState("waiting", None, date(2027, 3, 1))
    assert judge.next_day(log[0]) == "2027-03-01"
    assert [(step.day, step.state) for step in of_record(judge, log[0])] == [(date(2027, 3, 1), "due")]
    assert judge.on(date(2027, 3, 1)).judge(log[0], ASKED) == TriggerState("due")


def test_who_is_not_old_enough_yet_is_asked_no_earlier_than_without_the_setting() -> None:
    young = old(7, day="2026-11-20")
    assert states(young, old(9), old(11)).next_day(young) == "2027-05-19"


def test_a_look_begins_the_time_anew() -> None:
    log = old(7)
    looked = review_of(ASKED, "waiting", "2026-12-10")
    assert states(log, as_of=date(2026, 12, 11), reviews=(looked,)).next_day(log) == "2027-06-08"


def test_a_day_that_the_author_named_stays_where_it_is() -> None:
    named = old(7, by="2026-11-15")
    assert states(named).judge(named, ASKED) == TriggerState("due")
    assert states(old(7, by="2026-12-24")).next_day(old(7, by="2026-12-24")) == "2026-12-24"


def test_what_was_true_before_is_said_to_be_and_what_came_true_later_is_not() -> None:
    log = old(7, DATED, LATER, ISSUE)
    first, later = (states(log, as_of=day) for day in (BEGAN, date(2027, 3, 1)))
    assert [line.early for line in watched_conditions(log, first)] == [True, False, True]
    assert [line.early for line in watched_conditions(log, later)] == [True, False, True]
    assert (
        evidence(watched_conditions(log, later)[0], later.as_of)
        == f"2026-10-01 has come (check, 2027-03-01); {EARLY['met']}"
    )
    assert not any(line.early for line in watched_conditions(log, States(BEGAN, 180)))


@pytest.mark.parametrize("text", [date(2026, 11, 30), "2026-11-30"])
def test_the_day_is_written_as_a_date_or_a_text(text: object) -> None:
    assert read({"watch-from": text}, "adr-gen.toml") == Settings(watch_from="2026-11-30")


@pytest.mark.parametrize("text", ["2026-11-31", "tomorrow", "20261130", 7, True])
def test_another_value_is_no_day(text: object) -> None:
    with pytest.raises(UsageError, match=r"adr-gen.toml: watch-from is "):
        read({"watch-from": text}, "adr-gen.toml")


def test_the_last_day_of_the_calendar_is_no_end() -> None:
    assert first_looks([old(7, day="9999-12-30")], date.max, 180).days == {"d/0007-x.md": date.max}
