"""Conditions that the front matter states."""

import re
from functools import lru_cache

from ...frontmatter import FrontMatter
from ...markdown import fold
from ...model import Conditions, Logic
from ...untyped_yaml import Value
from ..dates import iso
from ..lexicon import languages
from ..patterns.language_matchers import leading, lowered, matcher_for, whole
from ..result_types import Finding, Note
from ..sentences.condition_logic import joined
from .latest_day import is_latest_day
from .written_condition import as_one, combined, conditions_of, owned, trigger

NONE = "none"
"""What the key says where the text has words like a condition, and none is one."""


# the files of a project share their few keys
@lru_cache(1024)
def _key(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])|[_\s]+", "-", name).lower()


def is_key(name: str) -> bool:
    """Whether a key of front matter holds conditions."""
    return whole("trigger-key", _key(name))


def read(front: FrontMatter) -> tuple[Conditions, list[Note], list[Finding]] | None:
    """The conditions of the front matter."""
    notes: list[Note] = []
    findings: list[Finding] = []
    stated: list[tuple[int, Texts, Logic]] = []
    review_by: str | None = None
    for name, value in front.values.items():
        key, line = _key(name), front.lines.get(name, 1)
        review = whole("review-key", key)
        day = iso(front.text(name)) if review and isinstance(value, str) else None
        if day:
            review_by = review_by or day
            notes.append(Note("review_by", line, "front-matter", day))
        elif key == "review-by" and isinstance(value, str) and front.text(name):
            message = f"`{name}: {front.text(name)[:60]}` is no calendar date; write YYYY-MM-DD"
            findings.append(Finding(line, "ADR104", message))
        elif review or is_key(name):
            if (read := _values(value)) is None:
                message = f"`{name}` is not understood; write a text, a list of texts, or `any:` or `all:` with a list"
                findings.append(Finding(line, "ADR104", message))
                continue
            if isinstance(value, str) and value.strip().lower() == NONE:
                notes.append(Note("trigger", line, "front-matter", NONE))
            stated.append((line, [one for one in read[0] if not is_nothing(one[0])], read[1]))
    stated = _apart(stated)
    triggers = owned(trigger(text, sentence) for _, texts, _ in stated for text, sentence in texts)
    notes += [Note("trigger", line, "front-matter", text) for line, texts, _ in stated for text, _ in texts]
    if not (stated or review_by or notes or findings):
        return None
    return Conditions(combined(triggers, [logic for _, _, logic in stated]), triggers, review_by), notes, findings


Texts = list[tuple[str, str]]
"""Conditions with their sentences."""


def _apart(stated: list[tuple[int, Texts, Logic]]) -> list[tuple[int, Texts, Logic]]:
    """What several keys state, where any will do: conditions that only hold together are one."""
    several = [logic for _, texts, logic in stated if texts]
    if len(several) < 2 or all(logic == "all" for logic in several):
        return stated
    return [
        (line, [_together(texts)] if logic == "all" and len(texts) > 1 else texts, logic)
        for line, texts, logic in stated
    ]


def _together(texts: Texts) -> tuple[str, str]:
    sentences = {sentence for _, sentence in texts}
    text = sentences.pop() if len(sentences) == 1 else as_one([text for text, _ in texts])
    return text, text


def is_nothing(text: str) -> bool:
    """Whether what stands in the place of a condition is no words, or words that say that there is none."""
    bare = text.strip(" .*_。")
    return not re.search(r"\w", bare) or whole("nothing", bare) or bool(leading("nothing-known", bare))


def is_denied(text: str) -> bool:
    """Whether the words of one condition only deny it: "a single complaint is no reason"."""
    return bool(matcher_for("no-trigger $").search(lowered(text)))


def _values(value: Value) -> tuple[Texts, Logic] | None:
    """Conditions with their sentences, and how they combine, of a string, a list, or `any`/`all` with a list."""
    if isinstance(value, str):
        if re.search(r"^\s*[-*•] ", value, re.M):
            items = [fold(re.sub(r"^\s*[-*•] ", "", line)) for line in value.splitlines() if line.strip()]
            return _listed([(i, i) for i in items])
        parts, logic = conditions_of(fold(value), fold(value), True, languages(value))
        return [(p, fold(value)) for p in parts], logic
    if isinstance(value, dict):
        if len(value) == 1 and (key := next(iter(value))).lower() in ("any", "all") and isinstance(value[key], list):
            inner = _values(value[key])
            return (inner[0], "all" if key.lower() == "all" else "any") if inner else None
        return None
    texts: Texts = []
    for item in value:
        if isinstance(item, dict) and isinstance(item.get("condition"), str):
            text, action = fold(str(item["condition"])), item.get("action")
            text = f"{text} → {fold(action)}" if isinstance(action, str) and action else text
            texts.append((text, text))
        elif isinstance(only := _only(item), str):
            texts.append((fold(only), fold(only)))
        else:
            return None
    return _listed(texts)


def _only(item: Value) -> Value:
    """The value of an item that has one key for it: "- when: the audit is over"."""
    key = next(iter(item)) if isinstance(item, dict) and len(item) == 1 else ""
    return item[key] if key and isinstance(item, dict) and whole("when-key", key.lower()) else item


def _listed(texts: Texts) -> tuple[Texts, Logic]:
    """The items of a list and how they combine; a latest day counts whatever becomes of the others."""
    latest = [one for one in texts if is_latest_day(one[0])]
    others = [one for one in texts if one not in latest]
    logic = joined([text for text, _ in others]) or "any"
    return ([_together(others), *latest], "any") if latest and logic == "all" else (texts, logic)
