"""`revisit.ics`: the days on which decisions fall due, for a calendar program to subscribe to."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from icalendar import Calendar, Event

from ...checks import parse_day
from ...model import NEEDS_ATTENTION
from ...records import Record
from ...revisit import States, forecast
from ..page import title_as_shown
from ..record.body.body_html import plain
from ..site_context import SiteContext
from .character_filter import fit


class DueDay(NamedTuple):
    """A day on which a decision falls due."""

    uid: str
    decided: date
    day: date
    summary: str
    description: str
    tags: tuple[str, ...]
    url: str


def calendar(site: SiteContext) -> str:
    """The calendar of all records that are watched and ask somebody: one event for a record and a day."""
    dawn = site.states.on(date.min)
    watched = (record for record in site.log.records if record.watched and record.path not in dawn.reopened)
    return _calendar(
        site.name, tuple(_due(record, day, why, site) for record in watched for day, why in _days(record, dawn))
    )


@lru_cache(1)  # a preview writes it again and again
def _calendar(name: str, events: tuple[DueDay, ...]) -> str:
    made = Calendar()
    made.add("prodid", "-//adr-gen//revisit//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", f"{fit(name)}: revisit")
    made.add("refresh-interval", timedelta(days=1), parameters={"value": "DURATION"})
    for due in events:
        made.add_component(_event(due))
    return bytes(made.to_ical()).decode()


def _days(record: Record, dawn: States) -> Iterator[tuple[date, list[str]]]:
    """Each day on which something about a record falls or has fallen due, and why; `dawn` judges before all days."""
    reasons: dict[date, list[str]] = {}
    for letter, trigger in record.conditions.lettered:
        for day, state in forecast.of_trigger(dawn, record, trigger):
            if state in NEEDS_ATTENTION:
                reasons.setdefault(day, []).append(f"({letter}) {plain(trigger.whole)}")
    if by := dawn.review_by(record):
        reasons.setdefault(by, []).append("To be reviewed by this day.")
    yield from sorted(reasons.items())


def _due(record: Record, day: date, reasons: list[str], site: SiteContext) -> DueDay:
    url = site.absolute(record.url) if site.base else ""
    return DueDay(
        site.uid(f"{record.number}/{day}"),
        parse_day(record.date) or date(1970, 1, 1),
        day,
        f"Look again at {record.id}: {plain(title_as_shown(record))}",
        "\n".join([*reasons, url] if url else reasons),
        record.tags,
        url,
    )


def _event(due: DueDay) -> Event:
    event = Event()
    event.add("uid", due.uid)
    # RFC 5545 wants the time of making; the decision's day is the same in every build
    event.add("dtstamp", datetime(due.decided.year, due.decided.month, due.decided.day, tzinfo=UTC))
    event.add("dtstart", due.day)
    event.add("summary", due.summary)
    event.add("description", due.description)
    # the day is not to look busy
    event.add("transp", "TRANSPARENT")
    if due.tags:
        event.add("categories", [fit(tag) for tag in due.tags])
    if due.url:
        event.add("url", due.url)
    return event
