"""Checks of a number that somebody writes down."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Self

from ...model import Kind, Observation
from ..base import Bound, Check, Location, Scanner, Unavailable, World, decimal_text, observation


@dataclass(frozen=True, slots=True)
class Threshold(Check):
    """`reading:monthly-users > 400`: the last number written into `readings.yml` satisfies it."""

    name: str
    bound: Bound
    kind: ClassVar[Kind] = "metric"
    prefixes: ClassVar[tuple[str, ...]] = ("reading:",)
    examples: ClassVar[tuple[str, ...]] = ("reading:monthly-users > 400",)

    @classmethod
    def parse(cls, text: Scanner) -> Self:
        """A name and a comparison."""
        text.take("reading:", "reading:")
        name = text.take(r"\w[\w.-]*", "a name of letters, digits, '-', '_' and '.'", apart=False)
        return cls(name, Bound.parse(text))

    def __str__(self) -> str:
        return f"reading:{self.name} {self.bound}"

    @property
    def subject(self) -> str:
        """The number's name."""
        return f"reading:{self.name}"

    def locations(self, world: World) -> Iterator[Location]:
        """The last number of that name."""
        last = world.readings.get(self.name)
        if last and world.readings_path:
            text = world.text(world.readings_path) or ""
            entries = list(re.finditer(rf"^[^\w\n]*name[^\w\n]+{re.escape(self.name)}[^\w\n]*$", text, re.MULTILINE))
            yield Location(world.readings_path, text.count("\n", 0, entries[-1].end()) + 1 if entries else 1)

    def observe(self, world: World, decided: date | None) -> Observation:
        """Whether the last number satisfies it."""
        last = world.readings.get(self.name)
        if last is None:
            raise Unavailable(f"nobody has written down {self.name} yet; add it to readings.yml")
        who = f" by {last.by}" if last.by else ""
        since = last.date if self.bound.holds(last.value) else None
        return observation(
            since is not None, world, f"{self.name} was {decimal_text(last.value)} on {last.date}{who}", since
        )
