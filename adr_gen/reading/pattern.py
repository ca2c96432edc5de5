"""Patterns over the slots of a lexicon: what a rule matches, and the regular expression that this means in a language.

A pattern is read word by word: `slot`, `slot?` (may be absent), `slot*` (any number), `one|other`, `!slot` (not here),
`name=slot` (kept under a name), `_` (a word), `_4` (up to four words), `...` (anything), `<text>` and `<text..>` (what is taken, to
the end or as little as can be), `^` and `$` (begin and end), and signs such as `,` or `:`. Slots in capitals are numbers and the like.
"""

import re
import tomllib
from collections.abc import Callable, Iterator
from functools import cache, lru_cache, wraps
from importlib.resources import files
from typing import ParamSpec, TypeVar

from . import lexicon

P = ParamSpec("P")
T = TypeVar("T")
_TOKEN = re.compile(r"(?:(?P<key>[a-z]+)=)?(?P<no>!)?(?P<names>[A-Za-z][\w|-]*)(?P<count>[?*]?)\Z")
_GAP = re.compile(r"_(?P<most>\d*)(?P<maybe>\??)\Z")
_TAKEN = re.compile(r"<(?P<name>\w+)(?P<short>\.\.)?>\Z")
_SIGNS = {
    ",?": r"[,，、]?\s*",
    "^": r"\A[\W_]*",
    "$": r"[\W_]*\Z",
    "...": ".*?",
    "=": r"\s*[=:：]\s*",
    ":": r"\s*[:：]\s*",
    ",": r"[,，、;；]\s*",
    "LIST": r"(?<=[,:(])|(?=[,:(])",
    "BRACKET": r"(?<=[(（])",
    "COMMA": r"(?<=[,，]\s)",
    "START": r"(?:\A|(?<=[;—–:(]\s)|(?<=[(，；]))[\W_]*",
}
_NUMBERS = {
    "NUMBER": r"[~$€£]{0,2}\d[\d.,]*[km]?(?!\d)|{number}",
    "VERSION": r"v?\d+\.\d+(?:\.\d+|\.x)+|v\d+\.\d+[\w.]*|\d+\.x",
    "INT": r"v?\d+(?:\.\d+)?\+?",
    "DIGITS": r"#?\d{1,4}",
    "HASH": r"#?\d+",
    "NAME": r"\d{1,3}|[a-z]|\w{1,3}",
    "NTH": r"\d+(?:st|nd|rd|th)|{ordinal}",
    "YEAR": r"20\d\d",
    "MONTH": r"{months}",
    "STOP": r"(?:[.!:]|\Z)",
    "VERSIONED": r"\d+\.\d[\w.]*|(?<=[a-z.\s])\d[\w.]*",
    "PASTED": r"\w+ed(?!\w)",
    "PLUS": r"(?:(?<=\d)\+)",
    "QUARTER": r"q[1-4]",
    "DOTTED": r"v?\d+\.\d+(?![\w.])",
    "VINT": r"v\d+",
    "DAY": r"\d{1,2}(?:st|nd|rd|th)?",
    "TICKET": r"[a-z][a-z0-9]{1,9}-\d+",
    "FILE": r"[\w/*-]+\.\w+`?",
    "LESS": r"[<>≥≤]=?",
    "IDS": r"#?[a-z]{0,12}-?\d[\w.-]*",
    "WORD": r"[\w./@-]+",
    "THOUSANDS": r"(?!20\d\d\b)\d[\d,]{2,}\+?",
    "MEASURE": r"(?<=[\d\s])(?:%|[kmgt]i?b(?:/s)?(?!\w)|m?s(?!\w)|{unit})",
    "ADDRESS": r"https?://[^\s)]+/(?:issues|pull|merge[_ -]requests)/\d+|[\w.-]+/[\w.-]+#\d+|[\w.-]{3,}#\d+|(?<![\w&])#\d+",
}
Trie = dict[str, "Trie"]


@cache
def phrases() -> dict[str, list[str]]:
    """Patterns that have a name of their own."""
    text = (files(__package__) / "rules" / "phrases.toml").read_text(encoding="utf-8")
    return {name: list(rows) for name, rows in tomllib.loads(text).items()}


