"""The list of pages and files that are made from the whole log."""

import json
from collections.abc import Iterable, Iterator
from importlib.resources import files as package_files
from pathlib import PurePosixPath

from .. import log as logs
from . import board, feed, graph, ical, llms, log_page, timeline
from .offers import CALENDAR, FEED, LLMS, RECORDS
from .page import Page
from .site import Site

STYLE, DAYS, SCRIPT = "assets/adr-gen.css", "assets/adr-gen-days.js", "assets/adr-gen.js"
ASSETS = (STYLE, DAYS, SCRIPT, "decisions.schema.json")
"""Site path of each file that the package carries, by its name."""


def derived(years: Iterable[str] = ()) -> tuple[str, ...]:
    """The docs paths of what is made from the whole log; `years` have a page of their own."""
    pages = (log_page.PATH, board.PATH, graph.PATH, timeline.PATH, *map(log_page.year_path, years))
    return (*pages, RECORDS, FEED, CALENDAR, LLMS, *ASSETS)


def pages(site: Site) -> Iterator[Page]:
    """The pages and files that are made from the whole log."""
    yield from log_page.log_pages(site)
    yield board.board(site)
    yield graph.graph(site)
    yield timeline.timeline(site)
    yield Page(RECORDS, _json(site))
    yield Page(FEED, feed.feed(site))
    yield Page(CALENDAR, ical.calendar(site))
    yield Page(LLMS, llms.llms(site))
    for path in ASSETS:
        yield Page(path, _asset(PurePosixPath(path).name))


def _json(site: Site) -> str:
    """`decisions.json`: all records for other programs."""
    records = [logs.as_json(record, site.states) for record in site.log.records]
    return json.dumps({"$schema": "decisions.schema.json", "records": records}, indent=1, ensure_ascii=False) + "\n"


def _asset(name: str) -> str:
    return (package_files(__package__) / "assets" / name).read_text(encoding="utf-8")
