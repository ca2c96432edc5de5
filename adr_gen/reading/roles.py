"""What a heading, label, key or table column announces: the one table that reading and the sections of a record share."""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from ..markdown import fold
from .pattern import anywhere, lowered
from .text import plain

SECTIONS = {
    "context": "context",
    "drivers": "drivers",
    "options": "options",
    "verdict": "outcome",
    "consequences": "consequences",
    "confirmation": "confirmation",
    "blockers": "blockers",
    "revisit": "revisit",
    "more": "more",
}
"""The section of a record that a role's text goes to."""
_BRACKETS = re.compile(r"\s*[(（].{0,60}[)）]\Z")
_HEAD = re.compile(r"\s*[:：]|\s[-–—]|\s?[(（]")


@cache
def _rows() -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = tomllib.loads((files(__package__) / "rules" / "roles.toml").read_text(encoding="utf-8"))
    return tuple((role, anywhere(f"^ {row} $")) for role, entry in table.items() for row in entry["rows"])


@cache
def _any() -> re.Pattern[str]:
    return re.compile("|".join(row.pattern for _, row in _rows()), re.S)


@lru_cache(8192)
def of(name: str) -> frozenset[str]:
    """The roles of a heading, label, key or column."""
    low = lowered(plain(name)[:160])
    bare = _BRACKETS.sub("", low) if low[-1:] in ")）" else low
    names = [name for name in dict.fromkeys((low, bare)) if _any().match(name)]
    found = {role for role, row in _rows() if any(row.match(name) for name in names)} if names else set()
    if " / " in low:
        parts = [of(part) for part in low.split(" / ")]
        found |= frozenset.intersection(*parts)
    return frozenset(found)


def has(name: str, role: str) -> bool:
    """Whether a name announces a role."""
    return role in of(name)


def section(heading: str) -> tuple[str, bool]:
    """The section of a record that a heading's words name, and whether they are only its label."""
    text = plain(heading)
    if found := _section(text):
        return found, True
    parts = (fold(text[: mark.start()]) for mark in _HEAD.finditer(text))
    return next((found for part in parts if (found := _section(part))), "more"), False


def _section(name: str) -> str | None:
    named = of(name)
    return next((section for role, section in SECTIONS.items() if role in named), None)