def group(words: tuple[str, ...]) -> str:
    """Words as one group of a regular expression that shares their beginnings, so that many cost little."""
    trie: Trie = {}
    for word in words:
        node = trie
        for sign in [*word[:-1].replace("'", "’"), "*" if word[-1:] == "-" and len(word) > 1 else word[-1:]]:
            node = node.setdefault(sign, {})
        node[""] = {}
    return _written(trie)


_SPELT = {" ": r"[\s_-]+", "-": r"[\s_-]?", "*": r"\w*", "’": "['’]"}


def _written(node: Trie) -> str:
    rows = [f"{_SPELT.get(sign) or re.escape(sign)}{_written(below)}" for sign, below in node.items() if sign]
    if not rows:
        return ""
    body = rows[0] if len(rows) == 1 else f"(?:{'|'.join(rows)})"
    return f"(?:{body})?" if "" in node else body


@cache
def _slot(names: str, language: str) -> str:
    """Slots or phrases, apart by `|`, as a regular expression; empty if the language has no words for any."""
    bodies, words = [], list[str]()
    for name in names.split("|"):
        if name in _NUMBERS:
            bodies.append(_number(name, language))
        elif name in phrases():
            bodies += filter(None, (_sequence(row, language) for row in phrases()[name]))
        else:
            words += _words(name, language)
    if words:
        bodies.insert(0, _bounded(f"(?:{group(tuple(words))})", language))
    return "" if not bodies else bodies[0] if len(bodies) == 1 else f"(?:{'|'.join(bodies)})"


def _words(name: str, language: str) -> list[str]:
    """The entries of a slot; of months each name."""
    entries = lexicon.words(name, language)
    return [part for entry in entries for part in entry.split("/")] if name == "months" else list(entries)


def _number(name: str, language: str) -> str:
    body = _NUMBERS[name]
    for slot in ("number", "ordinal", "months", "unit"):
        if f"{{{slot}}}" in body:
            body = body.replace(f"{{{slot}}}", _slot(slot, language) or "(?!)")
    return f"(?:{body})" if body[0] in "[(" and name != "NUMBER" else rf"(?<!\w)(?:{body})"


def _bounded(body: str, language: str) -> str:
    return body if language in lexicon.UNSPACED else rf"(?<!\w){body}(?:(?<=['’])|(?!\w|['’]\w))"


@cache
def _sequence(pattern: str, language: str) -> str:
    """A pattern as a regular expression of one language; empty if the language lacks words that it needs."""
    between = "[\\s*_\"“”「」'(]*" if language in lexicon.UNSPACED else "[\\s*_\"“”'()\\-–]*"
    parts = []
    for token in pattern.split():
        part = _one(token, language, between)
        if part is None:
            return ""
        parts.append(part)
    return "".join(parts)


def _one(token: str, language: str, between: str) -> str | None:
    if token in _SIGNS:
        return _SIGNS[token]
    if gap := _GAP.match(token):
        sign, most = r"[^\s.;:!?。；：！？]", int(gap["most"] or 1)
        if language in lexicon.UNSPACED:  # a word is up to three signs; words counted one by one would take for ever
            return rf"{sign}{{0,{3 * most}}}?"
        return rf"(?:{sign}+\s+){{{0 if gap['most'] or gap['maybe'] else 1},{most}}}?"
    if taken := _TAKEN.match(token):
        return rf"(?P<{taken['name']}>\S.*{'?' if taken['short'] else ''})" + (between if taken["short"] else "")
    found = _TOKEN.match(token)
    if not found:
        raise ValueError(f"{token!r} is no part of a pattern")
    body = _slot(found["names"], language)
    if found["no"]:
        return f"(?!{between}(?:{body}))" if body else ""
    if not body:
        return "" if found["count"] else None
    if found["key"]:
        body = f"(?P<{found['key']}>{body})"
    return f"(?:(?:{body}){between}){found['count'] or ''}" if found["count"] else f"(?:{body}){between}"


_STEM = 3
_NOTHING = re.compile("(?!)")
_WORDS = re.compile(r"[^\W_]+")
_HEAD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


@lru_cache(512)
def stems(text: str) -> frozenset[str]:
    """How the words of a text begin."""
    return frozenset([word[:_STEM] for word in _WORDS.findall(text)])


