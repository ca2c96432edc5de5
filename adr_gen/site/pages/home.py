"""The home page of a site that has none of its own."""

from .. import badges
from ..context import SiteContext
from ..page import Page, front
from ..record.body import heading
from . import board, log_page

PATH = "index.md"
NEWEST = 10


def home(site: SiteContext) -> Page:
    """The newest decisions, and the ways to the log and the board."""
    here = site.address(PATH)
    newest = sorted(site.log.records, key=lambda r: (r.date or "", r.number), reverse=True)[:NEWEST]
    rows = "".join(f"<li>{badges.link(r, here)} {badges.status_badge(r.status)}</li>" for r in newest)
    total = site.link(log_page.PATH, here, badges.count(len(site.log.records), "decision"))
    text = "\n\n".join(
        [
            front(site.name, (), search=False),
            heading(site.name, 1),
            f"<p>{total} · {board.invitation(site, here)}</p>",
            "## Newest decisions",
            f"<ul>{rows}</ul>",
        ]
    )
    return Page(PATH, text + "\n", site.name)
