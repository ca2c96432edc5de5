"""What the modules of the ecosystems share."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Declared:
    """A dependency as its manifest writes it."""

    name: str
    wanted: str = ""
    """The range of versions, empty if there is none."""
    line: int = 1


Parser = Callable[[str], Iterable[Declared]]
"""The direct dependencies in the text of a manifest; raises anything if it is damaged."""
Locked = Callable[[Declared, str], Iterable[str]]
"""The versions that a lock file has of a dependency of the manifest in a folder, relative to the lock's own."""


@dataclass(frozen=True, slots=True)
class Ecosystem:
    """The files of one ecosystem, by patterns of their names."""

    name: str
    manifests: Mapping[str, Parser]
    locks: Mapping[str, Callable[[str], Locked]] = field(default_factory=dict)
    canonical: Callable[[str], str] = str


def line_of(text: str, *patterns: str) -> int:
    """The first line on which one of the patterns stands, the first pattern that stands anywhere; else 1."""
    for pattern in patterns:
        if found := re.search(pattern, text, re.IGNORECASE | re.MULTILINE):
            return text.count("\n", 0, found.start()) + 1
    return 1


def by_name(versions: Iterable[tuple[str, str]], canonical: Callable[[str], str] = str) -> Locked:
    """A lock that lists names and versions, wherever the manifest lies."""
    known: dict[str, list[str]] = {}
    for name, version in versions:
        known.setdefault(canonical(name), []).append(version)
    return lambda declared, folder: known.get(canonical(declared.name), [])