def _beginnings(entry: str) -> frozenset[str] | None:
    """How the first word of an entry may begin, with and without its hyphens; None if it is too short to tell."""
    head = _HEAD.match(entry)
    if not head:
        return None
    parts = head[0].split("-")
    if entry[-1] == "-" and " " not in entry and len("".join(parts)) < _STEM:
        return None
    return frozenset("".join(parts[:count])[:_STEM] for count in range(1, len(parts) + 1))


@cache
def _stems_of(names: str, language: str) -> frozenset[str] | None:
    """Stems of which a text has one wherever an entry of the slots or phrases stands; None if nothing is known of it."""
    found = set[str]()
    for name in names.split("|"):
        if name in phrases():
            rows = (needs(row, language) for row in phrases()[name] if _sequence(row, language))
            parts = [min(row, key=len) if row else None for row in rows]
        else:
            parts = [None] if name in _NUMBERS else [_beginnings(word) for word in _words(name, language)]
        if None in parts:
            return None
        found.update(*filter(None, parts))
    return frozenset(found)


@cache
def needs(pattern: str, language: str) -> tuple[frozenset[str], ...]:
    """Sets of stems; a text that lacks all of one set does not match the pattern."""
    if language in lexicon.UNSPACED:
        return ()
    tokens = (_TOKEN.match(token) for token in pattern.split() if token not in _SIGNS)
    required = (t["names"] for t in tokens if t and not (t["no"] or t["count"]))
    sets = (_stems_of(names, language) for names in required)
    return tuple(sorted((one for one in sets if one is not None), key=len))


class Expression:
    """A pattern in some languages; its regular expression is made for the first text that has the words it needs."""

    def __init__(self, pattern: str, languages: tuple[str, ...]) -> None:
        self._bodies = {name: body for name in languages if (body := _sequence(pattern, name))}
        self._needs = tuple(needs(pattern, name) for name in self._bodies)
        self._made: re.Pattern[str] | None = None

    @property
    def pattern(self) -> str:
        """The text of the regular expression."""
        return "|".join(self._bodies.values()) or "(?!)"

    @property
    def stems(self) -> frozenset[str] | None:
        """Stems of which every text that matches has one; None if nothing is known of it."""
        return frozenset().union(*(row[0] for row in self._needs)) if all(self._needs) else None

    def may(self, known: frozenset[str]) -> bool:
        """Whether a text with these stems has the words without which nothing in it matches."""
        for row in self._needs:
            for needed in row:
                if needed.isdisjoint(known):
                    break
            else:
                return True
        return False

    def _needed(self, text: str) -> re.Pattern[str]:
        if self.may(stems(text)):
            self._made = re.compile(self.pattern, re.S)
        return self._made or _NOTHING

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The first match in a text."""
        return (self._made or self._needed(text)).search(text, start)

    def match(self, text: str) -> re.Match[str] | None:
        """The match with which a text begins."""
        return (self._made or self._needed(text)).match(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches in a text."""
        return (self._made or self._needed(text)).finditer(text)


@lru_cache(None)
def compiled(pattern: str, language: str) -> Expression | None:
    """A pattern in a language, for a `lowered` text; None if the language lacks words for it."""
    return Expression(pattern, (language,)) if _sequence(pattern, language) else None


_anywhere = lru_cache(None)(Expression)


def anywhere(pattern: str, languages: tuple[str, ...] | None = None) -> Expression:
    """A pattern in several languages, those of the text that is read if none are named."""
    return _anywhere(pattern, languages or lexicon.spoken())


def of_languages(make: Callable[P, T]) -> Callable[P, T]:
    """What a function makes, once for the languages that are read."""
    made: dict[tuple[object, ...], T] = {}

    @wraps(make)
    def kept(*args: P.args, **kwargs: P.kwargs) -> T:
        key = (lexicon.spoken(), *args)
        if key not in made:
            made[key] = make(*args, **kwargs)
        return made[key]

    return kept


def either(*names: str) -> str:
    """Slots or phrases as one group of a regular expression without regard to case."""
    return _either(names, lexicon.spoken())


@lru_cache(None)
def _either(names: tuple[str, ...], languages: tuple[str, ...]) -> str:
    bodies = (_slot("|".join(names), language) for language in languages)
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
