"""What is written from right to left, in pages that are written from left to right."""

import re

_LETTER = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_BLOCK = re.compile(r"(?<!<li>)<(?:p|li|h[1-6]|t[dh])(?=[ >])(?![^>]*\sdir=)")
"""What lays itself out; the first paragraph of an item goes with its item, whose mark stands at the same side."""


def directed(html: str) -> str:
    """HTML that is still to be sanitised, each of its blocks in the direction of its own first letter."""
    return _BLOCK.sub(r'\g<0> dir="auto"', html) if _right_to_left(html) else html


def isolated(html: str) -> str:
    """Inline HTML that leaves the direction of the words around it alone."""
    return f"<bdi>{html}</bdi>" if _right_to_left(html) else html


def begins_right_to_left(text: str) -> bool:
    """Whether the first letter of plain text is one that is written from right to left."""
    first = next((sign for sign in text if sign.isalpha()), "")
    return bool(_LETTER.match(first))


def _right_to_left(html: str) -> bool:
    return not html.isascii() and bool(_LETTER.search(html))
