"""Patterns over the slots of a lexicon in the languages that are read; `grammar.py` says how one is written."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache, wraps
from typing import Generic, ParamSpec, TypeVar

from .. import lexicon
from . import grammar, word_index
from .pattern_matcher import PatternMatcher
from .prefilter import Needs

_UNDERLINED = re.compile(r"(?<!\w)_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?!\w)")
"""Emphasis by underscores, which stands at the edges of words only."""
P = ParamSpec("P")
T = TypeVar("T")


class Rows(Generic[T]):
    """Things with an expression each, in order; the words of a text alone tell that most of them do not match."""

    def __init__(self, rows: Iterable[tuple[T, PatternMatcher]]) -> None:
        self._rows = tuple(rows)
        self._always: list[int] = []
        self._first: dict[str, list[tuple[int, Needs]]] = {}
        self._anywhere: dict[str, list[tuple[int, Needs]]] = {}
        for number, (_, expression) in enumerate(self._rows):
            for one in expression.spoken:
                self._add(number, one.needs, expression.anchored)

    def _add(self, number: int, needed: Needs, anchored: bool) -> None:
        if anchored and needed.first is not None:
            by, some = self._first, needed.first
        elif needed.anywhere:
            by, some = self._anywhere, needed.anywhere[0]
        else:
            self._always.append(number)
            return
        for head in some:
            by.setdefault(head, []).append((number, needed))

    def of(self, text: str) -> list[tuple[T, PatternMatcher]]:
        """Those that may match a text in lower case."""
        known = word_index.words(text).heads
        # a few heads of the text against all of the rows, not each row against the text
        some = [self._first[head] for head in self._first.keys() & word_index.of_first(text)]
        some += [self._anywhere[head] for head in self._anywhere.keys() & known]
        numbers = {number for rows in some for number, needed in rows if needed.met(known)}
        return [self._rows[number] for number in sorted(numbers.union(self._always))]


@lru_cache(None)
def compiled(pattern: str, language: str) -> PatternMatcher | None:
    """A pattern in a language, for a `lowered` text; None if the language lacks words for it."""
    return PatternMatcher(pattern, (language,)) if grammar.can_match(pattern, language) else None


class _Expressions(dict[str, PatternMatcher]):
    """The patterns of some languages, each made when it is asked for first."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        self._languages = languages

    def __missing__(self, pattern: str) -> PatternMatcher:
        made = self[pattern] = PatternMatcher(pattern, self._languages)
        return made


_expressions = lru_cache(None)(_Expressions)


def matcher_for(pattern: str, languages: tuple[str, ...] | None = None) -> PatternMatcher:
    """A pattern in several languages, those of the text that is read if none are named."""
    return _expressions(languages or lexicon.spoken())[pattern]


def may_stand(pattern: str) -> bool:
    """Whether the words that a pattern needs stand anywhere in the text that is read, so that its parts need be searched."""
    text = lexicon.text_read()
    return text is None or _may_stand(pattern, lexicon.spoken(), text)


# many sentences of one document ask the same, and each look goes through all of it
@lru_cache(64)
def _may_stand(pattern: str, languages: tuple[str, ...], text: str) -> bool:
    return any(one.may_match(text) for one in matcher_for(pattern, languages).spoken)


def may_hold(pattern: str, text: str) -> bool:
    """Whether a text may hold a match, in any of the languages that are read; it makes no regular expression to tell."""
    known = word_index.words(lowered(text))
    return any(one.may_hold(known) for one in matcher_for(pattern).spoken)


def of_languages(make: Callable[P, T]) -> Callable[P, T]:
    """What a function makes, once for the languages that are read."""
    made: dict[tuple[object, ...], T] = {}

    @wraps(make)
    def of_the_spoken(*args: P.args, **kwargs: P.kwargs) -> T:
        key = (lexicon.spoken(), *args)
        if key not in made:
            made[key] = make(*args, **kwargs)
        return made[key]

    return of_the_spoken


def either(*names: str) -> str:
    """Slots or phrases as one group of a regular expression without regard to case."""
    return _either(names, lexicon.spoken())


@lru_cache(None)
def _either(names: tuple[str, ...], languages: tuple[str, ...]) -> str:
    bodies = (grammar.slot("|".join(names), language) for language in languages)
    return f"(?:{'|'.join(filter(None, bodies)) or '(?!)'})"


def finder(*names: str, languages: tuple[str, ...] | None = None) -> re.Pattern[str]:
    """Finds an entry of the slots or phrases anywhere in a text."""
    return _finder(names, languages or lexicon.spoken())


@lru_cache(None)
def _finder(names: tuple[str, ...], languages: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(_either(names, languages), re.I)


# many patterns are matched with one text before the next
@lru_cache(1024)
def lowered(text: str) -> str:
    """`text` in lower case, letter by letter: places in it are places in `text`."""
    lower = text.lower()
    if "_" in lower:  # it is a letter to an expression, so that "_when_" would not be that word
        lower = _UNDERLINED.sub(lambda m: "*" * len(m[0]), lower)
    # the Turkish İ becomes two letters in lower case, which would shift every place behind it
    return lower if len(lower) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def whole(slot: str, text: str) -> bool:
    """Whether a text is exactly one of a slot's entries, in any language."""
    return _expressions(lexicon.spoken())[f"^ {slot} $"].match(lowered(text)) is not None


def leading(slot: str, text: str, languages: tuple[str, ...] | None = None) -> re.Match[str] | None:
    """What a text begins with, if that is one of a slot's entries."""
    return _expressions(languages or lexicon.spoken())[slot].match(lowered(text))


def find_slot(slot: str, text: str, languages: tuple[str, ...] | None = None) -> re.Match[str] | None:
    """Where a slot's entry stands in a text."""
    return _expressions(languages or lexicon.spoken())[slot].search(lowered(text))
