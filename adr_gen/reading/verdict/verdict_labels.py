"""What a heading or label announces of the verdict, and whether it speaks of the whole document."""

import re

from ...markdown import Block, fold
from .. import roles
from ..document.statements import Statement
from ..patterns.language_matchers import find_slot, whole
from ..plain_text import plain

LABELS = ("verdict", "pick")
"""The roles of headings and labels that announce the verdict."""
_ARROW = re.compile(r"[*_]{0,3}\w[\w ]{2,20}(?:\s[–—-]\s|\s?→)")
_HEAD = re.compile(r"\s*[:：]\s*|\s+[—–-]\s+|\s*(?=[(（])|\s*→\s*")


def is_label(name: str) -> bool:
    """Whether a heading or label announces the verdict."""
    return not roles.of(name).isdisjoint(LABELS)


def is_weak(name: str) -> bool:
    """Whether a heading or label only sums up, as "Conclusion" does; "Conclusion and recommendation" says what to do."""
    return bool(find_slot("verdict-weak", name)) and not find_slot("verdict-sure", name)


def heading_words(text: str) -> tuple[str, str] | None:
    """The verdict label a heading begins with, and the words after it."""
    text = fold(text[:400]).rstrip(" :：")
    marks = [m for m in _HEAD.finditer(text) if m.end() < len(text) and is_label(text[: m.start()])]
    if not marks:
        return None
    mark = marks[-1] if "(" in text[: marks[-1].start()] else marks[0]
    return fold(text[: mark.start()]), text[mark.end() :].strip()


def arrowed(place: Statement) -> tuple[str, str] | None:
    """The label of a line such as "Decision → the queue", and what stands behind it."""
    text = place.block.text
    part = heading_words(text) if place.top and "\n" not in text and _ARROW.match(text) else None
    return part if part and whole("verdict-sure", part[0]) else None


def is_summary(heading: str) -> bool:
    """Whether a heading opens a summary of the whole document."""
    return roles.has(heading, "context") and bool(find_slot("summary", heading))


def speaks_of_whole(headings: tuple[Block, ...]) -> bool:
    """Whether headings leave no doubt that what stands under them speaks of the whole document."""
    return all(h.level == 1 or of_the_whole(h.text) for h in headings) or is_label(headings[-1].text)


def of_the_whole(heading: str) -> bool:
    """Whether a section speaks of the whole document: it announces or says the verdict, sums up, or was added later."""
    if is_label(heading) or heading_words(heading) is not None:
        return True
    return roles.has(heading, "update") or is_summary(heading) or whole("of-the-whole", plain(heading))
