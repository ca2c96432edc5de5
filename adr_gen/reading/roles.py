"""What a heading, label, key or table column announces: the one table that reading and the sections of a record share."""

import re
from functools import cache, lru_cache

from ..markdown import fold
from .lexicon import spoken
from .patterns.language_matchers import Rows, lowered, matcher_for
from .plain_text import plain
from .rules import table

SECTIONS = {
    "context": "context",
    "drivers": "drivers",
    "options": "options",
    "verdict": "outcome",
    "pick": "outcome",
    "consequences": "consequences",
    "confirmation": "confirmation",
    "blockers": "blockers",
    "revisit": "revisit",
    "more": "more",
}
"""The section of a record that a role's text goes to."""
_PATH = re.compile(r"\s*`[^`]*/[^`]*`\s*")
"""A path or an address in backticks, which names a thing of that name and announces nothing."""
_BRACKETS = re.compile(r"\s*[(（].{0,60}[)）]\Z")
_BEHIND_DASH = re.compile(r"\s+[–—-]\s+([^–—]*\d[^–—]*)\Z")
DAY_FIRST = re.compile(r"(\d{4}-\d\d-\d\d)\W*?\s*[:–—-]\s+(?=\w)")
"""The day of an entry of a log, before its name: "2026-03-01 – Decision"."""
_DAY_LAST = re.compile(r"[\s,]+(?:\d{4}-\d\d-\d\d|\d{1,2}([./])\s?\d{1,2}\1\s?\d{4})\Z")
"""A day behind a name: "Decision 16.12.2025"."""
_ISO = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_DAY = "^ DAY|MONTH DAY|MONTH ,? YEAR? $"
_HEAD = re.compile(r"\s*[:：]|\s[-–—]|\s?[(（]")


@cache
def _table() -> tuple[tuple[str, str], ...]:
    return tuple((role, row) for role, entry in table("roles").items() for row in entry["rows"])


@cache
def _rows(languages: tuple[str, ...]) -> Rows[str]:
    """The roles with their patterns."""
    return Rows((role, matcher_for(f"^ {row} $", languages)) for role, row in _table())


def _matching(names: tuple[str, ...], languages: tuple[str, ...]) -> set[str]:
    """The roles whose patterns match one of the names, which begin alike."""
    matched = set[str]()
    for role, row in _rows(languages).of(names[0]):
        if role not in matched and any(row.match(name) for name in names):
            matched.add(role)
    return matched


def of(name: str) -> frozenset[str]:
    """The roles of a heading, label, key or column."""
    return _of(name, spoken())


# each reader asks for the same headings, and the files of a project share most of theirs
@lru_cache(8192)
def _of(name: str, languages: tuple[str, ...]) -> frozenset[str]:
    if _PATH.fullmatch(name):
        return frozenset()
    # a longer heading is a sentence, not a name
    low = lowered(plain(name)[:160])
    bare = _BRACKETS.sub("", low) if low[-1:] in ")）" else low
    if (day := _BEHIND_DASH.search(low)) and is_day(day[1]):
        bare = low[: day.start()]
    entry = DAY_FIRST.match(low)
    own = _matching(tuple(dict.fromkeys((low, bare))), languages)
    # "Decision 16.12.2025"; a review of a day is over
    if not own and (day_last := _DAY_LAST.search(low)):
        own = _matching((low[: day_last.start()],), languages) & {"verdict", "pick"}
    own |= _matching((low[entry.end() :],), languages) if entry else set()
    # "Blockers / Risks" announces only what both of its names announce
    if " / " in low:
        own |= frozenset.intersection(*(_of(part, languages) for part in low.split(" / ")))
    return frozenset(own)


def is_day(text: str) -> bool:
    """Whether a text is nothing but a day or a month: "2026-03-01", "3 May"."""
    return _ISO.fullmatch(text.strip()) is not None or matcher_for(_DAY).match(lowered(text)) is not None


def has(name: str, role: str) -> bool:
    """Whether a name announces a role."""
    return role in _of(name, spoken())


def section(heading: str) -> tuple[str, bool]:
    """The section of a record that a heading's words name, and whether they are only its label."""
    text = plain(heading)
    if key := _section(text):
        return key, _alone(text)
    parts = (fold(text[: mark.start()]) for mark in _HEAD.finditer(text))
    return next((key for part in parts if (key := _section(part))), "more"), False


def _alone(name: str) -> bool:
    """Whether a name only announces something, and does not go on: "Verdict", not "Verdict on the cache"."""
    low, named = lowered(plain(name)[:160]), of(name)
    return any(
        matcher_for(f"^ {row.replace('...', '')} $").match(low)
        for role, row in _table()
        if role in SECTIONS and role in named
    )


def _section(name: str) -> str | None:
    named = of(name)
    return next((section for role, section in SECTIONS.items() if role in named), None)
