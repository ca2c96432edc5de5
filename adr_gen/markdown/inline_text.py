"""Inline Markdown: its tokens, where its links lead, and what it says without markup."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from .commonmark_parser import parser

if TYPE_CHECKING:
    from markdown_it.token import Token


def inline(text: str, references: dict[str, dict[str, Any]] | None = None) -> "list[Token]":
    """The inline tokens of a piece of Markdown, links resolved with `references`."""
    from .. import linear_inline

    return linear_inline.parse(text, parser(), {"references": references or {}})


def targets(text: str) -> set[str]:
    """Where the links and images of a piece of Markdown lead, as the parser writes addresses."""
    addresses = {str(token.attrs.get("href" if token.type == "link_open" else "src", "")) for token in inline(text)}
    return addresses - {""}


def target(address: str) -> str:
    """A link's target as the parser writes addresses."""
    from markdown_it.common.utils import unescapeAll

    return parser().normalizeLink(unescapeAll(address))


def plain_text(tokens: "Iterable[Token]", tag: Callable[[str], str] = lambda raw: "") -> str:
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
