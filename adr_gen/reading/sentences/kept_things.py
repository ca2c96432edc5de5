"""What a verdict keeps of what there is, and what that says of a title: "Stay on Oak" refuses "Evaluating Fern"."""

import re

from ..patterns.language_matchers import find_slot, leading, lowered, matcher_for, whole
from ..plain_text import plain
from .title_words import in_title, speaks_of, things
from .verdict_verbs import clean

_END = re.compile(r"[,.;:(，。；：（、]")
_QUESTION = re.compile(r"[?？]\W*\Z")
_VERSION = re.compile(r"\d[\w.]*")
_NAME = re.compile(r"\b(?:[A-Z]{2,}|[A-Za-z]+[a-z]+[A-Z]\w*)\b")
"""An abbreviation or a name with a capital inside."""


def what_we_do(text: str) -> str:
    """A sentence without what leads into it, its subject and "will": "wait and see" of "For now we'll wait and see"."""
    text = clean(text)
    for slot in ("introduction", "we", "fillers", "modal|will|be", "link"):
        begins = leading(slot, text)
        text = text[begins.end() :].lstrip() if begins else text
    return text.rstrip(". ")


def stays(text: str) -> bool:
    """Whether a verdict is for what there is already: "Keep the cron job"."""
    return bool(leading("stays", clean(text)))


def kept_by(sentence: str) -> str | None:
    """What a sentence keeps: "Oak" of "We stay on Oak" and of "Oak remains the default"; None if it keeps nothing."""
    so = find_slot("so-then", sentence)
    act = what_we_do(sentence[so.end() :] if so else sentence)
    if stays := leading("stays", act):
        return _END.split(act[stays.end() :])[0]
    last = find_slot("stays", act)
    if last and last[0][0] >= "\u3000" and not re.search(r"\w", act[last.end() :]):  # where the verb stands last
        return act[: last.start()]
    remains = matcher_for("^ <subject..> remain done-accept|the-way").match(lowered(act))
    return act[slice(*remains.span("subject"))] if remains else None


def ends_something(title: str, kept: str) -> bool:
    """Whether a title proposes to end or replace what is kept: "Drop Python 3.9", "Should we replace cron with a queue?"."""
    title = title.partition(": ")[2] or title
    asked = leading("asked-whether|asked-if-it-can", title)
    begins = plain(title)[asked.end() if asked else 0 :].strip()
    weighs = leading("weighing", begins)
    begins = begins[weighs.end() :].strip() if weighs else begins
    ends = (leading("no-order", begins) and leading("reject|reject-bare|defer", begins)) or leading("ending-it", begins)
    if not (ends or leading("replaces-it", begins)) or find_slot("versus", title):
        return False
    instead = find_slot("replaced-by", title)
    return not (instead and any(in_title(word, title[instead.end() :]) for word in things(kept)))


def keeps_another(kept: str, title: str) -> bool:
    """Whether what is kept is not what a title proposes to turn to: "Stay on Oak" about "Evaluating Fern"."""
    if not _proposes(title):
        return False
    if find_slot("as-it-was", kept) or not re.search(r"\w", kept):
        return True
    versions, proposed = set(_VERSION.findall(kept)), set(_VERSION.findall(title))
    if versions and proposed:
        return versions.isdisjoint(proposed)
    return bool(things(kept)) and not any(in_title(word, title) for word in things(kept))


def is_beside(kept: str, title: str) -> bool:
    """Whether a title names a thing that may be what is proposed, and another is kept: "Stay on Oak" about "Fern for mails"."""
    if find_slot("versus", title) or whole("context", title) or not things(kept) or find_slot("as-it-was", kept):
        return False
    topic = matcher_for("^ article-of? topic=NOUN _1? for|when|in-place").match(lowered(title))
    if title.rstrip().endswith("?"):
        named = bool(leading("should-we", title)) and not find_slot("stay-words", title)
    else:
        one_word = len(title.split()) == 1 and max(title) < "\u2e80"  # Chinese and Japanese put no blanks between words
        named = bool(topic or one_word or _NAME.search(title))
    return named and not any(in_title(word, topic["topic"] if topic else title) for word in things(kept))


def is_one_of(kept: str, options: frozenset[str], title: str) -> bool:
    """Whether what is kept is one of several options, none of which a title names: it only says what they are for."""
    if not options or any(speaks_of(name, title) for name in options):
        return False
    named = {speaks_of(kept, name) for name in options}
    return named == {True, False}


def _proposes(title: str) -> bool:
    """Whether a title proposes something new: "Evaluating Fern", "Move to Fern", "Do we need Fern?"."""
    asked = title.partition(": ")[2] or title
    title = plain(asked)
    proposes = leading("proposes-it|replaces-it", title) or matcher_for("proposes-last $").search(lowered(title))
    return bool(proposes or _asks_for_it(asked)) and not find_slot("versus", title)


def _asks_for_it(title: str) -> bool:
    """Whether a title asks whether to have something new, not which of several, and not whether to keep what there is."""
    asked = title.lstrip("¿ ")
    if leading("asked-which|asks-how", asked) or find_slot("stay-words|leave-alone|as-it-was", asked):
        return False
    return _QUESTION.search(title) is not None
