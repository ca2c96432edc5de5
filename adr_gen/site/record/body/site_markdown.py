"""A page of ours as HTML: the later half of the site's own Markdown, the one that works on the finished tree.

Headings are HTML already and nothing else is left, so the half that reads lines and inline Markdown has nothing
to do. Table of contents, anchors, permalinks and what else extensions do with headings are as the site set them.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.util import ETX, STX, AtomicString

from ....parallel import can_be_sent
from .raw_blocks import pack, unpack

_LINE = re.compile(r"(#{1,6}) (.+)")
_MARK = re.compile(r"<div>(.+)</div>")


@dataclass(frozen=True)
class SiteMarkdown:
    """A site's Markdown: its extensions, and what they are configured with."""

    extensions: Sequence[str | Extension]
    configs: Mapping[str, dict[str, Any]]

    @property
    def pure(self) -> bool:
        """Whether a page can be converted elsewhere: an extension that is an object may tell its owner of each page."""
        return all(isinstance(one, str) for one in self.extensions) and can_be_sent(self)


@dataclass(frozen=True, slots=True)
class Outline:
    """A page without its raw HTML blocks."""

    marked: str
    """Its Markdown, with marks for the blocks."""
    html: str
    toc: list[Any]
    """The nested table of contents, as Python-Markdown makes it."""

    def packed(self) -> bytes:
        """The outline while it waits."""
        return pack(json.dumps([self.marked, self.html, self.toc]))

    @classmethod
    def unpacked(cls, packed: bytes) -> "Outline":
        """The outline that was packed."""
        return cls(*json.loads(unpack(packed)))


class Converter:
    """Converts pages, one after the other, as a site's Markdown would."""

    def __init__(self, site: SiteMarkdown) -> None:
        self._markdown = Markdown(extensions=site.extensions, extension_configs=site.configs)

    def outline(self, marked: str) -> Outline:
        """The outline of a page of which `seal` took the raw blocks out, so that no rule of the site's Markdown sees them."""
        return Outline(marked, *self.convert(marked))

    def convert(self, text: str) -> tuple[str, list[Any]]:
        """The HTML and the nested table of contents of a page of which `seal` took the raw blocks out."""
        engine = self._markdown.reset()
        root = Element(engine.doc_tag)
        # Python-Markdown's own marks for what it has put aside; an author's would be taken for them
        for block in text.replace(STX, "").replace(ETX, "").split("\n\n"):
            self._add(root, block.strip())
        for step in engine.treeprocessors:
            root = root if (changed := step.run(root)) is None else changed
        html = engine.serializer(root)
        # the serializer wants one root, which Python-Markdown takes off in the same way
        html = html[html.index(">") + 1 : html.rindex("<")].strip()
        for last in engine.postprocessors:
            html = last.run(html)
        return html.strip(), getattr(engine, "toc_tokens", [])

    def _add(self, root: Element, block: str) -> None:
        """The element of one block, its words marked as done, for no rule to look into."""
        if line := _LINE.fullmatch(block):
            text = self._markdown.htmlStash.store(line[2]) if "<" in line[2] else line[2]
            SubElement(root, f"h{len(line[1])}").text = AtomicString(text)
        elif mark := _MARK.fullmatch(block):
            SubElement(root, "div").text = AtomicString(mark[1])
