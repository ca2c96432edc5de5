"""One page of the published docs tree, and the words that head it."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from html import escape
from urllib.parse import unquote

from ..records import Record
from ..untyped_yaml import Value
from .feeds.character_filter import fit
from .html_escaping import safe
from .record.body.body_html import heading, inline_html, plain

CARD = "<div>adr-gen-card</div>"
"""Stands in a record's page until the whole log is known."""
WHERE = "<p>adr-gen-where</p>"
"""Stands above its title as long."""
DESCRIPTION = "adr-gen-description"
"""Stands in its front matter as long."""
OWN = frozenset(["title", "tags", "status", "date", "number", "source", "digest", "decision-makers", "deciders"])
"""Keys of a record's front matter that say what it is, not how its page is shown."""
_TYPED = re.compile(r"(?i)true|false|yes|no|on|off|null|~|[-+]?(?:0|[1-9]\d*)(?:\.\d+)?")
"""What YAML takes for something else than text."""


@dataclass(frozen=True, slots=True)
class Page:
    """One file of the published docs tree."""

    path: str
    """Relative to the docs folder: `decisions/0007-x.md`."""
    text: str
    title: str = ""
    """Plain text; empty for files that are no pages."""
    record: bool = False
    description: str = ""
    """What it shows, in a sentence, where search says it."""
    asked: str = ""
    """Words that people ask with who look for this page; search leads those who use no others to it."""
    when: str = ""
    """Words that may stand beside these."""
    markdown: bool = False
    """Whether the text is an author's Markdown for the site engine; else headings and one-line raw HTML blocks."""

    def with_body(self, parts: Iterable[str]) -> "Page":
        """The whole of a page of which this is the front matter."""
        return replace(self, text="\n\n".join([self.text, *parts]) + "\n")


def record_page(record: Record, body: str, settings: Mapping[str, Value], *, markdown: bool) -> Page:
    """The page of one record: title, published body, and marks for where it is and for its card.

    `settings` is the record's front matter: what there is about the page (`search`, `hide`, `template`…) is the page's.
    """
    name = title_as_shown(record)
    full = f"{record.id} {name}" if name != record.id else name
    hide = () if "hide" in settings else ("tags",)  # the card has them
    top = front(full, record.tags, hide=hide, settings=settings, description=DESCRIPTION)
    text = "\n\n".join([top, WHERE, heading(name, 1), CARD, body]) + "\n"
    return Page(docs_path(record.url), text, plain(name), record=True, markdown=markdown)


def title_as_shown(record: Record) -> str:
    """The title as inline Markdown that shows some words, whatever its own markup shows."""
    if plain(record.title).strip():
        return record.title
    # a title of markup alone would leave its links without a word
    shown = record.title.replace("\\", "").replace("<", "\\<").replace("!", "\\!").replace("[", "\\[")
    return shown if plain(shown).strip() else record.id


def title(record: Record) -> str:
    """The title as HTML for a link."""
    return inline_html(title_as_shown(record), links=False)


def docs_path(url: str) -> str:
    """Where the page at an address is in the docs tree."""
    place = unquote(url)
    return f"{place.removesuffix('/' if place.endswith('/') else '.html')}.md"


def front(
    title: str,
    tags: tuple[str, ...],
    search: bool = True,
    hide: tuple[str, ...] = (),
    settings: Mapping[str, Value] | None = None,
    description: str = "",
) -> str:
    """Front matter for the site engine; Material prints titles and tags as HTML, so they are escaped."""
    lines = [f"title: {json.dumps(safe(plain(title)), ensure_ascii=False)}"]
    if description and "description" not in (settings or {}):
        lines.append(f"description: {json.dumps(safe(description), ensure_ascii=False)}")
    if tags:
        lines.append(f"tags: {json.dumps([safe(t) for t in tags], ensure_ascii=False)}")
    if not search:
        lines.append("search: {exclude: true}")
    if hide:
        lines.append(f"hide: [{', '.join(hide)}]")
    lines += [f"{json.dumps(key)}: {_yaml(value)}" for key, value in (settings or {}).items() if key not in OWN]
    return "\n".join(["---", *lines, "---"])


def _yaml(value: Value) -> str:
    """A value as YAML on one line; text is escaped, as themes print it as HTML."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{json.dumps(key)}: {_yaml(part)}' for key, part in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_yaml, value))}]"
    return value if _TYPED.fullmatch(value) else json.dumps(escape(fit(value)), ensure_ascii=False)


def in_search(settings: Mapping[str, Value]) -> bool:
    """Whether front matter leaves its page in the search, as the theme reads it."""
    search = settings.get("search")
    return not (isinstance(search, dict) and str(search.get("exclude", "false")).lower() in ("true", "yes", "on"))
