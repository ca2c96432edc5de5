"""The author's blocks as they stand in the research file, with their links rewritten for the record's folder."""

import re
from collections.abc import Callable
from functools import cached_property

from .. import links
from ..markdown import Block, Document
from ..reading import Reading
from . import section_mapping
from .joined_blocks import closing
from .section_mapping import TITLES

# in CommonMark five blanks behind a marker are one, and indented code
_MARKER = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])(?:[ \t]{1,4}|$)")
_BLANK = " \t\n"
"""What no Markdown parser sees at the end of a line; a form feed is a sign like any other."""
_BOX = re.compile(r"^\[[ xX]\]\s+")


class Original:
    """A research file as source text; `change` says what becomes of a local link target."""

    def __init__(self, document: Document, reading: Reading, change: Callable[[str], str | None]) -> None:
        self.document, self.reading, self.change = document, reading, change
        self.lines = document.lines
        self.code = links.code_lines(document)
        self.index = {block.place: n for n, block in enumerate(document.blocks)}

    def pieces(self, block: Block) -> list[str]:
        """The source of a top-level block up to the next one; definitions before the first one stand apart."""
        before = self.lines[self.document.body_line - 1 : block.line - 1] if self.index[block.place] == 0 else []
        leading = self.relinked("\n".join(before).strip("\n"))
        return [leading, self._raw(block)] if leading.strip(_BLANK) else [self._raw(block)]

    def _raw(self, block: Block) -> str:
        """The source of a top-level block and of definitions after it, links rewritten, nothing left open."""
        start, end = self._span(block)
        raw = "\n".join(self.lines[start:end]).strip("\n")
        raw = links.rewrite(raw, self._target, lambda n: start + n + 1 in self.code)
        own = "\n".join(self.lines[block.line - 1 : block.end]).rstrip(_BLANK)
        return raw.rstrip(_BLANK) + ("" if self._following(block) else closing(block, own))

    def _span(self, block: Block) -> tuple[int, int]:
        """0-based lines of a block, with the blank lines and definitions up to the next."""
        following = self._following(block)
        return block.line - 1, following.line - 1 if following else len(self.lines)

    def _following(self, block: Block) -> Block | None:
        number = self.index[block.place] + 1
        return self.document.blocks[number] if number < len(self.document.blocks) else None

    def tail(self, heading: Block) -> list[str]:
        """Definitions that stand between a heading and the next block."""
        _, end = self._span(heading)
        before = self.lines[self.document.body_line - 1 : heading.line - 1] if self.index[heading.place] == 0 else []
        raw = "\n".join([*before, *self.lines[heading.end : end]]).strip("\n")
        return [self.relinked(raw)] if raw.strip(_BLANK) else []

    def relinked(self, text: str) -> str:
        """A line of the document with its links rewritten."""
        return links.rewrite(text, self._target, lambda n: False)

    def _target(self, target: str) -> str | None:
        return self.anchors.get(target) if target.startswith("#") else self.change(target)

    @cached_property
    def anchors(self) -> dict[str, str]:
        """New anchors, needed only where the document links to itself."""
        return anchors(self.document, self.reading)

    @cached_property
    def last(self) -> dict[int, Block]:
        """The top-level list of each item that is the last one of its own, by the `id()` of the item."""
        return {id(b.children[-1]): b for b in self.document.blocks if b.kind == "list" and b.children}

    def item(self, item: Block) -> list[str]:
        """A list item's source without its marker and task box, each further line indented for a marker of two signs."""
        whole = self.last.get(id(item))
        end = self._span(whole)[1] if whole else item.end
        lines = self.lines[item.line - 1 : end]
        marker = _MARKER.match(lines[0])
        width = marker.end() if marker else 0
        inside = [not line[:width].strip(" \t") for line in lines[1:]]
        bare = [line[width:] if within else line.lstrip(" \t") for line, within in zip(lines[1:], inside, strict=True)]
        # the list is written anew with other markers, so the old indent would make code of it
        raw = "\n".join([_BOX.sub("", lines[0][width:]), *bare]).rstrip(_BLANK)
        first, *rest = links.rewrite(raw, self._target, lambda n: item.line + n in self.code).split("\n")
        triples = zip(rest, lines[1:], inside, strict=False)
        return [first, *(f"{_indent(line, within)}{new}" if new.strip(_BLANK) else "" for new, line, within in triples)]


def _indent(line: str, inside: bool) -> str:
    """What a further line of a list item begins with; one that only goes on with a paragraph begins no block in its new place."""
    if inside:
        return "  "
    return " " * 6 if line.startswith(("    ", "\t")) else ""


def anchors(document: Document, reading: Reading) -> dict[str, str]:
    """New anchors of the document's headings whose words the record's own headings replace, each with its `#`."""
    headings = [b for b in document.blocks if b.kind == "heading"]
    old = {b.line: slug for b, slug in zip(headings, links.heading_slugs(headings), strict=True)}
    changed = {}
    for key, parts in section_mapping.arrange(document, reading).items():
        first = parts[0].heading if parts and parts[0].bare else None
        if first is not None:
            changed[f"#{old[first.line]}"] = f"#{links.slug(TITLES[key])}"
    for move in reading.moves:
        if move.lead is not None and move.lead.kind == "heading":
            changed[f"#{old[move.lead.line]}"] = f"#{links.slug(TITLES[move.section])}"
    return changed
