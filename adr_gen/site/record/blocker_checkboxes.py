"""The boxes of blockers on a record's page: ticked as soon as a review says that a blocker is gone."""

import re
from collections.abc import Iterable, Iterator

from ...markdown import Block, DocumentError, fold, parse
from ...reviews.stored_review import Review, fingerprint

_EMPTY = re.compile(r"\[ \]")


def ticked(text: str, reviews: Iterable[Review]) -> str:
    """The text of a record file with the boxes ticked of the blockers that its reviews cleared."""
    gone = {condition for review in reviews for _, condition in review.cleared}
    if not gone:
        return text
    try:
        open_items = _open(parse(text).blocks)
    except DocumentError:
        return text
    # changed in the text that is rendered, never on disk: the record itself stays as it was written
    lines = text.splitlines(keepends=True)
    for item in open_items:
        blocker = fold(item.children[0].text) if item.children else ""
        if fingerprint(blocker) in gone:
            lines[item.line - 1] = _EMPTY.sub("[x]", lines[item.line - 1], count=1)
    return "".join(lines)


def _open(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """All items with an empty box."""
    for block in blocks:
        if block.checked is False:
            yield block
        yield from _open(block.children)
