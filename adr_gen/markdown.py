"""The one CommonMark parser: a document as blocks with lines, for reading, and as HTML tokens, for the site.

Markdown is CommonMark with GitHub's additions (tables, strikethrough with two tildes, task lists, alerts,
footnotes, bare URLs as links). Reading needs the block structure only, so inline Markdown is parsed when
HTML is asked for.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from . import frontmatter
from .frontmatter import FrontMatter, FrontMatterError

if TYPE_CHECKING:  # the parser is loaded with the first text: many runs parse none
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

DEEPEST = 60
"""Containers inside containers that are followed; deeper ones are a problem."""
MOST_MARKS = 40_000
"""Lines, brackets and table cells of one document; beyond it a file is no text that people wrote, and parsing takes seconds."""


class DocumentError(Exception):
    """A text that cannot be taken apart; `line` is 1-based, `str()` says why and what to do."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


class ConflictError(DocumentError):
    """A text that git could not merge, with both versions and the marks between them in it."""

    def __init__(self, line: int) -> None:
        super().__init__(
            line, "a merge conflict; keep one of the versions, and remove the lines of `<<<<<<<` to `>>>>>>>`"
        )


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


_CONFLICT = re.compile(r"^(?:<{7,}|>{7,}) \S", re.M)
"""A mark of a merge; the line of `=======` between two of them may also underline a heading."""


@cache
def parser(formulas: bool = False) -> "MarkdownIt":
    """The configured parser; everything that parses Markdown uses this one, with dollars as `formulas` only to show them."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    from . import linear_inline

    options = {"html": True, "linkify": False, "tasklists": True, "alerts": True, "maxNesting": DEEPEST}
    markdown = MarkdownIt("gfm-like", options)
    markdown.core.ruler.at("inline", linear_inline.parse_all)
    markdown.use(footnote_plugin, inline=False).use(linear_inline.autolinks)
    if formulas:
        from mdit_py_plugins.dollarmath import dollarmath_plugin

        markdown.use(dollarmath_plugin, allow_labels=False, allow_space=False, allow_digits=False, double_inline=True)
    return markdown


def fold(text: str) -> str:
    """`text` with white space folded."""
    line = text.replace("\n", " ")
    if line.isprintable() and "  " not in line and line[:1] != " " and line[-1:] != " ":
        return line  # as nearly all is; four times as fast
    return " ".join(text.split())


def normal(text: str) -> str:
    """`text` with line ends `\\n` and without a byte order mark."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def parse(text: str, *, html: bool = False) -> Document:
    """The document in `text`, ready for `tokens` when `html` is to be made of it; raises `DocumentError`."""
    text = normal(text)
    marks = [text.count("\n", 0, found.start()) + 1 for found in _CONFLICT.finditer(text)]
    try:
        front, offset = frontmatter.split(text)
    except FrontMatterError as error:
        raise (ConflictError(marks[0]) if marks else DocumentError(error.line, str(error))) from None
    document = _document(text, front, offset, html)
    if line := next((line for line in marks if not _in_code(document.blocks, line)), 0):
        raise ConflictError(line)
    return document


def _in_code(blocks: Iterable[Block], line: int) -> bool:
    """Whether a line is shown as code: that is how people write about conflicts."""
    around = [block for block in blocks if block.line <= line <= block.end]
    return any(block.kind == "code" or _in_code(block.children, line) for block in around)


def parse_body(text: str, *, html: bool = False) -> Document:
    """The document in `text` when its first lines cannot be read as front matter: they are skipped, values are lost."""
    text = normal(text)
    closing = frontmatter.CLOSE.search(text, 4) if text.startswith("---") else None
    return _document(text, FrontMatter(), closing.end() if closing else 0, html)


def _document(text: str, front: FrontMatter, offset: int, html: bool) -> Document:
    from markdown_it.rules_core import StateCore

    body_line = text.count("\n", 0, offset) + 1
    body = text[offset:]
    marks = sum(body.count(sign) for sign in "\n[|<")
    if marks > MOST_MARKS:
        message = (
            f"{marks} lines, brackets, tags and table cells; at most {MOST_MARKS} are allowed in one file; split it"
        )
        raise DocumentError(body_line, message)
    state = _phase(StateCore(body, parser(), {}), block=True)
    references: dict[str, dict[str, Any]] = state.env.get("references", {})
    made = (*references.values(), *state.env.get("duplicate_refs", ()))
    definitions = tuple(sorted(body_line + one["map"][0] for one in made))
    blocks = _tree(state.tokens, body_line)
    return Document(text, front, blocks, body_line, references, definitions, state if html else None)


