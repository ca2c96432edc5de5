"""Patterns over the slots of a lexicon: what a rule matches, and the regular expression that this means in a language.

A pattern is read word by word: `slot`, `slot?` (may be absent), `slot*` (any number), `one|other`, `!slot` (not here),
`name=slot` (kept under a name), `_` (a word), `_4` (up to four words), `...` (anything), `<text>` and `<text..>` (what is taken, to
the end or as little as can be), `^` and `$` (begin and end), and signs such as `,` or `:`. Slots in capitals are numbers and the like.
"""

import re
import tomllib
from collections.abc import Callable
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
            words += (
                part
                for word in lexicon.words(name, language)
                for part in (word.split("/") if name == "months" else [word])
            )
    if words:
        bodies.insert(0, _bounded(f"(?:{group(tuple(words))})", language))
    return "" if not bodies else bodies[0] if len(bodies) == 1 else f"(?:{'|'.join(bodies)})"


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


@lru_cache(None)
def compiled(pattern: str, language: str) -> re.Pattern[str] | None:
    """The regular expression of a pattern in a language, for a `lowered` text; None if the language lacks words for it."""
    body = _sequence(pattern, language)
    return re.compile(body, re.S) if body else None


@lru_cache(None)
def _anywhere(pattern: str, languages: tuple[str, ...]) -> re.Pattern[str]:
    bodies = list(filter(None, (_sequence(pattern, language) for language in languages)))
    return re.compile("|".join(bodies), re.S) if bodies else re.compile("(?!)")


def anywhere(pattern: str, languages: tuple[str, ...] | None = None) -> re.Pattern[str]:
    """The regular expression of a pattern in several languages, those of the text that is read if none are named."""
    return _anywhere(pattern, languages or lexicon.spoken())


@lru_cache(None)
def source(pattern: str, languages: tuple[str, ...]) -> str:
    """A pattern in several languages as the text of a regular expression."""
    return "|".join(filter(None, (_sequence(pattern, language) for language in languages))) or "(?!)"


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
