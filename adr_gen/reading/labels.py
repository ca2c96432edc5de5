"""Headings, labels and sentences that announce conditions, or only a plan."""

import re
from functools import cache, lru_cache

from . import words
from .outline import Place, plain
from .prose import may_hold


@cache
def _labels() -> re.Pattern[str]:
    patterns = words.filled("triggers.labels", "triggers.verbs", "triggers.nouns", "triggers.carriers")
    verbs, nouns = words.alternation("triggers.verbs"), words.alternation("triggers.nouns")
    for end in (f"{verbs}.*", f"(?:{verbs}|{nouns}).*"):
        patterns = words.sharing(patterns, end)
    return re.compile(rf"{words.group(patterns)}\Z")


@lru_cache(4096)
def is_label(name: str) -> bool:
    """Whether a heading or label announces conditions, and nothing else."""
    name = plain(name)[:160].lower()
    return bool(_labels().match(name)) or (" / " in name and all(_labels().match(part) for part in name.split(" / ")))


@lru_cache(4096)
def is_plan(name: str) -> bool:
    """Whether a heading or label announces conditions or, as often, how to build it later."""
    return bool(words.whole("triggers.plan").match(plain(name)[:120]))


def is_history(place: Place) -> bool:
    """Whether a place tells the history of a document, whose conditions were those of earlier versions."""
    near = place.headings[-1] if place.headings else None
    return near is not None and near.level > 1 and _is_history(near.text)


@lru_cache(4096)
def _is_history(heading: str) -> bool:
    return bool(words.whole("triggers.history").match(plain(heading)))


def is_cadence(name: str) -> bool:
    """Whether a label says how often, or that somebody, looks at the decision; its words have to tell which."""
    return bool(words.whole("triggers.cadence").match(plain(name)[:80]))


@cache
def _held() -> re.Pattern[str]:
    held, bounds = words.alternation("triggers.held"), words.alternation("triggers.bounds")
    return re.compile(rf"{held},?\s+{bounds}\s+(?P<text>.*\w.*)\Z", re.I)


def held_until(name: str) -> str | None:
    """The condition in a label such as "Deferred until the pilot ends", behind which stands what is deferred."""
    found = _held().match(plain(name)[:160])
    return found["text"] if found else None


@cache
def _announces() -> re.Pattern[str]:
    con = words.joined("triggers.strip", "triggers.connectors", "triggers.bounds", "triggers.require")
    return re.compile(rf"(?<!\w){con}(?!\w).{{0,80}}[:：]\s*\Z", re.I)


def announces(sentence: str) -> bool:
    """Whether a sentence such as "Revisit this when any of:" announces a list of conditions."""
    if not may_hold(sentence):
        return False
    again = words.inside("triggers.verbs").search(sentence) or words.inside("triggers.relevant").search(sentence)
    return bool(again) and bool(_announces().search(sentence + ("" if sentence.endswith((":", "：")) else ":")))
