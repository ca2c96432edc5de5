"""The links of a built site, followed on disk."""

from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

ELSEWHERE = {"404.html"}
"""Pages that are shown at any address; their links are absolute."""


class _Links(HTMLParser):
    """What a page links to and shows, and the anchors that it has."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self.links += [
            value
            for name in ("href", "xlink:href", "src", "data-adr-href")
            if (value := attributes.get(name)) is not None
        ]
        self.anchors |= {value for name in ("id", "name") if (value := attributes.get(name))}


@cache
def _read(page: Path, _: float) -> _Links:
    return _Links(page.read_text(encoding="utf-8"))


def _page(place: Path) -> _Links:
    return _read(place, place.stat().st_mtime)


def broken(site: Path) -> list[str]:
    """`page: link` for every link inside the site that leads to no file, no page or no place on a page."""
    pages = [page for page in sorted(site.rglob("*.html")) if page.name not in ELSEWHERE]
    return [
        f"{page.relative_to(site).as_posix()}: {link}"
        for page in pages
        for link in _page(page).links
        if not _leads(page, link, site)
    ]


def _leads(page: Path, link: str, site: Path) -> bool:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return True
    target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
    target = target / "index.html" if target.is_dir() else target
    if parts.path.startswith("/") or not target.is_file() or not target.is_relative_to(site.resolve()):
        return False
    anchor = unquote(parts.fragment)
    return not anchor or target.suffix != ".html" or anchor in _page(target).anchors | {"__search", "__drawer", ""}
