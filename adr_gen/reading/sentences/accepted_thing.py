"""What an acceptance accepts: the matter, the price of doing without it, or somebody's word against it."""

from ..patterns.language_matchers import find_slot, lowered, matcher_for
from .title_words import in_title

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
