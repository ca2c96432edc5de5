"""What a record's page says once the whole log is known, in place of the marks it was rendered with."""

import re

from ...records import Record
from ..html_escaping import safe
from ..page import CARD, DESCRIPTION, WHERE
from ..site_context import SiteContext
from .banner import banner
from .card import card, description, neighbours, summary, where
from .current_state import blockers_section, conditions_section
from .section_placement import BLOCKERS, CONDITIONS

_CARD = re.compile(r'^[^\n]*<section class="adr-card"[^\n]*', re.M)


def fill(site: SiteContext, path: str, text: str) -> str:
    """The page of the record in the file `path` with its banner, card, conditions, blockers and neighbours."""
    record = site.log.by_path[path]
    # once each: an author's text may hold the same words further down
    text = with_front(site, record, text).replace(WHERE, where(site, record), 1)
    text = text.replace(CARD, f"<div>{banner(site, record)}{card(site, record)}</div>", 1)
    for mark, make in ((CONDITIONS, conditions_section), (BLOCKERS, blockers_section)):
        if mark in text:
            text = text.replace(mark, make(site, record), 1)
    return f"{text.rstrip()}\n\n{neighbours(site, record)}\n"


def with_front(site: SiteContext, record: Record, text: str) -> str:
    """The text of a record's page, or the beginning of it, with its whole front matter."""
    text = text.replace(f'"{DESCRIPTION}"', f'"{safe(description(record))}"'.replace("\\", "&#92;"), 1)
    return text.replace("\n---\n", f"\nstatus: {record.status}\n---\n", 1) if record.status in site.marked else text


def search_text(site: SiteContext, path: str, html: str) -> str:
    """The page as search reads it: number and status in place of the card."""
    return _CARD.sub(lambda _: summary(site, site.log.by_path[path]), html, count=1)
