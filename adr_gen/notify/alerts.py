"""What presses of a record, by keys that stay the same until somebody answers."""

from ..board import BoardEntry, WatchedCondition
from ..model import NEEDS_ATTENTION, State
from ..records import holder
from ..reviews.stored_review import fingerprint
from ..revisit import States
from . import issue_text

MOST_CONDITIONS = 200
"""Conditions of one record that are told apart; with more of them nobody reads the news anyway."""


def transitions(entry: BoardEntry, states: States) -> dict[str, WatchedCondition | None]:
    """What presses of a record, by the key of the transition; None stands for the day of `review_by`.

    A key holds the condition, its state and the day of the last answer: until somebody answers it is the same
    transition, also if what checks found was forgotten; an answer, or other words, begin a new one.
    """
    pressing: dict[str, WatchedCondition | None] = {}
    if issue_text.review_day_has_come(entry, states):
        pressing[f"review-by:{entry.review_by}"] = None
    for line in entry.lines:
        if line.state in NEEDS_ATTENTION:
            pressing[key(entry, line, line.state, states)] = line
    return dict(list(pressing.items())[:MOST_CONDITIONS])


def key(entry: BoardEntry, line: WatchedCondition, state: State, states: States) -> str:
    """The key of a condition in a state."""
    condition = fingerprint(line.trigger.text)
    answered = states.reviews.answered(holder(entry.record), condition) or "-"
    return f"{condition}:{state}:{answered}"
