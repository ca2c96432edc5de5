"""One page of the published docs tree, and the words that head it."""

import json
from dataclasses import dataclass
from html import escape
from urllib.parse import unquote

from ..records import Record
from .body import heading, inline_html, plain
from .signs import fit

CARD = "<div>adr-gen-card</div>"
"""Stands in a record's page until the whole log is known."""

STANDING = "<div>adr-gen-standing</div>"
"""Stands below a record's body until the whole log is known."""
STANDING_TITLE = "Where it stands"


@dataclass(frozen=True, slots=True)
class Page:
    """One file of the published docs tree."""

    path: str
    """Relative to the docs folder: `decisions/0007-x.md`."""
    text: str
    title: str = ""
    """Plain text; empty for files that are no pages."""
    record: bool = False
    markdown: bool = False
    """Whether the text is an author's Markdown for the site engine; else headings and one-line raw HTML blocks."""


def record_page(record: Record, body: str, *, markdown: bool) -> Page:
    """The page of one record: title, published body, and marks where its header card and its standing go."""
    name = named(record)
    below = [f"## {STANDING_TITLE}", STANDING] if stands(record) else []
    text = "\n\n".join([front(name, record.tags), heading(name, 1), CARD, body, *below]) + "\n"
    return Page(docs_path(record.url), text, plain(name), record=True, markdown=markdown)


def stands(record: Record) -> bool:
    """Whether the page of a record says where it stands."""
    return bool(record.conditions.triggers or record.conditions.review_by or record.blockers)


def safe(text: str) -> str:
    """Plain text as HTML that no Markdown extension or macro acts on."""
    return escape(fit(text)).translate({ord(c): f"&#{ord(c)};" for c in "{}:`*_[]~^="})


def named(record: Record) -> str:
    """The title as inline Markdown that shows some words, whatever its own markup shows."""
    if plain(record.title).strip():
        return record.title
    shown = record.title.replace("\\", "").replace("<", "\\<").replace("!", "\\!").replace("[", "\\[")
    return shown if plain(shown).strip() else record.id


def title(record: Record) -> str:
    """The title as HTML for a link."""
    return inline_html(named(record), links=False)


def docs_path(url: str) -> str:
    """Where the page at an address is in the docs tree."""
    place = unquote(url)
    return f"{place.removesuffix('/' if place.endswith('/') else '.html')}.md"


def front(title: str, tags: tuple[str, ...], search: bool = True, hide: tuple[str, ...] = ()) -> str:
    """Front matter for the site engine; Material prints titles and tags as HTML, so they are escaped."""
    lines = [f"title: {json.dumps(safe(plain(title)), ensure_ascii=False)}"]
    if tags:
        lines.append(f"tags: {json.dumps([safe(t) for t in tags], ensure_ascii=False)}")
    if not search:
        lines.append("search: {exclude: true}")
    if hide:
        lines.append(f"hide: [{', '.join(hide)}]")
    return "\n".join(["---", *lines, "---"])
