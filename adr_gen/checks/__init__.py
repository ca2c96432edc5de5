"""Checks: the machine-readable part of a condition, one module for each kind, behind one small interface.

A new kind is a module in `kinds/` and its line in `KINDS`.
"""

import re
from datetime import date
from functools import cache, lru_cache

from ..model import Kind, Observation
from .base import Check, Scanner, TokenError, Unavailable, Web, World
from .kinds.adr import Decided
from .kinds.calendar import After, Calendar, Day, NotBefore, parse_day
from .kinds.dependency import Depends
from .kinds.eol import EndOfLife
from .kinds.file import Files
from .kinds.issue import URL, Issue
from .kinds.manual_reading import Threshold
from .kinds.release import Release
from .kinds.repository import Repository
from .registries import REGISTRIES

__all__ = [
    "KINDS",
    "REGISTRIES",
    "After",
    "Calendar",
    "Check",
    "Day",
    "NotBefore",
    "TokenError",
    "Unavailable",
    "Web",
    "World",
    "kind_of",
    "observe",
    "parse",
    "parse_day",
    "tokens",
]

KINDS: tuple[type[Check], ...] = (
    Day,
    After,
    NotBefore,
    Release,
    Issue,
    EndOfLife,
    Repository,
    Depends,
    Files,
    Decided,
    Threshold,
)
"""Every kind of check, in the order of the documentation."""


# many conditions wait for the same release or day
@lru_cache(4096)
def parse(token: str) -> Check:
    """The check that a token says; raises TokenError with the place of the mistake and what is legal there."""
    kind = _kind(token)
    if kind is None:
        legal = ", ".join(word for kind in KINDS for word in kind.prefixes)
        raise TokenError(token, 0, f"a date (2027-03-01, 2027-Q2), {legal}")
    text = Scanner(token)
    check = kind.parse(text)
    text.end()
    return check


def kind_of(token: str) -> Kind | None:
    """What settles a condition with this token, judged by the word that it begins with."""
    kind = _kind(token)
    return kind.kind if kind else None


def observe(check: Check, world: World, decided: date | None = None) -> Observation:
    """What a check finds; whatever keeps it from looking is unknown, never met."""
    try:
        return check.observe(world, decided)
    except Unavailable as reason:
        return Observation("unknown", world.as_of.isoformat(), "check", str(reason))


def tokens(sentence: str) -> tuple[str, ...]:
    """The tokens in a sentence, without backticks, and the addresses of issues, in their order.

    What begins in backticks like a check is meant as one, also when it is not understood; two or more backticks on each
    side say that it is none.
    """
    if "`" not in sentence and "://" not in sentence:
        return ()
    # three groups: text in several backticks is matched first, so that nothing inside it is taken for a token
    matches = (match["token"] or match["url"] for match in _tokens().finditer(sentence))
    return tuple(dict.fromkeys(token for token in matches if token))


@cache
def _tokens() -> re.Pattern[str]:
    prefixes = "|".join(re.escape(word) for kind in KINDS for word in kind.prefixes)
    meant = rf"\d{{4}}-(?:\d{{2}}-\d{{2}}|Q\d)\b|{prefixes}|[a-z]+:(?![\s:]|//)"
    issue = re.sub(r"\?P<\w+>", "?:", URL)
    text = r"(?<!`)(?P<ticks>``+)(?!`).{1,300}?(?<!`)(?P=ticks)(?!`)"
    return re.compile(
        rf"{text}|(?<!`)`(?!`)\s?(?P<token>(?:{meant})[^`]{{0,300}}?)\s?`(?!`)|(?P<url>{issue})", re.DOTALL
    )


def _kind(token: str) -> type[Check] | None:
    return next((kind for kind in KINDS if kind.begins(token)), None)
