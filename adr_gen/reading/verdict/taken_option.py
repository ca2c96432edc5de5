"""An option that is taken by its letter or number, or in a sentence that stands among the options."""

import re

from ...markdown import fold
from ..document.statements import Statement
from ..patterns.language_matchers import leading, lowered, matcher_for
from ..sentences.verdict_verbs import Judged, clean
from ..status.negation import turned_down
from ..status.status_line import qualifier
from .chosen_option import by_name

_CHOSEN_LETTER = re.compile(r"(?:[^\W\d_]{4,12}\s)?([A-H]|\d{1,2})(?=[\s.:),]|\Z)")


def names_option(text: str) -> Judged | None:
    """A verdict that names one of the options by its letter or number is for it."""
    text = clean(text)
    option = matcher_for("^ option-name NAME").match(lowered(text))
    sure = (
        option and re.match(r"\w+\s+(?:\d|[A-Z]\b)", text) and not matcher_for("against-option").search(lowered(text))
    )
    return ("accepted", qualifier(text)) if sure else None


def taken(text: str, known: frozenset[str]) -> Judged | None:
    """What "Going with option 2" or "We went with Harbour" says where the options stand: which one is taken."""
    begins = matcher_for("^ introduction? we chose-firm|adopt-now|chose-bare|order-first").match(lowered(clean(text)))
    begins = begins or matcher_for("^ chose-bare").match(lowered(clean(text)))
    rest = clean(text)[begins.end() :].lstrip() if begins else ""
    return names_option(rest) or by_name(rest, known) if rest and not turned_down(rest) else None


def does_nothing(text: str, places: list[Statement]) -> bool:
    """Whether the option that a text names by its letter is to do nothing: "Option C", of "C. Do nothing"."""
    letter = _CHOSEN_LETTER.match(clean(text))
    if letter is None:
        return False
    headings = (fold(place.block.text) for place in places if place.block.kind == "heading" and place.block.level > 1)
    named = (match for heading in headings if (match := _CHOSEN_LETTER.match(heading)) and match[1] == letter[1])
    return any(leading("nothing-to-do", heading.string[heading.end() :].lstrip(" .:)–—-")) for heading in named)
