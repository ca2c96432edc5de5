"""Patterns over the slots of a lexicon, searched in texts; `grammar.py` says how one is read."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache, wraps
from typing import Generic, ParamSpec, TypeVar

from . import grammar, lexicon, word_index
from .prefilter import Needs, needs
from .word_index import Words

P = ParamSpec("P")
T = TypeVar("T")
_SIGN = re.compile("[;—–:(，；]")
FEW = 30
"""How many words are looked for in a text faster than the pattern that needs one of them."""


class _Spoken:
    """A pattern in one language; its regular expression is made for the first text that has the words it needs."""

    def __init__(self, pattern: str, language: str) -> None:
        self._source = pattern, language
        self.needs = needs(pattern, language)
        self.keywords = self._keywords()
        self.clausal = pattern.startswith("START")
        self.made: re.Pattern[str] | None = None

    @cached_property
    def body(self) -> str:
        """The text of the regular expression."""
        return grammar.sequence(*self._source)

    @property
    def same_as(self) -> object:
        """What it shares with those that match the same: of numbers and signs the words are those of no language."""
        return self._source if self.needs.anywhere else self.body

    def _keywords(self) -> tuple[str, ...]:
        """Words, or how they begin, of which every text that matches holds one; empty where they are many."""
        fewest = next(iter(self.needs.anywhere), frozenset[str]())
        return tuple(head.removesuffix("*") for head in fewest) if len(fewest) <= FEW else ()

    def may_match(self, text: str) -> bool:
        """Whether one of its words stands in a text."""
        return not self.keywords or any(map(text.__contains__, self.keywords))

    def search(self, text: str, start: int) -> re.Match[str] | None:
        """The first match in a text."""
        if not self.may_match(text):
            return None
        made = self.made or self._needed(text)
        if made is None or not self.clausal:
            return made.search(text, start) if made else None
        return next(filter(None, (made.match(text, place) for place in _clauses(text) if place >= start)), None)

    def _needed(self, text: str) -> re.Pattern[str] | None:
        """The regular expression, made if a text has the words for it."""
        return self._make() if self.needs.met(word_index.words(text).heads) else None

    def leading(self, text: str) -> re.Pattern[str] | None:
        """The regular expression, made if a text begins with a word for it."""
        first = self.needs.first
        return self._needed(text) if first is None or not first.isdisjoint(word_index.of_first(text)) else None

    def among(self, text: str, known_words: Words) -> re.Match[str] | None:
        """The first match in a text whose words are known: few of them may begin one."""
        if not self.needs.met(known_words.heads):
            return None
        made = self.made or self._make()
        if self.needs.first is None or not self.needs.begins:
            return self.search(text, 0)
        return next(filter(None, (made.match(text, place) for place in known_words.places(self.needs.first))), None)

    def _make(self) -> re.Pattern[str]:
        self.made = re.compile(self.body, re.S)
        return self.made


_spoken = lru_cache(None)(_Spoken)


def _clauses(text: str) -> Iterator[int]:
    """Where clauses begin, as `START` means it."""
    yield 0
    for sign in _SIGN.finditer(text):
        if sign[0] in "(，；":
            yield sign.end()
        if sign[0] not in "，；" and text[sign.end() : sign.end() + 1].isspace():
            yield sign.end() + 1


class Expression:
    """A pattern in some languages."""

    def __init__(self, pattern: str, languages: tuple[str, ...]) -> None:
        rows = [(row, name) for name in languages for row in grammar.alternatives(pattern)]
        spoken = (_spoken(row, name) for row, name in rows if grammar.can_match(row, name))
        # numbers and signs are the same in every language, and need be searched once only
        self.spoken = tuple({one.same_as: one for one in spoken}.values())
        self.anchored = pattern.startswith("^")

    @property
    def pattern(self) -> str:
        """The text of the regular expression."""
        return "|".join(one.body for one in self.spoken) or "(?!)"

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The first match in a text."""
        if self.anchored:
            return None if start else self.match(text)
        first = None
        for one in self.spoken:
            match = one.search(text, start)
            if match and (first is None or match.start() < first.start()):
                first = match
        return first

    def among(self, text: str, known_words: Words) -> re.Match[str] | None:
        """The first match in a text with these words."""
        if self.anchored:
            return self.match(text)
        matches = filter(None, (one.among(text, known_words) for one in self.spoken))
        return min(matches, key=lambda match: match.start(), default=None)

    def match(self, text: str) -> re.Match[str] | None:
        """The match with which a text begins."""
        for one in self.spoken:
            made = one.made or one.leading(text)
            if made and (match := made.match(text)):
                return match
        return None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches in a text."""
        known = word_index.words(text).heads
        needed = any(one.needs.met(known) for one in self.spoken)
        return re.compile(self.pattern, re.S).finditer(text) if needed else iter(())


class Rows(Generic[T]):
    """Things with an expression each, in order; the words of a text alone tell that most of them do not match."""

    def __init__(self, rows: Iterable[tuple[T, Expression]]) -> None:
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

    def of(self, text: str) -> list[tuple[T, Expression]]:
        """Those that may match a text in lower case."""
        known = word_index.words(text).heads
        # a few heads of the text against all of the rows, not each row against the text
        some = [self._first[head] for head in self._first.keys() & word_index.of_first(text)]
        some += [self._anywhere[head] for head in self._anywhere.keys() & known]
        numbers = {number for rows in some for number, needed in rows if needed.met(known)}
        return [self._rows[number] for number in sorted(numbers.union(self._always))]


@lru_cache(None)
def compiled(pattern: str, language: str) -> Expression | None:
    """A pattern in a language, for a `lowered` text; None if the language lacks words for it."""
    return Expression(pattern, (language,)) if grammar.can_match(pattern, language) else None


class _Expressions(dict[str, Expression]):
    """The patterns of some languages, each made when it is asked for first."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        self._languages = languages

    def __missing__(self, pattern: str) -> Expression:
        made = self[pattern] = Expression(pattern, self._languages)
        return made


_expressions = lru_cache(None)(_Expressions)


def anywhere(pattern: str, languages: tuple[str, ...] | None = None) -> Expression:
    """A pattern in several languages, those of the text that is read if none are named."""
    return _expressions(languages or lexicon.spoken())[pattern]


def may_stand(pattern: str) -> bool:
    """Whether the words that a pattern needs stand anywhere in the text that is read, so that its parts need be searched."""
    text = lexicon.text_read()
    return text is None or any(one.may_match(text) for one in anywhere(pattern).spoken)


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


def finder(*names: str) -> re.Pattern[str]:
    """Finds an entry of the slots or phrases anywhere in a text."""
    return _finder(names, lexicon.spoken())


@lru_cache(None)
def _finder(names: tuple[str, ...], languages: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(_either(names, languages), re.I)


def lowered(text: str) -> str:
    """`text` in lower case, letter by letter: places in it are places in `text`."""
    lower = text.lower()
    # the Turkish İ becomes two letters in lower case, which would shift every place behind it
    return lower if len(lower) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def whole(slot: str, text: str) -> bool:
    """Whether a text is exactly one of a slot's entries, in any language."""
    return bool(anywhere(f"^ {slot} $").match(lowered(text)))


def leading(slot: str, text: str, languages: tuple[str, ...] | None = None) -> re.Match[str] | None:
    """What a text begins with, if that is one of a slot's entries."""
    return anywhere(slot, languages).match(lowered(text))


def inside(slot: str, text: str, languages: tuple[str, ...] | None = None) -> re.Match[str] | None:
    """Where a slot's entry stands in a text."""
    return anywhere(slot, languages).search(lowered(text))
