"""The home page of a site that has none of its own."""

from . import board, chips, log_page
from .body import heading
from .page import Page, front
from .site import Site

PATH = "index.md"
NEWEST = 10


def home(site: Site, name: str) -> Page:
    """The newest decisions, and the ways to the log and the board; `name` is the site's."""
    here = site.address(PATH)
    newest = sorted(site.log.records, key=lambda r: (r.date or "", r.number), reverse=True)[:NEWEST]
    rows = "".join(f"<li>{chips.link(r, here)} {chips.chip(r.status)}</li>" for r in newest)
    due = f"{_pressing(site)} to look at again"
    log, revisit = site.link(log_page.PATH, here), site.link(board.PATH, here)
    total = chips.count(len(site.log.records), "decision")
    text = "\n\n".join(
        [
            front(name, (), search=False),
            heading(name, 1),
            f'<p><a href="{log}">{total}</a> · <a href="{revisit}">When to revisit them</a> ({due})</p>',
            "## Newest decisions",
            f"<ul>{rows}</ul>",
        ]
    )
    return Page(PATH, text + "\n", name)


def _pressing(site: Site) -> str:
    """How many records are met or due, and how many will be on coming days."""
    (_, now), *later = site.counted(site.log.records, ("met", "due"))
    return f"<span{chips.days([(day, f'{count:,}') for day, count in later])}>{now:,}</span>"
