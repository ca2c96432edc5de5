"""The log's table: one row for each record, the newest first."""

from collections.abc import Iterable

from ...records import Record
from .. import badges
from ..context import SiteContext
from ..text import safe

GROUP = 20
"""Rows that the browser lays out together, when they come into sight; the script counts those of the first group."""
COLUMNS = {
    "number": "No.",
    "title": "Decision",
    "status": "Status",
    "date": "Date",
    "tags": "Tags",
    "state": "Revisit",
}
"""Name and heading of each column; a script sorts by the name."""


def table(records: Iterable[Record], site: SiteContext, page: str) -> str:
    """The table of `records` for the page at the address `page`."""
    heads = "".join(f'<th scope="col" data-adr-column="{name}">{head}</th>' for name, head in COLUMNS.items())
    rows = [_row(record, site, page) for record in sorted(records, key=newest, reverse=True)]
    groups = "".join(_group(rows[at : at + GROUP]) for at in range(0, len(rows), GROUP))
    return f'<div class="adr-log"><table class="adr-table"><caption class="adr-hidden">Decisions, the newest first</caption><thead><tr>{heads}</tr></thead>{groups}</table></div>'


def _group(rows: list[str]) -> str:
    """Some rows, and how many they are: as long as nobody saw them, their height follows from that."""
    return f'<tbody style="--adr-rows: {len(rows)}">{"".join(rows)}</tbody>'


def newest(record: Record) -> tuple[int, str]:
    """What the log is ordered by."""
    return record.number, record.path


def _row(record: Record, site: SiteContext, page: str) -> str:
    said = badges.verdict(record)
    verdict = f'<span class="adr-verdict">{said}</span>' if said else ""
    cells = (
        f'<td class="adr-number"><a href="{badges.href(record, page)}">{record.number:04}</a></td>',
        f"<td><p>{badges.link(record, page)} {verdict}</p></td>",
        f"<td>{badges.status(record)}</td>",
        f'<td class="adr-date">{safe(record.date or "")}</td>',
        f"<td>{badges.tags(record.tags, '')}</td>",
        f"<td>{badges.state(site.states.of_record(record), site.coming(record))} {badges.overdue(site, record)}</td>",
    )
    return f"<tr>{''.join(cells)}</tr>"
