"""The log's table: one row for each record, the newest first."""

from collections.abc import Iterable

from markupsafe import Markup

from ...records import Record
from ...records.paragraph_text import plain
from ..page import title
from ..record.body.text_direction import begins_right_to_left
from ..site_context import SiteContext
from . import badges, day_labels

GROUP = 20
"""Rows that the browser lays out together, when they come into sight; the script counts those of the first group."""
SHORT = 14
"""Characters of a qualifier that has room beside its status; a longer one stands before the verdict."""
COLUMNS = {
    "number": "No.",
    "title": "Decision",
    "status": "Status",
    "date": "Date",
    "owner": "Owner",
    "tag": "Tags",
    "state": "Revisit",
}
"""Name and heading of each column; a script sorts by the name."""


def table(records: Iterable[Record], site: SiteContext, page: str, *, owners: bool = False) -> Markup:
    """The table of `records` for the page at the address `page`; who decided has a column where there is room for `owners`.

    On all such pages or on none: a script puts the rows of several together.
    """
    owned = owners and any(record.asked for record in site.log.records)
    columns = [(name, head) for name, head in COLUMNS.items() if owned or name != "owner"]
    rows = [_row(record, site, page) for record in sorted(records, key=log_order, reverse=True)]
    groups = [rows[at : at + GROUP] for at in range(0, len(rows), GROUP)]
    return site.markup.html("table", columns=columns, owned=owned, groups=groups)


def log_order(record: Record) -> tuple[int, str]:
    """What the log is ordered by."""
    return record.number, record.path


def _row(record: Record, site: SiteContext, page: str) -> dict[str, object]:
    """What a template shows of one record."""
    long = len(record.qualifier or "") > SHORT
    return {
        "href": Markup(badges.href(record, page)),
        "file": record.research,
        "owners": record.asked,
        "number": f"{record.number:04}",
        "title": Markup(title(record)),
        "qualifier": Markup(badges.qualifier(record)) if long else "",
        "verdict": Markup(
            " ".join(
                filter(None, (badges.told(site, record) + badges.verdict(record), badges.reaffirmed(site, record)))
            )
        ),
        "turned": begins_right_to_left(plain(record.title)) != begins_right_to_left(record.verdict_text or ""),
        "status": Markup(badges.status_badge(record.status) if long else badges.status(record)),
        "date": record.date,
        "tags": Markup(badges.tags(record.tags, "")),
        "state": Markup(badges.revisit(site, record) or badges.today(site.log, record, page)),
        "overdue": Markup(day_labels.overdue(site, record)),
    }
