"""The log page: a table of all records."""

from ..decision import STATUSES
from ..records import Record
from . import chips
from .body import inline_html
from .page import Page, front, safe
from .site import Site

PATH = "decisions/index.md"


def log_page(site: Site) -> Page:
    """The log as one table, the newest record first."""
    records = site.log.records
    counts = {s: sum(r.status == s for r in records) for s in STATUSES}
    parts = [f"{chips.chip(s)} {n}" for s, n in counts.items() if n]
    rows = "".join(_row(record, site) for record in reversed(records))
    table = (
        '<div class="adr-log"><table><thead><tr><th>No.</th><th>Decision</th><th>Status</th><th>Date</th>'
        f"<th>Tags</th><th>Revisit</th></tr></thead><tbody>{rows}</tbody></table></div>"
    )
    total = chips.count(len(records), "decision")
    counted = f'<p class="adr-counts">{total}: {" ".join(parts)}</p>' if parts else "<p>No decisions yet.</p>"
    head = front("Decisions", (), search=False, hide=("navigation", "toc"))
    return Page(PATH, "\n\n".join([head, "# Decisions", counted, table]) + "\n", "Decisions")


def _row(record: Record, site: Site) -> str:
    page = site.address(PATH)
    verdict = f'<span class="adr-verdict">{inline_html(record.verdict, links=False)}</span>' if record.verdict else ""
    cells = (
        f'<td class="adr-number"><a href="{chips.href(record, page)}">{record.number:04}</a></td>',
        f"<td>{chips.link(record, page)}{verdict}</td>",
        f"<td>{chips.status(record)}</td>",
        f'<td class="adr-date">{safe(record.date or "")}</td>',
        f"<td>{chips.tags(record.tags)}</td>",
        f"<td>{chips.state(site.states.of_record(record))}</td>",
    )
    return f"<tr>{''.join(cells)}</tr>"
