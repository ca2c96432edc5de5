"""The state of a trigger on a day: the first rule that fits."""

from dataclasses import replace
from datetime import date

import pytest

from adr_gen.checks import parse
from adr_gen.decision import Conditions, Observation, State, Trigger
from adr_gen.records import Record
from adr_gen.revisit import States
from adr_gen.revisit.memory import Memory
from adr_gen.revisit.states import Judgement
from adr_gen.written.reviews import Answer, Review, Reviews, fingerprint

TODAY = date(2026, 12, 1)
ASKED = Trigger("a customer asks", "Revisit when a customer asks.")
DATED = Trigger("`2026-10-01`", "Revisit on `2026-10-01`.", kind="date", check=("2026-10-01",))
LATER = Trigger("`2027-03-01`", "Revisit on `2027-03-01`.", kind="date", check=("2027-03-01",))
ISSUE = Trigger("it is fixed", "Revisit when `issue:o/r#1 closed`.", kind="issue", check=("issue:o/r#1 closed",))
NEVER = Trigger("never", "Revisit: never", kind="never")
BROKEN = Trigger("`pypi:`", "Revisit when `pypi:`.", kind="release", check=("pypi:",))
HELD = Observation("met", "2026-12-01", "check", "2026-10-01 has come", "2026-10-01")
CLOSED = Observation("met", "2026-11-30", "check", "closed", "2026-11-20")
OPEN = Observation("waiting", "2026-11-30", "check", "open")
DOWN = Observation("unknown", "2026-11-30", "check", "time-out")


def record(*triggers: Trigger, day: str | None = "2026-11-01", by: str | None = None, logic: str = "any") -> Record:
    conditions = Conditions("all" if logic == "all" else "any", triggers, by)
    return Record(7, "Cache", "rejected", date=day, path="d/0007-cache.md", conditions=conditions)


def said(trigger: Trigger, result: str, day: str, seen: str = "due", until: str | None = None) -> Review:
    answer = Answer("a", fingerprint(trigger.text), result, seen, until)  # type: ignore[arg-type]
    return Review(7, day, "Ana", answers=(answer,), path=f"{day}.yml")


def told(result: str, day: str) -> Observation:
    return Observation(result, day, "Ana")  # type: ignore[arg-type]


def reaffirmed(day: str, chosen: str | None = None) -> Review:
    return Review(7, day, "Ana", outcome="reaffirmed", next=chosen, path=f"{day}-r.yml")


def states(*reviews: Review, found: Observation = OPEN, as_of: date = TODAY) -> States:
    return States(as_of, 180, Reviews(reviews), lambda check: found)


LATER_FOUND = Observation("waiting", "2026-12-01", "check", "2027-03-01 is 90 days away", "2027-03-01")
OVERDUE = record(ASKED, day="2026-01-01")

