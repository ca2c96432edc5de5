"""The state of triggers on a day: never, met, due, unknown or waiting; the first that fits."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any, Literal, TypeVar

from ..checks import Check, parse_day
from ..model import STATES, Observation, RecordState, State, Trigger
from ..records import Record, holder
from ..reviews.reviews import Reviews
from ..reviews.stored_review import Review, fingerprint
from . import observation_merging
from .causes import Appointment, Cause, told_first
from .combined_checks import awaited
from .combined_observation import calendar_day, combined_observation
from .first_look_days import FirstLooks
from .trigger_state import TriggerState, met_since, together

T = TypeVar("T")
Standing = Literal["holds", "challengeable", "superseded"]
"""Whether a decision holds, a condition to look at it again has come true, or another has taken its place."""
Observer = Callable[[Check], Observation]
"""What a check finds, or found last."""


def unobserved(check: Check) -> Observation:
    """Without a world every check that is not of the calendar is unknown."""
    return Observation("unknown", None, "check", "not looked up")


@dataclass(frozen=True)
class States:
    """Judges triggers as of one day."""

    as_of: date
    review_every: int
    """Days after which a condition that nobody looked at is due."""
    reviews: Reviews = field(default_factory=Reviews)
    observer: Observer = unobserved
    first: FirstLooks = field(default_factory=FirstLooks)
    """The days before which nobody is asked about a decision that is older than the watching."""
    reopened: Mapping[str, str] = field(default_factory=dict)
    """The research file of each record, by its path, whose question is open again."""
    # board, card, feed, calendar and list ask for each condition many times
    _judged: dict[tuple[str, Trigger], TriggerState] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _of_records: dict[tuple[str, int], tuple[Record, Any]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """What was made of whole records, by their identity: two versions of one may be asked for, and none of them changes."""

    def on(self, day: date) -> "States":
        """The judge of another day, with what is known today."""
        return replace(self, as_of=day)

    def after(self, review: Review) -> "States":
        """The judge once this review is written."""
        return replace(self, reviews=self.reviews.with_one(review))

    def of_trigger(self, record: Record, trigger: Trigger) -> State:
        """The state of one trigger."""
        return self.judge(record, trigger).state

    def observed(self, record: Record, trigger: Trigger) -> Observation | None:
        """What was found last for one trigger, by a check or by a person."""
        return self.judge(record, trigger).observation

    def last_answer(self, record: Record, trigger: Trigger) -> Observation | None:
        """What a person said last of one trigger as it is written now."""
        answer = self.reviews.last(holder(record), fingerprint(trigger.text))
        return observation_merging.of_answer(answer) if answer else None

    def of_record(self, record: Record) -> RecordState | None:
        """The strongest state of the record's triggers, or that it is open again; None when nothing is watched."""
        state = self.strongest(record)
        return "reopened" if state and record.path in self.reopened else state

    def strongest(self, record: Record) -> State | None:
        """The strongest state of the record's triggers; None when nothing is watched."""
        return self._once(self._of_record, record)

    def _once(self, make: Callable[[Record], T], record: Record) -> T:
        """What is made of a whole record; each of its conditions asks for it, which may be thousands."""
        key = make.__name__, id(record)
        if key not in self._of_records:
            self._of_records[key] = record, make(record)
        return self._of_records[key][1]  # type: ignore[no-any-return]

    def _of_record(self, record: Record) -> State | None:
        conditions = record.conditions
        by = self.review_by(record)
        if not record.watched or not (conditions.triggers or by):
            return None
        states: list[State] = ["due" if by <= self.as_of else "waiting"] if by else []
        states += [one.state for one in self._once(self._deciding, record)]
        return min(states, key=STATES.index)

    def _deciding(self, record: Record) -> list[TriggerState]:
        """What gives the record its state: every condition, of "all of" what it comes to."""
        triggers = record.conditions.triggers
        own = [self.judge(record, trigger) for trigger in triggers if trigger.item is None]
        items = [self.judge(record, trigger) for trigger in triggers if trigger.item is not None]
        return items + (together(own) if record.conditions.logic == "all" else own)

    def held_before(self, since: date | None) -> bool:
        """Whether what has been true since a day was so before the day on which watching began."""
        return bool(since and self.first.began and since < self.first.began)

    def standing(self, record: Record) -> Standing:
        """What an agent or a pull request is told of a record."""
        if record.status in ("superseded", "deprecated"):
            return "superseded"
        return "challengeable" if self.strongest(record) == "met" else "holds"

    def since(self, record: Record) -> date | None:
        """The day since which the record is met or due, if that is known."""
        return self._once(self._first, record)[0]

    def cause(self, record: Record) -> Cause | None:
        """Why the record is due since that day; None if it is not due."""
        return self._once(self._first, record)[1]

    def _first(self, record: Record) -> tuple[date | None, Cause | None]:
        state, by = self.of_record(record), self.review_by(record)
        days: list[tuple[date, Cause | None]] = [
            (one.since, one.cause) for one in self._once(self._deciding, record) if one.since and one.state == state
        ]
        days += [(by, "appointed")] if state == "due" and by and by <= self.as_of else []
        return told_first(days, self.as_of)

    def next_day(self, record: Record) -> str | None:
        """The next day on which something about the record falls due, ISO."""
        if not record.watched or record.path in self.reopened:
            return None
        days = [one.next for one in self._once(self._deciding, record)]
        coming = [day for day in (*days, self.review_by(record)) if day and day > self.as_of]
        return min(coming).isoformat() if coming else None

    def review_by(self, record: Record) -> date | None:
        """The day by which somebody should look in any case, moved on by who reaffirmed the decision or put it off."""
        by, later = self._looked_by(record), parse_day(self.reviews.put_off(holder(record)))
        return max(by, later) if by and later else by

    def _looked_by(self, record: Record) -> date | None:
        by, last = parse_day(record.conditions.review_by), self.reviews.reaffirmed(holder(record))
        looked = parse_day(last.date) if last else None
        if last and looked:
            return parse_day(last.next) or (self.later(looked) if by and by <= looked else by)
        return by

    def later(self, day: date) -> date:
        """The day on which nobody will have looked for long, if somebody did on this one."""
        return day + min(timedelta(days=self.review_every), date.max - day)

    def judge(self, record: Record, trigger: Trigger) -> TriggerState:
        """State, evidence and next day of one trigger."""
        judged = self._alone(record, trigger)
        quiet = judged.answered and trigger.item is None and self._once(self._lacks_others, record)
        return replace(judged, state="waiting", next=None, since=None, cause=None) if quiet else judged

    def _alone(self, record: Record, trigger: Trigger) -> TriggerState:
        """What one trigger comes to, whatever the others do."""
        key = (record.path, trigger)
        if key not in self._judged:
            self._judged[key] = self._judge(record, trigger)
        return self._judged[key]

    def _lacks_others(self, record: Record) -> bool:
        """Whether conditions that count only together are not all true: then nobody is asked about one alone."""
        own = (self._alone(record, one).true for one in record.conditions.triggers if one.item is None)
        return record.conditions.logic == "all" and not all(own)

    def _judge(self, record: Record, trigger: Trigger) -> TriggerState:
        key = fingerprint(trigger.text)
        answer, parsed = self.reviews.last(holder(record), key), awaited(trigger, parse_day(record.date))
        answered = observation_merging.of_answer(answer) if answer else None
        if (answer and answer.answer.result == "never") or (trigger.kind == "never" and not parsed.has_tokens):
            return TriggerState("never", answered)
        until = parse_day(answer.answer.until) if answer else None
        if until and until > self.as_of:
            return TriggerState("waiting", answered, until)
        observed, comes = (
            combined_observation(parsed, parse_day(record.date), self.as_of, self.observer)
            if parsed.has_tokens
            else (None, None)
        )
        true_since = met_since(answered, observed, asks=parsed.asks)
        if answer and answer.answer.result == "met" and not answer.settled:
            return TriggerState("met", answered, since=true_since)
        if observed and observed.result != "met":
            return TriggerState(observed.result, observation_merging.latest(observed, answered), comes)
        if observed and parsed.asks:
            cause: Cause = "floor" if parsed.by_calendar else "checked"
            return replace(self._for_people(record, answered, until, observed, cause=cause), answered=true_since)
        seen = self.reviews.last_met(holder(record), key)
        # a snooze that is over has answered nothing
        if observed and (until or not observation_merging.has_looked(observed, seen)):
            return TriggerState("met", observed, since=observation_merging.first_met(observed))
        return replace(self._for_people(record, answered or observed, until), answered=true_since)

    def _for_people(
        self, record: Record, last: Observation | None, until: date | None, floor: Observation | None = None, *,
        cause: Cause = "floor",
    ) -> TriggerState:  # fmt: skip
        """A condition for people: due when nobody has looked for long, or when its snooze or `review_by` has come.

        On the day of a `floor`, before which nobody could, somebody has to; `cause` is what that is.
        """
        by = until or self.review_by(record)
        # what holds since nobody knows when is looked at once
        since = observation_merging.first_met(floor) if floor and (floor.since or not last) else None
        long = None if until else self._overdue(record, last, (since, cause) if since else None)
        together = self._once(self._together_from, record)
        long = max(long, (together, "floor")) if long and together else long
        appointed: Appointment | None = (by, "appointed") if by else None
        day, why = told_first(filter(None, (long, appointed)), self.as_of)
        last = last or floor
        if day and day <= self.as_of:
            return TriggerState("due", last, since=day, cause=why)
        return TriggerState("waiting", last, day)

    def _together_from(self, record: Record) -> date | None:
        """The day before which conditions that count only together cannot all be true, as the calendar knows it."""
        triggers = record.conditions.triggers
        if record.conditions.logic != "all" or any(trigger.item is not None for trigger in triggers):
            return None
        decided, said = parse_day(record.date), (self.last_answer(record, trigger) for trigger in triggers)
        asked = (trigger for trigger, last in zip(triggers, said, strict=True) if not last or last.result != "met")
        days = (calendar_day(awaited(trigger, decided), decided, self.as_of, self.observer) for trigger in asked)
        return max(filter(None, days), default=None)

    def _overdue(
        self, record: Record, last: Observation | None, floor: Appointment | None = None
    ) -> Appointment | None:
        """The day on which nobody will have looked for `review_every` days, or for as long as who reaffirmed it chose.

        What is older than the watching waits for the day of its first look. Who looked before a floor, looked too early.
        """
        reaffirmed = self.reviews.reaffirmed(holder(record))
        dates = [record.date, last.date if last else None, reaffirmed.date if reaffirmed else None]
        looked = [day for day in map(parse_day, dates) if day]
        if floor and max(looked, default=date.min) < floor[0]:
            return floor
        days: list[Appointment] = [(self.later(day), "unseen") for day in looked]
        chosen, first = parse_day(reaffirmed.next) if reaffirmed else None, self.first.days.get(record.path)
        days += [(chosen, "appointed")] if chosen else []
        days += [(first, "first")] if first else []
        return max(days, default=None)
