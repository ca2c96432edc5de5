"""What may stand in published HTML: tags, attributes and addresses, and what becomes of the rest."""

import re
from collections.abc import Callable
from html import escape, unescape
from urllib.parse import urlsplit

import nh3

from .allowed_html import ALLOWED, CONTAINERS, INLINE, SILENT

Resolve = Callable[[str], str | None]
"""What a relative address becomes on the page; None: it leads nowhere."""

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
PICTURES = re.compile(r"data:image/(?:png|gif|jpeg|webp)[;,]", re.I)
_EVERYWHERE = {"id", "title", "lang", "dir", "align", "width", "height"}
_ATTRIBUTES = {
    "a": {"href", "name"},
    "img": {"src", "alt"},
    "source": {"src", "srcset", "media", "type"},
    "video": {"src", "controls", "loop", "muted"},
    "ol": {"start", "reversed", "type"},
    "li": {"value"},
    "td": {"colspan", "rowspan", "valign"},
    "th": {"colspan", "rowspan", "valign", "scope"},
    "col": {"span"},
    "colgroup": {"span"},
    "details": {"open"},
    "time": {"datetime"},
}
_GENERATED: dict[str, set[str]] = {
    "td": {"style"},
    "th": {"style"},
    "input": {"type", "disabled", "checked", "aria-label"},
    **{tag: {"class"} for tag in ("a", "div", "li", "ol", "p", "pre", "label", "span", "ul")},
}
"""Attributes that only this package writes; an author's are gone before the cleaner sees them."""

_NAME = r"[A-Za-z_:@][\w.:@-]*"
_VALUE = r"\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+"
_TAG = rf"<(?P<end>/?)(?P<tag>[A-Za-z][A-Za-z0-9-]*)(?P<rest>(?:\s+{_NAME}(?:\s*=\s*(?:{_VALUE}))?)*)\s*/?>"
_PIECE = re.compile(rf"<!--(?:>|->|.*?-->)|{_TAG}|<", re.S)
_OPEN_ENDED = re.compile(rf"{_TAG}|<")
_ATTRIBUTE = re.compile(rf"({_NAME})(?:\s*=\s*({_VALUE}))?")


def _attributes() -> dict[str, set[str]]:
    allowed = {tag: set(names) for tag, names in _ATTRIBUTES.items()}
    for tag, names in _GENERATED.items():
        allowed[tag] = allowed.get(tag, set()) | names
    return {"*": set(_EVERYWHERE), **allowed}


def _cleaner(tags: frozenset[str]) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(tags),
        clean_content_tags=set(),
        attributes=_attributes(),
        link_rel=None,
        url_schemes={*SCHEMES, "data"},
        filter_style_properties={"text-align"},
    )


clean = _cleaner(ALLOWED | {"input", "label"}).clean
"""Balanced HTML with nothing in it that runs."""
clean_inline = _cleaner(INLINE).clean
"""The same for what stands in a line of text."""
clean_words = _cleaner(INLINE - {"a"}).clean
"""The same without links."""


def nowhere(target: str) -> None:
    """Leads no relative address anywhere."""


def address(target: str, resolve: Resolve, *, picture: bool = False) -> str | None:
    """The address to publish for a link or image `target`; None when it may not be used or leads nowhere."""
    target = target.strip()
    try:
        parts = urlsplit(target)
    except ValueError:
        return None
    if parts.scheme:
        return target if parts.scheme in SCHEMES or (picture and PICTURES.match(target)) else None
    return target if parts.netloc else resolve(target)


def unpublished_attributes(target: str, *, link: bool = True) -> str:
    """The attributes that say that an address is not published."""
    name = ' class="adr-missing"' if link else ""
    return f'{name} title="not on this site: {escape(target)}"' if target else name


def raw(html: str, link: Resolve, image: Resolve) -> str:
    """An author's HTML with known tags written anew, comments gone, and every other `<` as text."""

    def piece(match: re.Match[str]) -> str:
        name = (match["tag"] or "").lower()
        if not name:
            return "" if len(match[0]) > 1 else "&lt;"
        if name in SILENT:
            return ""
        if name not in ALLOWED:
            return escape(match[0], quote=False)
        # a page has one `h1`, its title
        name = "h2" if name == "h1" else name
        return f"</{name}>" if match["end"] else f"<{name}{_rewritten(name, match['rest'], link, image)}>"

    closed, rest = _closed(html)
    at = rest.find("<!--")
    shown = rest if at < 0 else rest[:at]
    hidden = "" if at < 0 else f"<pre>{escape(rest[at:], quote=False)}</pre>"
    return _PIECE.sub(piece, closed) + _OPEN_ENDED.sub(piece, shown) + hidden


def _closed(html: str) -> tuple[str, str]:
    """HTML up to where its last comment ends, and the rest; an unclosed comment there would hide all that follows."""
    at = html.rfind("-->") + 3 if "-->" in html else 0
    return html[:at], html[at:]


def _rewritten(tag: str, rest: str, link: Resolve, image: Resolve) -> str:
    """The attributes of an author's tag that are published."""
    parts = []
    for match in _ATTRIBUTE.finditer(rest):
        name, value = match[1].lower(), unescape(_unquoted(match[2] or ""))
        if name not in _EVERYWHERE and name not in _ATTRIBUTES.get(tag, ()):
            continue
        # Material reads `__config`, `__search` and others by these ids
        if name in ("id", "name") and value.startswith("__"):
            value = f"adr-{value}"
        if name in ("href", "src", "srcset"):
            new = _addresses(name, value, link, image)
            if new is None:
                parts.append(unpublished_attributes(value, link=name == "href") if name != "srcset" else "")
                continue
            value = new
        parts.append(f' {name}="{escape(value)}"')
    return "".join(parts)


def _unquoted(value: str) -> str:
    return value[1:-1] if value[:1] in ("'", '"') else value


def _addresses(name: str, value: str, link: Resolve, image: Resolve) -> str | None:
    """The published value of an `href`, `src` or `srcset`."""
    if name == "href":
        return address(value, link)
    if name == "src":
        return address(value, image, picture=True)
    sets = [part.split() for part in value.split(",") if part.strip()]
    addresses = [(address(part[0], image), *part[1:]) for part in sets]
    return ", ".join(" ".join(map(str, part)) for part in addresses) if all(part[0] for part in addresses) else None


def containers(html: str) -> list[tuple[bool, str]]:
    """Each container tag in an author's HTML: whether it closes, and its name."""
    closed, rest = _closed(html)
    pieces = [*_PIECE.finditer(closed), *_OPEN_ENDED.finditer(rest.partition("<!--")[0])]
    return [(bool(f["end"]), f["tag"].lower()) for f in pieces if f["tag"] and f["tag"].lower() in CONTAINERS]
