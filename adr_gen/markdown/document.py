"""A document as blocks with lines."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ..frontmatter import FrontMatter

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore

DEEPEST = 60
"""Containers inside containers that are followed; deeper ones are a problem."""


class DocumentError(Exception):
    """A text that cannot be taken apart; `line` is 1-based, `str()` says why and what to do."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


class ConflictError(DocumentError):
    """A text that git could not merge, with both versions and the marks between them in it."""

    def __init__(self, line: int, *, in_code: bool = False) -> None:
        message = "a merge conflict; keep one version, and remove the other and the lines with `<<<<<<<`, `=======` and `>>>>>>>`"
        super().__init__(line, f"{message}, or show it in a fence of `text`" if in_code else message)


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a document; containers hold blocks in `children`."""

    kind: str
    """heading, paragraph, list, item, quote, table, code, html, rule or footnote."""
    line: int
    """1-based first line in the file."""
    end: int
    """1-based last line in the file (lists and items: without trailing blank lines is not promised)."""
    text: str = ""
    """Inline Markdown as written (headings, paragraphs), code, or HTML; container prefixes are gone."""
    level: int = 0
    """Of a heading, 1 to 6."""
    ordered: bool = False
    """Whether a list is numbered."""
    checked: bool | None = None
    """Of a task list item; None for other items."""
    rows: tuple[tuple[str, ...], ...] = ()
    """Cells of a table as inline Markdown, the header row first."""
    row_lines: tuple[int, ...] = ()
    """1-based line of each row."""
    children: tuple["Block", ...] = ()

    @property
    def place(self) -> tuple[int, str]:
        """Tells a top-level block from all others of its document, also where reading has changed a copy of it."""
        return self.line, self.kind


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed Markdown file."""

    text: str
    """The whole file, line ends `\\n`, no BOM."""
    front: FrontMatter
    blocks: tuple[Block, ...]
    """Top-level blocks of the body, in order."""
    body_line: int
    """1-based line on which the body starts."""
    references: dict[str, dict[str, Any]] = field(default_factory=dict, compare=False, repr=False)
    """Link reference definitions by label: `href`, `title`, `map` (0-based lines of the body)."""
    definitions: tuple[int, ...] = field(default=(), compare=False, repr=False)
    """1-based line in the file on which each link reference definition begins, those that repeat a label too."""
    state: "StateCore | None" = field(default=None, compare=False, repr=False)
    """The parser's state after its block phase, kept only where HTML is to be made: it is most of the memory."""

    @property
    def lines(self) -> list[str]:
        """The lines of the whole file; `lines[block.line - 1]` is the first of a block."""
        return self.text.split("\n")
