"""Waiting that software does while it runs, which puts no decision off: "We wait until the queue is empty"."""

import re

from ..patterns.language_matchers import find_slot, leading, lowered, matcher_for

_STATES = (
    "wait-act|waits-for ,? _4 in-flight _3 run-state",
    "wait-act _3? until|if-end _4 in-flight _3 run-state",
    "waits-for article-of? _1? in-flight $",
    "in-flight _3 run-state _2? wait-act",
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?\s*")
NEAR = 12
"""Characters between "wait" and its seconds."""


def waits_at_run_time(sentence: str) -> bool:
    """Whether a sentence waits for a state of running software, or a few seconds."""
    low = lowered(sentence)
    return any(matcher_for(row).search(low) for row in _STATES) or _waits_seconds(low)


def _waits_seconds(low: str) -> bool:
    """Whether "wait" stands beside a number of seconds or minutes."""
    wait = find_slot("wait-act", low)
    if wait is None:
        return False
    near = _NUMBER.finditer(low, max(0, wait.start() - NEAR), wait.end() + NEAR)
    return any(leading("run-time", low[number.end() :]) for number in near)
