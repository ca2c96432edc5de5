"""What checks found last, and what was met since: facts of the day that may be deleted at any time."""

import json
from collections.abc import Iterable
from dataclasses import asdict, replace
from typing import Any

from .. import typed_json
from ..checks import Check, parse_day
from ..model import Observation


class Results:
    """Observations by check; `text()` is what `Results(text)` reads."""

    def __init__(self, text: str = "") -> None:
        try:
            stored: Any = json.loads(text) if text else {}
        except (ValueError, RecursionError):
            stored = {}
        results = stored if isinstance(stored, dict) else {}
        self._now, self._met = _readable(results.get("now")), _readable(results.get("met"))

    def last(self, check: Check) -> Observation | None:
        """What was found last."""
        return self._now.get(str(check))

    def effective(self, check: Check, now: Observation) -> Observation:
        """What `now` comes to: what was met stays so, with the day since when, until a review answers it."""
        met = self._met.get(str(check))
        if met is None:
            return now
        if now.result == "met":
            return now if now.since else replace(now, since=met.since, noticed=met.noticed)
        evidence = f"{met.evidence}; on {now.date}: {now.evidence}" if now.date else met.evidence
        return replace(met, evidence=evidence, over=met.over or (now.date if now.result == "waiting" else None))

    def put(self, observations: Iterable[tuple[Check, Observation]]) -> None:
        """Remember what was found; the day on which a check turns to met is remembered as the day since when."""
        for check, now in observations:
            name, before = str(check), self._now.get(str(check))
            if now.result == "met" and (before is None or before.result != "met" or name not in self._met):
                self._met[name] = now if now.since else replace(now, since=now.date, noticed=True)
            elif now.result == "waiting" and name in self._met and not self._met[name].over:
                self._met[name] = replace(self._met[name], over=now.date)
            if now.result != "unknown" or before is None or before.result == "unknown":
                self._now[name] = now
            else:
                self._now[name] = replace(now, evidence=f"{now.evidence}; on {before.date}: {before.evidence}")

    def text(self) -> str:
        """As JSON."""
        data = {
            "now": {name: asdict(self._now[name]) for name in sorted(self._now)},
            "met": {name: asdict(self._met[name]) for name in sorted(self._met)},
        }
        return json.dumps(data, indent=1, ensure_ascii=False) + "\n"


def _readable(stored: Any) -> dict[str, Observation]:
    """The observations that are what was written; what is damaged is forgotten, and looked up again."""
    observations: dict[str, Observation] = {}
    for name, data in stored.items() if isinstance(stored, dict) else ():
        try:
            one = typed_json.read(Observation, data)
        except typed_json.MistypedJson:
            continue
        if all(day is None or parse_day(day) for day in (one.date, one.since, one.over)):
            observations[name] = one
    return observations
