"""What one condition comes to on a day, and what several of them come to together."""

from dataclasses import dataclass, field, replace
from datetime import date

from ..checks import parse_day
from ..model import Observation, State
from .causes import Cause
from .observation_merging import first_met


@dataclass(frozen=True, slots=True)
class TriggerState:
    """The state of one trigger, what it rests on, and the next day on which it may change."""

    state: State
    observation: Observation | None = None
    next: date | None = None
    since: date | None = field(default=None, compare=False)
    """The day since which it is met or due, if that is known; it follows from the rest."""
    cause: Cause | None = field(default=None, compare=False)
    """Why it is due since that day."""
    answered: date | None = None
    """The day since which it is true, where the decision was reaffirmed with that in sight: alone it asks nobody again."""

    @property
    def true(self) -> bool:
        """Whether it has come true, answered or not."""
        return self.state == "met" or self.answered is not None

    @property
    def over(self) -> date | None:
        """The day from which a check that found it true finds it no longer so."""
        return parse_day(self.observation.over) if self.state == "met" and self.observation else None

    @property
    def acknowledged(self) -> bool:
        """Whether it is true and asks nobody for the time being."""
        return self.state == "waiting" and self.answered is not None


def together(own: list[TriggerState]) -> list[TriggerState]:
    """What "all of" comes to: what is not true yet; once all are, what is met, since the last of them came true.

    What a check found true only before that day is not true together with the others.
    """
    if pending := [one for one in own if not one.true]:
        return pending
    days = [one.since if one.state == "met" else one.answered for one in own]
    last = max((day for day in days if day), default=None)
    if last and (over := [one for one in own if one.over and one.over <= last]):
        return [replace(one, state="waiting", next=None, since=None) for one in over]
    return [replace(one, since=last) for one in own if one.state == "met"] or own


def met_since(answered: Observation | None, observed: Observation | None, *, asks: bool) -> date | None:
    """The day since which a condition is true that a person called met last: a check may have seen it earlier."""
    if answered is None or answered.result != "met":
        return None
    seen = [answered] if asks or not observed or observed.result != "met" else [answered, observed]
    return min(filter(None, map(first_met, seen)), default=None)
