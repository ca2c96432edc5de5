"""From the parser's tokens to blocks."""

from typing import TYPE_CHECKING

from .document import DEEPEST, Block, DocumentError

if TYPE_CHECKING:
    from markdown_it.token import Token

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
_OPENED = {kind.replace("_open", "_close"): kind for kind in _KINDS}
"""What each token that closes a block closes."""
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
            rows=tuple(map(tuple, self.rows)),
            row_lines=tuple(self.row_lines),
            children=tuple(self.children),
        )


def tree(stream: "list[Token]", body_line: int) -> tuple[Block, ...]:
    """The blocks of a token stream, with lines counted in the whole file."""
    top: list[Block] = []
    stack: list[_Open] = []
    for token in stream:
        kind = token.type
        if token.nesting < 0:
            if stack and _OPENED.get(kind) == stack[-1].token.type:
                block = stack.pop().close()
                (stack[-1].children if stack else top).append(block)
            continue
        if token.level >= DEEPEST - 2:
            line = body_line + (stack[-1].line if stack else 0)
            raise DocumentError(line, f"blocks nest deeper than {DEEPEST} levels; flatten the text")
        if kind == "inline":
            if stack and stack[-1].token.type == "table_open":
                stack[-1].rows[-1].append(token.content)
            elif stack and not stack[-1].text:
                stack[-1].text = token.content
            continue
        first, last = token.map or (0, 0)
        line, end = first + body_line, max(first, last - 1) + body_line
        if kind in _KINDS:
            # footnotes come without lines of their own
            if token.map is None and stack:
                line, end = stack[-1].line, stack[-1].end
            stack.append(_Open(token, line, end))
        elif kind in _LEAVES:
            leaf = Block(_LEAVES[kind], line, end, token.content)
            (stack[-1].children if stack else top).append(leaf)
        elif kind == "tr_open" and stack:
            stack[-1].rows.append([])
            stack[-1].row_lines.append(line)
    return tuple(top)
