"""What a verb acts on: "we defer it" speaks of the decision, "we defer loading" of what the software does."""

import re

from ..patterns.language_matchers import leading, lowered, matcher_for, whole
from .title_words import STEM
from .verdict_verbs import clean

_CLAUSE = re.compile(r"[.,;:!?()]|\s[–—-]\s|—")
_WORD = re.compile(r"`[^`]*`|[\w'’-]+")
_NAME = re.compile(r"`|[A-Z0-9]")


def something_else(sentence: str, title: str, acts: str = "acts") -> bool:
    """Whether somebody refuses, defers or accepts a thing that is neither the matter nor a name nor in the title."""
    return bool(_thing(sentence, title, acts))


def an_activity(sentence: str, title: str) -> bool:
    """Whether what is put off is done by the software: "We defer loading until the element is visible"."""
    return any(word.endswith("ing") for word in _thing(sentence, title)[:1])


def looked_at_again(sentence: str, title: str) -> bool:
    """Whether a thing is looked at again that is not the matter: "Re-check the signature if the file has changed"."""
    cleaned = clean(sentence)
    low = lowered(cleaned)
    verb = matcher_for("looks-again").search(low)
    if apart := None if verb else matcher_for("look _5 once-more").search(low):
        verb = matcher_for("look").search(low, apart.start())
    clause = _CLAUSE.split(cleaned[verb.end() :], maxsplit=1)[0] if verb else ""
    article, *thing = _until(_WORD.findall(clause)) or [""]
    return _is_else(article, thing, title)


def happens_to_something_else(main_clause: str, title: str) -> bool:
    """Whether what is looked at again in a main clause is its subject, and not the matter: "…, the request is checked again"."""
    words = _WORD.findall(clean(main_clause))[:8]
    words = words[1:] if words and whole("modals", words[0]) else words
    end = next(
        (n for n, word in enumerate(words) if n and whole("modals|main-modal|copula|be|states", word)), len(words)
    )
    return len(words) > end and _is_else(words[0], words[1:end], title)


def _is_else(article: str, thing: list[str], title: str) -> bool:
    """Whether the words behind an article name something that is neither the matter nor a name nor in the title."""
    if not thing or not leading("article-of|the-or-our", article) or whole("matter", article):
        return False
    return not any(
        _NAME.match(word) or whole("looked-at|verdict-noun|matter-noun|decision", word) or _is_in(word, title)
        for word in thing
    )


def _thing(sentence: str, title: str, acts: str = "acts") -> list[str]:
    """The words for what a verb acts on; none if it is the matter, a name or in the title."""
    cleaned = clean(sentence)
    verb = matcher_for(f"we _2 {acts}").search(lowered(cleaned))
    if verb is None:
        return []
    clause = _CLAUSE.split(cleaned[verb.end() :], maxsplit=1)[0]
    thing = _until(_WORD.findall(clause))
    if matter := leading("the-matter", clause):
        thing = _until(_WORD.findall(clause[matter.end() :])[1:]) if leading("of-thing", clause[matter.end() :]) else []
    if any(whole("the-next", word) for word in thing):  # what comes next is taken again and again
        return thing
    return [] if any(_NAME.match(word) or _is_in(word, title) for word in thing) else thing


def _until(words: list[str]) -> list[str]:
    """The words up to the first that no longer names the thing."""
    end = next((n for n, word in enumerate(words) if leading("object-end", word)), len(words))
    return words[: min(end, 6)]


def _is_in(word: str, title: str) -> bool:
    stem = word[:STEM].lower()
    return len(stem) == STEM and any(other[:STEM].lower() == stem for other in _WORD.findall(title))
