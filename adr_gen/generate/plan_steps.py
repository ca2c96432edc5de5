"""What a run does: a step for every research file."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from ..errors import Problem
from .edit_conflict import Conflict, with_changes

Action = Literal["new", "changed", "unchanged", "kept", "undecided", "left out", "problem"]


@dataclass(frozen=True, slots=True)
class RecordStep:
    """What happens to one research file."""

    source: str
    action: Action
    """new, changed, unchanged; kept: the record was edited by hand and stays; undecided, left out, problem: no record."""
    record: str | None = None
    """The record file."""
    status: str | None = None
    title: str = ""
    date: str | None = None
    """ISO day of a research file that could be read."""
    text: str | None = field(default=None, repr=False)
    """What the record file is to hold; None when it stays as it is."""
    before: str | None = field(default=None, repr=False)
    """What it holds now."""
    doubt: str = ""
    """Why a person has to look at the research file; empty if nobody has to."""
    candidate: tuple[int, str] = (0, "")
    """Line and plain words of the best candidate for the verdict of an undecided file; 0 if there is none."""
    aside: str = ""
    """Where the text of a person lies that was written over."""
    conflict: Conflict | None = field(default=None, repr=False)
    """Both changes, where the record was edited by hand and its research changed since."""


@dataclass(frozen=True, slots=True)
class Plan:
    """All steps, in the order of the research files, and all problems."""

    steps: tuple[RecordStep, ...]
    problems: tuple[Problem, ...]

    @property
    def writes(self) -> list[RecordStep]:
        """The steps that change a file."""
        return [step for step in self.steps if step.text is not None]

    @property
    def conflicts(self) -> dict[str, Conflict]:
        """The records that were edited by hand while their research changed, by their paths."""
        return {step.record: step.conflict for step in self.steps if step.record and step.conflict}

    def explained(self, problems: Iterable[Problem]) -> list[Problem]:
        """The problems of a run, those of conflicts with both changes; git is asked for the text that was generated."""
        conflicts = self.conflicts
        return [with_changes(problem, conflicts) for problem in problems]
