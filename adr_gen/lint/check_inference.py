"""The token that a condition's words bear in this project: its packages and files tell what the words leave open."""

from collections.abc import Callable
from dataclasses import dataclass

from ..checks import World
from ..model import Trigger
from ..reading.hints.hints import hint, package, upgrade
from ..reading.hints.issue_hints import HERE
from ..reading.patterns.language_matchers import find_slot

UNKNOWN = "REGISTRY:"
"""What a token begins with whose words name no registry."""


@dataclass(frozen=True, slots=True)
class ProjectHints:
    """Offers tokens to conditions without a check."""

    world: World
    was: Callable[[str], bool]
    """Whether a package of that name was a dependency at any time."""
    repository: str = ""
    """owner/name of the project's own, if its issues are on GitHub."""

    def __call__(self, trigger: Trigger) -> str | None:
        """The token for a condition, None if there is none; words in capitals are for its author to fill in."""
        token = hint(trigger)
        if token is None:
            return self._dependency(trigger)
        if token.startswith(UNKNOWN):
            return self._registered(token.removeprefix(UNKNOWN), trigger.sentence)
        if HERE in token and not find_slot("upstream", trigger.sentence):
            return token.replace(HERE, self.repository) if self.repository else token
        return self._placed(token) if token.startswith("file:") else token

    def _registered(self, rest: str, sentence: str) -> str | None:
        """A release of a package, with the registry that the project has it from; none of what nobody calls a package."""
        name = rest.partition(" ")[0]
        known = self._ecosystems(name)
        if len(known) == 1:
            return f"{known.pop()}:{rest}"
        called = f"`{name}" in sentence.lower() or find_slot("package-word", sentence)
        return UNKNOWN + rest if known or called else None

    def _ecosystems(self, name: str) -> set[str]:
        known = self.world.dependencies() if self.world.dependencies else None
        return {one.ecosystem for one in known.named(name)} if known else set()

    def _dependency(self, trigger: Trigger) -> str | None:
        """A check of a package that is or was a dependency."""
        name, version = upgrade(trigger) or ("", "")
        if name and self._ecosystems(name):
            return f"dep:{name.lower()} >= {version}"
        name, gone = package(trigger) or ("", False)
        if not name or not (self._ecosystems(name) or self.was(name)):
            return None
        return f"{'not ' if gone else ''}dep:{name.lower()}"

    def _placed(self, token: str) -> str | None:
        """A check of a file by its path from the root; none of one that is not there, or may be several."""
        path, _, test = token.removeprefix("file:").partition(" ")
        if test == "exists" or "*" in path or "GLOB" in path or path in self.world.files():
            return token
        there = [one for one in self.world.files() if one.endswith(f"/{path}")]
        return f"file:{there[0]} {test}" if len(there) == 1 else None
