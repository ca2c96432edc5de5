"""Conditions, what was found and said of them, and the judgement that follows."""

from dataclasses import replace
from datetime import date

from adr_gen.model import Conditions, Observation, Trigger
from adr_gen.records import Record
from adr_gen.reviews.reviews import Reviews
from adr_gen.reviews.stored_review import Answer, Review, fingerprint
from adr_gen.revisit import States
from adr_gen.revisit.trigger_state import TriggerState

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


def review_of(trigger: Trigger, result: str, day: str, seen: str = "due", until: str | None = None) -> Review:
    answer = Answer("a", fingerprint(trigger.text), result, seen, until)  # type: ignore[arg-type]
    return Review(7, day, "Ana", answers=(answer,), path=f"{day}.yml")


def person_observation(result: str, day: str) -> Observation:
    return Observation(result, day, "Ana")  # type: ignore[arg-type]


def reaffirmed(day: str, chosen: str | None = None) -> Review:
    return Review(7, day, "Ana", outcome="reaffirmed", next=chosen, path=f"{day}-r.yml")


def put_off(day: str, until: str) -> Review:
    return Review(7, day, "Ana", next=until, path=f"{day}-o.yml")


def states(*reviews: Review, observation: Observation = OPEN, as_of: date = TODAY) -> States:
    return States(as_of, 180, Reviews(reviews), lambda check: observation)


LATER_FOUND = Observation("waiting", "2026-12-01", "check", "2027-03-01 is 90 days away", "2027-03-01")
OVERDUE = record(ASKED, day="2026-01-01")

