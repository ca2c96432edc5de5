"""The words by which a sentence says when: days, months, and what leads to them."""

import re

from ..dates import undated
from ..patterns.language_matchers import finder, lowered

_LEADS_TO = re.compile(r"\b[^\W\d_]{1,3}\s+(?:\d{1,2}\W*)?\Z")
_BEFORE_A_DAY = re.compile(r"\b[^\W\d_]{1,3}(?=\s{4})")
_CHANCE = len("may")


def without_days(text: str) -> str:
    """A text without the days and months that it names, and the short word before a month; "may" as a chance stays."""
    text = _BEFORE_A_DAY.sub(" ", undated(text))
    for month in reversed(list(finder("MONTH").finditer(lowered(text)))):
        if text[month.start()].isupper() or month.end() - month.start() != _CHANCE:
            text = _LEADS_TO.sub("", text[: month.start()]) + text[month.end() :]
    return text
