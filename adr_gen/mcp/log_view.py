"""The records of a project on one day, as agents are shown them: standing, why, and the evidence for conditions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ..board import BoardEntry, WatchedCondition, entry, evidence, observation_text, since_word, watched_conditions
from ..checks.base import Unavailable
from ..codes import CODES
from ..errors import Problem
from ..log import Log
from ..monitor import Monitor, newest_successor
from ..project import Project
from ..records import Record
from ..revisit import States
from . import record_sections
from .tool_results import Blocking, Condition, Decision, Summary


@dataclass(frozen=True)
class LogView:
    """The records of one project on one day."""

    monitor: Monitor
    log: Log
    states: States
    unread: tuple[Problem, ...]
    """What is wrong with the files of the log."""

    @classmethod
    def of(cls, project: Project, day: date) -> "LogView":
        """The records of a project as they are now, judged for a day."""
        log, problems = project.log(day)
        monitor = Monitor(project, lambda: log, day)
        return cls(monitor, log, monitor.states, tuple(problems))

    @cached_property
    def texts(self) -> dict[str, str]:
        """The texts of the record files, by their paths."""
        return self.monitor.project.record_texts()[0]

    def problems(self, most: int) -> list[str]:
        """The first of the files that cannot be read as they should."""
        return [str(problem) for problem in self.unread if not CODES[problem.code].hint][:most]

    def decision(self, record: Record, text: str | None, *, truncated: bool) -> Decision:
        """A decision in full, with the text of a section of its record."""
        return Decision(
            decision=self.summary(record),
            source=record.source,
            url=self.monitor.project.address(record) or None,
            tags=list(record.tags),
            decision_makers=list(record.decision_makers),
            blockers=[Blocking(blocker.text, "cleared" if blocker.cleared else "open") for blocker in record.blockers],
            logic=record.conditions.logic,
            conditions=self.conditions(record),
            reopened_in=self.states.reopened.get(record.path),
            sections=record_sections.titles(self.texts.get(record.path, "")),
            text=text,
            truncated=truncated,
        )

    def summary(self, record: Record, flips: Mapping[str, str] | None = None) -> Summary:
        """A decision in a few facts; `flips` are the conditions that a proposal would make true."""
        standing = self.states.standing(record)
        heir = self._heir(record) if standing == "superseded" else None
        return Summary(
            id=record.id,
            title=record.title,
            status=record.status,
            qualifier=record.qualifier,
            date=record.date,
            verdict=record.verdict_text,
            standing=standing,
            why=self._why(record, heir) + _coming(flips or {}),
            current_id=heir.id if heir else None,
            path=record.path,
        )

    def conditions(self, record: Record, flips: Mapping[str, str] | None = None) -> list[Condition]:
        """The conditions of a record; with `flips` those that are met or would be."""
        text = self.texts.get(record.path, "")
        return [
            self._condition(line, text, (flips or {}).get(line.letter))
            for line in watched_conditions(record, self.states)
            if flips is None or line.state == "met" or line.letter in flips
        ]

    def urgent(self, entry: BoardEntry) -> list[Condition]:
        """The conditions that give a record its state."""
        text = self.texts.get(entry.record.path, "")
        return [self._condition(line, text, None) for line in entry.urgent]

    def _condition(self, line: WatchedCondition, text: str, would: str | None) -> Condition:
        return Condition(
            id=line.letter,
            text=line.trigger.text,
            state=line.state,
            check=list(line.trigger.check),
            evidence=evidence(line, self.monitor.as_of) or None,
            would_be_met_by=would,
            line=text.count("\n", 0, max(text.find(line.trigger.text), 0)) + 1,
        )

    def _heir(self, record: Record) -> Record | None:
        """The record that is in force in the place of this one."""
        try:
            successor = newest_successor(self.log, record.number)
        except Unavailable:
            return None
        return successor if successor and successor.path != record.path else None

    def _why(self, record: Record, heir: Record | None) -> str:
        """The standing of a record in a sentence."""
        standing, since = self.states.standing(record), self.states.since(record)
        if standing == "superseded":
            return f"superseded by {heir.id}" if heir else f"{record.status}, and nothing is in its place"
        if standing == "challengeable":
            day = f" ({since_word(record, self.states)} {since})" if since else ""
            return f"challengeable{day} because {'; '.join(map(self._met, self._urgent(record)))}"
        if self.states.of_record(record) == "due":
            return (
                f"holds; somebody was to look at it again by {since}" if since else "holds; due to be looked at again"
            )
        if any(line.answered for line in watched_conditions(record, self.states)):
            return "holds: it was reaffirmed when a condition had come true"
        waits = "none of its conditions has come true" if record.conditions.triggers else "it names no condition"
        return f"holds: {waits}"

    def _urgent(self, record: Record) -> tuple[WatchedCondition, ...]:
        board_entry = entry(record, self.states)
        return board_entry.urgent if board_entry else ()

    def _met(self, line: WatchedCondition) -> str:
        seen = observation_text(line.observation, self.monitor.as_of)
        return f"({line.letter}) “{line.trigger.text}” is met" + (f": {seen}" if seen else "")


def _coming(flips: Mapping[str, str]) -> str:
    """What a proposal would change of a record's standing."""
    coming = "; ".join(f"({name}): {evidence}" for name, evidence in flips.items())
    return f"; this proposal would make true {coming}" if flips else ""
