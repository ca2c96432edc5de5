"""`feed.xml`: the newest of what happened in the log, as an Atom feed."""

from datetime import UTC, date, datetime
from html import escape

from feedgenerator import Atom1Feed

from ..page import title_as_shown
from ..pages import log_page
from ..record.body.body_html import plain
from ..site_context import SiteContext
from .alternates import FEED
from .character_filter import fit
from .events import Event, events

NEWEST = 50
"""Entries in the feed."""
DID = {
    "superseded": "superseded",
    "reaffirmed": "reaffirmed",
    "reopened": "to be decided again",
    "met": "a condition has come true",
    "due": "due to be looked at again",
}


# the library takes the current time for an empty feed, and the same input must give the same bytes
class _Feed(Atom1Feed):  # type: ignore[misc]
    """An Atom feed that never asks the clock."""

    def __init__(self, as_of: date, **fields: str | None) -> None:
        super().__init__(**fields)
        self.as_of = _midnight(as_of)

    def latest_post_date(self) -> datetime:
        """The day of the newest entry, else the day of the site."""
        return max((item["updateddate"] for item in self.items), default=self.as_of)


def feed(site: SiteContext) -> str:
    """The Atom feed of the log."""
    made = _Feed(
        site.states.as_of,
        title=fit(site.name),
        link=site.absolute(site.address(log_page.PATH)),
        description="Decisions, and what became of them",
        feed_url=site.absolute(FEED),
        feed_guid=site.identity(FEED),
        author_name=fit(site.name),
    )
    for item in events(site)[:NEWEST]:
        _add(made, item, site)
    return f"{made.writeString('utf-8')}\n"


def _add(made: Atom1Feed, item: Event, site: SiteContext) -> None:
    record = item.record
    makers, status = ", ".join(record.decision_makers), _status(item)
    made.add_item(
        title=_headline(item),
        link=site.absolute(record.url),
        description=escape(plain(item.text)) or None,
        pubdate=_midnight(item.after or item.day),
        updateddate=_midnight(item.after or item.day),
        unique_id=site.identity(record.url, "" if item.kind == "decided" else item.key),
        author_name=fit(makers) or None,
        categories=[fit(tag) for tag in (*([status] if status else []), *record.tags)],
    )


def _headline(item: Event) -> str:
    did = DID.get(item.kind) or _status(item) or ("decided" if item.record.status else "recorded")
    by = f" by {item.by.id} {plain(title_as_shown(item.by))}" if item.by else ""
    return f"{item.record.id} {did}{by}: {plain(title_as_shown(item.record))}"


def _status(item: Event) -> str | None:
    """The record's status, unless it came later than the decision that is told of."""
    later = item.kind == "decided" and item.record.status == "superseded"
    return None if later else item.record.status


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
