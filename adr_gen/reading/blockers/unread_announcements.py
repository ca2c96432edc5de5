"""Sections whose heading announces blockers or conditions, and under which nothing was read: never passed over in silence."""

from collections.abc import Iterator

from ...markdown import fold
from .. import roles
from ..conditions.frontmatter_conditions import is_nothing
from ..document.statements import Statement, text_of
from ..plain_text import plain
from ..result_types import Finding, Note
from .announced_blockers import is_none

_ASKED = {
    "blockers": "a list, a table or a sentence that says what stands in the way, or 'None'",
    "revisit": "a list of conditions, a sentence such as 'when a customer asks', or 'Never'",
}
"""What would be understood under a heading of a role."""


def unread(places: list[Statement], notes: list[Note]) -> Iterator[Finding]:
    """A finding for each such section that has words."""
    noted = {note.line for note in notes if note.field in ("blocker", "trigger", "review_by")}
    headings = [p for p in places if p.block.kind == "heading"]
    for number, place in enumerate(headings):
        named = roles.of(place.block.text)
        role = next((r for r in _ASKED if r in named), None)
        if role is None or "plan" in named or place.block.level == 1 or place.of_option or place.is_history:
            continue
        end = next((h.line for h in headings[number + 1 :] if h.block.level <= place.block.level), None)
        inside = [p for p in places if p.line > place.line and (end is None or p.line < end)]
        speaking = [p for p in inside if p.block.kind != "heading" and not _says_none(p)]
        if speaking and not any(place.line <= line and (end is None or line < end) for line in noted):
            message = f"nothing was understood under {plain(place.block.text)[:60]!r}; write {_ASKED[role]}"
            yield Finding(place.line, "ADR107", message)


def _says_none(place: Statement) -> bool:
    """Whether a statement says that there is nothing, or is a template's blank."""
    if place.block.kind == "list":
        texts = [text_of(item) for item in place.block.children]
    elif place.block.kind == "table":
        texts = [cell for row in place.block.rows[1:] for cell in row]
    else:
        texts = [fold(place.block.text)]
    return all(is_none(text) or is_nothing(text) for text in texts)
