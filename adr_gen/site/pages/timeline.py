"""The timeline: every record in its month with the shape and colour of its status, and the days that come."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from markupsafe import Markup

from ...checks import parse_day
from ...records import Record
from ..components import badges, filters, next_twelve_months, status_shapes
from ..components.filters import year
from ..page import Page, front, title, title_as_shown
from ..record.body.body_html import plain
from ..record.body.text_direction import isolated
from ..site_context import SiteContext

PATH = "timeline.md"
DESCRIPTION = "All decisions by year and month, and the days on which they are to be looked at again."
HEAD = Page(PATH, front("Timeline", (), search=False, description=DESCRIPTION), "Timeline")
"""The page's front matter."""
DENSE = 60
"""From as many records on a year shows numbers alone; titles stay for those who point at one or listen."""


def timeline(site: SiteContext) -> Page:
    """The days that come, then all records by year and month, the newest first."""
    years: dict[str, list[Record]] = {}
    for record in sorted(site.log.records, key=lambda r: (r.date or "", r.number), reverse=True):
        years.setdefault(year(record), []).append(record)
    parts = ["# Timeline"]
    used = {record.status for record in site.log.records}
    parts.append(f"<div>{status_shapes.legend(site, used)}</div>" if years else "<p>No decisions yet.</p>")
    if coming := _coming(site):
        parts += ["## Days ahead", _ahead(coming, site)]
    for name, records in years.items():
        parts += [f"## {name or 'Without a date'}", _year(records, site)]
    return HEAD.with_body(parts)


ComingRecord = tuple[date, str, Record]
"""A day on which somebody is to look at a record, and why on that one."""


def _coming(site: SiteContext) -> list[ComingRecord]:
    """The coming days, the next first; a question that is open again waits for none."""
    watched = (record for record in site.log.records if site.states.of_record(record) != "reopened")
    days = [(day, why, record) for record in watched for day, why in next_twelve_months.pressing_days(site, record)]
    return sorted(days, key=lambda one: (one[0], one[2].number))


def _ahead(coming: list[ComingRecord], site: SiteContext) -> Markup:
    """The days that come, by year; one that the reader has reached is gone from them."""
    years = [
        (name, [_ahead_dot(*one, site) for one in some]) for name, some in groupby(coming, key=lambda one: one[0].year)
    ]
    return site.markup.html("timeline_year", counted=None, dense=False, months=years)


def _ahead_dot(day: date, why: str, record: Record, site: SiteContext) -> dict[str, object]:
    return _dot(record, site) | {"day": day.isoformat(), "why": why, "days": Markup(badges.days([(day, "")]))}


def _year(records: list[Record], site: SiteContext) -> Markup:
    """The months of a year, each with its records."""
    months: dict[str, list[Record]] = {}
    for record in records:
        day = parse_day(record.date)
        months.setdefault(next_twelve_months.NAMES[day.month - 1] if day else "", []).append(record)
    return site.markup.html(
        "timeline_year",
        counted=filters.counts_text(records),
        dense=len(records) >= DENSE,
        months=[(month, _dots(some, site)) for month, some in months.items()],
    )


def _dots(records: Iterable[Record], site: SiteContext) -> Iterator[dict[str, object]]:
    return (_dot(record, site) for record in records)


def _dot(record: Record, site: SiteContext) -> dict[str, object]:
    return {
        "status": record.status or "unknown",
        "href": Markup(badges.href(record, site.address(PATH))),
        "id": record.id,
        "number": f"{record.number:04}",
        "words": plain(title_as_shown(record)),
        "title": Markup(isolated(title(record))),
        "day": "",
        "why": "",
        "days": "",
    }
