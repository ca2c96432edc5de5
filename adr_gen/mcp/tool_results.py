"""What the tools answer: small values, from which the protocol's library makes the schemas that agents are shown.

They have no slots: the library takes what a class with slots has for the defaults of its fields.
"""

from dataclasses import dataclass
from typing import Literal

from ..model import Kind, Logic, RecordState, State, Status
from ..revisit.states import Standing


@dataclass(frozen=True)
class Condition:
    """One condition under which a decision is looked at again."""

    id: str
    """Its letter."""
    text: str
    state: State
    check: list[str]
    """What a program judges it by; empty: people do."""
    evidence: str | None
    """What was found last, when and by whom."""
    would_be_met_by: str | None
    """For a proposal: the evidence that it would make the condition true."""
    line: int
    """In the record's file."""


@dataclass(frozen=True)
class Summary:
    """A decision in a few facts."""

    id: str
    title: str
    status: Status | None
    qualifier: str | None
    date: str | None
    verdict: str | None
    standing: Standing
    """`challengeable`: a condition to look again has come true, so it may be questioned; `holds`: keep to it."""
    why: str
    """The standing in a sentence, with the day and the evidence."""
    current_id: str | None
    """The decision that is in force instead, if this one is superseded."""
    path: str
    """Of the record's file."""


@dataclass(frozen=True)
class Matched:
    """A decision that was searched for."""

    decision: Summary
    matches: list[str]
    """Why it was found, the strongest reason first."""


@dataclass(frozen=True)
class Decisions:
    """Decisions, the best first."""

    decisions: list[Matched]
    total: int
    truncated: bool
    """Whether there are more than are shown."""
    problems: list[str]
    """Files of the log that cannot be read as they should: what they decide may be missing here."""


@dataclass(frozen=True)
class Blocking:
    """What stands in the way."""

    text: str
    state: Literal["open", "cleared"]


@dataclass(frozen=True)
class Decision:
    """One decision in full, and a section of its record if one was asked for."""

    decision: Summary
    source: str | None
    """The research file that it was generated from; edit that one, never the record."""
    url: str | None
    tags: list[str]
    decision_makers: list[str]
    blockers: list[Blocking]
    logic: Logic | None
    conditions: list[Condition]
    reopened_in: str | None
    """The research file that asks the question again."""
    sections: list[str]
    """The headings that `section` takes."""
    text: str | None
    """The section's Markdown."""
    truncated: bool
    """Whether the text was cut."""


@dataclass(frozen=True)
class Ruling:
    """A decision that a proposal has to do with."""

    decision: Summary
    matches: list[str]
    conditions: list[Condition]
    """Those that are met, or that the proposal would make true."""


@dataclass(frozen=True)
class Rulings:
    """The decisions that a proposal has to do with, first those of which it makes a condition true."""

    advice: str
    """What follows, in a sentence."""
    decisions: list[Ruling]
    total: int
    truncated: bool
    problems: list[str]


@dataclass(frozen=True)
class Asked:
    """A decision that somebody should look at again."""

    decision: Summary
    state: RecordState
    conditions: list[Condition]
    """Those that give it its state; empty: its day for a review has come."""
    command: str
    """With which a person answers."""


@dataclass(frozen=True)
class Due:
    """What has come true or is due on a day."""

    as_of: str
    decisions: list[Asked]
    total: int
    truncated: bool
    problems: list[str]


@dataclass(frozen=True)
class ReadCondition:
    """A condition as it was read."""

    id: str
    text: str
    kind: Kind
    check: list[str]


@dataclass(frozen=True)
class Candidate:
    """A sentence that may say the verdict or a condition."""

    field: Literal["verdict", "trigger"]
    line: int
    text: str
    why: str
    status: Status | None


@dataclass(frozen=True)
class Remark:
    """What was read from a line or passed over there, or a problem."""

    line: int
    kind: Literal["read", "passed over", "problem"]
    text: str


@dataclass(frozen=True)
class Explanation:
    """What a research file or a record says, and from which lines."""

    path: str
    title: str | None
    status: Status | None
    """None: undecided."""
    qualifier: str | None
    date: str | None
    verdict: str | None
    blockers: list[Blocking]
    logic: Logic | None
    conditions: list[ReadCondition]
    candidates: list[Candidate]
    remarks: list[Remark]
    truncated: bool
    """Whether there are more remarks than are shown."""
