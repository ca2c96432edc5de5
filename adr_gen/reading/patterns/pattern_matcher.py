"""A pattern over the slots of a lexicon, in one language or several, and its matches in a text."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

from . import grammar, word_index
from .order_prefilter import follow, steps
from .prefilter import needs
from .word_index import Heads, Words

_SIGN = re.compile("[;—–:(，；]")
FEW = 30
"""How many words are looked for in a text faster than the pattern that needs one of them."""


class _Spoken:
    """A pattern in one language; its regular expression is made for the first text that has the words it needs, in their order."""

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
        return self._source if self._words else self.body

    def _keywords(self) -> tuple[str, ...]:
        """Words, or how they begin, of which every text that matches holds one; empty where they are many."""
        return tuple(head.removesuffix("*") for head in self._words) if len(self._words) <= FEW else ()

    @property
    def _words(self) -> Heads:
        """The fewest heads of words of which every text that matches has one; none where digits will do."""
        fewest = next(iter(self.needs.anywhere), word_index.NONE)
        return word_index.NONE if word_index.DIGIT in fewest else fewest

    def may_match(self, text: str) -> bool:
        """Whether one of its words stands in a text."""
        return not self.keywords or any(map(text.__contains__, self.keywords))

    def may_hold(self, text: Words) -> bool:
        """Whether a text may hold a match: it has what is needed, one after the other."""
        return self.needs.met(text.heads) and follow(steps(*self._source), text) >= 0

    def search(self, text: str, start: int) -> re.Match[str] | None:
        """The first match in a text that has the words it needs."""
        made = self.made or self._make(text)
        if made is None or not self.clausal:
            return made.search(text, start) if made else None
        return next(filter(None, (made.match(text, place) for place in _clauses(text) if place >= start)), None)

    def needed(self, text: str) -> re.Pattern[str] | None:
        """The regular expression, made if a text has the words for it."""
        return self._make(text) if self.needs.met(word_index.words(text).heads) else None

    def among(self, text: str, known_words: Words) -> re.Match[str] | None:
        """The first match in a text whose words are known: few of them may begin one."""
        made = (self.made or self._make(text)) if self.needs.met(known_words.heads) else None
        if made is None:
            return None
        if self.needs.first is None or not self.needs.begins:
            return self.search(text, 0)
        return next(filter(None, (made.match(text, place) for place in known_words.places(self.needs.first))), None)

    def _make(self, text: str) -> re.Pattern[str] | None:
        """The regular expression; None for a text that does not hold, one after the other, what it needs."""
        # never just because it was often asked: once it is made, every text is searched by it, hostile ones too
        if follow(steps(*self._source), word_index.words(text)) >= 0:
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


class _Index:
    """Which of several rows a text may match, by the heads of which each needs one; None: nothing is known of a row."""

    def __init__(self, needed: Iterable[Heads | None]) -> None:
        self._always: list[int] = []
        self._rows: dict[str, list[int]] = {}
        for number, heads in enumerate(needed):
            if heads is None:
                self._always.append(number)
            for head in heads or ():
                self._rows.setdefault(head, []).append(number)
        self._heads = frozenset(self._rows)

    def of(self, heads: Heads) -> list[int]:
        """The numbers of the rows that a text with these heads may match, in their order."""
        # nearly all texts have no word of any row
        if self._heads.isdisjoint(heads):
            return self._always
        found = self._heads & heads
        if len(found) == 1 and not self._always:
            return self._rows[next(iter(found))]
        return sorted(set(self._always).union(*map(self._rows.__getitem__, found)))


class PatternMatcher:
    """A pattern in some languages."""

    def __init__(self, pattern: str, languages: tuple[str, ...]) -> None:
        rows = [(row, name) for name in languages for row in grammar.alternatives(pattern)]
        spoken = (_spoken(row, name) for row, name in rows if grammar.can_match(row, name))
        # numbers and signs are the same in every language, and need be searched once only
        self.spoken = tuple({one.same_as: one for one in spoken}.values())
        self.anchored = pattern.startswith("^")

    @cached_property
    def _begin(self) -> _Index:
        """The rows by the first words of what they match."""
        return _Index(one.needs.first for one in self.spoken)

    @cached_property
    def _hold(self) -> _Index:
        """The rows by words that what they match holds."""
        return _Index(next(iter(one.needs.anywhere), None) for one in self.spoken)

    @property
    def pattern(self) -> str:
        """The text of the regular expression."""
        return "|".join(one.body for one in self.spoken) or "(?!)"

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The first match in a text."""
        if self.anchored:
            return None if start else self.match(text)
        first, known = None, word_index.words(text).heads
        for number in self._hold.of(known):
            one = self.spoken[number]
            match = one.search(text, start) if one.needs.met(known) else None
            if match and (first is None or match.start() < first.start()):
                first = match
        return first

    def holds(self, text: str) -> bool:
        """Whether it matches anywhere in a text."""
        known = word_index.words(text).heads
        for number in self._hold.of(known):
            one = self.spoken[number]
            if one.needs.met(known) and one.search(text, 0):
                return True
        return False

    def among(self, text: str, known_words: Words) -> re.Match[str] | None:
        """The first match in a text with these words."""
        if self.anchored:
            return self.match(text)
        if len(self.spoken) == 1:
            return self.spoken[0].among(text, known_words)
        matches = filter(None, (one.among(text, known_words) for one in self.spoken))
        return min(matches, key=lambda match: match.start(), default=None)

    def may_begin(self, text: str) -> bool:
        """Whether the first word of a text is one with which a match begins."""
        return bool(self._begin.of(word_index.of_first(text)))

    def match(self, text: str) -> re.Match[str] | None:
        """The match with which a text begins."""
        for number in self._begin.of(word_index.of_first(text)):
            one = self.spoken[number]
            made = one.made or one.needed(text)
            if made and (match := made.match(text)):
                return match
        return None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches in a text."""
        known = word_index.words(text).heads
        needed = any(one.needs.met(known) for one in self.spoken)
        return re.compile(self.pattern, re.S).finditer(text) if needed else iter(())
