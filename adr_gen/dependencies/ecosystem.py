"""What the modules of the ecosystems share."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Declared:
    """A dependency as its manifest writes it."""

    name: str
    range: str = ""
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
    unread: tuple[str, ...] = ()
    """Files that name dependencies in a way that is not read, such as programs."""


def lines(text: str, pattern: str, canonical: Callable[[str], str] = str) -> Callable[[str], int]:
    """Tells the first line on which a name stands, 1 if it does not; names are what the groups of `pattern` match.

    The text is gone through once, however many names are asked for.
    """
    known: dict[str, int] = {}
    line, at = 1, 0
    for match in re.finditer(pattern, text, re.MULTILINE):
        line, at = line + text.count("\n", at, match.start(match.lastindex or 0)), match.start(match.lastindex or 0)
        known.setdefault(canonical(match[match.lastindex or 0]), line)
    return lambda name: known.get(canonical(name), 1)


def by_name(versions: Iterable[tuple[str, str]], canonical: Callable[[str], str] = str) -> Locked:
    """A lock that lists names and versions, wherever the manifest lies."""
    known: dict[str, list[str]] = {}
    for name, version in versions:
        known.setdefault(canonical(name), []).append(version)
    return lambda declared, folder: known.get(canonical(declared.name), [])
