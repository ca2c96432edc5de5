"""The single conditions in a text, and how they combine."""

import re
from collections.abc import Callable
from functools import cache
from itertools import pairwise

from ..decision import Logic
from ..markdown import fold
from . import words
from .outline import SENTENCE, masked


@cache
def lead() -> re.Pattern[str]:
    """Matches the "if" that a condition begins with."""
    return re.compile(rf"(?:{words.joined('triggers.strip', 'triggers.inverted')})(?=[\s,:])[,:]?\s+", re.I)


_MARKS = re.compile(r"(?:^|(?<=[\s,;:：；]))(?:\((?P<mark>[a-h]|i{1,3}|iv|v|vi|\d)|(?P<open>[a-h]))\)\s*")


@cache
def _relative() -> re.Pattern[str]:
    return re.compile(rf",\s+{words.alternation('triggers.relative')}\b", re.I)


@cache
def _whichever() -> re.Pattern[str]:
    return re.compile(rf"[\s,—–-]+{words.alternation('triggers.whichever')}\b[^.;]{{0,40}}$", re.I)


def split(text: str, wide: bool = False) -> tuple[list[str], Logic]:
    """The single conditions in a text and how they combine; `wide`: the text is known to hold nothing but conditions."""
    text = whole = fold(text)
    if len(text) > SENTENCE or words.inside("kinds.never").match(text):
        return [text], "single"
    text, stated = _stated(text)
    hidden = masked(text)
    parts = _lettered(text, hidden) or _separated(text, hidden, r";\s+|；|\s+·\s+") or _clauses(text, hidden, wide)
    bare = [p for p in map(_unjoined, parts) if re.search(r"\w", p)]
    if len(bare) < 2:
        return (bare if stated is None else [whole]), "single"
    return _combined(text, bare, stated)


def _stated(text: str) -> tuple[str, Logic | None]:
    """A text without what is said of all its conditions before or behind them, and the logic that says: "…, both"."""
    lead = announced(text)
    if lead:
        return text[len(lead) :], spoken(lead)
    for pattern, logic in _AT_END:
        if found := pattern().search(text):
            return text[: found.start()], logic
    return text, None


def announced(text: str) -> str:
    """What a text says of its conditions before a colon: "all of the following: …"; empty if it says nothing."""
    lead = re.match(r"[^:;.]{1,80}[:：]\s+(?=\S)", text)
    return lead[0] if lead and spoken(lead[0]) else ""


@cache
def _all_at_end() -> re.Pattern[str]:
    both, once = words.alternation("triggers.all"), words.alternation("triggers.together")
    return re.compile(rf"[\s,(—–-]+(?:{both}(?:\s+{once})?|{once})[\s.)]*\Z", re.I)


_AT_END: tuple[tuple[Callable[[], re.Pattern[str]], Logic], ...] = ((_whichever, "any"), (_all_at_end, "all"))


@cache
def _joiner() -> re.Pattern[str]:
    return re.compile(rf"^[,;\s—–-]*(?:{words.alternation('triggers.joins')})(?!\w)[,:*]*\s+", re.I)


@cache
def _trailer() -> re.Pattern[str]:
    return re.compile(
        rf"[,;\s—–-]+(?:{words.alternation('triggers.and')}|{words.alternation('triggers.or')})?[,;\s*—–-]*$", re.I
    )


def _unjoined(part: str) -> str:
    return _trailer().sub("", _joiner().sub("", part.strip())).strip()


def lettered(text: str) -> bool:
    """Whether a text counts its conditions: (a) …, (b) …"""
    return bool(_lettered(text, masked(text)))


def _lettered(text: str, hidden: str) -> list[str]:
    """Parts after (a), (b)…"""
    marks = list(_MARKS.finditer(hidden))
    if len(marks) < 2 or (marks[0]["mark"] or marks[0]["open"]) not in ("a", "i", "1"):
        return []
    ends = [m.start() for m in marks[1:]] + [len(text)]
    return [text[m.end() : end].strip() for m, end in zip(marks, ends, strict=True)]


def _separated(text: str, hidden: str, pattern: str) -> list[str]:
    """Parts between separators outside of brackets and code; none if there is no separator."""
    cuts = [
        m
        for m in _pattern(pattern).finditer(hidden)
        if hidden.count("(", 0, m.start()) == hidden.count(")", 0, m.start())
    ]
    if not cuts or len(cuts) > 60:
        return []
    starts, ends = [0] + [m.end() for m in cuts], [m.start() for m in cuts] + [len(text)]
    parts = [text[s:e].strip() for s, e in zip(starts, ends, strict=True)]
    return [part for part in parts if re.search(r"\w", part)]


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.I)


