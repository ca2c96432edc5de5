"""The state of a trigger on a day: the first rule that fits."""

from dataclasses import replace
from datetime import date

import pytest

from adr_gen.checks import parse
from adr_gen.model import Observation, RecordState, State, Trigger
from adr_gen.reviews.reviews import Reviews
from adr_gen.reviews.stored_review import Review
from adr_gen.revisit.check_results import Results
from adr_gen.revisit.trigger_state import TriggerState
from tests.support.condition_states import (
    ASKED,
    BROKEN,
    CLOSED,
    DATED,
    DOWN,
    HELD,
    ISSUE,
    LATER,
    NEVER,
    OPEN,
    OVERDUE,
    TABLE,
    person_observation,
    reaffirmed,
    record,
    review_of,
    states,
)


@pytest.mark.parametrize("name", TABLE)
def test_a_condition_is_in_the_first_state_that_fits(name: str) -> None:
    asked, reviews, judgement = TABLE[name]
    assert states(*reviews).judge(asked, asked.conditions.triggers[0]) == judgement


@pytest.mark.parametrize(
    ("observation", "reviews", "judgement"),
    [
        (DOWN, (), TriggerState("unknown", DOWN)),
        (DOWN, (review_of(ISSUE, "waiting", "2026-11-30"),), TriggerState("unknown", DOWN)),
        (OPEN, (review_of(ISSUE, "waiting", "2026-11-29"),), TriggerState("waiting", OPEN)),
        (
            OPEN,
            (review_of(ISSUE, "waiting", "2026-12-01"),),
            TriggerState("waiting", person_observation("waiting", "2026-12-01")),
        ),
        (
            OPEN,
            (replace(review_of(ISSUE, "met", "2026-12-01", "met"), outcome="reaffirmed"),),
            TriggerState("waiting", OPEN),
        ),
        (CLOSED, (review_of(ISSUE, "waiting", "2026-11-10", "met"),), TriggerState("met", CLOSED)),
        (
            CLOSED,
            (review_of(ISSUE, "waiting", "2026-11-20", "met"),),
            TriggerState("waiting", person_observation("waiting", "2026-11-20"), date(2027, 5, 19)),
        ),
    ],
    ids=[
        "unknown",
        "unknown stays",
        "newer check",
        "newer look",
        "no longer met",
        "met after the look",
        "met before the look",
    ],
)
def test_a_check_and_a_person_look_at_one_thing(
    observation: Observation, reviews: tuple[Review, ...], judgement: TriggerState
) -> None:
    assert states(*reviews, observation=observation).judge(record(ISSUE), ISSUE) == judgement


@pytest.mark.parametrize(("word", "now", "then"), [("or", "unknown", "met"), ("and", "waiting", "unknown")])
def test_a_day_beside_a_check_that_is_unknown_comes_all_the_same(word: str, now: State, then: State) -> None:
    tokens = ("pypi:x >= 2", "2027-03-01")
    trigger = Trigger("x", f"Revisit when `{tokens[0]}` {word} `{tokens[1]}`.", kind="release", check=tokens)
    judged = states(observation=DOWN).judge(record(trigger), trigger)
    assert (judged.state, judged.next) == (now, date(2027, 3, 1))
    assert states(observation=DOWN, as_of=date(2027, 3, 1)).of_trigger(record(trigger), trigger) == then


def test_a_token_that_is_not_understood_is_unknown_and_says_why() -> None:
    judged = states().judge(record(BROKEN), BROKEN)
    assert judged.state == "unknown"
    assert judged.observation is not None
    assert judged.observation.evidence.startswith("`pypi:` is not understood at column 6 (the end)")


def overall(*triggers: Trigger, logic: str, observation: Observation = OPEN) -> RecordState | None:
    return states(observation=observation).of_record(record(*triggers, logic=logic))


@pytest.mark.parametrize(
    ("triggers", "logic", "observation", "state"),
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
    triggers: tuple[Trigger, ...], logic: str, observation: Observation, state: State | None
) -> None:
    assert overall(*triggers, logic=logic, observation=observation) == state


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
    first = review_of(DATED, "waiting", "2026-10-02", "met")
    for again in (
        review_of(DATED, "waiting", "2026-11-01", "waiting"),
        review_of(DATED, "waiting", "2026-11-01", "due"),
    ):
        judged = states(first, again, observation=HELD).judge(record(DATED), DATED)
        assert judged == TriggerState("waiting", person_observation("waiting", "2026-11-01"), date(2027, 4, 30))
    unseen = review_of(DATED, "waiting", "2026-09-01", "waiting")
    assert states(unseen, observation=HELD).judge(record(DATED), DATED).state == "met"


def test_reviews_after_the_day_do_not_count() -> None:
    reviews = Reviews((review_of(ASKED, "met", "2026-11-02"),))
    assert states(*reviews.as_of("2026-11-01").all).judge(OVERDUE, ASKED).state == "due"
    assert states(*reviews.as_of("2026-11-02").all).judge(OVERDUE, ASKED).state == "met"


def test_what_was_met_once_stays_met_until_somebody_has_seen_it() -> None:
    results, check = Results(), parse("issue:o/r#1 closed")
    results.put([(check, Observation("met", "2026-11-10", "check", "closed"))])
    results.put([(check, Observation("waiting", "2026-11-20", "check", "open again"))])
    latched = Results(results.text()).effective(check, Observation("waiting", "2026-11-20", "check", "open again"))
    evidence = "closed; on 2026-11-20: open again"
    assert latched == Observation("met", "2026-11-10", "check", evidence, "2026-11-10", "2026-11-20")
    assert states(observation=latched).judge(record(ISSUE), ISSUE) == TriggerState("met", latched)
    seen = review_of(ISSUE, "waiting", "2026-11-21", "met")
    assert states(seen, observation=latched).judge(record(ISSUE), ISSUE).state == "waiting"
    results.put([(check, Observation("met", "2026-11-25", "check", "closed"))])
    again = results.effective(check, Observation("met", "2026-11-25", "check", "closed"))
    assert states(seen, observation=again).judge(record(ISSUE), ISSUE) == TriggerState("met", again)
