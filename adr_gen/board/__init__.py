"""The revisit board: every watched record by the state of its conditions, and who waits for the same thing."""

from .entries import (
    EARLY,
    RESULT_TEXT,
    Entry,
    Line,
    by_state,
    entries,
    entry,
    evidence,
    lines,
    look_again,
    observation_text,
)
from .forge_escaping import without_mentions
from .shared_triggers import Group, Waiter, groups

__all__ = [
    "EARLY",
    "RESULT_TEXT",
    "Entry",
    "Group",
    "Line",
    "Waiter",
    "by_state",
    "entries",
    "entry",
    "evidence",
    "groups",
    "lines",
    "look_again",
    "observation_text",
    "without_mentions",
]
