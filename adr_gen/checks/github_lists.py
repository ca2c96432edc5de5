"""The lists of a repository on GitHub, page by page."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from . import service_response
from .base import Unavailable, Web

PER_PAGE, PAGES = 100, 10
"""Rows of one page, and how many pages are read at most: a list without end would use up the rate limit."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """A release on GitHub."""

    tag: str
    day: str
    """ISO day on which it was published."""
    page: str
    early: bool
    """Marked as a pre-release."""

    def __str__(self) -> str:
        return f"{self.tag} ({self.day}{', a pre-release' if self.early else ''})"


def releases(web: Web, repository: str) -> Iterator[list[Tagged]]:
    """The published releases, newest first, in lots."""
    for lot in pages(web, f"repos/{repository}/releases"):
        yield [_tagged(row) for row in lot if not service_response.get(row, "draft", bool)]


def _tagged(row: dict[str, Any]) -> Tagged:
    day = service_response.day(row, "published_at")
    if day is None:
        raise Unavailable("answered with a release that has no date")
    tag, early = service_response.get(row, "tag_name", str), service_response.get(row, "prerelease", bool)
    return Tagged(tag, day, service_response.address(row, "html_url"), early)


def pages(web: Web, path: str) -> Iterator[list[dict[str, Any]]]:
    """The rows of a list, page by page; raises Unavailable when it does not end."""
    for page in range(1, PAGES + 1):
        rows = service_response.objects(web.json("github", f"{path}?per_page={PER_PAGE}&page={page}"))
        yield rows
        if len(rows) < PER_PAGE:
            return
    raise Unavailable(f"has more than {PER_PAGE * PAGES} releases or tags, too many to look through")
