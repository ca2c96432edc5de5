"""A page of ours as HTML: the later half of the site's own Markdown, the one that works on the finished tree.

Headings are HTML already and nothing else is left, so the half that reads lines and inline Markdown has nothing
to do. Table of contents, anchors, permalinks and what else extensions do with headings are as the site set them.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.util import ETX, STX, AtomicString

from .raw_blocks import anchors, seal, unseal

_LINE = re.compile(r"(#{1,6}) (.+)")
_MARK = re.compile(r"<div>(.+)</div>")


@dataclass(frozen=True, slots=True)
class Converted:
    """What the site engine is to know of a page."""

    html: str
    toc: list[Any]
    """The nested table of contents, as Python-Markdown makes it."""
    anchors: frozenset[str]
    """What a link can lead to."""


class Converter:
    """Converts pages, one after the other, with a site's Markdown extensions."""

    def __init__(self, extensions: Sequence[str | Extension], configs: Mapping[str, dict[str, Any]]) -> None:
        self._markdown = Markdown(extensions=extensions, extension_configs=configs)

    def page(self, text: str) -> Converted:
        """A page whose raw HTML blocks stand in one line each, which no rule of the site's Markdown sees."""
        marked, blocks = seal(text)
        html, toc = self.convert(marked)
        whole = unseal(html, blocks)
        return Converted(whole, toc, frozenset(anchors(whole)))

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
