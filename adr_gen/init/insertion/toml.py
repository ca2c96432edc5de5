"""Lines put into a TOML file of somebody's, with every other byte as it was: proved by reading both texts."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

HEADER = re.compile(r"(?m)^[ \t]*\[")
"""Where a table begins; a line of a list may look like it, which the reading shows."""
ASIDE = re.compile(r"(?m)(?:^[ \t]*(?:#[^\n]*)?\r?\n)+\Z")
"""Comments and empty lines before a table, which may be about it."""


def with_table(before: str, tool: str, keys: Mapping[str, object]) -> str:
    """The text with a new table `[tool.…]` at its end; empty if that would say anything else too."""
    end = _line_end(before)
    body = before.rstrip("\r\n")
    lines = "".join(f"{line(key, value)}{end}" for key, value in keys.items())
    text = f"{body}{end * 2 if body else ''}[tool.{tool}]{end}{lines}"
    return text if _says(before, text, ("tool", tool), keys) else ""


def with_key(before: str, path: tuple[str, ...], key: str, value: object) -> str:
    """The text with one more key in the table at `path`, at its end or else at its beginning; empty if neither is safe."""
    end = _line_end(before)
    for at in _places(before, path):
        gap = end if at and before[at - 1] != "\n" else ""
        text = f"{before[:at]}{gap}{line(key, value)}{end}{before[at:]}"
        if _says(before, text, path, {key: value}):
            return text
    return ""


def line(key: str, value: object) -> str:
    """A key and its value as TOML writes them."""
    return f"{key} = {value.isoformat() if isinstance(value, date) else json.dumps(value, ensure_ascii=False)}"


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _places(text: str, path: tuple[str, ...]) -> Iterator[int]:
    """Where a key of a table may stand: behind what the table holds, and right behind its header."""
    name = r"[ \t]*\.[ \t]*".join(rf"[\"']?{re.escape(part)}[\"']?" for part in path)
    header = re.search(rf"(?m)^[ \t]*\[[ \t]*{name}[ \t]*\][^\n]*(?:\n|\Z)", text) if path else None
    if path and not header:
        return
    start = header.end() if header else 0
    # a key behind the next header would belong to that table
    following = HEADER.search(text, start)
    stop = following.start() if following else len(text)
    aside = ASIDE.search(text, start, stop) if following else None
    yield aside.start() if aside else stop
    yield start


def _says(before: str, text: str, path: tuple[str, ...], keys: Mapping[str, object]) -> bool:
    """Whether a text says what the one before it does, and the keys in the table at `path`."""
    try:
        wanted, new = tomllib.loads(before), tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return False
    table: Any = wanted
    for part in path:
        table = table.setdefault(part, {})
        if not isinstance(table, dict):
            return False
    table |= keys
    return new == wanted
