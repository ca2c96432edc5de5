"""Heads of texts: the words without which a pattern matches nothing, so that most patterns are neither made nor searched.

A head is a word, `begin*` for every word that begins so, or, in a language without blanks, a single sign.
"""

import re
from functools import cache, lru_cache

from ..lexicon import LANGUAGES, UNSPACED, slots

Heads = frozenset[str]
_WORD = re.compile(r"[^\W_]+")
_START = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
NONE: Heads = frozenset()
DIGIT = r"\d"
"""The head of every word with a digit, and the entry that stands for any number in digits."""
_APART = "".join(chr(sign) if chr(sign).isalnum() else " " for sign in range(128))
"""ASCII with blanks for what is in no word."""
_WIDE = "\u3000"
"""From here on signs are of languages without blanks."""
_MOST, _LONGEST = 50_000, 60
"""How many words are remembered, and the characters of the longest one that is."""


@cache
def first_of(entry: str, language: str) -> Heads | None:
    """The heads with which an entry of a slot begins; None if nothing is known of it."""
    if language in UNSPACED:
        return frozenset(entry[:1]) if entry[:1] >= _WIDE and entry[:1].isalnum() else None
    return _of_word(entry.split(" ")[0], is_open=_is_open(entry))


@cache
def one_of(entry: str, language: str) -> Heads | None:
    """Heads of which a text has one wherever an entry of a slot stands in it, those of its rarest word; None as above."""
    if entry == DIGIT:
        return frozenset((DIGIT,))
    if language in UNSPACED:
        return first_of(entry, language)
    *others, last = entry.split(" ")
    heads_of_words = [*(_of_word(word) for word in others), _of_word(last, is_open=entry[-1] == "-")]
    common = _common(language)
    # a long word stands in fewer texts than a short one, and the most common ones stand in nearly all
    return max(
        filter(None, heads_of_words),
        key=lambda heads: (heads.isdisjoint(common), min(map(len, heads))),
        default=None,
    )


@cache
def _common(language: str) -> Heads:
    """The words of a language that stand in nearly every text."""
    return frozenset(slots(language).get("common", ()) + slots(language).get("common-words", ()))


def _of_word(word: str, is_open: bool = False) -> Heads | None:
    start = _START.match(word)
    if not start:
        return None
    parts = start[0].split("-")
    joined = ["".join(parts[:count]) for count in range(1, len(parts) + 1)]  # a hyphen may be a blank, or nothing
    return frozenset([*joined[:-1], f"{joined[-1]}*"] if is_open else joined)


def _is_open(entry: str) -> bool:
    """Whether an entry is one word that may end in any way."""
    return entry[-1] == "-" and " " not in entry


@cache
def _beginnings() -> tuple[Heads, int]:
    """All heads `begin*` of the lexicon, and how long the longest is."""
    entries = (
        part for language in LANGUAGES for row in slots(language).values() for entry in row for part in entry.split("/")
    )
    heads = (_of_word(entry.split(" ")[-1], is_open=True) for entry in entries if entry[-1:] == "-")
    open_heads = frozenset(head for some in heads for head in some or () if head[-1] == "*")
    return open_heads, max(map(len, open_heads), default=0)


class _Words(dict[str, Heads]):
    """The heads of single words."""

    def __missing__(self, word: str) -> Heads:
        known, longest = _beginnings()
        begins = {f"{word[:end]}*" for end in range(1, min(len(word), longest) + 1)} & known
        heads = frozenset({word, *begins, *(sign for sign in word if sign >= _WIDE)})
        if any(map(str.isdecimal, word)):
            heads |= {DIGIT}
        # the cache is for words of a language; addresses and hashes would only fill it
        if len(word) <= _LONGEST:
            # emptied whole: bookkeeping for the oldest would cost more than making them again
            if len(self) >= _MOST:
                self.clear()
            self[word] = heads
        return heads


_WORDS = _Words()


def pieces(text: str) -> list[str]:
    """The words of a text in their order."""
    # the same either way, and for most texts the first one is three times as fast
    return text.translate(_APART).split() if text.isascii() else _WORD.findall(text)


def plain(text: str) -> str:
    """The words of a text with a blank before each and behind the last."""
    return f" {' '.join(pieces(text))} "


class Words:
    """The words of a text in lower case, by their heads."""

    __slots__ = ("_places", "_plain", "_text", "heads")

    def __init__(self, text: str) -> None:
        self._text = text
        self._places: dict[str, list[int]] | None = None
        self._plain = ""
        self.heads: Heads = NONE.union(*map(_WORDS.__getitem__, set(pieces(text))))

    @property
    def plain(self) -> str:
        """The words one after the other, each between blanks."""
        self._plain = self._plain or plain(self._text)
        return self._plain

    def places(self, heads: Heads) -> list[int]:
        """Where the words begin that have one of some heads."""
        shared = heads & self.heads
        if shared and self._places is None:
            self._places = {}
            for word in _WORD.finditer(self._text):
                for head in _WORDS[word[0]]:
                    self._places.setdefault(head, []).append(word.start())
        return sorted({place for head in shared for place in (self._places or {})[head]})


# many patterns ask for the words of one text before the next, and the files of a project share headings and labels
words = lru_cache(4096)(Words)


# as above: six times of seven the text is known
@lru_cache(1024)
def of_first(text: str) -> Heads:
    """The heads of the first word of a text in lower case."""
    first = _WORD.search(text)
    return _WORDS[first[0]] if first else NONE
