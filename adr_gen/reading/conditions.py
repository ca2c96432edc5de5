"""One written condition: the words of the condition, what should follow, its kind and its checks."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from ..checks import kind_of
from ..checks import tokens as checks
from ..decision import Kind, Logic, Trigger
from ..markdown import fold
from . import words
from .clauses import lead, lettered, split
from .outline import SENTENCE, masked

_ARROW = re.compile(r"\s*(?:→|⇒|⟶|\s->|\s=>)\s*")
_ITEM = re.compile(r"^(?:\((?:[a-h]|[ivx]{1,4}|\d{1,2})\)|[a-h]\)|\[[ xX]\])\s+")
_TAIL = re.compile(r"[\s.;:,]+$")
_DATE = re.compile(r"\b\d{4}-(?:\d{2}-\d{2}|Q[1-4])\b|\bQ[1-4][ /-]\d{4}\b")
_OPEN = {")": "(", "]": "["}


@cache
def _consequence() -> re.Pattern[str]:
    return re.compile(rf"(?:[,;.]\s+|\s+[—–-]\s+|\s+\(\s*)(?={words.alternation('triggers.consequence')}\s)", re.I)


@cache
def _action() -> re.Pattern[str]:
    return re.compile(rf",\s+(?={words.alternation('triggers.actions')}(?!\w))", re.I)


def condition(written: str) -> tuple[str, str | None]:
    """The condition alone and the consequence of a written item or sentence; stable when applied to its own result."""
    text, consequence = fold(written), None
    for _ in range(20 if len(text) <= SENTENCE else 0):
        again, more = _once(text)
        if more:
            consequence = f"{more} → {consequence}" if consequence else more
        if again == text:
            break
        text = again
    if consequence is not None and _once(f"{text} → {consequence}") != (text, consequence):
        return text, None
    return text, consequence


def _once(text: str) -> tuple[str, str | None]:
    """One step: an item's mark and leading "if" gone, the consequence cut off."""
    hidden = masked(text)
    arrow = _ARROW.search(hidden)
    marks = [m for m in (arrow, _followed(hidden)) if m and m.start() > 0]
    if arrow and arrow.start() > 0:
        marks = [arrow]
    elif lead().match(text):
        marks += [m for m in [_action().search(hidden)] if m]
    if marks:
        mark = min(marks, key=lambda m: m.start())
        left, right = text[: mark.start()], text[mark.end() :].strip()
        if mark is arrow and left.endswith(" ("):
            left = left[:-2]
        elif left.count("(") > left.count(")") and arrow is mark:
            return _bare(text), None
        if "(" in mark[0] or (right.endswith(")") and right.count(")") > right.count("(")):
            right = right.rstrip(".").removesuffix(")").strip()
        if _bare(left) and right:
            return _bare(left), right
    return _bare(text), None


def _followed(hidden: str) -> re.Match[str] | None:
    """The first mark of a consequence; one in brackets only if they close the text."""
    for mark in _consequence().finditer(hidden):
        if "(" not in mark[0] or hidden.find(")", mark.end()) in (-1, len(hidden.rstrip(" .;")) - 1):
            return mark
    return None


@cache
def _trailer() -> re.Pattern[str]:
    """A joining word at the end, as items of a list have it."""
    return re.compile(rf"[\s,;]+{words.joined('triggers.and', 'triggers.or')}\Z", re.I)


def _bare(text: str) -> str:
    """`text` without an item's mark, a leading "if" and closing marks; unchanged if nothing would be left."""
    bare = _ITEM.sub("", text)
    bare = lead().sub("", bare, count=1) if lead().match(bare) else bare
    bare = _trailer().sub("", _TAIL.sub("", bare)).strip()
    return bare if re.search(r"\w", bare) else text.strip()


_KINDS: tuple[Kind, ...] = ("date", "issue", "lifecycle", "elapsed", "record", "repo", "release", "metric")
_PARTS = ("number", "ordinal", "above", "code", "span", "version")


@cache
def _kind(kind: Kind) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    """Find words of a condition of a kind: in a `lowered` text, and those with capitals in the text itself."""
    patterns = words.filled(f"kinds.{kind}", *(f"kinds.parts.{part}" for part in _PARTS), "header.months")
    cased = [pattern for pattern in patterns if "(?-i:" in pattern]
    low = re.compile(rf"(?<!\w){words.group([pattern for pattern in patterns if pattern not in cased])}(?!\w)")
    return low, re.compile(rf"(?<!\w){words.group(cased)}(?!\w)", re.I) if cased else None


def _is(kind: Kind, text: str, low: str) -> bool:
    pattern, cased = _kind(kind)
    return bool(pattern.search(low) or (cased and cased.search(text)))


def classify(text: str) -> Kind:
    """What would settle the condition, judged by its check or else by its words; a person if nothing else fits."""
    text = text[:SENTENCE]
    for token in checks(text):
        if kind := kind_of(token):
            return kind
    if words.inside("kinds.never").match(text):
        return "never"
    if _DATE.search(text):
        return "date"
    low = words.lowered(text)
    return next((kind for kind in _KINDS if _is(kind, text, low)), "person")


def settled_by(text: str, check: tuple[str, ...]) -> Kind:
    """What would settle a condition: its checks say it, else its words."""
    return next((kind for kind in map(kind_of, check) if kind), None) or classify(text)


def conditions_of(text: str, together: bool, wide: bool) -> tuple[list[str], Logic]:
    """The single conditions of a text, the last with its consequence; `together`: they are one condition."""
    if together:
        return [text], "single"
    parts, logic = split(text, wide)
    if lettered(text):
        return parts, logic
    alone, consequence = condition(text)
    parts, logic = split(alone, wide)
    if consequence and parts:
        parts[-1] = f"{parts[-1]} → {consequence}"
    return parts, logic


def trigger(text: str, sentence: str, item: str | None = None, more: str | None = None) -> Trigger:
    """The trigger of a written condition in its sentence."""
    alone, consequence = condition(text)
    sentence = fold(sentence if alone in fold(sentence) else text)
    check = checks(sentence)
    scope = fold(item.replace("*", "")) if item else None
    return Trigger(alone, sentence, consequence or more, settled_by(alone, check), check, scope or None)


def owned(triggers: Iterable[Trigger]) -> tuple[Trigger, ...]:
    """Triggers that share a sentence each with the kind and checks of its own part: what is not in the others' words."""
    found = tuple(triggers)
    together: dict[str, dict[str, None]] = {}
    for one in found:
        if one.check:
            together.setdefault(one.sentence, {})[one.text] = None
    return tuple(_own(one, together[one.sentence]) if len(together.get(one.sentence, ())) > 1 else one for one in found)


def _own(one: Trigger, texts: Iterable[str]) -> Trigger:
    rest = one.sentence
    for text in texts:
        rest = rest.replace(text, " ", 1) if text != one.text else rest
    rest = rest if one.text in rest else one.text
    check = checks(rest)
    return replace(one, kind=settled_by(one.text, check), check=check)


def combined(triggers: tuple[Trigger, ...], logics: list[Logic]) -> Logic | None:
    """How all triggers of a document combine: all only if that is said of each group."""
    if not triggers:
        return None
    if len(triggers) == 1:
        return "single"
    return "all" if logics and all(logic == "all" for logic in logics) else "any"
