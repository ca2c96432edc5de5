"""Observations of one condition: several as one, and those of people beside those of checks."""

from dataclasses import replace
from datetime import date

from ..checks import parse_day
from ..model import Observation
from ..reviews.reviews import LastAnswer


def joined(observations: list[Observation], *, together: bool) -> list[Observation]:
    """What several observations come to: the first that decides; together the last one does. Empty for none."""
    order = ("waiting", "unknown", "met") if together else ("met", "unknown", "waiting")
    result = min((one.result for one in observations), key=order.index, default=None)
    deciding = [one for one in observations if one.result == result]
    if not deciding:
        return []
    if together:
        evidence = "; ".join(dict.fromkeys(one.evidence for one in deciding if one.evidence))
        return [replace(max(deciding, key=lambda one: one.since or ""), evidence=evidence)]
    return [min(deciding, key=lambda one: one.since or "9999")]


def at_one_time(observations: list[Observation]) -> list[Observation]:
    """Observations that count only together: what was over before another of them came true does not hold with it."""
    return [
        replace(one, result="waiting", since=None) if one.result == "met" and _over_before(one, observations) else one
        for one in observations
    ]


def _over_before(one: Observation, others: list[Observation]) -> bool:
    came = ((other.since or other.date or "") for other in others if other is not one and other.result == "met")
    return one.over is not None and one.over <= max(came, default="")


def of_answer(last: LastAnswer) -> Observation:
    """A person's answer as an observation."""
    answer, review = last.answer, last.review
    return Observation(answer.result, review.date, review.by or "somebody", answer.evidence or "", last.since)


def first_met(seen: Observation | None) -> date | None:
    """The day on which it came true, else on which that was found."""
    return parse_day(seen.since or seen.date) if seen else None


def has_looked(observation: Observation, seen: str | None) -> bool:
    """Whether a person, who last saw on a day that it is met, has looked at what a check has found."""
    return seen is not None and not (observation.since and observation.since > seen)


def latest(observed: Observation, answered: Observation | None) -> Observation:
    """What is known of a condition whose check does not hold: what it found, or a newer answer that says the same."""
    if observed.result != "waiting" or answered is None or answered.result != "waiting":
        return observed
    return observed if (answered.date or "") < (observed.date or "") else answered
