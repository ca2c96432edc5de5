"""Who decided, and who is asked about it later, as front matter and the lines of a header name them."""

import re

from ...frontmatter import DECISION_MAKERS, OWNERS, FrontMatter
from ...markdown import fold
from .. import roles
from ..patterns.language_matchers import whole
from . import translated_keys
from .header_fields import Lines


def decision_makers(front: FrontMatter, header: Lines) -> tuple[str, ...]:
    """Who decided, or else answers for it."""
    named = front.items(*DECISION_MAKERS) or translated_keys.items(front, "people")
    if makers := named or translated_keys.items(front, "owners"):
        return makers
    lines = {name: text for name, (_, text) in header.items() if roles.has(name, "people") or whole("owners", name)}
    decided = (text for name, text in lines.items() if not whole("owners", name))
    return _names(next(decided, next(iter(lines.values()), "")))


def owners(front: FrontMatter, header: Lines, makers: tuple[str, ...]) -> tuple[str, ...]:
    """Who answers for a decision, where that is somebody else than its `makers`."""
    line = next((text for name, (_, text) in header.items() if whole("owners", name)), "")
    named = front.items(*OWNERS) or translated_keys.items(front, "owners") or _names(line)
    return () if named == makers else named


def _names(text: str) -> tuple[str, ...]:
    """The people of a header's line."""
    names = re.sub(r"!?\[([^\]]{0,200})\]\([^)\s]{0,300}\)", r"\1", text)
    parts = (fold(part).strip("*_ ") for part in re.split(r",|;|、|，|\s&\s", names))
    return tuple(part for part in parts if part)
