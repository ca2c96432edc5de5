"""From a text to its document, and from that to the tokens of its HTML."""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from .. import frontmatter
from ..frontmatter import FrontMatter, FrontMatterError
from .block_tree import tree
from .commonmark_parser import parser
from .document import Block, ConflictError, Document, DocumentError
from .whitespace import normal

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

MOST_MARKS = 40_000
"""Lines, brackets and table cells of one document; beyond it a file is no text that people wrote, and parsing takes seconds."""
_CONFLICT = re.compile(
    r"^(?:[ \t>*+-]*(?:<{7,} \S|<{7}[ \t]*$)|[ \t]*(?:>[ \t]+)*(?:>{7,} (?P<end>\S)|>{7}(?P<bare_end>[ \t]*)$))", re.M
)
"""A mark of a merge, with or without a name, indented or quoted; `=======` between two of them may also underline a heading."""


_FENCE = re.compile(r" {0,3}(?:`{3,}|~{3,})[ \t]*(?P<language>[\w+#.-]+)")
_SHOWS = (
    *("text", "txt", "plain", "plaintext", "none", "output", "log", "md", "markdown", "console", "sh", "bash", "shell"),
    *("zsh", "shell-session", "session", "diff", "patch", "udiff", "git", "conflict"),
)
"""Languages of fences in which people show what git writes."""


def parse(text: str, *, html: bool = False) -> Document:
    """The document in `text`, ready for `tokens` when `html` is to be made of it; raises `DocumentError`."""
    text = normal(text)
    marks = {text.count("\n", 0, match.start()) + 1: bool(match.lastgroup) for match in _CONFLICT.finditer(text)}
    try:
        front, offset = frontmatter.split(text)
    except FrontMatterError as error:
        # a mark inside front matter is no YAML, so that would be the only thing said
        raise (ConflictError(min(marks)) if marks else DocumentError(error.line, str(error))) from None
    document = _document(text, front, offset, html)
    if line := _in_conflict(document, marks):
        code = _code_around(document.blocks, line)
        raise ConflictError(line, in_code=code is not None and _as_code_of_a_language(document, line, *code))
    return document


def check(text: str) -> None:
    """Raise the `DocumentError` that parsing the text would; only what looks like a merge conflict is parsed for that."""
    text = normal(text)
    if _CONFLICT.search(text):
        parse(text)
        return
    try:
        _, offset = frontmatter.split(text)
    except FrontMatterError as error:
        raise DocumentError(error.line, str(error)) from None
    _bounded(text, offset)


def _in_conflict(document: Document, marks: dict[int, bool]) -> int:
    """The first line with the mark of a merge that is not shown as code; 0 if there is none.

    People who write about conflicts show them in one block, and not as code of a language; one that cuts through a block
    is in several. What is indented in front matter is a value. `marks`: of each line, whether the mark ends a conflict.
    """
    values = {number for number in marks if number < document.body_line and document.lines[number - 1][:1] not in "<>"}
    shown = {line: _code_around(document.blocks, line) for line in marks if line not in values}
    shown |= dict.fromkeys(
        line for line, code in shown.items() if code and _as_code_of_a_language(document, line, *code)
    )
    ends = {line: shown[after] for line, after in pairwise(shown) if marks[after] and not marks[line]}
    return next((line for line, code in shown.items() if code is None or ends.get(line, code) != code), 0)


def _as_code_of_a_language(document: Document, line: int, start: int, end: int) -> bool:
    """Whether git may have written a line into a fence of code: it indents nothing, and a language has no such lines."""
    fence = _FENCE.match(document.lines[start - 1])
    return bool(fence and document.lines[line - 1][:1] in "<>" and fence["language"].lower() not in _SHOWS)


def _code_around(blocks: Iterable[Block], line: int) -> tuple[int, int] | None:
    """The lines of the code block in which a line is shown."""
    around = [block for block in blocks if block.line <= line <= block.end]
    here = next(((block.line, block.end) for block in around if block.kind == "code"), None)
    return here or next(filter(None, (_code_around(block.children, line) for block in around)), None)


def parse_body(text: str, *, html: bool = False) -> Document:
    """The document in `text` when its first lines cannot be read as front matter: they are skipped, values are lost."""
    text = normal(text)
    return _document(text, FrontMatter(), frontmatter.end(text), html)


def _document(text: str, front: FrontMatter, offset: int, html: bool) -> Document:
    from markdown_it.rules_core import StateCore

    body, body_line = _bounded(text, offset)
    # without a line end at its own end the library looks behind the text for the rest of raw HTML in a list in a quote
    state = _phase(StateCore(body if body.endswith("\n") else f"{body}\n", parser(), {}), block=True)
    references: dict[str, dict[str, Any]] = state.env.get("references", {})
    made = (*references.values(), *state.env.get("duplicate_refs", ()))
    definitions = tuple(sorted(body_line + one["map"][0] for one in made))
    blocks = tree(state.tokens, body_line)
    return Document(text, front, blocks, body_line, references, definitions, state if html else None)


def _bounded(text: str, offset: int) -> tuple[str, int]:
    """What stands behind the front matter, and its line; raises `DocumentError` for more marks than people write."""
    body, body_line = text[offset:], text.count("\n", 0, offset) + 1
    marks = sum(body.count(sign) for sign in "\n[|<")
    if marks > MOST_MARKS:
        message = (
            f"{marks} lines, brackets, tags and table cells; at most {MOST_MARKS} are allowed in one file; split it"
        )
        raise DocumentError(body_line, message)
    return body, body_line


def _phase(state: "StateCore", block: bool) -> "StateCore":
    """Run the block phase of the parser's core rules, or all that follows it."""
    # the library runs all rules or none, and tells the names of those that are on without their functions
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
