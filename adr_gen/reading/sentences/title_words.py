"""Words of a title in a sentence: what the title speaks of, and which of two things that are set against each other."""

import re
from itertools import takewhile

from ..patterns.language_matchers import leading, whole

WORD = re.compile(r"[^\W\d_]{4,}")
"""A word that may be a verb of the title."""
_THING = re.compile(r"[^\W\d_]{4,}|\b[A-Z][\w.]*\b")
"""A word that may tell one thing from another; a short one only as a name."""
STEM = 4
"""Letters that the forms of one verb share at least: drop, dropping; retire, retiring."""
ENDING = 4
"""Letters of the longest ending, with the letter that is doubled before it: drop-ping; a compound is another word."""


def in_title(word: str, title: str) -> bool:
    """Whether a title has a form of a word, apart from what became of something ("Rejected: …")."""
    words = (other.lower() for other in _THING.findall(title))
    return any(word.lower() == other or _same_verb(word.lower(), other) for other in words)


def speaks_of(text: str, title: str) -> bool:
    """Whether a text names something that the title speaks of; words that refuse are none."""
    return any(in_title(word, title) for word in things(text))


def things(text: str) -> list[str]:
    """The words of a text that may name a thing."""
    return [word for word in _THING.findall(text) if not refuses(word)]


def refuses(word: str) -> bool:
    """Whether a word refuses or puts off."""
    return (
        leading("reject|reject-bare|reject-label|defer|defer-label|defer-bare|refuse-matter|defer-matter", word)
        is not None
    )


def _same_verb(word: str, other: str) -> bool:
    """Whether two words are forms of one: drop, dropping; retire, retirement; not postpone and Postgres, nor drop and dropdown."""
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, other, strict=False)))
    least = max(STEM + word.startswith("re"), min(len(word), len(other)) - 2)  # "revisit" is no form of "review"
    if same < least or other.endswith("ed"):
        return False
    end = other[same:]
    doubled = end[:1] == other[same - 1] and len(end) <= ENDING
    return len(end) < ENDING or doubled or whole("noun-end", end)
