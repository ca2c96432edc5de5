"""The revisit board: every watched record by the state of its conditions, and who waits for the same thing."""

from .entries import Entry, Line, entries, grouped, seen
from .quiet import quiet
from .waiting import Group, Waiter, groups

__all__ = ["Entry", "Group", "Line", "Waiter", "entries", "grouped", "groups", "quiet", "seen"]
