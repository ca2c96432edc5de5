"""The single conditions in a text, and how they combine."""

import re
from itertools import pairwise

from ...checks import tokens as checks
from ...markdown import fold
from ...model import Logic
from ..lexicon import spoken as spoken_now
from ..patterns.language_matchers import find_slot, leading, lowered, matcher_for, whole
from ..plain_text import SENTENCE, masked
from ..sentences.condition_logic import announced, spoken, stated
from .check_pointers import with_pointers
from .clause import (
    Languages,
    are_clauses,
    are_grouped,
    has_finite_verb,
    has_main_verb,
    is_act,
    is_clause,
    is_verb,
    joins,
    may_be_two,
    stands_alone,
    unjoined,
    without_correlative,
)
from .latest_day import floor, without_latest_day

_APPOSED = re.compile(r"\s+[—–-]\s+|:\s+|\s+\((?=[^()]*\)\W*\Z)")
"""Stands before what a general word means."""
_MARKS = re.compile(r"(?:^|(?<=[\s,;:：；]))(?:[(（](?P<mark>[a-h]|i{1,3}|iv|v|vi|\d)|(?P<open>[a-h]))[)）]\s*")


def split(text: str, wide: bool = False, languages: Languages | None = None) -> tuple[list[str], Logic]:
    """The single conditions in a text and how they combine; `wide`: the text is known to hold nothing but conditions."""
    text = whole = fold(text)
    languages = languages or spoken_now()
    if len(text) > SENTENCE or leading("never", text):
        return [text], "single"
    if (explained := matcher_for("that-is").search(lowered(masked(text)))) and explained.start() > 0:
        parts, logic = split(text[: explained.start()], wide, languages)
        return [*parts[:-1], text[text.find(parts[-1]) :]] if parts else [text], logic
    body, latest = without_latest_day(text)
    if latest:
        parts, logic = split(body, wide, languages)
        return sorted([*([body] if logic == "all" else parts), latest], key=text.find), "any"
    text, told = stated(_without_carrier(text))
    hidden = masked(text)
    if mixed := _mixed(text, hidden, languages):
        return mixed, "all"
    parts = (
        _lettered(text, hidden)
        or _separated(text, hidden, r";\s+|；|\s+·\s+")
        or _slashed(text, hidden, languages)
        or _clauses(text, hidden, wide, languages)
    )
    if len(parts) < 2 and announced(whole):  # "any of the following: a, b"
        parts = _separated(text, hidden, _joined("or|and", ",*", languages))
    bare = with_pointers([part for one in parts if re.search(r"\w", part := unjoined(one, languages))], text)
    if len(bare) < 2:
        return bare if told is None else [whole], "single"
    bare[0] = without_correlative(bare[0], joins(text[len(bare[0]) : text.find(bare[-1])], languages))
    single, logic = _combined(text, bare, told, languages)
    # a day before which nothing counts bounds all of them
    return ([whole], "single") if logic == "any" and floor(bare[-1]) else (single, logic)


def _without_carrier(text: str) -> str:
    """A text without words that only say that conditions follow: "a trigger appears – …", "one of them happens (…)"."""
    mark = _APPOSED.search(masked(text))
    carrier = matcher_for("^ _3 carrier|these-things|prerequisite _3 $")
    if not mark or not carrier.match(lowered(text[: mark.start()]) + " "):
        return text
    rest = text[mark.end() :].rstrip(" .")
    rest = rest.removesuffix(")" if "(" in mark[0] else "")
    one = re.search(r"[()]|\s[—–-]\s", rest)
    return text if one or not matcher_for("or|and").search(lowered(rest)) else rest


def lettered(text: str) -> bool:
    """Whether a text counts its conditions: (a) …, (b) …"""
    return bool(_lettered(text, masked(text)))


