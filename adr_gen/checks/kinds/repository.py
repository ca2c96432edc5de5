"""Checks of whether a project on GitHub is alive: its repository is archived, or nothing has happened there for long."""

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Self

from ...model import Kind, Observation
from .. import service_response
from ..base import Check, Scanner, Unavailable, Web, World, observation
from ..github_lists import releases
from .calendar import After, parse_day


@dataclass(frozen=True, slots=True)
class Repository(Check):
    """`repo:owner/name archived`, `repo:owner/name quiet for 12 months`."""

    name: str
    """owner/name."""
    silence: After | None = None
    """How long nothing has to have happened; None where it has to be archived."""
    kind: ClassVar[Kind] = "lifecycle"
    prefixes: ClassVar[tuple[str, ...]] = ("repo:",)
    examples: ClassVar[tuple[str, ...]] = ("repo:owner/name archived", "repo:owner/name quiet for 12 months")
    online: ClassVar[bool] = True

    @classmethod
    def parse(cls, text: Scanner) -> Self:
        """A repository, then `archived`, or `quiet for` and a time."""
        text.take("repo:", "repo:")
        name = text.take(r"[\w-]+/[\w.-]+", "owner/name", apart=False)
        word = text.take(r"archived(?!\w)|quiet\s+for(?!\w)", "archived, or quiet for and a time such as 12 months")
        return cls(name, None if word == "archived" else After.counted(text))

    def __str__(self) -> str:
        return f"{self.subject} {f'quiet for {self.silence.duration}' if self.silence else 'archived'}"

    @property
    def subject(self) -> str:
        """The repository."""
        return f"repo:{self.name}"

    def observe(self, world: World, decided: date | None) -> Observation:
        """Whether it is archived, or its last push and release are old enough today."""
        web = world.online()
        data = web.json("github", f"repos/{self.name}")
        page = service_response.address(data, "html_url")
        if self.silence is None:
            archived = service_response.get(data, "archived", bool)
            return observation(archived, world, f"{self.name} is {'' if archived else 'not '}archived, {page}")
        return self._inactive(world, web, data, page, self.silence)

    def _inactive(self, world: World, web: Web, data: Any, page: str, silence: After) -> Observation:
        """Whether nothing has happened for so long; only where no push says otherwise the releases are looked up, too."""
        pushed = parse_day(service_response.day(data, "pushed_at"))
        if pushed and silence.day(pushed) > world.as_of:
            return observation("waiting", world, f"the last push to {self.name} was on {pushed}, {page}")
        # the first page has the newest
        released = max((release.day for release in next(releases(web, self.name))), default=None)
        days = {name: day for name, day in (("push", pushed), ("release", parse_day(released))) if day}
        if not days:
            raise Unavailable(f"says no day on which anything happened to {self.name}")
        event = max(days, key=lambda name: days[name])
        since = silence.day(days[event])
        evidence = f"the last {event} of {self.name} was on {days[event]}, {page}"
        return observation(since <= world.as_of, world, evidence, since.isoformat() if since <= world.as_of else None)
