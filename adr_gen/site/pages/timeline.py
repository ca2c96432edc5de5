"""The timeline: every record in its month, with the shape and colour of its status."""

from collections import Counter
from collections.abc import Iterable

from ...checks import parse_day
from ...model import STATUSES
from ...records import Record
from .. import badges
from ..context import SiteContext
from ..page import Page, front, named, title
from ..record.body import plain
from ..text import safe
from . import icons, twelve_months
from .filters import year

PATH = "timeline.md"
DENSE = 60
"""From as many records on a year shows numbers alone; titles stay for those who point at one or listen."""


def timeline(site: SiteContext) -> Page:
    """All records by year and month, the newest first."""
    years: dict[str, list[Record]] = {}
    for record in sorted(site.log.records, key=lambda r: (r.date or "", r.number), reverse=True):
        years.setdefault(year(record), []).append(record)
    parts = [front("Timeline", (), search=False), "# Timeline"]
    if years:
        used = {record.status for record in site.log.records}
        parts.append(f"<div>{icons.definitions()}{icons.legend(used)}</div>")
    else:
        parts.append("<p>No decisions yet.</p>")
    for name, records in years.items():
        parts += [f"## {name or 'Without a date'}", f"<p>{_counted(records)}</p>", _strip(records, site)]
    return Page(PATH, "\n\n".join(parts) + "\n", "Timeline")


def _counted(records: list[Record]) -> str:
    """How many records a year has, of each status."""
    by_status = Counter(record.status for record in records)
    counts = ", ".join(
        f"{by_status[status]:,} {status or 'unknown'}" for status in (*STATUSES, None) if by_status[status]
    )
    return f"{badges.count(len(records), 'decision')}: {counts}"


def _strip(records: list[Record], site: SiteContext) -> str:
    """The months of a year, each with its records."""
    months: dict[str, list[Record]] = {}
    for record in records:
        day = parse_day(record.date)
        months.setdefault(twelve_months.NAMES[day.month - 1] if day else "", []).append(record)
    rows = "".join(f"<dt>{month}</dt><dd>{_dots(some, site)}</dd>" for month, some in months.items())
    dense = " adr-year--dense" if len(records) >= DENSE else ""
    return f'<dl class="adr-year{dense}">{rows}</dl>'


def _dots(records: Iterable[Record], site: SiteContext) -> str:
    here = site.address(PATH)
    return " ".join(
        f'<a class="adr-dot" data-adr-status="{record.status or "unknown"}" href="{badges.href(record, here)}" '
        f'title="{record.id}, {record.status or "unknown"}&#58; {safe(plain(named(record)))}">'
        f'{icons.shape(record.status)}{record.number:04}<span class="adr-hidden"> {record.status or "unknown"}</span>'
        f'<span class="adr-title"> {title(record)}</span></a>'
        for record in records
    )
