"""Words that say a day and nothing else: the condition is due on that day, not after a time without a look."""

from datetime import date

import pytest

from adr_gen.lint.condition_rules import days
from adr_gen.model import Conditions, Trigger
from adr_gen.reading.conditions.bare_day import bare_day
from adr_gen.records import Record
from tests.support.condition_states import record, states

DAYS = {
    "2027-03-31": "2027-03-31",
    "on 2027-03-31": "2027-03-31",
    "by 31 March 2027 at the latest": "2027-03-31",
    "in any case by March 2027": "2027-03-01",
    "no earlier than 2027-04-01": "2027-04-01",
    "2027-Q2": "2027-04-01",
    "at the end of Q2 2027": "2027-06-30",
    "end of February 2028": "2028-02-29",
    "not revisit before 2027-02-01": "2027-02-01",
    "spätestens am 01.07.2027": "2027-07-01",
    "Ende März 2027": "2027-03-31",
    "au plus tard le 2027-03-31": "2027-03-31",
    "a más tardar el 2027-03-31": "2027-03-31",
    "al più tardi il 2027-03-31": "2027-03-31",
    "o mais tardar em 2027-03-31": "2027-03-31",
    "не ранее 2027-03-31": "2027-03-31",
    "最迟在 2027-03-31": "2027-03-31",
    "遅くとも 2027-03-31 まで": "2027-03-31",
}


def test_a_day_is_known_by_the_words_around_it() -> None:
    assert {text: bare_day(text) for text in DAYS} == DAYS


@pytest.mark.parametrize(
    "text",
    [
        "the lease ends on 2027-03-31",
        "prices double, but not before 2027-03-01",
        "mid 2027",
        "after 6 months",
        "version 2027 ships",
        "2027-02-30",
    ],
)
def test_words_that_say_more_are_none(text: str) -> None:
    assert bare_day(text) is None


def test_it_is_due_on_its_day_and_no_earlier() -> None:
    trigger = Trigger("at the latest on 2029-03-31", "Look again at the latest on 2029-03-31.", kind="date")
    decided = record(trigger)
    before, on = (states(as_of=day).judge(decided, trigger) for day in (date(2029, 3, 30), date(2029, 3, 31)))
    assert (before.state, before.next) == ("waiting", date(2029, 3, 31))
    assert (on.state, on.since, on.cause) == ("due", date(2029, 3, 31), "floor")


@pytest.mark.parametrize("words", ["Every 2 years", "in two years", "2 years"])
def test_a_time_after_the_decision_is_asked_about_when_it_is_over(words: str) -> None:
    trigger = Trigger(words, words, kind="elapsed")
    decided = record(trigger, day="2026-11-01")
    before, on = (states(as_of=day).judge(decided, trigger) for day in (date(2028, 10, 31), date(2028, 11, 1)))
    assert (before.state, before.next) == ("waiting", date(2028, 11, 1))
    assert (on.state, on.since, on.cause) == ("due", date(2028, 11, 1), "floor")


@pytest.mark.parametrize(("text", "codes"), [("on 2027-06-30", []), ("the vendor ships", ["ADR909"])])
def test_a_record_without_a_date_is_reminded_by_a_day_in_words(text: str, codes: list[str]) -> None:
    undated = Record(7, "Split", "deferred", path="7.md", conditions=Conditions("single", (Trigger(text, text),)))
    assert [problem.code for problem in days(undated, lambda *_: 1)] == codes
