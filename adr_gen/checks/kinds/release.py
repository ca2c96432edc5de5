"""Checks of published releases: a stable one satisfies a range, by the ecosystem's own rules."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Self

from ...model import Kind, Observation
from ..base import Check, Scanner, Unavailable, World, observation, observation_since
from ..listings import Published
from ..registries import REGISTRIES, Registry


@dataclass(frozen=True, slots=True)
class Release(Check):
    """`pypi:mkdocs >= 2` and its like: a registry, a name in it, and a range of versions."""

    registry: str
    """One of REGISTRIES."""
    name: str
    range: str
    """As written, in the registry's own notation."""
    kind: ClassVar[Kind] = "release"
    prefixes: ClassVar[tuple[str, ...]] = tuple(f"{name}:" for name in REGISTRIES)
    examples: ClassVar[tuple[str, ...]] = tuple(registry.example for registry in REGISTRIES.values())
    online: ClassVar[bool] = True

    @classmethod
    def parse(cls, text: Scanner) -> Self:
        """A registry, a name and a range."""
        registry = REGISTRIES[text.take("|".join(REGISTRIES), ", ".join(cls.prefixes))]
        text.take(":", ":", apart=False)
        name = text.take(registry.names, registry.called, apart=False)
        start = text.at + 1
        wanted = " ".join(text.rest("a range such as >= 2").split())
        if not registry.rules.legal(wanted):
            raise text.error(f"a range such as {registry.rules.example}", start)
        return cls(registry.name, name, wanted)

    def __str__(self) -> str:
        return f"{self.registry}:{self.name} {self.range}"

    @property
    def subject(self) -> str:
        """The package or repository."""
        return f"{self.registry}:{self.name}"

    def observe(self, world: World, decided: date | None) -> Observation:
        """The newest stable release that satisfies the range, else the newest of all."""
        registry = REGISTRIES[self.registry]
        sure: list[Published] = []
        unsure: list[Published] = []
        # pages are asked for only until something fits
        for lot in registry.releases(world.online(), registry, self.name):
            fitting = [release for release in lot if release.sure and self._fits(registry, release)]
            if fitting:
                since = min((release.day for release in fitting if release.day), default=None)
                return observation_since(since, world, f"{self.name} {_newest(registry, fitting)}")
            sure += [release for release in lot if release.sure]
            unsure += [release for release in lot if not release.sure]
        self._doubt(registry, sure, unsure)
        if not sure:
            return observation("waiting", world, f"{self.name} has no stable release yet")
        return observation("waiting", world, f"the newest stable release of {self.name} is {_newest(registry, sure)}")

    def _fits(self, registry: Registry, release: Published) -> bool:
        return bool(release.version) and registry.rules.holds(self.range, release.version)

    def _doubt(self, registry: Registry, sure: list[Published], unsure: list[Published]) -> None:
        """Raises Unavailable where what could not be read may be the release that is waited for."""
        fitting = [release.label for release in unsure if self._fits(registry, release)]
        if fitting:
            raise Unavailable(f"{self.name} has {fitting[0]}, which may be a release or an early one; have a look")
        if unsure and not sure:
            raise Unavailable(
                f"publishes {len(unsure)} name{'s' * (len(unsure) > 1)} such as {unsure[0].label} of which none reads as a version, "
                f"so nothing can be compared{registry.way_out}"
            )


def _newest(registry: Registry, releases: list[Published]) -> Published:
    return max(releases, key=lambda release: registry.rules.key(release.version))
