"""What narrows the log down: counts that are links, and a form that a script shows and answers."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from ...model import STATES, STATUSES, State
from ...records import Record
from .. import badges
from ..context import SiteContext
from ..text import safe


def counts(records: Iterable[Record], log: str = "") -> str:
    """How many records there are of each status, each a link to those alone in the log at the address `log`."""
    records = tuple(records)
    found = Counter(record.status for record in records)
    links = " ".join(
        f'<a class="adr-count" href="{log}?status={status or "unknown"}">{badges.status_badge(status)} {found[status]:,}</a>'
        for status in (*STATUSES, None)
        if found[status]
    )
    return f"{badges.count(len(records), 'decision')}: {links}"


def form(records: Iterable[Record], site: SiteContext) -> str:
    """The form; hidden until a script is there to answer it."""
    records = tuple(records)
    text = '<input type="search" id="adr-text" name="text" autocomplete="off" class="md-input">'
    fields = [("text", "Text", text)]
    for name, label, options in _choices(records, site):
        select = (
            f'<select id="adr-{name}" name="{name}" class="md-input"><option value="">all</option>{options}</select>'
        )
        fields.append((name, label, select))
    shown = "".join(f'<div><label for="adr-{name}">{label}</label>{field}</div>' for name, label, field in fields)
    return (
        '<form class="adr-filters" aria-label="Filter the decisions" hidden><details><summary>Filter</summary>'
        f'{shown}<button type="reset" class="md-button">Show all</button></details><input type="hidden" name="sort"></form>'
        f'<p class="adr-shown" role="status" aria-live="polite" data-adr-total="{len(records):,}"></p>'
    )


def year(record: Record) -> str:
    """The year of a record's date; empty without one."""
    return record.date[:4] if record.date and record.date[:4].isdecimal() else ""


def _choices(records: tuple[Record, ...], site: SiteContext) -> Iterator[tuple[str, str, str]]:
    status: Counter[str] = Counter(record.status or "unknown" for record in records)
    tags = Counter(tag for record in records for tag in dict.fromkeys(record.tags))
    years = Counter(filter(None, map(year, records)))
    yield "status", "Status", _options(status, (*STATUSES, "unknown"))
    yield "tag", "Tag", _options(tags, sorted(tags, key=str.casefold))
    yield "state", "Revisit", _states(records, site)
    yield "year", "Year", _options(years, sorted(years, reverse=True))


def _options(found: Counter[str], order: Iterable[str]) -> str:
    return "".join(
        f'<option value="{safe(value)}">{safe(value)} ({found[value]:,})</option>' for value in order if found[value]
    )


def _states(records: tuple[Record, ...], site: SiteContext) -> str:
    """All states if anything is watched, as on the board: which of them there are changes with the reader's day."""
    if not any(map(site.states.of_record, records)):
        return ""
    return "".join(_state(state, site.counted(records, (state,))) for state in STATES)


def _state(state: State, counts: list[tuple[date, int]]) -> str:
    """A state with its count, and what the browser puts in place of it on coming days."""
    now, *later = [(day, f"{state.capitalize()} ({count:,})") for day, count in counts]
    return f'<option value="{state}"{badges.days(later)}>{now[1]}</option>'
