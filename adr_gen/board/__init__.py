"""The revisit board: every watched record by the state of its conditions, and who waits for the same thing."""

from .entries import (
    ALL_OF,
    RESULT_TEXT,
    BoardEntry,
    WatchedCondition,
    by_state,
    entries,
    entry,
    evidence,
    look_again,
    observation_text,
    pressing_word,
    since_word,
    watched_conditions,
)
from .forge_escaping import without_mentions
from .shared_triggers import SharedTrigger, Waiter, groups

__all__ = [
    "ALL_OF",
    "RESULT_TEXT",
    "BoardEntry",
    "SharedTrigger",
    "Waiter",
    "WatchedCondition",
    "by_state",
    "entries",
    "entry",
    "evidence",
    "groups",
    "look_again",
    "observation_text",
    "pressing_word",
    "since_word",
    "watched_conditions",
    "without_mentions",
]