def _clauses(text: str, hidden: str, wide: bool) -> list[str]:
    """Parts of "A, B, or C", "A, or B", "A or if B" and "A and B" where each part is a sentence of its own."""
    either, both = words.alternation("triggers.or"), words.alternation("triggers.and")
    listed = _listed(text, hidden, wide, rf"(?:{either}|{both})")
    if listed:
        return listed
    lead = words.alternation("triggers.strip")
    again = _separated(
        text, hidden, rf",?\s+(?:{either}|{both})\s+(?:{words.alternation('triggers.sooner')}\s)*(?=(?:{lead})\s)"
    )
    if len(again) > 1:
        return [p for part in again for p in _clauses(part, masked(part), False)]
    joined = _separated(text, hidden, rf",\s+(?:{either})\s+")
    if len(joined) == 2 and "," not in joined[0] and (wide or _stands_alone(*joined)):
        return joined
    return _pair(text, hidden, rf",?\s+(?:{either})\s+") or _pair(text, hidden, rf",?\s+(?:{both})\s+") or [text]


def _listed(text: str, hidden: str, wide: bool, join: str) -> list[str]:
    """Parts of "A, B, or C": all or most are clauses, or, where nothing but conditions stands, none is."""
    parts = _separated(text, hidden, rf",\s+(?:{join}\s+)?")
    if len(parts) < 3 or _relative().search(hidden):
        return []
    if not _pattern(rf",\s+{join}\s+[^,]*$").search(hidden):
        return parts if wide and not any(_finite(p) for p in parts) else []
    many = sum(_is_clause(p) for p in parts)
    if many == len(parts) or (many >= 0.7 * len(parts) and min(len(p.split()) for p in parts) > 2):
        return parts
    return parts if wide and not _finite(parts[0]) and not _finite(parts[-1]) else []


def _pair(text: str, hidden: str, pattern: str) -> list[str]:
    """The clauses that a joining word separates, if each has a verb of its own."""
    parts = _separated(text, hidden, pattern)
    relative = _relative().search(hidden)
    if relative or not 2 <= len(parts) <= 4:
        return []
    return parts if all(_is_clause(p) for p in parts) else []


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"(?:{words.alternation('triggers.finite')})(?!\w)", re.I)


def _finite(part: str) -> bool:
    """Whether a part holds a finite verb."""
    return any(_verb().fullmatch(w.strip("*_,.()")) for w in part.split()[1:-1])


def _is_clause(part: str) -> bool:
    """Whether a part reads as a sentence of its own: a subject, then a verb."""
    part = _joiner().sub("", part.strip())
    if lead().match(part) or words.leading("triggers.pronouns").match(part):
        return True
    following = part.split()[1:8]
    return len(part.split()) >= 3 and any(_verb().fullmatch(w.strip("*_,.()")) for w in following)


def _stands_alone(first: str, second: str) -> bool:
    """Whether both sides of ", or" are sentences: after a comma a second one with its own verb makes the first one too."""
    return _is_clause(second) and len(first.split()) >= 3


def _combined(text: str, parts: list[str], stated: Logic | None) -> tuple[list[str], Logic]:
    """Parts of a sentence and how they combine: what is said before or behind them, else by the words between them.

    Where both "and" and "or" join them, those that "and" joins are one condition.
    """
    spans, at = [], 0
    for part in parts:
        start = text.find(part, at)
        at = start + len(part)
        spans.append((start, at))
    said = stated or spoken(text[: spans[0][0]])
    if said:
        return parts, said
    words_between = [text[first[1] : second[0]] for first, second in pairwise(spans)]
    joined = [_joins(between) for between in words_between]
    for number in reversed(range(len(joined) - 1)):  # a comma says what the word behind the next one says
        joined[number] = joined[number] or joined[number + 1]
    if {"and", "or"} <= set(joined):
        starts = [0, *(n + 1 for n, word in enumerate(joined) if word != "and")]
        ends = [*(n - 1 for n in starts[1:]), len(parts) - 1]
        return [text[spans[s][0] : spans[e][1]] for s, e in zip(starts, ends, strict=True)], "any"
    return parts, "all" if "and" in joined else "any"


def _joins(between: str) -> str:
    """The word that joins two conditions: and, or, or none."""
    either = _pattern(rf"(?<!\w){words.alternation('triggers.or')}(?!\w)").search(between)
    both = _pattern(rf"(?<!\w){words.alternation('triggers.and')}(?!\w)").search(between)
    return "or" if either else "and" if both else ""


def spoken(text: str) -> Logic | None:
    """The logic a text says aloud."""
    if words.inside("triggers.any").search(text):
        return "any"
    if words.inside("triggers.all").search(text):
        return "all"
    return None


def opens(text: str) -> Logic | None:
    """The logic that a text begins with: "Both have to hold", "Any of these is enough"."""
    found = _opens().match(fold(text[:200]))
    return spoken(found[0]) if found else None


@cache
def _opens() -> re.Pattern[str]:
    return re.compile(rf"[\W_]*{words.joined('triggers.all', 'triggers.any')}(?!\w)[^.:]*", re.I)
