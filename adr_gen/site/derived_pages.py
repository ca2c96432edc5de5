"""The list of pages and files that are made from the whole log."""

import json
from collections.abc import Callable, Iterable, Iterator

from .. import log as logs
from .browser_files import browser_file
from .feeds import llms
from .feeds.alternates import CALENDAR, FEED, LLMS, RECORDS
from .page import Page
from .pages import board, graph, home, log_page, timeline
from .site_context import SiteContext

STYLE, SCRIPT = "assets/adr-gen.css", "assets/adr-gen.js"
SCHEMA = "decisions.schema.json"
CARRIED = {STYLE: (STYLE,), SCRIPT: ("assets/days.js", SCRIPT), SCHEMA: (SCHEMA,)}
"""Files that the package carries: where each is on the site, and what it is put together from."""


def derived(years: Iterable[str] = ()) -> tuple[str, ...]:
    """The docs paths of what is made from the whole log; `years` have a page of their own."""
    pages = (log_page.PATH, board.PATH, graph.PATH, timeline.PATH, *map(log_page.year_path, years))
    return (*pages, RECORDS, FEED, CALENDAR, LLMS, *CARRIED, home.PATH)


def _carried(_: SiteContext) -> Iterator[Page]:
    return (Page(path, "".join(map(browser_file, parts))) for path, parts in CARRIED.items())


def _feed(site: SiteContext) -> list[Page]:
    from .feeds import atom  # only who makes it loads its library, and that while others work

    return [Page(FEED, atom.feed(site))]


def _calendar(site: SiteContext) -> list[Page]:
    from .feeds import ical

    return [Page(CALENDAR, ical.calendar(site))]


MAKERS: tuple[Callable[[SiteContext], Iterable[Page]], ...] = (
    log_page.log_pages,
    lambda site: [board.board(site)],
    lambda site: [graph.graph(site)],
    lambda site: [timeline.timeline(site)],
    lambda site: [home.home(site)],
    lambda site: [Page(RECORDS, _json(site))],
    _feed,
    _calendar,
    lambda site: [Page(LLMS, llms.llms(site))],
    _carried,
)
"""Each makes pages and files from the whole log."""


_PLACES = {
    log_page.PATH: 0,
    board.PATH: 1,
    graph.PATH: 2,
    timeline.PATH: 3,
    home.PATH: 4,
    RECORDS: 5,
    FEED: 6,
    CALENDAR: 7,
    LLMS: 8,
    **dict.fromkeys(CARRIED, 9),
}


def maker_of(path: str) -> int:
    """The place among the makers of the one that makes what is at a docs path; years are made with the log."""
    return _PLACES.get(path, 0)


def heads(site: SiteContext) -> Iterator[Page]:
    """The front matter of each page that is made from the whole log: what other pages and search say of it."""
    yield from log_page.heads(site)
    yield from (board.HEAD, graph.HEAD, timeline.HEAD, home.head(site))


def _json(site: SiteContext) -> str:
    """`decisions.json`: all records for other programs, one a line."""
    decisions = [json.dumps(logs.as_json(record, site.states), ensure_ascii=False) for record in site.log.records]
    # a record a line: a diff of two builds shows which decisions changed
    lines = ",\n".join(decisions)
    return f'{{"$schema": "{SCHEMA}", "records": [\n{lines}\n]}}\n'
