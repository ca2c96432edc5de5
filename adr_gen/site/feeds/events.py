"""What happened in the log: decisions, what replaced or reaffirmed them, reviews, conditions that came true or due."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from ...checks import parse_day
from ...records import Record, holder
from ...reviews.stored_review import fingerprint
from ...revisit import States, forecast
from ..site_context import SiteContext


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to one record."""

    day: date
    """On which it happened, or on which the site first sees it."""
    record: Record
    kind: str
    """decided, superseded, reaffirmed, reopened, met or due."""
    of: str = ""
    """What tells it from all other news of its kind and record, for ever."""
    by: Record | None = None
    """The record that did it."""
    text: str = ""
    """What else there is to say, as inline Markdown."""
    after: date | None = None
    """The last day before it, if its own is not known: what each build sees anew keeps this one."""

    @property
    def key(self) -> str:
        """What tells it from all other news of its record, for ever."""
        return f"{self.kind}-{self.of}" if self.of else self.kind


def events(site: SiteContext) -> list[Event]:
    """Everything that happened on a known day up to the day of the site, the newest first, on one day too."""
    dawn = site.states.on(date.min)
    items = [item for record in site.log.records for item in _of(record, site, dawn)]
    items = [item for item in items if item.day <= site.states.as_of]
    # turned around after sorting: with `reverse=True` what came later of equal ones would stand below
    return sorted(items, key=lambda item: (item.day, item.record.number, item.record.path))[::-1]


def _of(record: Record, site: SiteContext, dawn: States) -> Iterator[Event]:
    """What happened to one record; what happened on one day in its order."""
    if day := parse_day(record.date):
        yield Event(day, record, "decided", text=record.verdict_text or "")
    for kind, numbers in (("superseded", record.superseded_by), ("reaffirmed", record.reaffirmed_by)):
        for number in numbers:
            by = site.log.by_number.get(number)
            if (
                by
                and (day := parse_day(by.date))
                and number not in (record.reaffirmed_by if kind == "superseded" else ())
            ):
                yield Event(day, record, kind, str(number), by, by.verdict_text or "")
    for review in site.states.reviews.of(holder(record)):
        if review.outcome and (day := parse_day(review.date)):
            yield Event(day, record, review.outcome, PurePosixPath(review.path).stem, text=review.note or "")
    yield from _come(record, site, dawn)


def _come(record: Record, site: SiteContext, dawn: States) -> Iterator[Event]:
    """What has come true, or due because nobody looked, and waits for an answer."""
    states = site.states
    state = states.of_record(record)
    if state == "met":
        firsts: dict[str, Event] = {}
        for letter, trigger in record.conditions.lettered:
            seen = states.observed(record, trigger) if states.of_trigger(record, trigger) == "met" else None
            if seen and (day := parse_day(seen.since or seen.date)):
                condition = fingerprint(trigger.text)
                answered = states.reviews.answered(holder(record), condition)
                of, text = "-".join(filter(None, (condition, answered))), f"({letter}) {trigger.text}"
                after = None if seen.since or seen.by != "check" else parse_day(answered or record.date)
                firsts.setdefault(of, Event(day, record, "met", of, text=text, after=after))
        yield from firsts.values()
    elif state == "due":
        days = [step.day for step in forecast.of_record(dawn, record) if step.changed and step.state == "due"]
        for day in [day for day in days if day <= states.as_of][-1:]:
            yield Event(day, record, "due", str(day))
