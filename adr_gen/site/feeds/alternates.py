"""The files for other programs, and the links to them: in the head of every page, and where people look."""

from html import escape

from ..site_context import SiteContext
from ..urls import relative

FEED, CALENDAR, RECORDS, LLMS = "feed.xml", "revisit.ics", "decisions.json", "llms.txt"
ALTERNATES = (
    (FEED, "application/atom+xml", "News of the decisions", "feed"),
    (CALENDAR, "text/calendar", "Days to revisit decisions", "calendar"),
    (RECORDS, "application/json", "All decisions", "JSON"),
    (LLMS, "text/plain", "All decisions in short", "text"),
)
"""Path, media type, title and short name of each file."""


def alternates(page: str) -> str:
    """What the head of the page at the address `page` says about the files."""
    return "".join(
        f'<link rel="alternate" type="{kind}" title="{title}" href="{escape(relative(path, page))}">'
        for path, kind, title, _ in ALTERNATES
    )


def links(site: SiteContext, docs: str) -> str:
    """A line with links to the files, for the page at the docs path `docs`."""
    here = site.address(docs)
    shown = " · ".join(
        f'<a href="{escape(relative(path, here))}" type="{kind}" title="{title}">{name}</a>'
        for path, kind, title, name in ALTERNATES
    )
    return f'<p class="adr-offers">Also as {shown}</p>'
