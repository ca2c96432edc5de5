"""Conditions that the front matter states."""

import re

from ..checks import tokens as checks
from ..decision import Conditions, Logic, Trigger
from ..frontmatter import FrontMatter
from ..markdown import fold
from ..plain_yaml import Value
from . import words
from .conditions import combined, conditions_of, owned, trigger
from .days import iso
from .values import Finding, Note


def _key(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])|[_\s]+", "-", name).lower()


def read(front: FrontMatter) -> tuple[Conditions, list[Note], list[Finding]] | None:
    """The conditions of the front matter."""
    notes: list[Note] = []
    findings: list[Finding] = []
    triggers: list[Trigger] = []
    logics: list[Logic] = []
    review_by: str | None = None
    for name, value in front.values.items():
        key, line = _key(name), front.lines.get(name, 1)
        if words.whole("triggers.review_keys").match(key) and isinstance(value, str) and front.text(name):
            day = iso(front.text(name))
            if day:
                review_by = review_by or day
                notes.append(Note("review_by", line, "front-matter", day))
                continue
            if key == "review-by":
                message = f"`{name}: {front.text(name)[:60]}` is no calendar date; write YYYY-MM-DD"
                findings.append(Finding(line, "ADR104", message))
                continue
        if words.whole("triggers.keys").match(key) or words.whole("triggers.review_keys").match(key):
            read = _values(value)
            if read is None:
                message = f"`{name}` is not understood; write a text, a list of texts, or `any:` or `all:` with a list"
                findings.append(Finding(line, "ADR104", message))
                continue
            texts, logic = read
            for text, sentence in texts:
                if not words.whole("triggers.nothing").match(text):
                    triggers.append(trigger(text, sentence))
                    notes.append(Note("trigger", line, "front-matter", text))
            logics.append(logic)
    if not (triggers or review_by or notes or findings):
        return None
    own = owned(triggers)
    return (
        Conditions(combined(own, logics), own, review_by),
        notes,
        findings,
    )


def _values(value: Value) -> tuple[list[tuple[str, str]], Logic] | None:
    """Conditions with their sentences, and how they combine, of a string, a list, or `any`/`all` with a list."""
    if isinstance(value, str):
        if re.search(r"^\s*[-*•] ", value, re.M):
            items = [fold(re.sub(r"^\s*[-*•] ", "", line)) for line in value.splitlines() if line.strip()]
            return [(i, i) for i in items], "any"
        parts, logic = conditions_of(fold(value), len(checks(value)) > 1, wide=True)
        return [(p, fold(value)) for p in parts], logic
    if isinstance(value, dict):
        if len(value) == 1 and (key := next(iter(value))).lower() in ("any", "all") and isinstance(value[key], list):
            inner = _values(value[key])
            return (inner[0], "all" if key.lower() == "all" else "any") if inner else None
        return None
    texts: list[tuple[str, str]] = []
    for item in value:
        if isinstance(item, dict) and isinstance(item.get("condition"), str):
            text, action = fold(str(item["condition"])), item.get("action")
            text = f"{text} → {fold(action)}" if isinstance(action, str) and action else text
            texts.append((text, text))
        elif isinstance(item, str):
            texts.append((fold(item), fold(item)))
        else:
            return None
    return texts, "any"
