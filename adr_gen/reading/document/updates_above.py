"""The updates of a document in which a line stands: sections and labelled paragraphs that were added later."""

from .. import roles
from .statements import Statement


def updates_above(places: list[Statement], line: int) -> list[tuple[int, str]]:
    """Line and name of each update in which a line stands, or that it is the heading of, the nearest first."""
    inside = next((place for place in reversed(places) if place.line <= line), None)
    if inside is None:
        return []
    names = [(heading.line, heading.text) for heading in inside.headings]
    names += [(inside.line, inside.label[0])] if inside.label else []
    names += [(inside.line, inside.block.text)] if inside.block.kind == "heading" and inside.line == line else []
    return [(at, name) for at, name in reversed(names) if roles.has(name, "update")]
