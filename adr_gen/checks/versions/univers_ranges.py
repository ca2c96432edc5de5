"""Ranges of versions where the order of an ecosystem is all that counts: Maven, NuGet, RubyGems, by the library univers."""

import re
from functools import lru_cache
from typing import Any

from .ranges import Rules
from .tag_version import EARLY

COMPARED = re.compile(r"(>=|<=|==|!=|=|>|<)\s*(\d[\w.+-]*)\Z")
EARLIER = {"maven": rf"(?:[._+-]|(?<=\d))(?:{EARLY})(?![a-z])", "nuget": "-", "gem": "[a-z]"}
"""What in a version makes it one that comes before a release."""
NAMES = {"maven": "MavenVersionRange", "nuget": "NugetVersionRange", "gem": "GemVersionRange"}


# ordering a list and comparing it with a range take each version apart again
@lru_cache(512)
def _version(system: str, text: str) -> Any:
    """The version, None if it is none."""
    if not text[:1].isdigit():  # the library takes no version at all for one
        return None
    try:
        return _ranges(system).version_class(text)
    except Exception:  # whatever a version that nobody thought of makes of the library
        return None


# one range is asked about every version that a registry lists
@lru_cache(64)
def _range(system: str, text: str) -> Any:
    """Comparisons parted by commas, or the ecosystem's own notation (`[2,3)`, `~> 7.1`); None if it is neither."""
    from univers.version_constraint import VersionConstraint

    parts = [COMPARED.match(part.strip()) for part in text.split(",")]
    try:
        if not all(parts):
            native = _ranges(system).from_native(text) if re.match(r"[\[(~]", text) else None
            bounds = native.constraints if native else ()
            return native if bounds and all(str(bound.version)[:1].isdigit() for bound in bounds) else None
        signed = [(part[1], _version(system, part[2])) for part in parts if part]
        if any(version is None for _, version in signed):
            return None
        compared = (VersionConstraint("=" if sign == "==" else sign, version) for sign, version in signed)
        return _ranges(system)(constraints=sorted(compared))
    except Exception:  # as above
        return None


def _ranges(system: str) -> Any:
    from univers import version_range

    return getattr(version_range, NAMES[system])


def _stable(system: str, version: str) -> bool | None:
    if _version(system, version) is None:
        return None
    return not re.search(EARLIER[system], version, re.IGNORECASE)


def _rules(system: str, example: str) -> Rules:
    return Rules(
        lambda text: _range(system, text) is not None,
        lambda version: _stable(system, version),
        lambda text, version: _version(system, version) in _range(system, text),
        lambda version: _version(system, version),
        example,
    )


MAVEN = _rules("maven", ">= 2 or [2,3)")
NUGET = _rules("nuget", ">= 2 or [2,3)")
GEM = _rules("gem", ">= 2 or ~> 7.1")
