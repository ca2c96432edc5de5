"""What the checks of one trigger find together on a day."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from ..checks import Calendar, Check, World, observe, parse_day
from ..model import Observation
from . import observation_merging
from .combined_checks import CombinedChecks


def combined_observation(
    parsed: CombinedChecks, decided: date | None, as_of: date, observer: Callable[[Check], Observation]
) -> tuple[Observation, date | None]:
    """What all checks of one trigger find together, and the next day that may change it; unknown is never met."""
    if parsed.faults:
        return Observation("unknown", None, "check", parsed.faults[0].message), None
    seen = [_observe(check, decided, as_of, observer) for check in parsed.checks]
    floors = [_observe(floor, decided, as_of, observer) for floor in parsed.floors]
    if parsed.together:
        at_once = observation_merging.at_one_time([*floors, *seen])
    else:
        each = [observation_merging.at_one_time([*floors, one])[-1] for one in seen]
        at_once = floors + observation_merging.joined(each, together=False)
    whole = observation_merging.joined(at_once, together=True)[0]
    if whole.result == "unknown" and not (parsed.together or parsed.floors):  # one of them may come true alone
        coming = [one.since for one in seen if one.result == "waiting" and one.since]
        return whole, parse_day(min(coming, default=None))
    return whole, parse_day(whole.since)


def calendar_day(
    parsed: CombinedChecks, decided: date | None, as_of: date, observer: Callable[[Check], Observation]
) -> date | None:
    """The day that a condition waits for; None if something beside the calendar makes it true as well."""
    if not (parsed.has_tokens and parsed.by_calendar):
        return None
    return combined_observation(parsed, decided, as_of, observer)[1]


def _observe(check: Check, decided: date | None, as_of: date, observer: Callable[[Check], Observation]) -> Observation:
    """What a check finds; one that knows the day on which it will hold holds from that day on."""
    if isinstance(check, Calendar):
        return observe(check, World(as_of), decided)
    observation = observer(check)
    come = observation.result == "waiting" and observation.since and observation.since <= as_of.isoformat()
    return replace(observation, result="met") if come else observation