TABLE: dict[str, tuple[Record, tuple[Review, ...], Judgement]] = {
    "nobody looked, and it is not time yet": (record(ASKED), (), Judgement("waiting", None, date(2027, 4, 30))),
    "nobody looked for 180 days since the decision": (OVERDUE, (), Judgement("due")),
    "the 180th day itself is due": (record(ASKED, day="2026-06-04"), (), Judgement("due")),
    "the day before it is not": (record(ASKED, day="2026-06-05"), (), Judgement("waiting", None, date(2026, 12, 2))),
    "without any date nothing falls due": (record(ASKED, day=None), (), Judgement("waiting")),
    "a look begins the time anew": (
        OVERDUE,
        (said(ASKED, "waiting", "2026-09-01"),),
        Judgement("waiting", told("waiting", "2026-09-01"), date(2027, 2, 28)),
    ),
    "a look that is long ago is none": (
        OVERDUE,
        (said(ASKED, "waiting", "2026-03-01"),),
        Judgement("due", told("waiting", "2026-03-01")),
    ),
    "the last look counts": (
        OVERDUE,
        (said(ASKED, "waiting", "2026-09-01"), said(ASKED, "met", "2026-03-01")),
        Judgement("waiting", told("waiting", "2026-09-01"), date(2027, 2, 28)),
    ),
    "the author says never": (record(NEVER, day="2026-01-01"), (), Judgement("never")),
    "a person says never": (
        OVERDUE,
        (said(ASKED, "never", "2026-02-01"),),
        Judgement("never", told("never", "2026-02-01")),
    ),
    "never comes before a check that holds": (
        record(DATED),
        (said(DATED, "never", "2026-11-02"),),
        Judgement("never", told("never", "2026-11-02")),
    ),
    "a check that holds": (record(DATED), (), Judgement("met", HELD)),
    "a check that does not hold has its day": (
        record(LATER),
        (),
        Judgement("waiting", LATER_FOUND, date(2027, 3, 1)),
    ),
    "a check is never due by age": (record(ISSUE, day="2020-01-01"), (), Judgement("waiting", OPEN)),
    "a check that was seen to hold is answered": (
        record(DATED),
        (said(DATED, "waiting", "2026-11-20", seen="met"),),
        Judgement("waiting", told("waiting", "2026-11-20"), date(2027, 5, 19)),
    ),
    "a check that held only after the look is not": (
        record(DATED),
        (said(DATED, "waiting", "2026-09-20", seen="waiting"),),
        Judgement("met", HELD),
    ),
    "a look at it while it waited is no answer either": (
        record(DATED),
        (said(DATED, "waiting", "2026-11-20", seen="waiting"),),
        Judgement("met", HELD),
    ),
    "a person says met, and it stays so for years": (
        record(ASKED, day="2020-01-01"),
        (said(ASKED, "met", "2021-01-01"),),
        Judgement("met", told("met", "2021-01-01")),
    ),
    "a person says met though the check waits": (
        record(ISSUE),
        (said(ISSUE, "met", "2026-11-20"),),
        Judgement("met", told("met", "2026-11-20")),
    ),
    "met until a later answer": (
        OVERDUE,
        (said(ASKED, "met", "2026-09-01"), said(ASKED, "waiting", "2026-10-01")),
        Judgement("waiting", told("waiting", "2026-10-01"), date(2027, 3, 30)),
    ),
    "met until the decision is reaffirmed": (
        OVERDUE,
        (said(ASKED, "met", "2026-09-01"), reaffirmed("2026-10-01")),
        Judgement("waiting", told("met", "2026-09-01"), date(2027, 3, 30)),
    ),
    "met again after it was reaffirmed": (
        OVERDUE,
        (reaffirmed("2026-09-01"), said(ASKED, "met", "2026-10-01")),
        Judgement("met", told("met", "2026-10-01")),
    ),
    "met and reaffirmed in one review": (
        OVERDUE,
        (replace(said(ASKED, "met", "2026-10-01"), outcome="reaffirmed"),),
        Judgement("waiting", told("met", "2026-10-01"), date(2027, 3, 30)),
    ),
    "reopened answers nothing yet": (
        OVERDUE,
        (replace(said(ASKED, "met", "2026-10-01"), outcome="reopened"),),
        Judgement("met", told("met", "2026-10-01")),
    ),
    "who reaffirmed it without a word on it has looked": (
        OVERDUE,
        (reaffirmed("2026-10-01"),),
        Judgement("waiting", None, date(2027, 3, 30)),
    ),
    "who reaffirmed it chose a far day": (
        OVERDUE,
        (reaffirmed("2026-10-01", "2028-01-01"),),
        Judgement("waiting", None, date(2028, 1, 1)),
    ),
    "who reaffirmed it chose a near day": (
        OVERDUE,
        (reaffirmed("2026-10-01", "2026-11-30"),),
        Judgement("due"),
    ),
    "snoozed": (
        OVERDUE,
        (said(ASKED, "waiting", "2026-03-01", until="2026-12-02"),),
        Judgement("waiting", told("waiting", "2026-03-01"), date(2026, 12, 2)),
    ),
    "the snooze ends on its day": (
        record(ASKED),
        (said(ASKED, "waiting", "2026-11-02", until="2026-12-01"),),
        Judgement("due", told("waiting", "2026-11-02")),
    ),
    "a check that holds is snoozed": (
        record(DATED),
        (said(DATED, "waiting", "2026-11-02", seen="met", until="2027-01-01"),),
        Judgement("waiting", told("waiting", "2026-11-02"), date(2027, 1, 1)),
    ),
    "and holds again when the snooze is over": (
        record(DATED),
        (said(DATED, "waiting", "2026-11-02", seen="met", until="2026-12-01"),),
        Judgement("met", HELD),
    ),
    "the record's review_by has come": (record(ASKED, by="2026-12-01"), (), Judgement("due")),
    "it has not": (record(ASKED, by="2026-12-02"), (), Judgement("waiting", None, date(2026, 12, 2))),
    "reaffirming moves a review_by that is past": (
        record(ASKED, by="2026-11-15"),
        (reaffirmed("2026-11-20"),),
        Judgement("waiting", None, date(2027, 5, 19)),
    ),
    "and leaves one that is to come": (
        record(ASKED, by="2026-12-15"),
        (reaffirmed("2026-11-20"),),
        Judgement("waiting", None, date(2026, 12, 15)),
    ),
    "an edited condition is asked anew": (
        OVERDUE,
        (said(replace(ASKED, text="a client asks"), "never", "2026-11-20"),),
        Judgement("due"),
    ),
    "one that was only wrapped anew is not": (
        OVERDUE,
        (said(replace(ASKED, text="a  customer\nasks"), "never", "2026-11-20"),),
        Judgement("never", told("never", "2026-11-20")),
    ),
}


