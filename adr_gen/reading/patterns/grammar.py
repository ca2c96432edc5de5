"""Patterns over the slots of a lexicon: what a rule matches, and the regular expression that this means in a language.

A pattern is read word by word: `slot`, `slot?` (may be absent), `slot*` (any number), `one|other`, `!slot` (not here),
`name=slot` (kept under a name), `_` (a word), `_4` (up to four words), `...` (anything), `<text>` and `<text..>` (what is taken, to
the end or as little as can be), `^` and `$` (begin and end), and signs such as `,` or `:`. Slots in capitals are numbers and the like.
"""

import re
from dataclasses import dataclass
from functools import cache

from .. import lexicon
from ..rules import table

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
    "→": r"\s*(?:→|⇒|⟶|[-=]>)\s*",
    ",": r"[,，、;；]\s*",
    "LIST": r"(?:(?<=[,:(])|(?=[,:(]))",
    "BRACKET": r"(?<=[(（])",
    "COMMA": r"(?<=[,，]\s)",
    "START": r"(?:\A|(?<=[;—–:(]\s)|(?<=[(，；]))[\W_]*",
}
NUMBERS = {
    "NUMBER": r"[~$€£]{0,2}\d[\d.,]*[km]?(?!\d)|{number}",
    "VERSION": r"v?\d+\.\d+(?:\.\d+|\.x)+|v\d+\.\d+[\w.]*|\d+\.x",
    "INT": r"v?\d+(?:\.\d+)?\+?",
    "DIGITS": r"#?\d{1,4}",
    "HASH": r"#?\d+",
    "NAME": r"\d{1,3}|[a-z]|\w{1,3}",
    "LETTER": r"[a-h](?!\w)",
    "SHORT": r"\w{1,3}(?![a-zà-ÿа-яё])",
    "NTH": r"\d+(?:st|nd|rd|th)|{ordinal}",
    "YEAR": r"20\d\d",
    "MONTH": r"{months}",
    "STOP": r"(?:[.!:]|\Z)",
    "CLOSE": r"(?:[.!:;,(–—]|\s-\s|\Z)",
    "VERSIONED": r"\d+\.\d[\w.]*|(?<=[a-z.\s])\d[\w.]*",
    "DOING": r"\w+ing(?!\w)",
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
    "NOUN": r"[\w./@-]+(?![\w'’])",
    "THOUSANDS": r"(?!20\d\d\b)\d[\d,]{2,}\+?",
    "MEASURE": r"(?<=[\d\s])(?:%|[kmgt]i?b(?:/s)?(?!\w)|m?s(?!\w)|{unit})",
    "ADDRESS": r"https?://[^\s)]+/(?:issues|pull|merge[_ -]requests)/\d+|[\w.-]+/[\w.-]+#\d+|[\w.-]{3,}#\d+|(?<![\w&])#\d+",
}
NUMERIC = {"VERSION", "INT", "DIGITS", "HASH", "YEAR", "VERSIONED", "PLUS", "QUARTER", "DOTTED", "VINT", "DAY"}
"""Some that match nothing without a digit."""
_WIDE = ("...", "$")
"""Signs in front of which, or behind which, any word may stand."""
Trie = dict[str, "Trie"]


@dataclass(frozen=True, slots=True)
class Token:
    """A part of a pattern."""

    text: str
    names: str = ""
    """Slots or phrases, apart by `|`; empty for gaps, signs and what is taken."""
    key: str = ""
    """The name under which it is kept."""
    negated: bool = False
    """Whether it may not stand there."""
    count: str = ""
    """`?` or `*` if it may be absent."""

    @property
    def must(self) -> bool:
        """Whether an entry of its slots has to stand there."""
        return bool(self.names) and not (self.negated or self.count)

    @property
    def wordless(self) -> bool:
        """Whether it matches no word."""
        return self.negated or (self.text in _SIGNS and self.text not in _WIDE)


@cache
def token(text: str) -> Token:
    """A part of a pattern; raises ValueError if it is none."""
    if text in _SIGNS or _GAP.match(text) or _TAKEN.match(text):
        return Token(text)
    match = _TOKEN.match(text)
    if not match:
        raise ValueError(f"{text!r} is no part of a pattern")
    return Token(text, match["names"], match["key"] or "", bool(match["no"]), match["count"])


@cache
def phrases() -> dict[str, list[str]]:
    """Patterns that have a name of their own."""
    return {name: list(rows) for name, rows in table("phrases").items()}


def group(forms: tuple[str, ...]) -> str:
    """Words as one group of a regular expression that shares their beginnings, so that many cost little."""
    trie: Trie = {}
    for word in forms:
        node = trie
        # a trie: alternatives written out are tried one by one, thousands of them at each place
        for sign in [*word[:-1].replace("'", "’"), "*" if word[-1:] == "-" and len(word) > 1 else word[-1:]]:
            node = node.setdefault(sign, {})
        node[""] = {}
    return _expression(trie)


