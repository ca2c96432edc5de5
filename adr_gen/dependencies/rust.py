"""Rust: Cargo.toml and Cargo.lock."""

import re
import tomllib
from collections.abc import Iterator
from typing import Any

from .manifest import Declared, Ecosystem, Locked, by_name, line_of

FIELDS = ("dependencies", "dev-dependencies", "build-dependencies")


def canonical(name: str) -> str:
    """The name with the hyphens that underscores count as."""
    return name.replace("_", "-").lower()


def cargo_toml(text: str) -> Iterator[Declared]:
    """The dependencies in `Cargo.toml`, those for one platform and those of a workspace, too."""
    table = tomllib.loads(text)
    tables = [table, table.get("workspace", {}), *table.get("target", {}).values()]
    for entries in (place.get(field, {}) for place in tables for field in FIELDS):
        for name, said in entries.items():
            row: dict[str, Any] = {"version": said} if isinstance(said, str) else said
            own = re.escape(name)
            line = line_of(text, rf"^\s*\"?{own}\"?\s*[=.]", rf"^\[.*\.\"?{own}\"?\]")
            yield Declared(row.get("package", name), row.get("version", ""), line)


def cargo_lock(text: str) -> Locked:
    """The versions in `Cargo.lock`."""
    return by_name(((row["name"], row["version"]) for row in tomllib.loads(text).get("package", [])), canonical)


ECOSYSTEM = Ecosystem("cargo", {"Cargo.toml": cargo_toml}, {"Cargo.lock": cargo_lock}, canonical)
