"""An option that is taken by its letter or number, or in a sentence that stands among the options."""

import re

from ...markdown import fold
from ..document.statements import Statement
from ..patterns.language_matchers import leading, lowered, matcher_for
from ..sentences.kept_things import kept_by
from ..sentences.title_stance import on_proposal
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


def letter(text: str) -> str:
    """The letter or number by which a text names an option: "C" of "Option C"; empty if it names none."""
    named = _CHOSEN_LETTER.match(clean(text))
    return named[1] if named else ""


def lettered(places: list[Statement]) -> dict[str, str]:
    """The words of the headings of options by their letters: "Do nothing" of "Option C: do nothing"; of two with one letter the first."""
    options: dict[str, str] = {}
    headings = (fold(place.block.text) for place in places if place.block.kind == "heading" and place.block.level > 1)
    for named in filter(None, map(_CHOSEN_LETTER.match, headings)):
        options.setdefault(named[1], named.string[named.end() :].lstrip(" .:)–—-"))
    return options


def stance(judged: Judged, option: str, title: str) -> Judged | None:
    """What taking an option says of what the title proposes: to do nothing refuses it, so may keeping what there is."""
    if leading("nothing-to-do", option):
        return "rejected", judged[1]
    return on_proposal(judged, option, title) if kept_by(option) is not None else judged