_SPELT = {" ": r"[\s_-]+", "-": r"[\s_-]?", "*": r"\w*", "’": "['’]"}


def _expression(node: Trie) -> str:
    rows = [f"{_SPELT.get(sign) or re.escape(sign)}{_expression(below)}" for sign, below in node.items() if sign]
    if not rows:
        return ""
    body = rows[0] if len(rows) == 1 else f"(?:{'|'.join(rows)})"
    return f"(?:{body})?" if "" in node else body


@cache
def slot(names: str, language: str) -> str:
    """Slots or phrases, apart by `|`, as a regular expression; empty if the language has no words for any."""
    bodies, plain_words = [], list[str]()
    for name in names.split("|"):
        if name in NUMBERS:
            bodies.append(_number(name, language))
        elif name in phrases():
            bodies += filter(None, (sequence(row, language) for row in phrases()[name]))
        else:
            plain_words += entries(name, language)
    if plain_words:
        bodies.insert(0, _bounded(f"(?:{group(tuple(plain_words))})", language))
    return "" if not bodies else bodies[0] if len(bodies) == 1 else f"(?:{'|'.join(bodies)})"


def entries(name: str, language: str) -> list[str]:
    """The entries of a slot; of months each name."""
    rows = lexicon.words(name, language)
    return [part for row in rows for part in row.split("/")] if name == "months" else list(rows)


def _number(number: str, language: str) -> str:
    body = NUMBERS[number]
    for name in ("number", "ordinal", "months", "unit"):
        if f"{{{name}}}" in body:
            body = body.replace(f"{{{name}}}", slot(name, language) or "(?!)")
    return f"(?:{body})" if body[0] in "[(" and number != "NUMBER" else rf"(?<!\w)(?:{body})"


def _bounded(body: str, language: str) -> str:
    # a straight apostrophe may end an entry (l') but not begin the rest of a word (can't)
    return body if language in lexicon.UNSPACED else rf"(?<!\w){body}(?:(?<=['’])|(?!\w|['’]\w))"


@cache
def sequence(pattern: str, language: str) -> str:
    """A pattern as a regular expression of one language; empty if the language lacks words that it needs."""
    between = "[\\s*_\"“”「」'(]*" if language in lexicon.UNSPACED else "[\\s*_\"“”'()\\-–]*"
    parts = [_one(token(text), language, between) for text in pattern.split()]
    return "" if None in parts else "".join(filter(None, parts))


@cache
def can_match(pattern: str, language: str) -> bool:
    """Whether a language has the words that a pattern needs, so that it is a regular expression there."""
    parts = [token(text) for text in pattern.split()]
    missing = [part for part in parts if part.names and not any(_has(name, language) for name in part.names.split("|"))]
    return len(missing) < len(parts) and not any(part.must for part in missing)


def _has(name: str, language: str) -> bool:
    if name in phrases():
        return any(can_match(row, language) for row in phrases()[name])
    return name in NUMBERS or bool(lexicon.words(name, language))


def _one(part: Token, language: str, between: str) -> str | None:
    """A part as a regular expression; None if the language lacks the words that it needs."""
    if not part.names:
        return _SIGNS.get(part.text) or _gap(part.text, language) or _taken(part.text, between)
    body = slot(part.names, language)
    if part.negated:
        return f"(?!{between}(?:{body}))" if body else ""
    if not body:
        return "" if part.count else None
    if part.key:
        body = f"(?P<{part.key}>{body})"
    return f"(?:(?:{body}){between}){part.count}" if part.count else f"(?:{body}){between}"


def _gap(text: str, language: str) -> str:
    gap = _GAP.match(text)
    if not gap:
        return ""
    sign, most = r"[^\s.;:!?。；：！？]", int(gap["most"] or 1)
    if language in lexicon.UNSPACED:  # a word is up to three signs; words counted one by one would take for ever
        return rf"(?:{sign}|\s(?=\S)){{0,{3 * most}}}?"
    return rf"(?:{sign}+\s+){{{0 if gap['most'] or gap['maybe'] else 1},{most}}}?"


def _taken(text: str, between: str) -> str:
    taken = _TAKEN.match(text)
    assert taken
    return rf"(?P<{taken['name']}>\S.*{'?' if taken['short'] else ''})" + (between if taken["short"] else "")


def alternatives(pattern: str) -> list[str]:
    """A pattern that is nothing but names as the patterns of which one has to match, in the order in which they are tried."""
    only = token(pattern) if " " not in pattern.strip() else None
    if only is None or not only.must or only.key:
        return [pattern]
    names = only.names.split("|")
    slots = [name for name in names if name not in NUMBERS and name not in phrases()]
    rows = [row for name in names if name in phrases() for row in phrases()[name]]
    if not rows or any(name in NUMBERS for name in names):
        return [pattern]
    return [*(["|".join(slots)] if slots else []), *(one for row in rows for one in alternatives(row))]
