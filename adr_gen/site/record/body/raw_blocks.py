"""Raw HTML blocks around a site engine's Markdown: taken out before it runs, put back after."""

import re
from html import unescape
from zlib import compress, decompress

_BLOCK = re.compile(r"^<.*$", re.M)
_CODE = re.compile(r"<pre>.*?</pre>", re.S)
_SPAN = re.compile(r"</?span[^>]*>")
_ANCHOR = re.compile(r'<[a-z][^<>]*?\s(?:id|name)="([^"]*)"')
_MARK = re.compile(r"<div>adr-gen-block-(\d+)</div>")


def pack(text: str) -> bytes:
    """A text that waits, small."""
    # the fastest level: thousands of pages are packed, and each is unpacked once
    return compress(text.encode(), 1)


def unpack(text: str | bytes) -> str:
    """A text that may be packed."""
    return decompress(text).decode() if isinstance(text, bytes) else text


def seal(text: str) -> tuple[str, list[str]]:
    """A page's Markdown with a mark in place of each one-line raw HTML block, and the blocks."""
    blocks: list[str] = []

    def take(match: re.Match[str]) -> str:
        blocks.append(match[0])
        return f"<div>adr-gen-block-{len(blocks) - 1}</div>"

    return _BLOCK.sub(take, text), blocks


def unseal(html: str, blocks: list[str]) -> str:
    """The page's HTML with the blocks at their marks."""
    return _MARK.sub(lambda match: blocks[int(match[1])], html)


def without_colours(html: str) -> str:
    """The page with its code blocks as plain text."""
    return _CODE.sub(lambda match: _SPAN.sub("", match[0]), html)


def anchors(html: str) -> set[str]:
    """What a link can lead to in a piece of published HTML."""
    return {unescape(name) for name in _ANCHOR.findall(html)}
