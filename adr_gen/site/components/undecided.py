"""The research files that nobody has decided: how many, and of each the title, day, who is asked and where it is."""

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from ...counts import count
from ...generate.run import UndecidedResearch
from ...records import Record
from ..html_escaping import safe
from ..record.body.body_html import inline_html
from ..record.body.text_direction import isolated
from ..site_context import SiteContext
from . import badges, owner_links

ANCHOR = "undecided"
"""Where the board lists them."""


def new(site: SiteContext) -> str:
    """How many there are that ask no decision again, in words; empty if none does."""
    number = len(new_files(site))
    return f"{count(number, 'research file')} not decided yet" if number else ""


def new_files(site: SiteContext) -> list[UndecidedResearch]:
    """Those that ask no decision again."""
    again = {site.states.reopened[record.path] for record in _reopened(site)}
    return [one for one in site.waiting if one.path not in again]


def reopened(site: SiteContext) -> str:
    """How many decisions are asked again, in words; empty if none is."""
    records = _reopened(site)
    return f"{count(len(records), 'question')} reopened" if records else ""


def folded(site: SiteContext, page: str) -> list[str]:
    """How many there are, which opens to what is published of them: nothing of their bodies."""
    if not site.waiting:
        return []
    kinds = [line.partition(" ") for line in filter(None, (new(site), reopened(site)))]
    asked: dict[str, list[Record]] = {}
    for record in site.log.records:
        own = record.source if record.path in site.taken_back else None
        asked.setdefault(own or site.states.reopened.get(record.path, ""), []).append(record)
    files = [_shown(site, one, asked.get(one.path, []), page) for one in site.waiting]
    return [site.markup.html("undecided", kinds=[(number, said) for number, _, said in kinds], files=files)]


def search_entries(site: SiteContext) -> Iterator[dict[str, Any]]:
    """Each of them in the theme's index, with where the board names it."""
    board = site.address(owner_links.BOARD)
    for number, one in enumerate(site.waiting if owner_links.BOARD not in site.hidden else (), 1):
        facts = filter(None, ("Not decided yet", one.date, ", ".join(one.people), one.path, ", ".join(one.tags)))
        yield {
            "location": f"{board}#{ANCHOR}-{number}",
            "title": isolated(inline_html(one.title, links=False)),
            "text": f"<p>{safe(' · '.join(facts))}</p>",
        }


def _reopened(site: SiteContext) -> list[Record]:
    return [record for record in site.log.records if site.states.of_record(record) == "reopened"]


def _shown(site: SiteContext, one: UndecidedResearch, again: list[Record], page: str) -> dict[str, Any]:
    return {
        "title": Markup(isolated(inline_html(one.title, links=False))) if one.title != one.path else None,
        "date": one.date,
        "owners": one.people or (owner_links.NOBODY,),
        "people": owner_links.links(site, one.people, page),
        "tags": one.tags,
        "file": Markup(badges.file(one.path, site.urls)),
        "again": _asks_again(site, again, page),
    }


def link(site: SiteContext, path: str, page: str) -> Markup:
    """A research file on its forge, else where the board lists it, for the page at an address."""
    listed = any(one.path == path for one in site.waiting) and owner_links.BOARD not in site.hidden
    board = f"{site.href(owner_links.BOARD, page)}#{_anchor(site, path)}" if listed else ""
    return Markup(badges.file(path, site.urls, board))


def _anchor(site: SiteContext, path: str) -> str:
    return f"{ANCHOR}-{[one.path for one in site.waiting].index(path) + 1}"


def _asked(site: SiteContext, record: Record, page: str) -> str:
    number = badges.number_link(record, page)
    return f"{number} was made from it" if record.path in site.taken_back else f"asks {number} again"


def _asks_again(site: SiteContext, records: list[Record], page: str) -> Markup:
    """Which decisions a research file asks for again, and who decided those; empty for a new question."""
    people = (owner_links.links(site, one.decision_makers, page) for one in records)
    said = zip((_asked(site, one, page) for one in records), people, strict=True)
    return Markup("; ".join(f"{again}, decided by {by}" if by else again for again, by in said))