@pytest.mark.parametrize("name", TABLE)
def test_a_condition_is_in_the_first_state_that_fits(name: str) -> None:
    asked, reviews, judgement = TABLE[name]
    assert states(*reviews).judge(asked, asked.conditions.triggers[0]) == judgement


@pytest.mark.parametrize(
    ("found", "reviews", "judgement"),
    [
        (DOWN, (), Judgement("unknown", DOWN)),
        (DOWN, (said(ISSUE, "waiting", "2026-11-30"),), Judgement("unknown", DOWN)),
        (OPEN, (said(ISSUE, "waiting", "2026-11-29"),), Judgement("waiting", OPEN)),
        (OPEN, (said(ISSUE, "waiting", "2026-12-01"),), Judgement("waiting", told("waiting", "2026-12-01"))),
        (CLOSED, (said(ISSUE, "waiting", "2026-11-10", "met"),), Judgement("met", CLOSED)),
        (
            CLOSED,
            (said(ISSUE, "waiting", "2026-11-20", "met"),),
            Judgement("waiting", told("waiting", "2026-11-20"), date(2027, 5, 19)),
        ),
    ],
    ids=["unknown", "unknown stays", "newer check", "newer look", "met after the look", "met before the look"],
)
def test_a_check_and_a_person_look_at_one_thing(
    found: Observation, reviews: tuple[Review, ...], judgement: Judgement
) -> None:
    assert states(*reviews, found=found).judge(record(ISSUE), ISSUE) == judgement


def test_a_token_that_is_not_understood_is_unknown_and_says_why() -> None:
    judged = states().judge(record(BROKEN), BROKEN)
    assert judged.state == "unknown"
    assert judged.observation is not None
    assert judged.observation.evidence.startswith("`pypi:` is not understood at column 6 (the end)")


def overall(*triggers: Trigger, logic: str, found: Observation = OPEN) -> State | None:
    return states(found=found).of_record(record(*triggers, logic=logic))


@pytest.mark.parametrize(
    ("triggers", "logic", "found", "state"),
    [
        ((ASKED, DATED), "any", OPEN, "met"),
        ((ASKED, DATED), "all", OPEN, "waiting"),
        ((DATED, ISSUE), "all", DOWN, "unknown"),
        ((DATED, ISSUE), "all", CLOSED, "met"),
        ((DATED, NEVER), "all", OPEN, "never"),
        ((ASKED, NEVER), "any", OPEN, "waiting"),
        ((replace(DATED, item="Phase 2"), ASKED, NEVER), "all", OPEN, "met"),
        ((replace(ASKED, item="Phase 2"), DATED, DATED), "all", OPEN, "met"),
        ((), "any", OPEN, None),
    ],
)
def test_a_record_is_in_the_strongest_state_of_its_conditions(
    triggers: tuple[Trigger, ...], logic: str, found: Observation, state: State | None
) -> None:
    assert overall(*triggers, logic=logic, found=found) == state


