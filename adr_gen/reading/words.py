"""The words of each language, as data: one TOML file a language, all merged."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

Table = dict[str, Any]


@cache
def table() -> Table:
    """All words files in this folder merged: lists are joined in the order of the file names."""
    merged: Table = {}
    folder = files(__package__) / "words"
    for place in sorted(folder.iterdir(), key=lambda p: p.name):
        if place.name.endswith(".toml"):
            _merge(merged, tomllib.loads(place.read_text(encoding="utf-8")))
    return merged


def _merge(into: Table, more: Table) -> None:
    for key, value in more.items():
        if isinstance(value, dict):
            _merge(into.setdefault(key, {}), value)
        else:
            into.setdefault(key, []).extend(value)


@cache
def section_labels() -> dict[str, str]:
    """Headings and labels in lower case, with the key of the record's section they belong to."""
    return {label: key for key, labels in table()["sections"].items() for label in labels}


def entries(path: str) -> list[str]:
    """The entries at a dotted path such as `verdict.verbs.accepted`."""
    found: Any = table()
    for name in path.split("."):
        found = found[name]
    return list(found)


@cache
def alternation(path: str) -> str:
    """The entries at a path as one group of a regular expression, the longest first."""
    return group(entries(path))


def joined(*paths: str) -> str:
    """The entries at several paths as one group of a regular expression."""
    return group([entry for path in paths for entry in entries(path)])


@cache
def filled(path: str, *names: str) -> list[str]:
    """The entries at a path, in which the last part of each name in capitals stands for one of the entries at that name."""
    found = entries(path)
    for name in names:
        capital, pattern = name.rpartition(".")[2].upper(), alternation(name)
        found = [entry.replace(capital, pattern) for entry in found]
    return found


def sharing(patterns: list[str], end: str) -> list[str]:
    """The same patterns, with those that have an end in common as one: what is long need be there only once."""
    heads = [pattern.removesuffix(end) for pattern in patterns if pattern.endswith(end)]
    return [*(pattern for pattern in patterns if not pattern.endswith(end)), f"{group(heads)}{end}"]


def group(patterns: list[str]) -> str:
    """Patterns as one group, in which a space stands for white space, a hyphen or an underscore, or for nothing if optional."""
    ordered = sorted(patterns, key=len, reverse=True)
    return "(?:" + "|".join(p.replace(" ?", r"[\s_-]?").replace(" ", r"[\s_-]+") for p in ordered) + ")"


@cache
def whole(path: str) -> re.Pattern[str]:
    """Matches text that is exactly one of the entries."""
    return re.compile(rf"{alternation(path)}\Z", re.I)


@cache
def inside(path: str) -> re.Pattern[str]:
    """Finds an entry as whole words anywhere."""
    return re.compile(rf"(?<!\w){alternation(path)}(?!\w)", re.I)


@cache
def within(path: str) -> re.Pattern[str]:
    """Finds the same in a `lowered` text, several times as fast."""
    return re.compile(rf"(?<!\w){alternation(path)}(?!\w)")


def lowered(text: str) -> str:
    """`text` in lower case, letter by letter: places in it are places in `text`."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


@cache
def leading(path: str) -> re.Pattern[str]:
    """Matches text that begins with an entry as whole words."""
    return re.compile(rf"{alternation(path)}(?!\w)", re.I)
