"""What an acceptance accepts: the matter, the price of doing without it, or somebody's word against it."""

import re

from ..patterns.language_matchers import find_slot, leading, lowered, matcher_for
from .title_words import STEM, in_title

_MATTER = "matter|matter-of|matter-noun|article-of"
_CLAUSE = re.compile(r"[.;:!?](?:\s|\Z)|,\s|[。，；：]")
_HANDED_IN = (
    "^ introduction? we? ne? fillers* modal? negation* takes-in _1? handed-in",
    "^ _2? handed-in _3? takes-in",
    "^ we? ne? negation? _1? handed-in takes-in",
)
_PRICE = "^ _2? puts-up-with _3? price"


def against(first: str, title: str) -> bool:
    """Whether a sentence accepts a word against the matter: "We confirm the rejection", "We follow the advice not to adopt it"."""
    said = find_slot("contrary|objections|word-against", first)
    if said is None:
        return False
    # who accepts the plan to drop a thing accepts what a title proposes that says "drop"
    return not in_title(said[0].split()[-1].strip(" *_.,"), title)


def past_the_price(first: str, title: str) -> str | None:
    """What a sentence goes on with that accepts a price: "We accept the delay and stay with cron"; None if it accepts none."""
    price = matcher_for(_PRICE).search(lowered(first))
    if price is None or in_title(price[0].split()[-1], title):
        return None
    behind = first[price.end() :]
    joint = find_slot("goes-on-with", behind)
    return behind[joint.end() :].lstrip() if joint else ""


def is_handed_in(first: str, title: str) -> bool:
    """Whether a sentence says what people may hand in, of which the title does not speak: "We accept pull requests"."""
    clause = lowered(_CLAUSE.split(first, maxsplit=1)[0])
    verb = matcher_for("^ introduction? we? _1? puts-up-with").match(clause)
    if verb and _takes_several(first[verb.end() :], title):
        return True
    thing = find_slot("handed-in", clause)
    if thing is None or any(in_title(word, title) for word in thing[0].split()):
        return False
    return any(matcher_for(row).search(clause) for row in _HANDED_IN)


def _takes_several(behind: str, title: str) -> bool:
    """Whether things without an article stand behind "accept", perhaps with a word before them: "signed commits"."""
    words = [word.strip(",.") for word in behind.split()[:2]] or [""]
    described = words[0].islower() and words[0].isalpha() and not leading(f"{_MATTER}|no-order|price", words[0])
    thing = words[-1] if described and not words[0].endswith("s") else words[0]
    return is_unknown_plural(thing, title) and not leading("matter-noun|price|no-order", thing[:-1])


def is_unknown_plural(thing: str, title: str) -> bool:
    """Whether a word is a plural without an article or a name, which a title does not know."""
    plural = thing.islower() and thing.endswith("s") and len(thing) >= STEM
    return plural and not in_title(thing, title) and not leading(_MATTER, thing)
