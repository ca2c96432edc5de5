"""A day that a condition's words name beside others is the day on which somebody is asked, not before and not much later."""

from datetime import date

import pytest

from adr_gen.model import Trigger
from adr_gen.reading.conditions.condition_kinds import classify
from adr_gen.reading.conditions.named_days import named_days
from tests.support.condition_states import record, states

DAYS = {
    "the contract ends on 31 March 2027 and a cheaper offer exists": ("2027-03-31",),
    "the budget of next year is known (2027-Q2)": ("2027-04-01",),
    "in Q3 2027 the grid operator publishes new prices": ("2027-07-01",),
    "before the season of June 2027": ("2027-06-01",),
    "after June 2027, or again in May 2028": ("2027-07-01", "2028-05-01"),
    "at the end of Q2 2027 we know more": ("2027-06-30",),
    "by the end of 2027 the price has fallen": ("2027-12-31",),
    "after the winter 2026/27": ("2027-03-01",),
    "until late summer 2027": ("2027-08-31",),
    "the lease ends in autumn 2027": ("2027-09-01",),
    "nach dem Winter 2026/27": ("2027-03-01",),
    "Ende März 2027 ist der Preis bekannt": ("2027-03-31",),
    "im Herbst 2027 läuft der Vertrag aus": ("2027-09-01",),
    "après l'été 2027": ("2027-09-01",),
    "después de la primavera de 2027": ("2027-06-01",),
    "depois do verão de 2027": ("2027-09-01",),
    "dopo l'estate 2027": ("2027-09-01",),
    "после зимы 2026/27": ("2027-03-01",),
    "合同于2027年3月31日到期": ("2027-03-31",),
    "2027年秋に見直す": ("2027-09-01",),
}


def test_a_day_is_found_among_other_words() -> None:
    assert {text: named_days(text) for text in DAYS} == DAYS


@pytest.mark.parametrize(
    "text",
    [
        "more than 2027 users come",
        "Fortran 2023 is supported",
        "2027-02-30 comes",
        "winter 9999",
        "RFC 2119",
    ],
)
def test_a_number_and_a_day_that_is_none_are_no_days(text: str) -> None:
    assert named_days(text) == ()


def asked(text: str, day: str | None = "2026-05-01") -> list[tuple[str, date | None]]:
    """The state of a condition and its next day, on the day before and on the last day of March 2027."""
    trigger = Trigger(text, text, kind=classify(text))
    decided = record(trigger, day=day)
    judged = (states(as_of=date(2027, 3, day)).judge(decided, trigger) for day in (30, 31))
    return [(one.state, one.next) for one in judged]


def test_somebody_is_asked_on_the_first_of_its_days_behind_the_decision() -> None:
    due = [("waiting", date(2027, 3, 31)), ("due", None)]
    assert asked("the contract of 3 May 2024 ends on 31 March 2027 and a cheaper offer exists") == due
    period = [("due", None)] * 2
    assert asked("the contract of 3 May 2024 ends") == period
    assert asked("never, not even on 31 March 2027")[0][0] == "never"
    assert asked("the contract ends on 31 March 2027 and a cheaper offer exists", day=None) == due
    assert asked("the contract ends and a cheaper offer exists", day=None) == [("waiting", None)] * 2
