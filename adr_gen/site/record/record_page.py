"""A record's page once the whole log is known."""

from dataclasses import dataclass, replace
from typing import Any

from .body.raw_blocks import anchors, pack, seal, unpack, unseal
from .body.site_markdown import Outline

_END = "\n---\n"


@dataclass(frozen=True, slots=True)
class RecordPage:
    """The text of one page, and what the site's Markdown makes of it where that is known."""

    front: str
    """Its front matter, to the end of that."""
    body: str | bytes
    """What follows; it may be packed."""
    as_written: bool
    """Whether that is an author's Markdown; else headings and one-line raw HTML blocks."""
    html: str | bytes | None
    """The HTML of that, where it is known; it may be packed."""
    toc: list[Any]
    """Its nested table of contents, as Python-Markdown makes it."""
    anchors: frozenset[str]
    """What a link can lead to in it."""

    @property
    def text(self) -> str:
        """The whole text."""
        return self.front + unpack(self.body)

    def packed(self) -> "RecordPage":
        """The same while it waits to be written: thousands of them do."""
        html = None if self.html is None else pack(unpack(self.html))
        return replace(self, body=pack(unpack(self.body)), html=html)


def record_page(text: str, as_written: bool, outline: Outline | None) -> RecordPage:
    """The page with this text, and with this `outline` if that is still its own."""
    front, end, below = text.partition(_END)
    body = below.lstrip("\n")
    front += end + below[: len(below) - len(body)]
    marked, blocks = seal(body) if outline else ("", [])
    if outline is None or outline.marked.strip() != marked.strip():
        return RecordPage(front, body, as_written, None, [], frozenset())
    html = unseal(outline.html, blocks)
    return RecordPage(front, body, as_written, html, outline.toc, frozenset(anchors(html)))
