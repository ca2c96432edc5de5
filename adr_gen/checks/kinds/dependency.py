"""Checks of what the project depends on directly, by its manifests and lock files."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Self

from ...counts import count
from ...model import Kind, Observation
from ..base import Check, Location, Scanner, Unavailable, World, observation
from ..registries import REGISTRIES
from ..versions.ranges import NPM, Rules

if TYPE_CHECKING:
    from ...dependencies import Dependencies, Dependency

ANYWHERE = "0.0.0", "999999.0.0"
"""Versions at both ends of what a range may allow."""

SHOWN = 3
"""Manifests that the evidence names: a monorepo may have hundreds that name one package."""


@dataclass(frozen=True, slots=True)
class Depends(Check):
    """`dep:redis`, `dep:npm/react >= 19`, `not dep:moment`: a package is, or is not, a direct dependency."""

    name: str
    ecosystem: str = ""
    """One of `dependencies.ECOSYSTEMS`; empty for any of them."""
    range: str = ""
    """As written, in the ecosystem's own notation; empty for any version."""
    negated: bool = False
    kind: ClassVar[Kind] = "repo"
    prefixes: ClassVar[tuple[str, ...]] = ("dep:", "not dep:")
    examples: ClassVar[tuple[str, ...]] = ("dep:redis", "dep:npm/react >= 19", "not dep:moment")

    @classmethod
    def parse(cls, text: Scanner) -> Self:
        """Perhaps an ecosystem, a name, and perhaps a range."""
        from ...dependencies import ECOSYSTEMS

        negated = text.take("not dep:|dep:", "dep:").startswith("not")
        at = text.at
        behind = re.compile(rf"({'|'.join(ECOSYSTEMS)})/").match(text.token, at)
        ecosystem, text.at = (behind[1], behind.end()) if behind else ("", at)
        names, called = _names(ecosystem)
        name = text.take(names, called, apart=False)
        if text.token[text.at : text.at + 1].strip():
            raise text.error(f"{called}, then a blank and perhaps a range", at)
        start = text.at + 1
        wanted = " ".join(text.token[text.at :].split())
        text.at = len(text.token)
        known = [ecosystem] if ecosystem else list(ECOSYSTEMS)
        if wanted and not any(REGISTRIES[one].rules.legal(wanted) for one in known):
            raise text.error(f"a range such as {REGISTRIES[known[0]].rules.example}", start)
        return cls(name, ecosystem, wanted, negated)

    def __str__(self) -> str:
        return f"{'not ' if self.negated else ''}{self.subject} {self.range}".rstrip()

    @property
    def subject(self) -> str:
        """The package."""
        return f"dep:{self.ecosystem}/{self.name}" if self.ecosystem else f"dep:{self.name}"

    def reads(self, paths: Sequence[str]) -> bool:
        """Whether one of the files is a manifest or lock file."""
        from ...dependencies import tells

        return any(map(tells, paths))

    def locations(self, world: World) -> Iterator[Location]:
        """Where manifests name it, first where in such a version; then where lock files do, which may change alone."""
        known = world.dependencies() if world.dependencies else None
        if known is None:
            return
        named = sorted(known.named(self.name, self.ecosystem), key=lambda one: not self._holds(known, one))
        yield from (Location(one.path, one.declared.line) for one in named)
        for one in named if self.range else ():
            path, versions = known.locked(one)
            yield from (Location(path, line) for line in _lines(world.text(path) or "", one.declared.name, versions))
            yield from [Location(path)] if path else []

    def observe(self, world: World, decided: date | None) -> Observation:
        """Whether a manifest names it, in such a version; what cannot be read leaves it unknown."""
        known = world.dependencies() if world.dependencies else None
        # a log in a repository of its own, and one whose last manifest is gone, tells nothing of any package
        if known is None or not (known.manifests or known.unread):
            raise Unavailable("no manifest lies in the project, so its dependencies are not known")
        named = known.named(self.name, self.ecosystem)
        judged = [(self._holds(known, dependency), dependency) for dependency in named]
        holding = next((dependency for holds, dependency in judged if holds), None)
        if holding is None:
            self._doubt(known, judged)
        evidence = _all_shown(known, [holding] if holding else named)
        none = f"{self.name} is no direct dependency ({count(len(known.direct), 'other')} in {count(len(known.manifests), 'manifest')})"
        return observation((holding is None) == self.negated, world, evidence or none)

    def _holds(self, known: "Dependencies", dependency: "Dependency") -> bool | None:
        """Whether the version of a dependency is in the range; None if that cannot be told."""
        rules = REGISTRIES[dependency.ecosystem].rules
        if not self.range:
            return True
        if not rules.legal(self.range):
            return None
        # what is locked is what runs; the manifest only says what would do
        locked = [v for v in known.versions(dependency) if rules.stable(v) is not None]
        if locked:
            return _one({bool(rules.stable(version)) and rules.holds(self.range, version) for version in locked})
        return range_covered(rules, dependency.declared.range, self.range)

    def _doubt(self, known: "Dependencies", judged: "list[tuple[bool | None, Dependency]]") -> None:
        """Raises Unavailable where what could not be read may be what is looked for."""
        unsure = [dependency for holds, dependency in judged if holds is None]
        if unsure:
            raise Unavailable(f"{_shown(known, unsure[0])}: whether that is {self.range} cannot be told")
        for one in known.unread:
            if self.ecosystem in ("", one.ecosystem):
                raise Unavailable(f"{one.path} {one.why}, so what it names is not known")