def _phase(state: "StateCore", block: bool) -> "StateCore":
    """Run the block phase of the parser's core rules, or all that follows it."""
    for rule in state.md.core.ruler.__rules__:
        if rule.enabled and (rule.name in ("normalize", "block")) == block:
            rule.fn(state)
    return state


def tokens(document: Document, *, formulas: bool = False) -> "list[Token]":
    """The tokens of a document parsed for HTML, with inline content parsed; to be asked for once."""
    assert document.state is not None, "parsed without html=True, or asked for its tokens twice"
    state = document.state
    object.__setattr__(document, "state", None)
    state.md = parser(formulas)
    return _phase(state, block=False).tokens


def inline(text: str, references: dict[str, dict[str, Any]] | None = None) -> "list[Token]":
    """The inline tokens of a piece of Markdown, links resolved with `references`."""
    from . import linear_inline

    return linear_inline.parse(text, parser(), {"references": references or {}})


def targets(text: str) -> set[str]:
    """Where the links and images of a piece of Markdown lead, as the parser writes addresses."""
    found = {str(token.attrs.get("href" if token.type == "link_open" else "src", "")) for token in inline(text)}
    return found - {""}


def target(written: str) -> str:
    """A link's target as the parser writes addresses."""
    from markdown_it.common.utils import unescapeAll

    return parser().normalizeLink(unescapeAll(written))


def plain_text(tokens: "Iterable[Token]", tag: Callable[[str], str] = lambda written: "") -> str:
    """The words of inline tokens without any markup; `tag` says what a raw HTML tag adds."""
    parts = []
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif token.type == "html_inline":
            parts.append(tag(token.content))
        elif token.type == "image":
            parts.append(plain_text(token.children or (), tag))
        elif token.type in ("text", "text_special", "code_inline", "math_inline", "math_inline_double"):
            parts.append(token.content)
    return "".join(parts)


_KINDS = {
    "heading_open": "heading",
    "paragraph_open": "paragraph",
    "bullet_list_open": "list",
    "ordered_list_open": "list",
    "list_item_open": "item",
    "blockquote_open": "quote",
    "alert_open": "quote",
    "table_open": "table",
    "footnote_reference_open": "footnote",
}
_LEAVES = {"fence": "code", "code_block": "code", "html_block": "html", "hr": "rule"}


class _Open:
    """A block that is being built."""

    def __init__(self, token: "Token", line: int, end: int) -> None:
        self.token, self.line, self.end = token, line, end
        self.children: list[Block] = []
        self.rows: list[list[str]] = []
        self.row_lines: list[int] = []
        self.text = ""

    def close(self) -> Block:
        token = self.token
        return Block(
            kind=_KINDS[token.type],
            line=self.line,
            end=self.end,
            text=self.text,
            level=int(token.tag[1]) if token.type == "heading_open" else 0,
            ordered=token.type == "ordered_list_open",
            checked=token.meta.get("checked"),
            rows=tuple(tuple(row) for row in self.rows),
            row_lines=tuple(self.row_lines),
            children=tuple(self.children),
        )


def _tree(stream: "list[Token]", body_line: int) -> tuple[Block, ...]:
    """The blocks of a token stream, with lines counted in the whole file."""
    top: list[Block] = []
    stack: list[_Open] = []
    for token in stream:
        if token.level >= DEEPEST - 2:
            line = body_line + (stack[-1].line if stack else 0)
            raise DocumentError(line, f"blocks nest deeper than {DEEPEST} levels; flatten the text")
        first, last = token.map or (0, 0)
        line, end = first + body_line, max(first, last - 1) + body_line
        if token.type in _KINDS:
            if token.map is None and stack:
                line, end = stack[-1].line, stack[-1].end
            stack.append(_Open(token, line, end))
        elif token.type in _LEAVES:
            leaf = Block(_LEAVES[token.type], line, end, token.content)
            (stack[-1].children if stack else top).append(leaf)
        elif token.type == "tr_open" and stack:
            stack[-1].rows.append([])
            stack[-1].row_lines.append(line)
        elif token.type == "inline" and stack:
            if stack[-1].token.type == "table_open":
                stack[-1].rows[-1].append(token.content)
            elif not stack[-1].text:
                stack[-1].text = token.content
        elif token.type.endswith("_close") and stack and token.type.replace("_close", "_open") == stack[-1].token.type:
            block = stack.pop().close()
            (stack[-1].children if stack else top).append(block)
    return tuple(top)
