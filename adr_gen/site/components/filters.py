"""What narrows the log down: counts that are links, and a form that a script shows and answers."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from html import escape

from markupsafe import Markup

from ...counts import count
from ...model import RECORD_STATES, STATUSES, RecordState
from ...records import Record
from ..site_context import SiteContext
from . import badges


def counts(records: Iterable[Record], site: SiteContext, log: str = "") -> Markup:
    """How many records there are of each status, each a link to those alone in the log at the address `log`."""
    records = tuple(records)
    by_status = Counter(record.status for record in records)
    statuses = [
        {
            "href": Markup(escape(f"{log}?status={status or 'unknown'}")),
            "badge": Markup(badges.status_badge(status)),
            "number": f"{by_status[status]:,}",
        }
        for status in (*STATUSES, None)
        if by_status[status]
    ]
    return site.markup.html("counts", total=count(len(records), "decision"), log=log, statuses=statuses)


def counts_text(records: Iterable[Record]) -> str:
    """How many records there are of each status, in words: `3 decisions: 2 accepted, 1 rejected`."""
    records = tuple(records)
    by_status = Counter(record.status for record in records)
    counted = ", ".join(
        f"{by_status[status]:,} {status or 'unknown'}" for status in (*STATUSES, None) if by_status[status]
    )
    return f"{count(len(records), 'decision')}: {counted}"


def form(records: Iterable[Record], site: SiteContext) -> Markup:
    """The form; hidden until a script is there to answer it."""
    records = tuple(records)
    fields = [
        {"name": name, "label": label, "choices": choices} for name, label, choices in _fields(records, site) if choices
    ]
    return site.markup.html("filters", fields=fields, total=f"{len(records):,}")


def year(record: Record) -> str:
    """The year of a record's date; empty without one."""
    return record.date[:4] if record.date and record.date[:4].isdecimal() else ""


FilterChoice = dict[str, str]
"""What may be chosen, its words, and what the browser puts in their place on coming days."""


def _fields(records: tuple[Record, ...], site: SiteContext) -> Iterator[tuple[str, str, list[FilterChoice]]]:
    """Name, label and choices of each field."""
    status: Counter[str] = Counter(record.status or "unknown" for record in records)
    owners = Counter(name for record in records for name in dict.fromkeys(record.asked))
    tags = Counter(tag for record in records for tag in dict.fromkeys(record.tags))
    years = Counter(filter(None, map(year, records)))
    yield "status", "Status", _choices(status, (*STATUSES, "unknown"))
    yield "owner", "Owner", _choices(owners, sorted(owners, key=str.casefold))
    yield "tag", "Tag", _choices(tags, sorted(tags, key=str.casefold))
    yield "state", "Revisit", _states(records, site)
    yield "year", "Year", _choices(years, sorted(years, reverse=True))


def _choices(numbers: Counter[str], order: Iterable[str]) -> list[FilterChoice]:
    return [{"value": value, "label": f"{value} ({numbers[value]:,})", "days": ""} for value in order if numbers[value]]


def _states(records: tuple[Record, ...], site: SiteContext) -> list[FilterChoice]:
    """All states if anything is watched, as on the board: which of them there are changes with the reader's day."""
    if not any(map(site.states.of_record, records)):
        return []
    states = (state for state in RECORD_STATES if state != "reopened" or site.states.reopened)
    return [_state(state, site.counted(records, (state,))) for state in states]


def _state(state: RecordState, counts: list[tuple[date, int]]) -> FilterChoice:
    """A state with its count, and what the browser puts in place of it on coming days."""
    now, *later = [(day, f"{badges.label(state)} ({count:,})") for day, count in counts]
    return {"value": state, "label": now[1], "days": Markup(badges.days(later))}