def test_a_record_with_nothing_but_a_day_to_look_is_due_on_it() -> None:
    judge = states()
    assert [judge.of_record(record(by=day)) for day in ("2026-12-01", "2026-12-02")] == ["due", "waiting"]
    assert states(reaffirmed("2026-11-20", "2027-02-01")).next_day(record()) == "2027-02-01"
    assert states(reaffirmed("2026-11-20", "2027-02-01")).of_record(record()) == "waiting"


FAR = date(9999, 12, 31)


@pytest.mark.parametrize("day", ["9999-12-31", "9999-12-01"])
def test_there_is_no_day_after_the_last_one(day: str) -> None:
    assert states().next_day(record(ASKED, day=day)) == FAR.isoformat()
    assert states(reaffirmed(day)).review_by(record(by=day)) == FAR
    assert states(as_of=FAR).later(FAR) == FAR


@pytest.mark.parametrize("change", [{"status": "superseded"}, {"status": "deprecated"}, {"reaffirmed_by": (9,)}])
def test_a_record_that_has_been_followed_is_not_watched(change: dict[str, object]) -> None:
    followed = replace(record(DATED, by="2026-01-01"), **change)  # type: ignore[arg-type]
    assert (states().of_record(followed), states().next_day(followed)) == (None, None)


def test_the_next_day_is_the_nearest_on_which_something_may_change() -> None:
    asked = record(ASKED, LATER, by="2028-01-01")
    assert states().next_day(asked) == "2027-03-01"
    assert states(as_of=date(2027, 3, 1)).next_day(asked) == "2027-04-30"


def test_a_day_that_somebody_has_seen_come_is_answered_for_good() -> None:
    first = said(DATED, "waiting", "2026-10-02", "met")
    for again in (said(DATED, "waiting", "2026-11-01", "waiting"), said(DATED, "waiting", "2026-11-01", "due")):
        judged = states(first, again, found=HELD).judge(record(DATED), DATED)
        assert judged == Judgement("waiting", told("waiting", "2026-11-01"), date(2027, 4, 30))
    unseen = said(DATED, "waiting", "2026-09-01", "waiting")
    assert states(unseen, found=HELD).judge(record(DATED), DATED).state == "met"


def test_reviews_after_the_day_do_not_count() -> None:
    reviews = Reviews((said(ASKED, "met", "2026-11-02"),))
    assert states(*reviews.as_of("2026-11-01").all).judge(OVERDUE, ASKED).state == "due"
    assert states(*reviews.as_of("2026-11-02").all).judge(OVERDUE, ASKED).state == "met"


def test_what_was_met_once_stays_met_until_somebody_has_seen_it() -> None:
    memory, check = Memory(), parse("issue:o/r#1 closed")
    memory.keep([(check, Observation("met", "2026-11-10", "check", "closed"))])
    memory.keep([(check, Observation("waiting", "2026-11-20", "check", "open again"))])
    latched = Memory(memory.text()).standing(check, Observation("waiting", "2026-11-20", "check", "open again"))
    assert latched == Observation("met", "2026-11-10", "check", "closed (2026-11-20: open again)", "2026-11-10")
    assert states(found=latched).judge(record(ISSUE), ISSUE) == Judgement("met", latched)
    seen = said(ISSUE, "waiting", "2026-11-21", "met")
    assert states(seen, found=latched).judge(record(ISSUE), ISSUE).state == "waiting"
    memory.keep([(check, Observation("met", "2026-11-25", "check", "closed"))])
    again = memory.standing(check, Observation("met", "2026-11-25", "check", "closed"))
    assert states(seen, found=again).judge(record(ISSUE), ISSUE) == Judgement("met", again)
