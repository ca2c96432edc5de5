"""A review: what somebody answered when they looked at a record again."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from ..model import Result

Outcome = Literal["reaffirmed", "reopened"]


def fingerprint(text: str) -> str:
    """Twelve hex digits of a condition's or blocker's words: when they change, it is asked anew."""
    return sha256(" ".join(text.split()).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person said about one condition."""

    trigger: str
    """Its letter when it was asked; the fingerprint is what counts."""
    condition: str
    """Fingerprint of the condition."""
    result: Result
    """waiting, met or never."""
    seen: str | None = None
    """The state that was shown: who has seen that a check is met and says waiting is not asked at once again."""
    until: str | None = None
    """ISO day before which it is not asked again."""
    evidence: str | None = None
    text: str | None = None
    """The words of the condition when it was asked: who reads of the look when they are others is told which."""


@dataclass(frozen=True, slots=True)
class Review:
    """One look at one record."""

    record: int
    date: str
    """ISO day."""
    by: str = ""
    time: str = ""
    """ISO instant in UTC: orders the reviews of one day, also when people of several time zones wrote them."""
    note: str | None = None
    answers: tuple[Answer, ...] = ()
    cleared: tuple[tuple[str, str], ...] = ()
    """Number and fingerprint of each blocker that is gone."""
    outcome: Outcome | None = None
    next: str | None = None
    """ISO day of the next look, when the decision was reaffirmed, or put off without a look."""
    file: str = ""
    """Name of the record's file, which tells apart two records that took one number."""
    path: str = ""

    @property
    def order(self) -> tuple[str, str, str]:
        """By day, time and file name."""
        return self.date, self.time, self.path
