"""Headings of published pages: lines of Markdown that nothing acts on, and the anchors that links know them by."""

import re
from collections.abc import Sequence
from html import escape, unescape

from markdown.extensions.toc import IDCOUNT_RE, slugify
from markdown_it.token import Token

from ....links import slugs
from .html.renderer import Renderer, plain
from .html.sanitise import clean_inline

_ACTING = re.compile(
    r"""[!"#$&'*+/<=>@\[\\\]^_`{|}~]"""
    r"|(?<!\w)-|-(?!\w)"
    # smartsymbols makes (c), (r) and (tm) into signs
    r"|\((?=(?:c|r|tm)\))"
    r"|:(?!\s|$)"
    r"|\.(?=\.)|(?<=[.wW])\."
    # smartsymbols raises the ending of an ordinal
    r"|\d(?=(?:st|nd|rd|th)\b)"
    # magiclink makes a link of a commit's 40 digits
    r"|\b[0-9a-f](?=[0-9a-f]{39})",
    re.I,
)
"""What an extension may begin on: signs, but no dash inside a word and no colon before a space; ordinals; hashes."""
LONGEST = 1000
"""Characters of a heading that becomes a line of Markdown; Python-Markdown takes seconds for much longer ones."""
_TAG = re.compile(r"(<[^>]*>)")
_VALUE = re.compile(r'"([^"]*)"')


def encode(html: str) -> str:
    """Inline HTML with every character that an extension might act on as an entity, in text and attributes."""
    parts = _TAG.split(html)
    parts[::2] = map(_encoded, parts[::2])
    parts[1::2] = [_VALUE.sub(lambda match: f'"{_encoded(match[1])}"', tag) for tag in parts[1::2]]
    return " ".join("".join(parts).split())


def _encoded(text: str) -> str:
    return _ACTING.sub(lambda match: f"&#{ord(match[0])};", unescape(text))


def line(html: str, level: int, anchor: str = "") -> str:
    """The heading line for sanitised inline HTML, with one more anchor; an empty line for no words."""
    shown = encode(html)
    extra = f'<a id="{_encoded(anchor)}" class="adr-anchor"></a>' if anchor else ""
    return f"{'#' * level} {extra}{shown}" if shown else ""


def _unique(name: str, used: set[str], last: dict[str, int]) -> str:
    """The anchor that Python-Markdown gives a heading of this name behind others; `last` are the numbers given so far."""
    # Its own `unique` counts from 1 for each heading before Markdown 3.11: thousands of equal ones took minutes.
    if name in used or not name:
        counted = IDCOUNT_RE.match(name)
        base, number = (counted[1], int(counted[2])) if counted else (name, 0)
        number = last.get(name, number) + 1
        while f"{base}_{number}" in used:
            number += 1
        last[name] = number
        name = f"{base}_{number}"
    used.add(name)
    return name


class PublishedHeadings:
    """The headings of one document as they are published.

    Python-Markdown gives a heading line an anchor of its own making; where GitHub's differs it is added.
    """

    def __init__(self, tokens: Sequence[Token], top: Sequence[Token], renderer: Renderer) -> None:
        headings = [(token, tokens[n + 1]) for n, token in enumerate(tokens) if token.type == "heading_open"]
        names = slugs(plain(inline.children or ()) for _, inline in headings)
        outer = {id(token) for token in top}
        self._html = {id(t): clean_inline(renderer.render([inline])) for t, inline in headings if id(t) in outer}
        used: set[str] = set()
        last: dict[str, int] = {}
        texts = {key: unescape(_TAG.sub("", html)) for key, html in self._html.items()}
        given = {key: _unique(slugify(text, "-"), used, last) for key, text in texts.items()}
        self._anchors = {
            id(token): name
            for (token, _), name in zip(headings, names, strict=True)
            if name and name not in used and given.get(id(token)) != name
        }
        renderer.anchors = self._anchors

    def line(self, token: Token) -> str:
        """The Markdown line of a top-level heading; level 1 is the page's own title, so it becomes level 2."""
        return line(self._html[id(token)], max(2, int(token.tag[1])), self._anchors.get(id(token), ""))

    def anchor(self, token: Token) -> str:
        """What is left of a heading that is not published: its anchor; nothing of the page's own title or another block."""
        name = self._anchors.get(id(token)) if token.tag != "h1" else None
        return f'<a id="{escape(name)}"></a>' if name else ""
