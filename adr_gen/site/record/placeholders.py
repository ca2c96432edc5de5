"""What a record's page says once the whole log is known, in place of the marks it was rendered with."""

import re

from ..context import SiteContext
from ..page import CARD, STANDING
from .card import card, facts
from .status import banner, standing

_STOOD = '<div class="adr-standing">'
_STANDING = re.compile(rf"<h2[^>]*>(?:(?!<h2).)*</h2>\s*{_STOOD}[^\n]*", re.S)
_CARD = re.compile(r'^[^\n]*<dl class="adr-card">[^\n]*', re.M)


def fill(site: SiteContext, path: str, text: str) -> str:
    """The page of the record in the file `path` with its banner, card and standing."""
    record = site.log.by_path[path]
    html_of = {
        CARD: banner(site, record) + card(site, path),
        STANDING: f"{_STOOD}{standing(site, record)}</div>",
    }
    for mark, html in html_of.items():
        if mark in text:
            text = text.replace(mark, html, 1)
    return text


def search_text(site: SiteContext, path: str, html: str) -> str:
    """The page as search reads it: number and status; what the standing says is said in the body."""
    return _CARD.sub(lambda _: facts(site, path), _STANDING.sub("", html), count=1)
