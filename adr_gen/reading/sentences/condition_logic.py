"""How conditions combine, where a text says so aloud: any of them, or all."""

import re

from ...markdown import fold
from ...model import Logic
from ..patterns.language_matchers import either, find_slot, leading, lowered, matcher_for, of_languages
from ..plain_text import SENTENCE, masked


def spoken(text: str) -> Logic | None:
    """The logic a text says aloud."""
    if find_slot("any", text) or matcher_for("any-of _1? any-verb").search(lowered(text)):
        return "any"
    if (
        find_slot("all", text)
        or matcher_for("all-count NUMBER _3? any-verb|of").search(lowered(text))
        or matcher_for("the-several NUMBER _3? any-verb").search(lowered(text))
        or matcher_for("all-count _1? any-verb").search(lowered(text))
        or matcher_for("NUMBER thing-noun _2? any-verb").search(lowered(text))
        # "two of these hold": some are enough, and nobody is to be told at the first
        or matcher_for("number|DIGITS of-thing these-things").search(lowered(text))
        or _all_at_end().search(text)
    ):
        return "all"
    return None


@of_languages
def _all_at_end() -> re.Pattern[str]:
    """Finds "if all" and "(all)" at the end of a heading or label."""
    return re.compile(rf"(?:\A\W*|{either('if')}|[(（])\s*{either('all-count')}\W*\Z", re.I)


def opens(text: str) -> Logic | None:
    """The logic that a text begins with: "Both have to hold", "Any of these is enough"."""
    text = fold(text[:200]).lstrip("(（")
    if any(matcher_for(row).match(lowered(text)) for row in _ALL_OF_THEM):
        return "all"
    return spoken(re.split(r"[.:]", text)[0]) if leading("all|any|any-of|all-count", text) else None


_ALL_OF_THEM = ("^ all-count|the-several NUMBER CLOSE", "^ all-needed NUMBER? CLOSE")
"""Begins a remark that all of what was listed is needed: "All three, please", "We need both"."""


def announced(text: str) -> str:
    """What a text says of its conditions before a colon: "all of the following: …"; empty if it says nothing."""
    lead = re.match(r"[^:;.：；。]{1,80}(?::\s+|：\s*)(?=\S)", masked(text[:SENTENCE]))
    return text[: lead.end()] if lead and spoken(lead[0]) else ""


def stated(text: str) -> tuple[str, Logic | None]:
    """A text without what is said of all its conditions before or behind them, and the logic that says: "…, both"."""
    if lead := announced(text):
        return text[len(lead) :], spoken(lead)
    last = matcher_for("whichever-last").search(lowered(text))
    match = last or matcher_for("whichever").search(lowered(text))
    behind = text[match.end() :] if match else ""
    if match and match.start() and len(behind) <= 40 and not re.search(r"[.;]", behind.rstrip(".")):
        return text[: match.start()].rstrip(" ,—–-"), "all" if last else "any"
    together = _at_end().search(text)
    return (text[: together.start()], "all") if together else (text, None)


@of_languages
def _at_end() -> re.Pattern[str]:
    """Finds "…, both" and "at the same time" at the end."""
    return re.compile(rf"[\s,(—–-]+(?:{either('all')}(?:\s+{either('together')})?|{either('together')})[\s.)]*\Z", re.I)


def joined(items: list[str]) -> Logic | None:
    """The logic that items say where one goes on with "and"."""
    begins = any(leading("and", item) for item in items[1:])
    ends = any(_goes_on(item[-20:]) for item in items[:-1])
    return "all" if begins or ends else None


def _goes_on(end: str) -> bool:
    """Whether an item ends with an "and" that is a word of its own, also where no blanks are."""
    found = matcher_for("and $").search(lowered(end))
    return found is not None and not end[: found.start()][-1:].isalnum()
