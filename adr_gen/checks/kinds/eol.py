"""Checks of a product's life: a release cycle has reached its end."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Self

from ...model import Kind, Observation
from .. import service_response
from ..base import Check, Scanner, World, observation, observation_since


@dataclass(frozen=True, slots=True)
class EndOfLife(Check):
    """`eol:python/3.11`: product and cycle as endoflife.date names them."""

    product: str
    cycle: str
    kind: ClassVar[Kind] = "lifecycle"
    prefixes: ClassVar[tuple[str, ...]] = ("eol:",)
    examples: ClassVar[tuple[str, ...]] = ("eol:python/3.11",)
    online: ClassVar[bool] = True

    @classmethod
    def parse(cls, text: Scanner) -> Self:
        """A product and a cycle."""
        text.take("eol:", "eol:")
        product = text.take(r"[a-z0-9][a-z0-9.-]*(?=/)", "product/cycle such as python/3.11", apart=False)
        cycle = text.take(r"/[\w.-]+", "product/cycle such as python/3.11", apart=False)
        return cls(product, cycle[1:])

    def __str__(self) -> str:
        return f"eol:{self.product}/{self.cycle}"

    def observe(self, world: World, decided: date | None) -> Observation:
        """Whether the cycle's end of life has come, by its day if that is known."""
        web = world.online()
        data = service_response.get(web.json("eol", f"products/{self.product}/releases/{self.cycle}"), "result", dict)
        ended, day = service_response.get(data, "isEol", bool), service_response.day(data, "eolFrom")
        name = f"{self.product} {self.cycle}"
        page = f", {address}" if (address := web.page("eol", self.product)) else ""
        if day is not None:
            come = "reached" if day <= world.as_of.isoformat() else "reaches"
            return observation_since(day, world, f"{name} {come} its end of life on {day}{page}")
        state = "has reached its end of life; the day is not known" if ended else "has no end of life in sight"
        return observation(ended, world, f"{name} {state}{page}")
