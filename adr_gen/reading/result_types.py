"""What reading a document gives."""

from dataclasses import dataclass, field
from typing import Literal

from ..markdown import Block
from ..model import Blocker, Conditions, Verdict


@dataclass(frozen=True, slots=True)
class Note:
    """Where a value came from, or why something that looked like one was not taken."""

    field: str
    """title, date, status, verdict, blocker, trigger or review_by."""
    line: int
    rule: str
    """A short name of the rule."""
    text: str
    taken: bool = True
    why: str = ""
    """For what was not taken: the reason."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in the document that a person must mend."""

    line: int
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class MovedList:
    """A top-level list whose items are wholly blockers, or wholly conditions; each item gave exactly one entry."""

    section: Literal["blockers", "revisit"]
    lead: Block | None
    """The top-level heading or paragraph that only announces the list."""
    list: Block
    first: int
    """Index of the first item's entry in the reading's blockers or triggers; the others follow in order."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one document says about its decision."""

    title: str | None = None
    title_line: int | None = None
    """Line of the top heading that says the title."""
    date: str | None = None
    """ISO day."""
    verdict: Verdict | None = None
    """None: undecided."""
    update: str | None = None
    """The name of the update that turned what was decided before: what stands above it speaks of that."""
    blockers: tuple[Blocker, ...] = ()
    conditions: Conditions = field(default_factory=Conditions)
    tags: tuple[str, ...] = ()
    decision_makers: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    """Who answers for it, where that is somebody else than who decided."""
    supersedes: tuple[str, ...] = ()
    """References as written: a number, `ADR-0012` or a file name."""
    superseded_by: tuple[str, ...] = ()
    revisits: tuple[str, ...] = ()
    relates: tuple[str, ...] = ()
    moves: tuple[MovedList, ...] = ()
    notes: tuple[Note, ...] = ()
    findings: tuple[Finding, ...] = ()
