"""`revisit.ics`: the days on which decisions fall due, for a calendar program to subscribe to."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from ..checks import parse_day
from ..records import Record, letter
from ..revisit import States
from .body import plain
from .page import named
from .site import Site


def calendar(site: Site) -> str:
    """The calendar of all records that are watched: one event for a record and a day."""
    made = Calendar()
    made.add("prodid", "-//adr-gen//revisit//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", f"{site.name}: revisit")
    made.add("refresh-interval", timedelta(days=1), parameters={"value": "DURATION"})
    dawn = site.states.on(date.min)
    for record in (one for one in site.log.records if one.watched):
        for day, reasons in _days(record, dawn):
            made.add_component(_event(record, day, reasons, site))
    return bytes(made.to_ical()).decode()


def _days(record: Record, dawn: States) -> Iterator[tuple[date, list[str]]]:
    """Each day on which something about a record falls or has fallen due, and why; `dawn` judges before all days."""
    found: dict[date, list[str]] = {}
    for number, trigger in enumerate(record.conditions.triggers):
        if day := dawn.judge(record, trigger).next:
            found.setdefault(day, []).append(f"({letter(number)}) {plain(trigger.text)}")
    if day := dawn.review_by(record):
        found.setdefault(day, []).append("To be reviewed by this day.")
    yield from sorted(found.items())


def _event(record: Record, day: date, reasons: list[str], site: Site) -> Event:
    event = Event()
    decided = parse_day(record.date) or date(1970, 1, 1)
    event.add("uid", site.uid(f"{record.number}/{day}"))
    event.add("dtstamp", datetime(decided.year, decided.month, decided.day, tzinfo=UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", f"Look again at {record.id}: {plain(named(record))}")
    event.add("description", "\n".join([*reasons, site.absolute(record.url)] if site.base else reasons))
    event.add("transp", "TRANSPARENT")
    if record.tags:
        event.add("categories", list(record.tags))
    if site.base:
        event.add("url", site.absolute(record.url))
    return event
