"""The site's own navigation: whether it leads to the log, and the section that does where it leads to none of our pages."""

from collections.abc import Collection, Container, Mapping
from typing import Any

from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page

from ..site.context import SiteContext
from ..site.pages import board, graph, log_page, timeline
from ..site_settings import linked

SECTION = "Decisions"
PAGES = {"The log": log_page.PATH, "Revisit": board.PATH, "Timeline": timeline.PATH, "Graph": graph.PATH}
"""Title and docs path of each page in the section."""


def leave_out(pages: Mapping[str, File], records: Collection[str], most: int, nav: Any) -> None:
    """Leave pages out of the navigation: all of ours where the site has one of its own, else records beyond `most`."""
    in_nav = len(records) <= most and not nav
    for path, file in pages.items():
        if file.inclusion.is_in_nav() and not in_nav and (nav or path in records):
            file.inclusion = InclusionLevel.NOT_IN_NAV


def section(nav: Any, paths: Container[str]) -> dict[str, list[dict[str, str]]] | None:
    """The section of our pages, of those that the site has; None if the navigation names one of them, or a record."""
    named = set(linked(nav))
    if any(path in PAGES.values() or path.startswith("decisions/") for path in named):
        return None
    pages = [{title: path} for title, path in PAGES.items() if path in paths]
    return {SECTION: pages} if pages else None


def in_footer(site: SiteContext, pages: Mapping[str, Page]) -> None:
    """Have the theme's footer lead from the page of each record, by its path, to those before and after it in the log."""
    for path, page in pages.items():
        before, after = site.neighbours[path]
        page.previous_page = pages.get(before.path) if before else None
        page.next_page = pages.get(after.path) if after else None
