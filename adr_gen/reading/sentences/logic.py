"""How conditions combine, where a text says so aloud: any of them, or all."""

import re

from ...markdown import fold
from ...model import Logic
from ..patterns.pattern import anywhere, inside, leading, lowered
from ..text import SENTENCE, masked


def spoken(text: str) -> Logic | None:
    """The logic a text says aloud."""
    if inside("any", text) or anywhere("any-of _1? any-verb").search(lowered(text)):
        return "any"
    if (
        inside("all", text)
        or anywhere("all-count NUMBER _1? any-verb|of").search(lowered(text))
        or anywhere("all-count _1? any-verb").search(lowered(text))
    ):
        return "all"
    return None


def opens(text: str) -> Logic | None:
    """The logic that a text begins with: "Both have to hold", "Any of these is enough"."""
    text = fold(text[:200]).lstrip("(（")
    return spoken(re.split(r"[.:]", text)[0]) if leading("all|any|any-of|all-count", text) else None


def announced(text: str) -> str:
    """What a text says of its conditions before a colon: "all of the following: …"; empty if it says nothing."""
    lead = re.match(r"[^:;.：；。]{1,80}(?::\s+|：\s*)(?=\S)", masked(text[:SENTENCE]))
    return text[: lead.end()] if lead and spoken(lead[0]) else ""
