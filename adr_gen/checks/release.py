"""Checks of published releases: a stable one satisfies a range, by the ecosystem's own rules."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Self

from ..decision import Kind, Observation
from .base import Check, Scanner, World, found, found_from
from .published import Published, stable
from .ranges import RULES

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
            raise text.error(f"a range such as {RULES[registry].example}", start)
        return check

    def __str__(self) -> str:
        return f"{self.registry}:{self.name} {self.range}"

    @property
    def subject(self) -> str:
        """The package or repository."""
        return f"{self.registry}:{self.name}"

    def legal(self) -> bool:
        """Whether the range is one of the registry's."""
        return RULES[self.registry].legal(self.range)

    def observe(self, world: World, decided: date | None) -> Observation:
        """The newest stable release that satisfies the range, else the newest of all."""
        rules = RULES[self.registry]
        seen: list[Published] = []
        for lot in stable(world.online(), self.registry, self.name):
            if fitting := [release for release in lot if rules.holds(self.range, release.version)]:
                since = min((release.day for release in fitting if release.day), default=None)
                return found_from(since, world, f"{self.name} {self._newest(fitting)}")
            seen += lot
        if not seen:
            return found("waiting", world, f"{self.name} has no stable release yet")
        return found("waiting", world, f"the newest stable release of {self.name} is {self._newest(seen)}")

    def _newest(self, releases: list[Published]) -> Published:
        return max(releases, key=lambda release: RULES[self.registry].key(release.version))