def _lettered(text: str, hidden: str) -> list[str]:
    """Parts after (a), (b)…"""
    marks = list(_MARKS.finditer(hidden))
    if len(marks) < 2 or (marks[0]["mark"] or marks[0]["open"]) not in ("a", "i", "1"):
        return []
    ends = [m.start() for m in marks[1:]] + [len(text)]
    parts = [text[m.end() : end].strip() for m, end in zip(marks, ends, strict=True)]
    return [_without_joint(part) for part in parts[:-1]] + parts[-1:]


def _without_joint(part: str) -> str:
    """A part without the word that joins the next one: "the vendor ships and"."""
    last = re.search(r"[\s,;]+(\w+)\Z", part)
    return part[: last.start()] if last and whole("and|or", last[1]) else part


def _mixed(text: str, hidden: str, languages: Languages) -> list[str]:
    """The two parts of "(a) …, (b) … or (c) …, and …": the counted ones as they are written, and what has to hold beside them."""
    marks = list(_MARKS.finditer(hidden)) if _lettered(text, hidden) else []
    last = re.search(r"[,;]\s+(?=\w)", hidden[marks[-1].end() :]) if marks else None
    if not last or not any(
        find_slot("or", text[m.start() - 8 : m.start()], languages) for m in marks[1:] if m.start() >= 8
    ):
        return []
    at = marks[-1].end() + last.end()
    joined = leading("and", hidden[at:], languages)
    rest = text[at + joined.end() :].strip() if joined else ""
    return [text[: at - 1].rstrip(" ,;"), rest] if rest and is_clause(rest, languages) else []


def _separated(text: str, hidden: str, separator: str | re.Pattern[str]) -> list[str]:
    """Parts between separators outside of brackets and code; none if there is no separator."""
    pattern = re.compile(separator) if isinstance(separator, str) else separator
    joints = pattern.finditer(lowered(hidden))
    cuts = [m.span() for m in joints if hidden.count("(", 0, m.start()) == hidden.count(")", 0, m.start())]
    # an enumeration of so many parts is data
    if not cuts or len(cuts) > 60:
        return []
    starts, ends = [0] + [end for _, end in cuts], [start for start, _ in cuts] + [len(text)]
    parts = [text[s:e].strip() for s, e in zip(starts, ends, strict=True)]
    return [part for part in parts if re.search(r"\w", part)]


def _slashed(text: str, hidden: str, languages: Languages) -> list[str]:
    """Parts of "A / B" that are sentences of their own."""
    parts = _separated(text, hidden, r"\s+/\s+") if " / " in hidden else []
    return parts if len(parts) > 1 and are_clauses(parts, languages) else []


def _joined(joiners: str, comma: str, languages: Languages, behind: str = "") -> re.Pattern[str]:
    """Finds joining words that stand behind a comma (`,`), perhaps behind one (`,?`), or a comma and perhaps words (`,*`)."""
    join = matcher_for(joiners, languages).pattern
    if comma == ",*":
        return re.compile(rf"(?:,\s+|[，、]\s*)(?:(?:{join}))?")
    return re.compile(rf"{'[,，、]' if comma == ',' else '[,，、]?'}\s*(?:{join}){behind}")


def _clauses(text: str, hidden: str, wide: bool, languages: Languages) -> list[str]:
    """Parts of "A, B, or C", "A, or B", "A or if B" and "A and B" where each part is a sentence of its own."""
    if listed := _listed(text, hidden, wide, languages):
        return listed
    again = _separated(
        text,
        hidden,
        _joined(
            "or|and",
            ",?",
            languages,
            rf"(?:{matcher_for('sooner', languages).pattern})*(?={matcher_for('if', languages).pattern})",
        ),
    )
    if len(again) > 1:
        return [p for part in again for p in _clauses(part, masked(part), False, languages)]
    joined = _separated(text, hidden, _joined("or", ",", languages))
    if len(joined) == 2 and "," not in joined[0] and (wide or stands_alone(joined[0], joined[1], languages)):
        return joined
    return _pair(text, hidden, "or", languages) or _pair(text, hidden, "and", languages) or [text]


