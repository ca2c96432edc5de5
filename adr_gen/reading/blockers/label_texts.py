"""The blockers in the words behind a label: between semicolons, in a list of a few words, or in sentences."""

import re

from ..patterns.language_matchers import finder, leading
from ..plain_text import sentences
from .resolved import is_gone

BRIEF = 4
"""Words of a thing that stands beside others in one line."""


def listed(text: str) -> list[str]:
    """What stands behind a label: each thing between semicolons, or of a list of a few words, "no owner, no budget", else the whole."""
    if len(several := between_semicolons(text)) > 1:
        return several
    parts = [part for part in finder("and").sub(",", text).strip(" .").split(",") if part.strip()]
    brief = len(parts) > 1 and "," in text and all(len(part.split()) <= BRIEF for part in parts)
    return [part.strip() for part in parts] if brief else _without_remarks(text)


def _without_remarks(text: str) -> list[str]:
    """The blockers that a label names in sentences: what only tells more of the one before stays out."""
    first, *others = sentences(text) or [text]
    told = [one for one in others if leading("pronouns|which-it", one) or is_gone(one)]
    alone = [text] if is_gone(text) or len(told) < len(others) else [first]
    return [one.rstrip(".") if len(one.split()) <= BRIEF else one for one in alone]


def between_semicolons(text: str) -> list[str]:
    """The things that semicolons outside of brackets and code separate."""
    hidden = re.sub(r"[(（`][^()（）`]*[)）`]", lambda inside: "_" * len(inside[0]), text)
    cuts = [mark.span() for mark in re.finditer(r"\s*[;；]\s*", hidden)]
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)]
    return [part for start, end in zip(starts, ends, strict=True) if (part := text[start:end].strip(" ."))]
