"""TOML with scalars as text and line numbers."""

import re
from typing import Any

from .untyped_yaml import DEEPEST, LARGEST, Value

_KEY = re.compile(r"\s*\[*\s*[\"']?([\w-]+)[\"']?\s*[.=\]]")
"""A line that begins with a key or with the name of a table."""
_DEEP = re.compile(rf"""(?<![\w"'-])(?:[\w"'-]+[ \t]*\.[ \t]*){{{DEEPEST}}}""")
"""A key of more parts than levels are read; the parser takes seconds for one of thousands."""
_PLACE = re.compile(r" \(at line (\d+).*\)| \(at end of document\)")


class UntypedTomlError(Exception):
    """TOML that cannot be read; `line` is 0-based, `str()` goes on after "the TOML …"."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def load(source: str) -> tuple[dict[str, Value], dict[str, int]]:
    """What `source` says, and the 0-based line of every key at its top. Raises UntypedTomlError."""
    import tomllib

    if len(source) > LARGEST:
        raise UntypedTomlError(0, f"of {len(source)} characters; at most {LARGEST} are allowed")
    try:
        if _DEEP.search(source):
            raise RecursionError
        values = {key: _value(item, 1) for key, item in tomllib.loads(source, parse_float=str).items()}
    except tomllib.TOMLDecodeError as error:
        raise _explained(str(error), source) from None
    except (RecursionError, ValueError):  # `int` refuses thousands of digits
        raise UntypedTomlError(0, f"nests deeper than {DEEPEST} levels, or has a number that is too long") from None
    lines: dict[str, int] = {}
    for number, line in enumerate(source.split("\n")):
        if match := _KEY.match(line):
            lines.setdefault(match[1], number)
    return values, {key: lines.get(key, 0) for key in values}


def _value(item: Any, depth: int) -> Value:
    if depth > DEEPEST:
        raise RecursionError
    if isinstance(item, dict):
        return {key: _value(inner, depth + 1) for key, inner in item.items()}
    if isinstance(item, list):
        return [_value(inner, depth + 1) for inner in item]
    if isinstance(item, bool):
        return str(item).lower()
    return str(item).replace("\0", "\ufffd")  # as Markdown does; days are written as they are in TOML


def _explained(message: str, source: str) -> UntypedTomlError:
    """The error in words, with the line that it is about."""
    place, lines = _PLACE.search(message), source.rstrip("\n").split("\n")
    line = min(int(place[1]), len(lines)) - 1 if place and place[1] else len(lines) - 1
    what = _PLACE.sub("", message)
    shown = f"is not TOML: {what} at {lines[line].strip()[:80]!r}; texts stand in quotes, and each key stands once"
    return UntypedTomlError(line, shown)
