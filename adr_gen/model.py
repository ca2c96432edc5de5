"""What a document decides: the values that reading finds, records carry and the site shows."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

Status = Literal["proposed", "accepted", "rejected", "deferred", "deprecated", "superseded"]
STATUSES: tuple[Status, ...] = get_args(Status)
Logic = Literal["any", "all", "single"]
Kind = Literal["date", "elapsed", "release", "issue", "repo", "record", "lifecycle", "metric", "person", "never"]
State = Literal["met", "due", "unknown", "waiting", "never"]
STATES: tuple[State, ...] = get_args(State)
"""States of a trigger, the strongest first."""
RecordState = Literal["met", "due", "reopened", "unknown", "waiting", "never"]
RECORD_STATES: tuple[RecordState, ...] = get_args(RecordState)
"""States of a record, in the order in which they are shown; one that is reopened asks nobody again."""
NEEDS_ATTENTION: tuple[Literal["met", "due"], ...] = ("met", "due")
"""States in which somebody is asked to look again."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The decision itself."""

    status: Status
    qualifier: str | None = None
    """Words that limit the status ("for now"), else None."""
    line: str = ""
    """The verdict in one line of inline Markdown as the author wrote it; empty if there is none."""


@dataclass(frozen=True, slots=True)
class Blocker:
    """What stands in the way of the decision's opposite today."""

    text: str
    """Inline Markdown as written, white space folded."""
    cleared: bool = False


class _Parsed:
    """A place for what the tokens of a trigger say, which `revisit.condition` parses; no field: it is never stored."""

    __slots__ = ("parsed",)
    parsed: Any


@dataclass(frozen=True, slots=True)
class Trigger(_Parsed):
    """One condition under which the decision should be looked at again."""

    text: str
    """The condition alone, verbatim with its tokens, white space folded: no label, no "if" before, no consequence after."""
    sentence: str
    """The whole sentence or item as written, white space folded."""
    consequence: str | None = None
    """What the author says should happen then."""
    kind: Kind = "person"
    check: tuple[str, ...] = ()
    """The tokens in its part of the sentence, without backticks."""
    item: str | None = None
    """The option, phase or sub-item it belongs to when it is not the whole decision's."""
    own: str = field(default="", compare=False)
    """The letter that the author of a record's list gave it."""

    @property
    def whole(self) -> str:
        """What it says, with what is to happen then."""
        return self.text + (f" → {self.consequence}" if self.consequence else "")


def letter(index: int) -> str:
    """The letter of a place: a … z, aa, ab …"""
    return (letter(index // 26 - 1) if index >= 26 else "") + chr(ord("a") + index % 26)


@dataclass(frozen=True, slots=True)
class Conditions:
    """All triggers of a decision and how they combine."""

    logic: Logic | None = None
    """any, all, single (exactly one trigger) or None (no trigger)."""
    triggers: tuple[Trigger, ...] = ()
    review_by: str | None = None
    """ISO day by which somebody should look in any case."""

    @property
    def lettered(self) -> tuple[tuple[str, Trigger], ...]:
        """The triggers with the letters by which they are asked about: the author's own if each has one, else by their places."""
        own = [trigger.own for trigger in self.triggers]
        known = all(own) and len(set(own)) == len(own)
        return tuple((one.own if known else letter(n), one) for n, one in enumerate(self.triggers))

    @property
    def shared_sentences(self) -> frozenset[str]:
        """The sentences that hold more than one of the conditions."""
        count = Counter(trigger.sentence for trigger in self.triggers)
        return frozenset(sentence for sentence, number in count.items() if number > 1)


Result = Literal["met", "waiting", "unknown", "never"]


@dataclass(frozen=True, slots=True)
class Observation:
    """What a check or a person found for one trigger, on a date, with evidence."""

    result: Result
    date: str | None
    """ISO day on which it was found."""
    by: str = "check"
    """A person's name, or "check"."""
    evidence: str = ""
    """What was found, in words; addresses in it are links."""
    since: str | None = None
    """ISO day since when it holds, or from which it will hold, if that is known."""
    over: str | None = None
    """ISO day on which a check found first that what was met no longer holds."""
    noticed: bool = field(default=False, compare=False)
    """Whether `since` is only the day on which a check found it first."""