def _relative(hidden: str) -> bool:
    return any(leading("relative", hidden[comma.end() :]) for comma in re.finditer(r",\s+", hidden))


def _listed(text: str, hidden: str, wide: bool, languages: Languages) -> list[str]:
    """Parts of "A, B, or C": all or most are clauses, or, where nothing but conditions stands, none is."""
    parts = _separated(text, hidden, _joined("or|and", ",*", languages))
    if _relative(hidden) or any(leading("because", part) for part in parts[1:]):
        return []
    if len(parts) > 1 and (every := _each(text, hidden, languages)):
        return every
    if len(parts) < 3:
        return parts if len(parts) > 1 and all(map(checks, parts)) else []
    last = list(re.finditer(r",\s+|[，、]\s*", hidden))[-1]
    if not leading("or|and", hidden[last.end() :], languages):
        return parts if wide and not any(has_finite_verb(p) for p in parts) else []
    # most, not all: the subject is often left out behind the first part
    many = sum(is_clause(p, languages) for p in parts)
    if many == len(parts) or (many >= 0.7 * len(parts) and min(len(p.split()) for p in parts) > 2):
        return parts
    verbs = wide and all(is_act(part, languages) for part in parts)
    return parts if verbs or (wide and not has_main_verb(parts[0]) and not has_main_verb(parts[-1])) else []


def _each(text: str, hidden: str, languages: Languages) -> list[str]:
    """Parts of "A, B and C" without a comma before the last, where each is a sentence of its own."""
    join = matcher_for("or|and", languages).pattern
    joiner = re.compile(rf"(?:,\s+|[，、]\s*)(?:{join})?|{join}")
    parts = _separated(text, hidden, joiner)
    return parts if len(parts) > 2 and are_clauses(parts, languages) else []


def _pair(text: str, hidden: str, joiners: str, languages: Languages) -> list[str]:
    """The clauses that a joining word separates, if each has a verb of its own."""
    parts = _separated(text, hidden, _joined(joiners, ",?", languages))
    if not 2 <= len(parts) <= 4 or _relative(hidden):
        return []
    if joiners == "and" and any(may_be_two(part, languages) for part in parts):
        return []
    first = parts[0].split()
    brief = len(first) == 2 and is_verb(first[1]) and joiners == "and"
    return parts if are_clauses(parts[brief:], languages) else []


def _combined(text: str, parts: list[str], told: Logic | None, languages: Languages) -> tuple[list[str], Logic]:
    """Parts of a sentence and how they combine: what is said before or behind them, else by the words between them.

    Where both "and" and "or" join them, those that "and" joins are one condition; what can be read in two ways stays as it is written.
    """
    spans, at = [], 0
    for part in parts:
        start = text.find(part, at)
        at = start + len(part)
        spans.append((start, at))
    if logic := told or spoken(text[: spans[0][0]]):
        return parts, logic
    joined = [joins(text[first[1] : second[0]], languages) for first, second in pairwise(spans)]
    for number in reversed(range(len(joined) - 1)):  # a comma says what the word behind the next one says
        joined[number] = joined[number] or joined[number + 1]
    inner = "or" in joined and not lettered(text) and any(_pair(part, masked(part), "and", languages) for part in parts)
    gaps = [(text[first[1] : second[0]], text[second[0] :]) for first, second in pairwise(spans)]
    if (inner or {"and", "or"} <= set(joined)) and not are_grouped(joined, gaps):
        return [text], "single"
    if {"and", "or"} <= set(joined):
        starts = [0, *(n + 1 for n, word in enumerate(joined) if word != "and")]
        ends = [*(n - 1 for n in starts[1:]), len(parts) - 1]
        return [text[spans[s][0] : spans[e][1]] for s, e in zip(starts, ends, strict=True)], "any"
    return parts, "all" if "and" in joined else "any"