def range_covered(rules: Rules, declared: str, wanted: str) -> bool | None:
    """Whether all versions that a declared range allows, or none of them, are in the wanted one; None if some are.

    Both ranges begin and end at versions that are written in them, so looking at these and their neighbours is enough.
    """
    declared = declared or ">= 0"
    own = rules if rules.legal(declared) else NPM  # Poetry writes Python's ranges as npm does
    if not own.legal(declared):
        return None
    numbers = re.findall(r"\d{1,9}(?:\.\d{1,9}){0,3}", f"{declared} {wanted}")
    candidates = {near for number in numbers for near in _near(number)} | set(ANYWHERE)
    return _one({rules.holds(wanted, version) for version in candidates if own.holds(declared, version)})


def _lines(lock: str, name: str, versions: Sequence[str]) -> Iterator[int]:
    """The lines of a lock file that give a package's version: its name is on the same one, or a few above."""
    lines = lock.splitlines()
    version = re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, versions))})(?![\w.])")
    for number, line in enumerate(lines if versions else (), start=1):
        near = "\n".join(lines[max(number - 4, 0) : number]).lower()
        if version.search(line) and name.lower() in near:
            yield number


def _near(number: str) -> list[str]:
    """A version and its neighbours, above and below at each place."""
    parts = [int(part) for part in number.split(".")]
    major, minor, patch = (*parts, 0, 0)[:3]
    above = [(major, minor, patch), (major, minor, patch + 1), (major, minor + 1, 0), (major + 1, 0, 0)]
    # 99999 stands for the last version before a step: nobody releases so many
    below = [(major, minor, patch - 1), (major, minor - 1, 99999), (major - 1, 99999, 0)]
    exact = [number] if len(parts) > 3 else []
    return [*exact, *(".".join(map(str, version)) for version in above + below if min(version) >= 0)]


def _one(results: set[bool]) -> bool | None:
    """The only result, None if there are two or none."""
    return results.pop() if len(results) == 1 else None


def _all_shown(known: "Dependencies", dependencies: "list[Dependency]") -> str:
    """The first dependencies in words, and how many more there are."""
    first = "; ".join(_shown(known, one) for one in dependencies[:SHOWN])
    more = len(dependencies) - SHOWN
    return f"{first}; {more} more" if more > 0 else first


def _shown(known: "Dependencies", dependency: "Dependency") -> str:
    declared, versions = dependency.declared, ", ".join(known.versions(dependency))
    wanted = f" {declared.range}" if declared.range else ""
    locked = f", locked at {versions}" if versions and versions != declared.range else ""
    return f"{declared.name}{wanted} is in {dependency.path}:{declared.line}{locked}"


def _names(ecosystem: str) -> tuple[str, str]:
    """What a package may be called, and how to say so."""
    if ecosystem:
        return REGISTRIES[ecosystem].names, REGISTRIES[ecosystem].called
    return r"@?\w[\w.@/~+-]*", "a package name, or one behind its ecosystem such as npm/react"
