"""A value for each name that is good as long as what it was made from is the same."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Memo(Generic[Value]):
    """One value for each name, good as long as what it was made from is the same."""

    def __init__(self, on: bool) -> None:
        self._on = on
        self._entries: dict[str, tuple[Hashable, Value]] = {}

    def get(self, name: str, source: Hashable) -> Value | None:
        """The value that was made from the same source."""
        old = self._entries.get(name)
        return old[1] if old is not None and old[0] == source else None

    def put(self, name: str, source: Hashable, value: Value) -> Value:
        """Remember a value in place of the last of this name; returns it."""
        if self._on:
            self._entries[name] = (source, value)
        return value

    def get_or_make(self, name: str, source: Hashable, make: Callable[[], Value]) -> Value:
        """The value, made now if it is not known."""
        known = self.get(name, source)
        return self.put(name, source, make()) if known is None else known
