"""Pieces of an author's Markdown put beside each other so that none swallows the next."""

import re

from ..markdown import Block
from ..model import Blocker
from ..records import letter, padded

# nine digits: a longer number begins no list in CommonMark
_TAKES_MORE = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)]|\[\^[^\]]+\]:)(?:\s|$)| {4}| {0,3}\t")
_CAN_JOIN = re.compile(r"(?:[-*+]|\d{1,9}[.)])(?:\s|$)| |\t")


def apart(pieces: list[str]) -> list[str]:
    """Keep apart what was apart: an empty comment between a list, footnote or indented code and what would join it."""
    joined: list[str] = []
    for piece in pieces:
        if joined and _TAKES_MORE.match(joined[-1]) and _CAN_JOIN.match(piece):
            joined.append("<!-- -->")
        joined.append(piece)
    return joined


def closing(block: Block, raw: str) -> str:
    """What ends a fence or raw HTML that the file leaves open at its end, so that it cannot swallow other sections."""
    if block.kind == "code":
        fence = re.match(r" {0,3}(`{3,}|~{3,})", raw)
        closed = fence and re.search(rf"\n {{0,3}}{re.escape(fence[1][0])}{{{len(fence[1])},}}[ \t]*\Z", raw)
        return f"\n{fence[1]}" if fence and not closed else ""
    if block.kind == "html":
        return _html_closing(raw)
    return ""


def _html_closing(raw: str) -> str:
    start = raw.lstrip()[:20].lower()
    for opening, closing in (("<!--", "-->"), ("<?", "?>"), ("<![cdata[", "]]>")):
        if start.startswith(opening):
            return "" if closing in raw else f"\n{closing}"
    match = re.match(r"<(script|pre|style|textarea)\b", start)
    if match:
        return "" if f"</{match[1]}>" in raw.lower() else f"\n</{match[1]}>"
    return "\n>" if start.startswith("<!") and ">" not in raw else ""


def task(blocker: Blocker, lines: list[str] | None = None) -> str:
    """A blocker as a task list item, with the lines of the item that its author wrote, or else as one paragraph."""
    return _item(f"* [{'x' if blocker.cleared else ' '}] ", lines or [padded(blocker.text)])


def lettered(number: int, lines: list[str]) -> str:
    """A condition as a list item with its letter."""
    return _item(f"* ({letter(number)}) ", lines)


def _item(marker: str, lines: list[str]) -> str:
    return "\n".join([marker + lines[0], *lines[1:]])
