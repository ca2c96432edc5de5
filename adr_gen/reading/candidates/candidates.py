"""Sentences that may say the verdict or a condition: for a person to choose from, never recorded by themselves."""

from collections.abc import Iterable
from dataclasses import dataclass

from ...model import Status


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence, or the condition in it, that may be what is looked for."""

    line: int
    """1-based."""
    text: str
    """Verbatim, white space folded."""
    why: str
    """What speaks for it, or why it was passed over."""
    status: Status | None = None
    """For a verdict: the status that its words would say."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate with the points that speak for it."""

    points: float
    candidate: Candidate


def best(weighed: Iterable[Weighed], most: int) -> tuple[Candidate, ...]:
    """The candidates with the most points, the earlier one first among equals; none twice."""
    ranked = sorted(weighed, key=lambda one: (-one.points, one.candidate.line))
    best: dict[str, Candidate] = {}
    for one in ranked:
        best.setdefault(one.candidate.text, one.candidate)
    return tuple(best.values())[:most]
