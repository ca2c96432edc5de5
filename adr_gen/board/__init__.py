"""The revisit board: every watched record by the state of its conditions, and who waits for the same thing."""

from .entries import SAID, Entry, Line, entries, entry, grouped, lines, seen
from .forge_text import quiet
from .waiting import Group, Waiter, groups

__all__ = [
    "SAID",
    "Entry",
    "Group",
    "Line",
    "Waiter",
    "entries",
    "entry",
    "grouped",
    "groups",
    "lines",
    "quiet",
    "seen",
]
