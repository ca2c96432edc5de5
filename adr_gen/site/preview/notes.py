"""What a preview says and no build does: of records that are behind, of broken research, of drafts that are open."""

from dataclasses import dataclass
from typing import Literal

from ...errors import Problem
from ...reading.candidates.candidates import Candidate


@dataclass(frozen=True, slots=True)
class PreviewNote:
    """Why the page of a record is not what a build would show, or not what its research says."""

    kind: Literal["new", "behind", "broken"]
    research: str
    record: str
    problem: Problem | None = None
    """For one that is broken: what is wrong with its research."""


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """A research file that nobody has decided, with the sentences that may do so."""

    path: str
    title: str
    why: str
    verdicts: tuple[Candidate, ...] = ()
    conditions: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """What is said in a preview, and in no build."""

    notes: tuple[PreviewNote, ...] = ()
    drafts: tuple[OpenDraft, ...] = ()
    broken: tuple[Problem, ...] = ()
    """Problems of research files that have no record."""

    def of(self, record: str) -> list[PreviewNote]:
        """The notes on a record, by the path of its file."""
        return [note for note in self.notes if note.record == record]
