"""The site's own navigation: whether it leads to the log, and the section that does where it leads to none of our pages."""

from collections.abc import Container, Iterator
from typing import Any

from ..site.pages import board, graph, log_page, timeline

SECTION = "Decisions"
PAGES = {"The log": log_page.PATH, "Revisit": board.PATH, "Timeline": timeline.PATH, "Graph": graph.PATH}
"""Title and docs path of each page in the section."""


def section(nav: Any, paths: Container[str]) -> dict[str, list[dict[str, str]]] | None:
    """The section of our pages, of those that the site has; None if the navigation names one of them, or a record."""
    named = set(_named(nav))
    if any(path in PAGES.values() or path.startswith("decisions/") for path in named):
        return None
    pages = [{title: path} for title, path in PAGES.items() if path in paths]
    return {SECTION: pages} if pages else None


def _named(nav: Any) -> Iterator[str]:
    """What a navigation leads to."""
    if isinstance(nav, str):
        yield nav
    for entry in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from _named(entry)
