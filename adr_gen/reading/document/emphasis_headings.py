"""Emphasis in place of a heading (markdownlint's MD036): "**Verdict**", "DECISION" or "Decision:" on a line of its own."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from ...markdown import Block
from .. import roles
from ..plain_text import plain

LEVEL = 7
"""Of such a heading: below each one of Markdown."""
_ANNOUNCING = {"verdict", "pick", "blockers", "revisit", "waits", "option", "aside", "context", "history", "procedure"}
_HEADED = ("paragraph", "table")
"""What a heading stands above; in front of a list its words are the list's label."""
_NAME = re.compile(r"(\*\*\*|\*\*|__|\*|_)(?=\S)[^*_\n]{2,60}(?<=[^\s.!?])\1[:：]?|[^\W\d_][^\n:：.!?|]{1,40}[:：]")
_CAPITALS = re.compile(r"[^\W\d_a-z][^\Wa-z ]{2,}[^\na-z]{0,30}")


def with_headings(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, where words on a line of their own that announce what stands below them are a heading."""
    followed = zip_longest(blocks, blocks[1:])
    return [replace(b, kind="heading", level=LEVEL) if after and _heads(b, after) else b for b, after in followed]


def stands_out(block: Block) -> bool:
    """Whether a paragraph is nothing but a few words that stand out as a heading would."""
    text = block.text.strip() if block.kind == "paragraph" else ""
    return bool(text and (_NAME.fullmatch(text) or _CAPITALS.fullmatch(text)))


def _heads(block: Block, after: Block) -> bool:
    return (
        after.kind in _HEADED
        and stands_out(block)
        and not roles.of(plain(block.text).rstrip(":")).isdisjoint(_ANNOUNCING)
    )
