"""Ranges of versions by the rules of each ecosystem; their libraries are imported when a release is meant."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple


class Rules(NamedTuple):
    """How an ecosystem writes versions and ranges; a version that is not stable never counts."""

    legal: Callable[[str], bool]
    """Whether a text is a range."""
    stable: Callable[[str], bool | None]
    """Whether a text is the version of a stable release; None if it is no version at all."""
    holds: Callable[[str, str], bool]
    """Whether a range has a stable version in it."""
    key: Callable[[str], Any]
    """What orders stable versions."""
    example: str


# one range is asked about every version that a registry lists
@lru_cache(64)
def _specifiers(text: str) -> Any:
    from packaging.specifiers import SpecifierSet

    try:
        # without it a range that names a pre-release would let all of them count
        made = SpecifierSet(text, prereleases=False)
        made.contains("0")  # newer releases look at the numbers only when they are asked
    except ValueError:  # none at all, or one with more digits than a number may have
        return None
    return made


def _python_key(version: str) -> Any:
    from packaging.version import Version

    return Version(version)


def _python_stable(version: str) -> bool | None:
    try:
        return not _python_key(version).is_prerelease
    except ValueError:  # none at all, or one with more digits than a number may have
        return None


PYTHON = Rules(
    lambda text: _specifiers(text) is not None,
    _python_stable,
    lambda text, version: _specifiers(text).contains(version),
    _python_key,
    ">= 2 or >= 2, < 3",
)


# as above
@lru_cache(64)
def _comparators(text: str) -> Any:
    import nodesemver

    try:
        return nodesemver.make_range(text, loose=False)
    except ValueError:
        return None


def _npm_version(version: str) -> Any:
    """The version, None if it is none."""
    import nodesemver

    try:
        return nodesemver.make_semver(version, loose=False)
    except ValueError:
        return None


def _npm_stable(version: str) -> bool | None:
    parsed = _npm_version(version)
    return None if parsed is None else not parsed.prerelease


def _npm_key(version: str) -> tuple[int, int, int]:
    parsed = _npm_version(version)
    return parsed.major, parsed.minor, parsed.patch


NPM = Rules(
    lambda text: _comparators(text) is not None,
    _npm_stable,
    lambda text, version: bool(_comparators(text).test(_npm_version(version))),
    _npm_key,
    ">= 2 or ^3.1 || >= 5",
)


def _cargo_range(text: str) -> str:
    """Cargo's notation in npm's: a comma is a space, and a version alone means what is compatible with it."""
    parts = [part.strip() for part in text.split(",")]
    return " ".join(f"^{part}" if part[:1].isdigit() and "*" not in part else part for part in parts)


CARGO = Rules(
    lambda text: bool(text.strip(", ")) and _comparators(_cargo_range(text)) is not None,
    _npm_stable,
    lambda text, version: NPM.holds(_cargo_range(text), version),
    _npm_key,
    ">= 2 or ^1.2",
)


def _go_range(text: str) -> str:
    """Comparisons, in which versions may begin with `v` as Go writes them."""
    return re.sub(r"(?<![\w.])v(?=\d)", "", text).replace(",", " ")


GO = Rules(
    lambda text: bool(re.match(r"[<>=]", text)) and _comparators(_go_range(text)) is not None,
    lambda version: _npm_stable(version.removeprefix("v")),
    lambda text, version: NPM.holds(_go_range(text), version.removeprefix("v")),
    lambda version: _npm_key(version.removeprefix("v")),
    ">= 1.9 or >= 1.9, < 2",
)
"""Go has no ranges: the smallest version that is required counts."""
