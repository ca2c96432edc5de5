"""Parsed Markdown as HTML: GitHub's meaning in Material's markup."""

from collections.abc import Callable, Iterable
from html import escape

from markdown_it.token import Token

from .....markdown import plain_text
from . import highlight
from .notation import PLAIN, Around, Notation, notation_html
from .sanitise import Resolve, address, raw, unpublished_attributes

ALERTS = {"NOTE": "note", "TIP": "tip", "IMPORTANT": "info", "WARNING": "warning", "CAUTION": "danger"}
"""Material's admonition for each kind of GitHub's alerts."""

_FIXED = {
    "paragraph_open": "<p>",
    "paragraph_close": "</p>",
    "em_open": "<em>",
    "em_close": "</em>",
    "strong_open": "<strong>",
    "strong_close": "</strong>",
    "s_open": "<del>",
    "s_close": "</del>",
    "bullet_list_close": "</ul>",
    "ordered_list_close": "</ol>",
    "list_item_close": "</li>",
    "blockquote_open": "<blockquote>",
    "blockquote_close": "</blockquote>",
    "alert_title_open": '<p class="admonition-title">',
    "alert_title_close": "</p>",
    "alert_close": "</div>",
    "table_open": "<table>",
    "table_close": "</table>",
    "thead_open": "<thead>",
    "thead_close": "</thead>",
    "tbody_open": "<tbody>",
    "tbody_close": "</tbody>",
    "tr_open": "<tr>",
    "tr_close": "</tr>",
    "th_close": "</th>",
    "td_close": "</td>",
    "hr": "<hr>",
    "softbreak": " ",
    "hardbreak": "<br> ",
    "footnote_block_open": '<div class="footnote"><hr><ol>',
    "footnote_block_close": "</ol></div>",
    "footnote_close": "</li>",
}
_BOX = '<input type="checkbox" disabled{} aria-label="{}"> '
"""The browser's own: the theme's has one tick for both and only colours it."""


class Renderer:
    """Turns tokens into HTML, with `link` and `image` asked for each relative address; not yet sanitised."""

    def __init__(self, link: Resolve, image: Resolve, *, links: bool = True, notation: Notation = PLAIN) -> None:
        self.link, self.image, self.links = link, image, links
        self.anchors: dict[int, str] = {}
        """Anchor of each heading, by the `id()` of its token."""
        self._code = highlight.Colours().block
        self._box = ""
        self._ends: list[str] = []
        self._makers: dict[str, Callable[[Token], str]] = {
            "text": lambda token: escape(token.content, quote=False),
            "text_special": lambda token: escape(token.content, quote=False),
            "code_inline": lambda token: f"<code>{escape(token.content, quote=False)}</code>",
            "inline": self._inline,
            "link_open": self._link,
            "link_close": lambda _: self._ends.pop() if self._ends else "",
            "image": self._image,
            "html_inline": lambda token: raw(token.content, self.link, self.image),
            "html_block": lambda token: raw(token.content, self.link, self.image),
            "fence": lambda token: notation.fence(token.content, token.info) or self._code(token.content, token.info),
            "math_inline": lambda token: _formula(token, notation.formula),
            "math_inline_double": lambda token: _formula(token, notation.displayed),
            "code_block": lambda token: self._code(token.content),
            "heading_open": self._heading,
            "heading_close": lambda token: f"</{_level(token)}>",
            "bullet_list_open": lambda token: '<ul class="task-list">' if token.attrs else "<ul>",
            "ordered_list_open": self._ordered,
            "list_item_open": self._item,
            "alert_open": lambda token: f'<div class="admonition {ALERTS[token.meta["kind"]]}">',
            "th_open": _cell,
            "td_open": _cell,
            "footnote_ref": _reference,
            "footnote_open": lambda token: f'<li id="fn:{token.meta["id"] + 1}">',
            "footnote_anchor": _back,
        }

    def render(self, tokens: Iterable[Token]) -> str:
        """The HTML of `tokens`, in order."""
        parts = []
        for token in tokens:
            if (fixed := _FIXED.get(token.type)) is not None:
                parts.append("" if token.hidden else fixed)
            elif maker := self._makers.get(token.type):
                parts.append(maker(token))
        return "".join(parts)

    def _inline(self, token: Token) -> str:
        box, self._box = self._box, ""
        return box + self.render(token.children or ())

    def _link(self, token: Token) -> str:
        href, title = str(token.attrs.get("href", "")), token.attrs.get("title")
        self._ends.append("</a>" if self.links else "")
        if not self.links:
            return ""
        target = address(href, self.link)
        if target is None:
            return f"<a{unpublished_attributes(href)}>"
        return f'<a href="{escape(target)}"{_title(title)}>'

    def _image(self, token: Token) -> str:
        source, alt = str(token.attrs.get("src", "")), escape(plain(token.children or ()))
        target = address(source, self.image, picture=True)
        if target is None:
            return f'<img alt="{alt}"{unpublished_attributes(source, link=False)}>'
        return f'<img src="{escape(target)}" alt="{alt}"{_title(token.attrs.get("title"))}>'

    def _heading(self, token: Token) -> str:
        anchor = self.anchors.get(id(token))
        return f'<{_level(token)} id="{escape(anchor)}">' if anchor else f"<{_level(token)}>"

    def _ordered(self, token: Token) -> str:
        name = ' class="task-list"' if "class" in token.attrs else ""
        start = f' start="{token.attrs["start"]}"' if "start" in token.attrs else ""
        return f"<ol{name}{start}>"

    def _item(self, token: Token) -> str:
        checked = token.meta.get("checked")
        if checked is None:
            return "<li>"
        self._box = _BOX.format(*((" checked", "done") if checked else ("", "open")))
        return '<li class="task-list-item">'


def _formula(token: Token, around: Around | None) -> str:
    """A formula, or the words that would be one."""
    text = f"{token.markup}{token.content}{token.markup}"
    return notation_html(token.content.strip("\n"), around) if around else escape(text, quote=False)


def _level(token: Token) -> str:
    """The tag of a heading; a page has one `h1`, its title."""
    return "h2" if token.tag == "h1" else token.tag


def _title(title: object) -> str:
    return f' title="{escape(str(title))}"' if title else ""


def _cell(token: Token) -> str:
    style = token.attrs.get("style")
    return f'<{token.tag} style="{style}">' if style else f"<{token.tag}>"


def _names(token: Token) -> tuple[int, str]:
    """A footnote's number, and the id of one of the places that refer to it."""
    number, place = token.meta["id"] + 1, token.meta.get("subId", 0)
    return number, f"fnref{place + 1 if place else ''}:{number}"


def _reference(token: Token) -> str:
    number, name = _names(token)
    return f'<sup id="{name}"><a class="footnote-ref" href="#fn:{number}">{number}</a></sup>'


def _back(token: Token) -> str:
    number, name = _names(token)
    return f' <a class="footnote-backref" href="#{name}" title="Back to note {number} in the text">↩</a>'


def plain(tokens: Iterable[Token]) -> str:
    """The words of inline tokens, without any markup; an unknown tag is words too."""
    return plain_text(tokens, _tag_words)


def _tag_words(tag: str) -> str:
    shown = raw(tag, str, str)
    return tag if shown.startswith("&lt;") else " " * shown.startswith("<br")
