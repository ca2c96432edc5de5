"""Checks of published releases: a stable one satisfies a range, by the ecosystem's own rules."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Self

from ..decision import Kind, Observation
from .base import Check, Scanner, Unavailable, World

NAMES = {
    "pypi": (r"[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?(?![\w.-])", "a package name"),
    "npm": (r"(?:@[a-z0-9~][\w.~-]*/)?[A-Za-z0-9~][\w.~-]*", "a package name such as left-pad or @scope/pkg"),
    "github": (r"[\w-]+/[\w.-]+", "owner/repo"),
}


@dataclass(frozen=True, slots=True)
class Release(Check):
    """`pypi:mkdocs >= 2`, `npm:@scope/pkg >= 3`, `github:owner/repo >= 2`."""

    registry: str
    """pypi, npm or github."""
    name: str
    range: str
    """As written, in the registry's own notation."""
    kind: ClassVar[Kind] = "release"
    words: ClassVar[tuple[str, ...]] = ("pypi:", "npm:", "github:")
    examples: ClassVar[tuple[str, ...]] = ("pypi:mkdocs >= 2", "npm:@scope/pkg >= 3", "github:owner/repo >= 2")
    online: ClassVar[bool] = True

    @classmethod
    def parse(cls, text: Scanner) -> Self:
        """A registry, a name and a range."""
        registry = text.take("pypi:|npm:|github:", "pypi:, npm: or github:").removesuffix(":")
        name = text.take(*NAMES[registry], apart=False)
        start = text.at + 1
        written = " ".join(text.rest("a range such as >= 2").split())
        check = cls(registry, name, written)
        if not check.legal():
            raise text.error("a range such as >= 2 or >= 2, < 3", start)
        return check

    def __str__(self) -> str:
        return f"{self.registry}:{self.name} {self.range}"

    @property
    def subject(self) -> str:
        """The package or repository."""
        return f"{self.registry}:{self.name}"

    def legal(self) -> bool:
        """Whether the range is one of the registry's."""
        return True

    def observe(self, world: World, decided: date | None) -> Observation:
        """The newest stable release that satisfies the range."""
        raise Unavailable("not looked up")
