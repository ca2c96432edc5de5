"""Why a sentence with the right words is no condition: it tells of the past, of running software, of no need."""

import re
from functools import cache

from . import words


@cache
def _ends(path: str) -> re.Pattern[str]:
    """Finds an entry that ends what stands before a verb, perhaps with one word between."""
    return re.compile(rf"\b{words.alternation(path)}\s+(?:\w+\s+)?\Z", re.I)


def doubt(hidden: str, verb: str, at: int, rule: str) -> str | None:
    """Why the verb that stands `at` in a sentence announces no condition; None if nothing speaks against it."""
    before = hidden[:at]
    if _ends("triggers.needless").search(before):
        return "says that there is no need to"
    if _ends("triggers.others").search(before):
        return "speaks of others"
    if rule == "until":
        return _running(verb, before)
    if _ends("triggers.past").search(before):
        return "tells of something past"
    return _participle(verb, before) if rule.startswith("revisit") else None


def _participle(verb: str, before: str) -> str | None:
    """A participle tells what happened, unless a modal verb stands before it."""
    last = [word.strip(",*_") for word in before.split()[-8:]]
    participle = words.whole("triggers.participles")
    if not last or not (participle.match(verb) or participle.match(verb.split()[0])):
        return None
    if not any(words.whole("triggers.modals").match(word) for word in last[-6:]):
        return "a participle without should, can or will"
    about = [word for word in last if not words.whole("triggers.modals").match(word)]
    ours = not about or any(words.whole("triggers.subjects").match(word) for word in last)
    if words.whole("triggers.weak").match(verb) and not ours:
        return "tells of something else than a decision"
    return None


def _running(verb: str, before: str) -> str | None:
    """Why "until" tells of running software, not of the decision."""
    last = before.split()[-4:]
    word = last[-1].strip("*_(") if last else ""
    opens = word in ("", "—", "–", "-") or word.endswith((",", ":")) or words.whole("triggers.before_until").match(word)
    if opens or words.leading("triggers.ours").match(verb):
        return None
    people = [w for w in last if words.whole("triggers.people").match(w)]
    if people and (words.whole("triggers.wish").match(word) or word == people[-1]):
        return None
    must = any(words.whole("triggers.duty").match(w) for w in last)
    state = words.whole("triggers.states").match(word) and not words.leading("triggers.waiting").match(verb)
    return None if state and not must else "tells when something runs"
