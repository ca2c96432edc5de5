"""The published body of every record file, each read and rendered once, on its own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from .. import records
from ..errors import Problem
from ..parallel import each
from ..records import Record, RecordFile
from . import search
from .body import body
from .page import Page, record_page
from .places import Places, address


@dataclass(frozen=True, slots=True)
class Body:
    """What one record file gives the site."""

    record: Record
    page: Page
    """The record's page, with a mark for its card."""
    media: dict[str, str]
    """Project path and address of the images that are published with it."""
    problems: tuple[Problem, ...]
    words: str
    """The different words of the page."""


def bodies(
    texts: Iterable[tuple[str, str]], decisions: str, places: Places, days: dict[str, int], dialect: str = "github"
) -> Iterator[Body]:
    """The body of each record file, given as path and text; `days` are the `twins` of the log."""
    yield from each(partial(_body, decisions=decisions, places=places, days=days, dialect=dialect), texts)


def _body(item: tuple[str, str], decisions: str, places: Places, days: dict[str, int], dialect: str) -> Body:
    path, text = item
    file = records.read(path, text, decisions, html=True, days=days)
    page = places.pages[path]
    record = replace(file.record, url=page)
    if dialect == "mkdocs" and not file.generated:
        made = record_page(record, _without_title(file), markdown=True)
        return Body(record, made, {}, file.problems, search.words(made.text))
    media: dict[str, str] = {}
    link, image = partial(places.link, path, page), partial(places.image, path, page, media)
    words = body(file.document, link, image, _shown_elsewhere(file))
    made = record_page(record, words, markdown=False)
    return Body(record, made, media, file.problems, search.words(made.text))


def _without_title(file: RecordFile) -> str:
    """The body as written, without the heading that the page shows anyway."""
    document = file.document
    title = next((b for b in document.blocks if b.kind == "heading" and b.level == 1), None)
    kept = [
        line
        for number, line in enumerate(document.lines, start=1)
        if number >= document.body_line and not (title and title.line <= number <= title.end)
    ]
    return "\n".join(kept)


def _shown_elsewhere(file: RecordFile) -> frozenset[int]:
    """Blocks that the page's heading and card already show: the title, and a generated record's bullets."""
    skip: set[int] = set()
    for number, block in enumerate(file.document.blocks):
        if block.kind == "heading" and block.level == 1 and not skip:
            skip.add(number)
        elif block.kind == "heading":
            break
        elif block.kind == "list" and file.generated:
            skip.add(number)
            break
    return frozenset(skip)


def page_of(path: str, decisions: str, directory_urls: bool) -> str:
    """The address of a record's page."""
    url = records.url_of(path, decisions)
    return url if directory_urls else address(f"{url.rstrip('/')}.md", directory_urls=False)
