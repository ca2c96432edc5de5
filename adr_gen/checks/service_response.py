"""What a service answered, taken apart with types: whatever is not as it should be is Unavailable."""

import re
from typing import Any, TypeVar

from .base import Unavailable
from .kinds.calendar import parse_day

Kind = TypeVar("Kind")

NAMES = {bool: "true or false", dict: "an object", list: "a list", str: "a text"}
LONGEST = 500
"""Letters of a text that may become evidence."""


def get(answer: Any, key: str, kind: type[Kind]) -> Kind:
    """The value of a key; raises Unavailable unless it is of the kind."""
    value = _checked(answer, dict, "the answer").get(key)
    return _checked(value, kind, f"`{key}`")


def maybe(answer: Any, key: str, kind: type[Kind]) -> Kind | None:
    """The value of a key, None if it is left out or null; raises Unavailable if it is of another kind."""
    value = _checked(answer, dict, "the answer").get(key)
    return None if value is None else _checked(value, kind, f"`{key}`")


def objects(answer: Any) -> list[dict[str, Any]]:
    """A list of objects; raises Unavailable if it is none."""
    return [_checked(row, dict, "a row of the answer") for row in _checked(answer, list, "the answer")]


def day(answer: Any, key: str) -> str | None:
    """The ISO day of a time stamp, None if there is none; raises Unavailable if it is no day of the calendar."""
    stamp = maybe(answer, key, str)
    if stamp is None:
        return None
    # parse_day takes a quarter too, such as 2026-Q3
    if parse_day(stamp[:10]) is None or "Q" in stamp[:10].upper():
        raise Unavailable(f"answered with a `{key}` that is no date")
    return stamp[:10]


def address(answer: Any, key: str) -> str:
    """The address of a page for people; raises Unavailable if it is none."""
    page = get(answer, key, str)
    if not re.fullmatch(r"https?://[\w.:-]+(?:/[\w.~:/?#@!$&'()*+,;=%-]*)?", page):
        raise Unavailable(f"answered with a `{key}` that is no address")
    return page


def _checked(value: Any, kind: type[Kind], what: str) -> Kind:
    if not isinstance(value, kind):
        raise Unavailable(f"answered in a form that is not known: {what} is not {NAMES[kind]}")
    # evidence is shown in issues and on terminals: no control characters, no books
    if isinstance(value, str) and (len(value) > LONGEST or not value.isprintable()):
        raise Unavailable(f"answered in a form that is not known: {what} is no plain text")
    return value
