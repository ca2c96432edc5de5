"""What a document proposes, by its title: "drop it" accepts what the title proposes to drop."""

import re
from itertools import takewhile

from ..patterns.pattern import anywhere, inside, leading, lowered, whole
from ..text import plain
from .verb import Judged, clean, stays

_WORD = re.compile(r"[^\W\d_]{4,}")
_THING = re.compile(r"[^\W\d_]{4,}|\b[A-Z][\w.]*\b")
"""A word that may tell one thing from another; a short one only as a name."""
_WORDS = re.compile(r"[\w'-]+")
_SENTENCE = re.compile(r"[.!?;:](?:\s|\Z)|\n")
_WHOLE = re.compile(r"[.!?;](?:\s|\Z)|\n")
STEM = 4
"""Letters that the forms of one verb share at least: drop, dropping; retire, retiring."""
ENDING = 4
"""Letters of the longest ending, with the letter that is doubled before it: drop-ping; a compound is another word."""


def on_proposal(judged: Judged, text: str, title: str) -> Judged | None:
    """The verdict on the proposal: who refuses or defers in the title's own verb accepts it, who keeps what there is refuses it.

    None for a rule about something that the title does not speak of ("We reject requests above the limit"), for who
    accepts the contrary ("We confirm the rejection"), and where "not" stands behind the verb: "Wir verwerfen es nicht".
    """
    first = _WHOLE.split(clean(text))[0]
    spared = inside("all-but", first)
    if _of_a_draft(first, title) or inside("no-choice-but", first) or (spared and _names(first[spared.end() :], title)):
        return None
    if judged[0] == "accepted":
        if inside("contrary|objections", first):
            return None
        if inside("in-no-case", first.split(",")[0]) or inside("taken-not-to", first):
            return "rejected", judged[1]
        if nothing := anywhere("accept|accept-label|adopt-verb no-determiner").search(lowered(first)):
            return ("rejected", judged[1]) if _names(first[nothing.end() :], title) else None
        keeps = (_keeps(text) and _ends_something(title)) or _keeps_in_place(text, title)
        return ("rejected", judged[1]) if keeps else judged
    if judged[0] not in ("rejected", "deferred"):
        return judged
    if inside("contrary", first[2:]) and not whole("contrary", text):
        return None
    clause = _SENTENCE.split(clean(text))[0]
    verb = next((m for m in _WORD.finditer(clause) if _refuses(m[0])), None)
    refuses = verb is not None or inside("refuse-verb", clause)
    denied = refuses and leading("we", clause) and inside("not-behind", clause.split(",")[0])
    if denied or _of_something_else(clause, title):
        return None
    if judged[0] == "rejected" and (favour := inside("in-favour", clause)):
        return _in_favour(judged, clause[: favour.start()], clause[favour.end() :], title)
    if judged[0] == "rejected" and (taken := inside("and-taken", clause)):
        taken_it = _in_favour(judged, clause[: taken.start()], clause[taken.end() :], title)
        judged = taken_it or judged
    # a word in capitals is the name of a status: "REJECT"; alone, "Stop." may be that or the title's own verb
    if verb is None or not _is_in(verb[0], title) or verb[0].isupper():
        return judged
    if clause.strip(" *_") == verb[0] and verb[0].lower() in map(str.lower, _WORD.findall(title)):
        return None
    if not re.match(r"\s+\w", clause[verb.end() :]):
        return judged
    if leading("negation", clause) or inside("negation", clause[: verb.start()]):
        return judged
    return "accepted", judged[1]


def _in_favour(judged: Judged, refused: str, chosen: str, title: str) -> Judged | None:
    """What "Reject Oak in favour of Fern" says: accepted about Fern, rejected about Oak, nothing where the title names both or none."""
    things = [word for word in _THING.findall(refused) if not _refuses(word)]
    of_refused = any(_is_in(word, title) for word in things)
    of_chosen = any(_is_in(word, title) for word in _THING.findall(chosen) if not _refuses(word))
    if not things or (of_refused and not of_chosen):
        return judged
    return ("accepted", judged[1]) if of_chosen and not of_refused else None


def _keeps(text: str) -> bool:
    """Whether a verdict is for what there is already: "Keep it", "We will keep it"."""
    for subject in ("we", "will"):
        begins = leading(subject, text)
        text = text[begins.end() :].lstrip() if begins else text
    return stays(text)


def _names(text: str, title: str) -> bool:
    """Whether the first words of a text are something that the title speaks of."""
    return any(_is_in(word, title) for word in _THING.findall(" ".join(text.split()[:2])))


def _keeps_in_place(text: str, title: str) -> bool:
    """Whether a verdict is for what there is in place of what the title speaks of: "We keep cron instead of adopting the queue"."""
    clause = _WHOLE.split(clean(text))[0]
    place = inside("in-place", clause)
    if place is None:
        return False
    kept, left = clause[: place.start()], clause[place.end() :]
    if not kept.strip():
        begins = inside("we", left)
        kept, left = (left[begins.start() :], left[: begins.start()]) if begins else ("", left)
    of_left, of_kept = (any(_is_in(word, title) for word in _THING.findall(part)) for part in (left, kept))
    return _keeps(kept) and of_left and not of_kept


def _of_a_draft(text: str, title: str) -> bool:
    """Whether a draft is accepted or refused, or something for discussion, of which the title does not speak."""
    draft = inside("a-draft", text)
    return draft is not None and draft[0].strip().lower() not in title.lower()


def _ends_something(title: str) -> bool:
    """Whether a title proposes to end or replace something: "Drop Python 3.9", "Should we retire the server?"."""
    title = title.partition(": ")[2] or title
    asked = leading("asked-whether", title)
    begins = plain(title)[asked.end() if asked else 0 :].strip()
    ends = leading("no-order", begins) and leading("reject|reject-bare|defer", begins)
    return bool(ends or leading("replaces-it", begins)) and not inside("versus", title)


def _refuses(word: str) -> bool:
    return (
        leading("reject|reject-bare|reject-label|defer|defer-label|defer-bare|refuse-matter|defer-matter", word)
        is not None
    )


def _is_in(word: str, title: str) -> bool:
    """Whether a title has a form of a word, apart from what became of something ("Rejected: …")."""
    words = (other.lower() for other in _THING.findall(title))
    return any(word.lower() == other or _same_verb(word.lower(), other) for other in words)


def _same_verb(word: str, other: str) -> bool:
    """Whether two words are forms of one: drop, dropping; retire, retirement; not postpone and Postgres, nor drop and dropdown."""
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, other, strict=False)))
    if same < max(STEM, min(len(word), len(other)) - 2) or other.endswith("ed"):
        return False
    end = other[same:]
    doubled = end[:1] == other[same - 1] and len(end) <= ENDING
    return len(end) < ENDING or doubled or whole("noun-end", end)


def _of_something_else(clause: str, title: str) -> bool:
    """Whether things without an article or a name are refused, which the title does not know: "Reject requests above 1 MB"."""
    words = _WORDS.findall(clause)[:3]
    negated = leading("negation|plain-no", clause)
    verb = next((place for place, word in enumerate(words[:2]) if _refuses(word) and not (negated and place == 0)), 2)
    thing = words[verb + 1] if verb + 1 < len(words) else ""
    return (
        thing.islower()
        and thing.endswith("s")
        and len(thing) >= STEM
        and not _is_in(thing, title)
        and not leading("matter|matter-of|matter-noun|article-of", thing)
    )
