"""What `adr-gen check` finds about addresses: a page of the site's own that stands where a record would."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote

from ..errors import Problem
from ..project import Project
from ..records import Record
from ..records.record_names import PAGES


def addresses(project: Project, records: Iterable[Record]) -> Iterator[Problem]:
    """Every record has its page: a page of the user's own at the same address would win."""
    docs = project.site_settings.docs.strip("./")
    # listed once: thousands of records have six such places each
    there = set(_below(project.root, f"{docs}/{PAGES}"))
    for record in records:
        own = (path for path in _alike(f"{docs}/{unquote(record.url)}") if path in there and path != record.path)
        yield from (without_page(record.path, path) for path in list(own)[:1])


def without_page(record: str, other: str) -> Problem:
    """The problem of a record whose address is that of another file."""
    message = f"has no page on the site, because {other} stands at its address; rename one of the two"
    return Problem(record, 0, "ADR309", message)


def _below(root: Path, folder: str) -> Iterator[str]:
    """Paths of the files below a folder."""
    for parent, _, names in os.walk(root / folder):
        here = Path(parent).relative_to(root).as_posix()
        yield from (f"{here}/{name}" for name in names)


def _alike(place: str) -> Iterator[str]:
    """The docs files that a site engine publishes at one address."""
    page = place.removesuffix(".html").rstrip("/")
    yield from (f"{page}.{ending}" for ending in ("md", "markdown", "html"))
    if place.endswith("/"):
        yield from (f"{page}/{name}" for name in ("index.md", "README.md", "index.html"))
