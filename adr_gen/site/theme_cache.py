"""A page as the theme makes it around ours: what it is made from, and the template that takes it as it was kept."""

from hashlib import sha256
from typing import Any

CACHED_TEMPLATE = "adr-gen-cached.html"
"""Name of the template of pages that may be kept."""
CACHED_PAGE = "adr_gen_cached_page"
"""What such a page is called in its context, once it is known."""
TEMPLATES = {
    CACHED_TEMPLATE: f'{{% if not {CACHED_PAGE} %}}{{% extends "main.html" %}}{{% endif %}}{{{{ {CACHED_PAGE} | safe }}}}'
}
"""The theme's own page, unless it is known what that looks like."""
THE_SAME = ("nav", "pages", "config", "page", "build_date_utc")
"""What every page of a theme gets, and is looked at by itself where it matters."""


def frame(config: Any, nav: Any) -> str:
    """What all pages of the theme are made from: the navigation, and settings that plugins may change."""
    return repr((str(nav), config.site_name, config.copyright, config.extra, dict(config.theme)))


def digest(page: Any, context: Any, around: str) -> str:
    """A digest of what a page of the theme is made from: its own facts, its frame, and what plugins gave it."""
    near = [(other.title, other.url) for other in (page.previous_page, page.next_page) if other]
    given = {name: value for name, value in context.items() if name not in THE_SAME}
    facts = repr((page.content, page.title, page.meta, page.edit_url, page.canonical_url, near, given, around))
    return sha256(facts.encode("utf-8", "surrogatepass")).hexdigest()