TABLE: dict[str, tuple[Record, tuple[Review, ...], TriggerState]] = {
    "nobody looked, and it is not time yet": (record(ASKED), (), TriggerState("waiting", None, date(2027, 4, 30))),
    "nobody looked for 180 days since the decision": (OVERDUE, (), TriggerState("due")),
    "the 180th day itself is due": (record(ASKED, day="2026-06-04"), (), TriggerState("due")),
    "the day before it is not": (record(ASKED, day="2026-06-05"), (), TriggerState("waiting", None, date(2026, 12, 2))),
    "without any date nothing falls due": (record(ASKED, day=None), (), TriggerState("waiting")),
    "a look begins the time anew": (
        OVERDUE,
        (review_of(ASKED, "waiting", "2026-09-01"),),
        TriggerState("waiting", person_observation("waiting", "2026-09-01"), date(2027, 2, 28)),
    ),
    "a look that is long ago is none": (
        OVERDUE,
        (review_of(ASKED, "waiting", "2026-03-01"),),
        TriggerState("due", person_observation("waiting", "2026-03-01")),
    ),
    "the last look counts": (
        OVERDUE,
        (review_of(ASKED, "waiting", "2026-09-01"), review_of(ASKED, "met", "2026-03-01")),
        TriggerState("waiting", person_observation("waiting", "2026-09-01"), date(2027, 2, 28)),
    ),
    "the author says never": (record(NEVER, day="2026-01-01"), (), TriggerState("never")),
    "a person says never": (
        OVERDUE,
        (review_of(ASKED, "never", "2026-02-01"),),
        TriggerState("never", person_observation("never", "2026-02-01")),
    ),
    "never comes before a check that holds": (
        record(DATED),
        (review_of(DATED, "never", "2026-11-02"),),
        TriggerState("never", person_observation("never", "2026-11-02")),
    ),
    "a check that holds": (record(DATED), (), TriggerState("met", HELD)),
    "a check that does not hold has its day": (
        record(LATER),
        (),
        TriggerState("waiting", LATER_FOUND, date(2027, 3, 1)),
    ),
    "a check is never due by age": (record(ISSUE, day="2020-01-01"), (), TriggerState("waiting", OPEN)),
    "a check that was seen to hold is answered": (
        record(DATED),
        (review_of(DATED, "waiting", "2026-11-20", seen="met"),),
        TriggerState("waiting", person_observation("waiting", "2026-11-20"), date(2027, 5, 19)),
    ),
    "a check that held only after the look is not": (
        record(DATED),
        (review_of(DATED, "waiting", "2026-09-20", seen="waiting"),),
        TriggerState("met", HELD),
    ),
    "a look at it while it waited is no answer either": (
        record(DATED),
        (review_of(DATED, "waiting", "2026-11-20", seen="waiting"),),
        TriggerState("met", HELD),
    ),
    "a person says met, and it stays so for years": (
        record(ASKED, day="2020-01-01"),
        (review_of(ASKED, "met", "2021-01-01"),),
        TriggerState("met", person_observation("met", "2021-01-01")),
    ),
    "a person says met though the check waits": (
        record(ISSUE),
        (review_of(ISSUE, "met", "2026-11-20"),),
        TriggerState("met", person_observation("met", "2026-11-20")),
    ),
    "met until a later answer": (
        OVERDUE,
        (review_of(ASKED, "met", "2026-09-01"), review_of(ASKED, "waiting", "2026-10-01")),
        TriggerState("waiting", person_observation("waiting", "2026-10-01"), date(2027, 3, 30)),
    ),
    "met until the decision is reaffirmed": (
        OVERDUE,
        (review_of(ASKED, "met", "2026-09-01"), reaffirmed("2026-10-01")),
        TriggerState("waiting", person_observation("met", "2026-09-01"), date(2027, 3, 30), answered=date(2026, 9, 1)),
    ),
    "met again after it was reaffirmed": (
        OVERDUE,
        (reaffirmed("2026-09-01"), review_of(ASKED, "met", "2026-10-01")),
        TriggerState("met", person_observation("met", "2026-10-01")),
    ),
    "met and reaffirmed in one review": (
        OVERDUE,
        (replace(review_of(ASKED, "met", "2026-10-01"), outcome="reaffirmed"),),
        TriggerState("waiting", person_observation("met", "2026-10-01"), date(2027, 3, 30), answered=date(2026, 10, 1)),
    ),
    "reopened answers nothing yet": (
        OVERDUE,
        (replace(review_of(ASKED, "met", "2026-10-01"), outcome="reopened"),),
        TriggerState("met", person_observation("met", "2026-10-01")),
    ),
    "who reaffirmed it without a word on it has looked": (
        OVERDUE,
        (reaffirmed("2026-10-01"),),
        TriggerState("waiting", None, date(2027, 3, 30)),
    ),
    "who reaffirmed it chose a far day": (
        OVERDUE,
        (reaffirmed("2026-10-01", "2028-01-01"),),
        TriggerState("waiting", None, date(2028, 1, 1)),
    ),
    "who reaffirmed it chose a near day": (
        OVERDUE,
        (reaffirmed("2026-10-01", "2026-11-30"),),
        TriggerState("due"),
    ),
    "snoozed": (
        OVERDUE,
        (review_of(ASKED, "waiting", "2026-03-01", until="2026-12-02"),),
        TriggerState("waiting", person_observation("waiting", "2026-03-01"), date(2026, 12, 2)),
    ),
    "the snooze ends on its day": (
        record(ASKED),
        (review_of(ASKED, "waiting", "2026-11-02", until="2026-12-01"),),
        TriggerState("due", person_observation("waiting", "2026-11-02")),
    ),
    "a check that holds is snoozed": (
        record(DATED),
        (review_of(DATED, "waiting", "2026-11-02", seen="met", until="2027-01-01"),),
        TriggerState("waiting", person_observation("waiting", "2026-11-02"), date(2027, 1, 1)),
    ),
    "and holds again when the snooze is over": (
        record(DATED),
        (review_of(DATED, "waiting", "2026-11-02", seen="met", until="2026-12-01"),),
        TriggerState("met", HELD),
    ),
    "the record's review_by has come": (record(ASKED, by="2026-12-01"), (), TriggerState("due")),
    "it has not": (record(ASKED, by="2026-12-02"), (), TriggerState("waiting", None, date(2026, 12, 2))),
    "reaffirming moves a review_by that is past": (
        record(ASKED, by="2026-11-15"),
        (reaffirmed("2026-11-20"),),
        TriggerState("waiting", None, date(2027, 5, 19)),
    ),
    "and leaves one that is to come": (
        record(ASKED, by="2026-12-15"),
        (reaffirmed("2026-11-20"),),
        TriggerState("waiting", None, date(2026, 12, 15)),
    ),
    "who puts it off moves a review_by that is past": (
        record(ASKED, by="2026-11-15"),
        (put_off("2026-11-20", "2027-01-10"),),
        TriggerState("waiting", None, date(2027, 1, 10)),
    ),
    "and none that comes later": (
        record(ASKED, by="2027-02-01"),
        (put_off("2026-11-20", "2027-01-10"),),
        TriggerState("waiting", None, date(2027, 2, 1)),
    ),
    "who reaffirms it afterwards has the last word": (
        record(ASKED, by="2026-11-15"),
        (put_off("2026-11-20", "2027-06-01"), reaffirmed("2026-11-25", "2027-01-10")),
        TriggerState("waiting", None, date(2027, 1, 10)),
    ),
    "an edited condition is asked anew": (
        OVERDUE,
        (review_of(replace(ASKED, text="a client asks"), "never", "2026-11-20"),),
        TriggerState("due"),
    ),
    "one that was only wrapped anew is not": (
        OVERDUE,
        (review_of(replace(ASKED, text="a  customer\nasks"), "never", "2026-11-20"),),
        TriggerState("never", person_observation("never", "2026-11-20")),
    ),
}
