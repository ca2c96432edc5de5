"""Rust: Cargo.toml and Cargo.lock."""

import tomllib
from collections.abc import Iterator
from typing import Any

from .ecosystem import Declared, Ecosystem, Locked, by_name, lines

FIELDS = ("dependencies", "dev-dependencies", "build-dependencies")
LINE = r'^[ \t]*"?([\w-]+)"?\s*[=.]|^\[[^\n]*\."?([\w-]+)"?\]'
"""A key, or the last part of a table's name."""


def canonical(name: str) -> str:
    """The name with the hyphens that underscores count as."""
    return name.replace("_", "-").lower()


def cargo_toml(text: str) -> Iterator[Declared]:
    """The dependencies in `Cargo.toml`, those for one platform and those of a workspace, too."""
    table, line = tomllib.loads(text), lines(text, LINE)
    tables = [table, table.get("workspace", {}), *table.get("target", {}).values()]
    for entries in (place.get(field, {}) for place in tables for field in FIELDS):
        for name, entry in entries.items():
            row: dict[str, Any] = {"version": entry} if isinstance(entry, str) else entry
            # a renamed crate: `package` is its name, the key what the code calls it
            yield Declared(row.get("package", name), row.get("version", ""), line(name))


def cargo_lock(text: str) -> Locked:
    """The versions in `Cargo.lock`."""
    return by_name(((row["name"], row["version"]) for row in tomllib.loads(text).get("package", [])), canonical)


ECOSYSTEM = Ecosystem("cargo", {"Cargo.toml": cargo_toml}, {"Cargo.lock": cargo_lock}, canonical)
