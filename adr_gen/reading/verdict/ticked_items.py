"""Which items of a list are ticked, in task lists and where people write the boxes themselves: "( ) Adopt", "(x) Reject"."""

import re

from ...markdown import Block
from ..document.statements import text_of

_BOX = re.compile(r"(?:[(（\[](?P<mark>[xX✓✔•]?)[ \u3000]?[)）\]]|(?P<sign>[☐⬜☑☒✅✔❌✗✘])\ufe0f?)\s*(?=[^\W_])")
_TICKED = "☑☒✅✔"


def choices(items: tuple[Block, ...]) -> list[tuple[str, bool | None]]:
    """The words of each item and whether it is ticked; None for those of a list without boxes."""
    texts = [text_of(item) for item in items]
    if any(item.checked is not None for item in items):
        return [(text, item.checked) for text, item in zip(texts, items, strict=True)]
    boxes = [_BOX.match(text) for text in texts]
    drawn = [(box.string[box.end() :], bool(box["mark"]) or (box["sign"] or " ") in _TICKED) for box in boxes if box]
    if len(drawn) < max(2, len(texts)) or not any(ticked for _, ticked in drawn):
        return [(text, None) for text in texts]
    return list(drawn)
