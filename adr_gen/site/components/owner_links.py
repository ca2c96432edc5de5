"""Who is asked about a record, as a link to what waits for them on the board."""

from collections.abc import Iterable
from html import escape
from urllib.parse import urlencode

from markupsafe import Markup

from ...records import Record
from ...records.people import separate
from ..feeds.character_filter import fit
from ..html_escaping import safe
from ..site_context import SiteContext

BOARD = "revisit.md"
"""The docs path of the board, which takes it from here: both link to each other."""
NOBODY = "no owner"
"""Stands for whoever is asked about a record that names nobody."""


def of(record: Record) -> tuple[str, ...]:
    """Who is asked about a record, or that nobody is by name."""
    return record.asked or (NOBODY,)


def links(site: SiteContext, names: Iterable[str], page: str) -> Markup:
    """People, each that has records on the board a link to these, on the page at the address `page`."""
    return Markup(", ".join(link(site, name, page) for name in separate(names)))


def link(site: SiteContext, name: str, page: str) -> Markup:
    """A name, as a link to what waits for it on the board if anything does."""
    called = site.log.people.one(name)
    if BOARD in site.hidden or called not in (*site.owners, NOBODY):
        return Markup(safe(name))
    query = urlencode([("owner", fit(called))])
    return Markup(f'<a href="{escape(site.href(BOARD, page))}?{query}">{safe(name)}</a>')
