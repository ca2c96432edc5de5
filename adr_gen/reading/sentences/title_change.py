"""What a title proposes to turn from and to, and for which of both a sentence is: "Oak wins" refuses "Moving from Oak to Fern"."""

import re

from ..patterns.language_matchers import find_slot, leading
from ..plain_text import plain
from .title_words import WORD, in_title, refuses

Change = tuple[str, str]
"""What is to go, and what is to come."""


def change_of(title: str) -> Change | None:
    """What a title proposes to turn from and to; None if it does not name both."""
    bare = plain(title.partition(": ")[2] or title)
    asked = leading("asked-whether", bare)
    begins = bare[asked.end() :].strip() if asked else bare
    if turns := leading("replaces-it", begins):
        rest = begins[turns.end() :]
        to = find_slot("replaced-by|change-to", rest)
        return (rest[: to.start()], rest[to.end() :]) if to else None
    if place := find_slot("in-place", bare):
        return bare[place.end() :], bare[: place.start()]
    return None


def named_first(sentence: str, change: Change) -> str | None:
    """Which of both a sentence names first, "left" or "new"; None for neither, and where it says itself what replaces what."""
    if find_slot("replaces-it|superseded-by|superseded-participle", sentence):
        return None
    left, new = change
    # "instead of Oak we take Fern"
    place = find_slot("in-place", sentence)
    words = sentence if place is None or re.search(r"\w", sentence[: place.start()]) else sentence[place.end() :]
    sides = (_side(word, left, new) for word in re.findall(r"\b[\w.]{2,}", words))
    first = next(filter(None, sides), None)
    return {"left": "new", "new": "left"}[first] if first and words is not sentence else first


def _side(word: str, left: str, new: str) -> str | None:
    if refuses(word):
        return None
    of_left, of_new = in_title(word, left), in_title(word, new)
    return None if of_left == of_new else "left" if of_left else "new"


def chosen_over(sentence: str, title: str) -> bool:
    """Whether a sentence is for something that a title does not know, over what it speaks of: "Quay instead of Harbour"."""
    place = find_slot("in-place|over-others", sentence)
    if place is None and find_slot("instead-of-it", sentence) and not find_slot("the-matter", sentence):
        return not (title.rstrip().endswith("?") or any(in_title(word, title) for word in WORD.findall(sentence)))
    if place is None or not WORD.search(sentence[: place.start()]):
        return False
    chosen, left = (
        [w for w in WORD.findall(part) if in_title(w, title)]
        for part in (sentence[: place.start()], sentence[place.end() :])
    )
    return bool(left) and not chosen
