"""One record of the log."""

import re
from dataclasses import dataclass, field

from ..model import Blocker, Conditions, Status
from .paragraph_text import plain

_STRUCK = re.compile(r"~~[^~\n]{1,400}~~|<(del|s)>[^<\n]{0,400}</\1>", re.I)
RELATIONS = ("supersedes", "superseded_by", "revisits", "relates")
"""The kinds of relations that a record states."""


@dataclass(frozen=True, slots=True)
class Record:
    """One record of the log."""

    number: int
    title: str
    """Inline Markdown, as the author wrote it."""
    status: Status | None
    qualifier: str | None = None
    date: str | None = None
    verdict: str | None = None
    """The decision in one line of inline Markdown."""
    update: str | None = None
    """The name of the update in its text that turned what was decided before, as the author wrote it."""
    source: str | None = None
    """The research file, relative to the project; None for a hand-written record."""
    path: str = ""
    """The record file, relative to the project."""
    url: str = ""
    """The address of the page, quoted, relative to the site's root."""
    tags: tuple[str, ...] = ()
    decision_makers: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    """Who answers for it, where that is somebody else than who decided."""
    asked: tuple[str, ...] = field(default=(), compare=False)
    """Who is asked about it: who owns it, else who decided it; the log finds out how each is called."""
    blockers: tuple[Blocker, ...] = ()
    conditions: Conditions = field(default_factory=Conditions)
    supersedes: tuple[int, ...] = ()
    superseded_by: tuple[int, ...] = ()
    revisits: tuple[int, ...] = ()
    reaffirmed_by: tuple[int, ...] = ()
    relates: tuple[int, ...] = ()
    references: tuple[tuple[str, str], ...] = field(default=(), compare=False)
    """Kind and words of each relation as the file states it; the log finds out which records they mean."""

    @property
    def research(self) -> str:
        """The name of its research file, by which people look for it, too; empty without one."""
        return (self.source or "").rpartition("/")[2]

    def stated(self, kind: str) -> tuple[str, ...]:
        """The references of one kind; the numbers, if it is not known how they were written."""
        references = tuple(dict.fromkeys(reference for name, reference in self.references if name == kind))
        return references or tuple(map(str, getattr(self, kind)))

    @property
    def answering(self) -> tuple[str, ...]:
        """Who owns it, else who decided it, as its file names them."""
        return self.owners or self.decision_makers

    @property
    def says_status_alone(self) -> bool:
        """Whether its verdict says no more than its status."""
        return (self.verdict_text or "").strip(". ").lower() == (self.status or "")

    @property
    def verdict_text(self) -> str | None:
        """The decision in one line of plain text, as people and programs are shown it; without what was struck out."""
        if not self.verdict:
            return self.verdict
        return " ".join(plain(_STRUCK.sub("", self.verdict)).split()) or plain(self.verdict)

    def repeats(self, older: "Record") -> bool:
        """Whether it says what an older one says, and not only with the same status another choice."""
        return self.status == older.status and self._said == older._said

    @property
    def _said(self) -> str:
        said = (self.verdict_text or "").strip(". ").casefold()
        return "" if said == self.status else said

    @property
    def watched(self) -> bool:
        """Whether anybody still waits for its conditions."""
        return self.status not in ("superseded", "deprecated") and not self.reaffirmed_by

    @property
    def id(self) -> str:
        """`ADR-0007`: how people and other tools name it."""
        return f"ADR-{self.number:04}"
