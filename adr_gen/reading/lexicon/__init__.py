"""The words of each language: one file of plain words a language, a slot a key."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache
from importlib.resources import files

LANGUAGES = ("en", "de", "fr", "es", "pt", "it", "ru", "zh", "ja")
UNSPACED = ("zh", "ja")
"""Languages that put no blanks between words."""
UNARTICLED = ("ru",)
"""Languages with blanks and without articles."""
_SCRIPTS = {
    "ja": re.compile("[\u3040-\u30ff]"),
    "zh": re.compile("[\u3400-\u9fff]"),
    "ru": re.compile("[\u0400-\u04ff]"),
}
_OTHER_SCRIPT = re.compile("[\u0400-\u04ff\u3040-\u30ff\u3400-\u9fff]")
_SIGN = re.compile(r"[^\x00-\x7f](?<=[\W\d])")
"""What is no letter and not ASCII."""
_LETTERS = bytes(sign if sign > 127 or chr(sign).isalpha() else 32 for sign in range(256))
"""Bytes of UTF-8 with blanks for the ASCII that is no letter."""
_SAMPLE = 3_000
_BRIEF = 1_500
"""Characters by which the language of a text is told."""


@cache
def slots(language: str) -> dict[str, tuple[str, ...]]:
    """The entries of each slot of a language, in lower case."""
    text = (files(__package__) / f"{language}.toml").read_text(encoding="utf-8")
    return {name: tuple(_entries(value)) for name, value in tomllib.loads(text).items()}


def _entries(value: str) -> list[str]:
    return [" ".join(part.split()).lower() for part in value.split(",") if part.strip()]


@cache
def words(slot: str, language: str | None = None) -> tuple[str, ...]:
    """The entries of a slot in one language, or in all."""
    chosen = (language,) if language else LANGUAGES
    return tuple(dict.fromkeys(word for name in chosen for word in slots(name).get(slot, ())))


@cache
def pairs(slot: str, language: str | None = None) -> dict[str, str]:
    """The entries of a slot such as `two=2`: what is written and what it stands for; in one language, or in all."""
    return {entry: meaning for entry, _, meaning in (word.partition("=") for word in words(slot, language))}


@cache
def _telling() -> dict[str, tuple[str, ...]]:
    """Single words by which a language is known, with the languages that have them; none of the others is an English one."""
    english = {part for entries in slots("en").values() for word in entries for part in word.replace("-", " ").split()}
    telling: dict[str, tuple[str, ...]] = dict.fromkeys(slots("en")["common"], ("en",))
    for language in LANGUAGES:
        if language not in ("en", *_SCRIPTS):
            own = {word.strip("-") for entries in slots(language).values() for word in entries}
            for word in own - english:
                if len(word) > 1 and word.isalpha():
                    telling[word] = (*telling.get(word, ()), language)
    return telling


# reading, candidates and doubts ask for one document in turn, never for an older one again
@lru_cache(8)
def languages(text: str) -> tuple[str, ...]:
    """The languages of a text, the one it is written in first; English is always among them."""
    sample = text[:_SAMPLE].lower()
    telling = _telling()
    scores: Counter[str] = Counter()
    if not sample.isascii() and _OTHER_SCRIPT.search(sample):
        # a word of Japanese may have one kana only, of which Chinese has none
        scores |= {name: (len(script.findall(sample)) + (name == "ja")) // 2 for name, script in _SCRIPTS.items()}
        scores["zh"] = 0 if scores["ja"] * 10 > scores["zh"] else scores["zh"]
    # a third of the time that a search for words takes
    letters = (sample if sample.isascii() else _SIGN.sub(" ", sample)).encode().translate(_LETTERS).decode()
    for word, count in Counter(filter(telling.__contains__, letters.split())).items():
        for language in telling[word]:
            scores[language] += count
    english = scores.pop("en", 0)
    least = max(2, english / 6) if len(sample) > _BRIEF else 1
    ranked = scores.most_common(3)
    others = [name for name, score in ranked if score >= max(least, ranked[0][1] * 0.8)]
    return (*others, "en") if others and scores[others[0]] > english else ("en", *others)


_SPOKEN: ContextVar[tuple[str, ...]] = ContextVar("spoken", default=LANGUAGES)
_TEXT: ContextVar[str | None] = ContextVar("text", default=None)


spoken = _SPOKEN.get
"""The languages of the text that is read just now; all outside of one."""
text_read = _TEXT.get
"""The text itself, in lower case; None outside of one."""


@contextmanager
def speaking(text: str) -> Iterator[tuple[str, ...]]:
    """Know only the languages of a text while it is read: patterns of the others are not even made."""
    chosen = languages(text)
    before, outer = _SPOKEN.set(chosen), _TEXT.set(text.lower())
    try:
        yield chosen
    finally:
        _SPOKEN.reset(before)
        _TEXT.reset(outer)
