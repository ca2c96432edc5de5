"""The site's own navigation: whether it leads to the log, and the section that does where it leads to none of our pages."""

from collections.abc import Collection, Container, Mapping
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from ..site.pages import board, graph, log_page, timeline
from ..site.site_context import SiteContext
from ..site_settings import linked

SECTION = "Decisions"
ADDED = "nav: names no page of the log, so it gets a section %r; `nav_section: false` leaves it out"
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


def in_order(nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
    """Have our pages behind the others and in the order of the section, where the site's settings name no order.

    A log whose records are left out is a link of the menu, no section to be opened first.
    """
    if not config.nav:
        nav.items = [_without_section(item) for item in nav.items]
        nav.items.sort(key=_place)
        nav.pages.sort(key=lambda page: _place([page, *page.ancestors][-1]))
        # MkDocs has led each page to its neighbours before a plugin may change their order
        for before, page, after in zip([None, *nav.pages], nav.pages, [*nav.pages[1:], None], strict=False):
            page.previous_page, page.next_page = before, after
    return nav


def _without_section(item: StructureItem) -> StructureItem:
    """The log's page in place of the section that holds nothing else."""
    children = item.children if isinstance(item, Section) else []
    page = children[0] if len(children) == 1 else None
    if not isinstance(page, Page) or page.file.src_uri != log_page.PATH:
        return item
    # themes lead from a page up to its ancestors, of which the section is none any more
    page.parent = None
    return page


def _place(item: StructureItem) -> int:
    """Where an item of the menu stands; those that are not ours come first and stay as they are."""
    while isinstance(item, Section) and item.children:
        item = item.children[0]
    order = ["", *PAGES.values()]
    path = item.file.src_uri if isinstance(item, Page) else ""
    return order.index(path) if path in order else 0


def in_footer(site: SiteContext, pages: Mapping[str, Page]) -> None:
    """Have the theme's footer lead from the page of each record, by its path, to those before and after it in the log."""
    for path, page in pages.items():
        before, after = site.neighbours[path]
        page.previous_page = pages.get(before.path) if before else None
        page.next_page = pages.get(after.path) if after else None
