"""Checks of a product's life: a release cycle has reached its end."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Self

from ..decision import Kind, Observation
from .base import Check, Scanner, Unavailable, World


@dataclass(frozen=True, slots=True)
class EndOfLife(Check):
    """`eol:python/3.11`: product and cycle as endoflife.date names them."""

    product: str
    cycle: str
    kind: ClassVar[Kind] = "lifecycle"
    words: ClassVar[tuple[str, ...]] = ("eol:",)
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
        """Whether the cycle's end of life has come."""
        raise Unavailable("not looked up")
