"""Checks of another decision."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Self, get_args

from ...model import STATUSES, Kind, Observation, Status
from ..base import Check, Location, Scanner, Unavailable, World, line_of, observation, observation_since
from .calendar import parse_day


@dataclass(frozen=True, slots=True)
class Decided(Check):
    """`adr:12 accepted`: that record, or the newest that supersedes it, has the status."""

    number: int
    status: Status
    kind: ClassVar[Kind] = "record"
    prefixes: ClassVar[tuple[str, ...]] = ("adr:",)
    examples: ClassVar[tuple[str, ...]] = ("adr:12 accepted",)

    @classmethod
    def parse(cls, text: Scanner) -> Self:
        """A record's number and a status."""
        text.take("adr:", "adr:")
        number = int(text.take(r"\d{1,9}(?!\w)", "a record's number"))
        word = text.take(rf"(?:{'|'.join(STATUSES)})(?!\w)", f"one of {', '.join(STATUSES)}")
        return cls(number, next(s for s in get_args(Status) if s == word))

    def __str__(self) -> str:
        return f"adr:{self.number} {self.status}"

    @property
    def subject(self) -> str:
        """The record."""
        return f"adr:{self.number}"

    def locations(self, world: World) -> Iterator[Location]:
        """The status of the record today."""
        if path := world.record(self.number):
            yield Location(path, line_of(world.text(path), r"(?i)^[^\w\n]*status\b"))

    def observe(self, world: World, decided: date | None) -> Observation:
        """The status of the record, since its date; `superseded` is asked of the record itself."""
        newest = world.decision(self.number)
        if newest is None:
            raise Unavailable(f"there is no record {self.number}; mend the number")
        name, status, dated = newest
        superseded = self.status == "superseded" and name != f"ADR-{self.number:04}"
        evidence = f"{name} is {status or 'without a known status'}"
        if not (superseded or status == self.status):
            return observation("waiting", world, evidence)
        since = dated if parse_day(dated) else None
        return observation_since(since, world, evidence)
