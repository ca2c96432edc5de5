"""Inline Markdown in linear time: what no person writes is shown as it stands, not taken apart."""

import re
from collections.abc import Callable, Iterator, MutableMapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # see `markdown`
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

Rule = Callable[["StateInline", bool], bool]

MOST_SIGNS = 5_000
"""Signs that may be markup in one paragraph, heading or cell; the parser compares those of one text with each other."""
MOST_IN_ALL = 100_000
"""The same in one document."""
LONGEST_ADDRESS = 2_000
"""Characters of a bare address that becomes a link; browsers take no longer ones."""

_SIGN = re.compile(r"[\\`*_~\[\]!<>&:@{}$]")
_NO_SIGN = re.compile(r"[^\n\\`*_~\[\]!<>&:@{}$]*\Z")
"""Inline content that is plain text, so that it need not be parsed."""

STOP = re.compile(r"[\n\\`*_~\[\]!<&:@$]|w(?=ww\.)")
"""Where plain text ends: a rule may begin there, or a link's words end."""


def code(text: str, longest: int | None = None) -> Iterator[tuple[int, int]]:
    """Where the code spans of a text stand, marks included; those with more than `longest` characters in them are none."""
    runs = [run.span() for run in re.finditer("`+", text)]
    following: dict[int, int] = {}
    closing = [0] * len(runs)
    for n in range(len(runs) - 1, -1, -1):
        start, end = runs[n]
        closing[n] = following.get(end - start, 0)
        following[end - start] = n
    n = 0
    while n < len(runs):
        last = closing[n]
        if last and (longest is None or runs[last][0] - runs[n][1] <= longest):
            yield runs[n][0], runs[last][1]
            n = last
        n += 1


def covered(text: str, cover: Callable[[str], str], longest: int | None = None) -> str:
    """`text` with each code span replaced by what `cover` makes of it."""
    parts, at = [], 0
    for start, end in code(text, longest):
        parts += [text[at:start], cover(text[start:end])]
        at = end
    return "".join([*parts, text[at:]])


def parse_all(state: "StateCore") -> None:
    """The parser's rule for the inline content of a document."""
    # a document of many paragraphs below the limit of each would still take minutes
    left = MOST_IN_ALL
    # a text with fewer letters than the limit has no more signs, so they need not be counted
    few = len(state.src) < left
    for token in state.tokens:
        if token.type == "inline":
            left -= 0 if few else len(_SIGN.findall(token.content))
            token.children = parse(token.content, state.md, state.env) if left >= 0 else _plain(token.content)


def parse(text: str, markdown: "MarkdownIt", env: MutableMapping[str, Any]) -> "list[Token]":
    """The tokens of inline Markdown; of text without markup, and of one with more than `MOST_SIGNS`, the text itself."""
    # most cells and list items are plain words; the parser's rules would be asked at every letter of them
    if _NO_SIGN.match(text) and "www." not in text.lower():
        return _plain(text)
    if len(text) > MOST_SIGNS and len(_SIGN.findall(text)) > MOST_SIGNS:
        return _plain(text)
    tokens: list[Token] = []
    markdown.inline.parse(text, markdown, env, tokens)
    return tokens


def _plain(text: str) -> "list[Token]":
    """Text as it stands, but for its line ends."""
    from markdown_it.token import Token

    lines = text.split("\n")
    tokens = [Token("text", "", 0, content=lines[0])]
    for line in lines[1:]:
        tokens += [Token("softbreak", "br", 0), Token("text", "", 0, content=line.lstrip())]
    return tokens


def autolinks(markdown: "MarkdownIt") -> None:
    """GitHub's bare addresses as links, by the library's rules, each asked only where an address may stand."""
    from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin

    gfm_autolink_plugin(markdown)
    for name, begins in (("www", _www), ("protocol", _protocol), ("email", _email)):
        # the library replaces a rule by its name, but tells nobody which function it was
        known = next(rule for rule in markdown.inline.ruler.__rules__ if rule.name == f"gfm_autolink_{name}")
        markdown.inline.ruler.at(known.name, _one_address(known.fn, begins))


def _one_address(rule: Rule, begins: Callable[[str, int], bool]) -> Rule:
    """A rule that sees the text up to where an address ends: it copies and searches all that it sees."""

    def ruled(state: "StateInline", silent: bool) -> bool:
        if silent or state.linkLevel or not begins(state.src, state.pos):
            return False
        last = state.posMax
        end = _END.search(state.src, state.pos, min(last, state.pos + LONGEST_ADDRESS))
        if end is None and last > state.pos + LONGEST_ADDRESS:
            return False
        # the library's rule copies the text up to here for each address it tries
        state.posMax = end.start() if end else last
        try:
            return rule(state, silent)
        finally:
            state.posMax = last

    return ruled


_END = re.compile(r"[\s\0<]")


def _www(text: str, at: int) -> bool:
    return text.startswith("www.", at)


def _protocol(text: str, at: int) -> bool:
    before = text[max(0, at - 6) : at]
    return text.startswith("://", at) if before.endswith(("http", "https")) else before.endswith(("mailto", "xmpp"))


def _email(text: str, at: int) -> bool:
    before = text[at - 1 : at]
    return before.isascii() and (before.isalnum() or before in ".+-_")
