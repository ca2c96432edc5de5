"""Watching: what the checks of a project find on a day, and which of its questions are open again."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from . import files
from .checks import Calendar, Check, World, observe, parse_day
from .checks.base import Unavailable
from .errors import UsageError
from .frontmatter import FrontMatter, FrontMatterError, split
from .log import Log
from .markdown import normal
from .model import Observation
from .project import Project
from .records import Record
from .records.lookup import folder_of
from .reviews import manual_readings
from .revisit import States, first_looks
from .revisit.check_results import Results
from .revisit.combined_checks import combined
from .sources import Source

if TYPE_CHECKING:
    from .dependencies import Dependencies

RESULTS = "checks.json"
"""What online checks found last: facts of the day, which CI may cache and nobody commits."""

MANIFEST = 50_000_000
"""Largest manifest or lock file in bytes; locks of large projects are far larger than any document."""


@dataclass(frozen=True)
class Monitor:
    """Looks at one project as of one day; nothing here asks the network."""

    project: Project
    log: Callable[[], Log]
    as_of: date
    whole: Callable[[], Log] | None = None
    """The log of the project, where `log` leaves some records out: first looks are spread over all of them."""
    research: Iterable[Source] | None = None
    """The research files, where they are read already."""
    _observations: dict[str, Observation] = field(default_factory=dict, repr=False)

    @property
    def states(self) -> States:
        """The judge of the project's triggers."""
        reviews = self.project.reviews[0].as_of(self.as_of.isoformat())
        settings = self.project.settings
        began = parse_day(settings.watch_from)
        first = first_looks((self.whole or self.log)().records if began else (), began, settings.review_every)
        return States(self.as_of, settings.review_every, reviews, self.observe, first, self.reopened)

    @cached_property
    def reopened(self) -> dict[str, str]:
        """The research file of each record, by its path, whose question is open again."""
        return open_again(self.project, self.log(), self.research)

    def observe(self, check: Check) -> Observation:
        """What a check finds; for one that asks the network, what was found last."""
        name = str(check)
        if name not in self._observations:
            now = self._last(check) if check.online else observe(check, self.world)
            self._observations[name] = self.results.effective(check, now)
        return self._observations[name]

    def _last(self, check: Check) -> Observation:
        never = Observation("unknown", None, "check", "never looked up; run `adr-gen revisit --online`")
        return self.results.last(check) or never

    @cached_property
    def world(self) -> World:
        """The project as its checks see it."""
        return World(
            self.as_of,
            files=lambda: self._files,
            text=self._text,
            decision=self._decision,
            readings=manual_readings.last(self.project.readings[0], self.as_of.isoformat()),
            dependencies=lambda: self._dependencies,
        )

    @cached_property
    def results(self) -> Results:
        """What was found in earlier runs."""
        return Results(self.project.load_cache(RESULTS) or "")

    def store(self, results: Iterable[tuple[Check, Observation]]) -> None:
        """Remember what was found, here and for later runs."""
        self.results.put(results)
        # what is met since is judged from old and new results together
        self._observations.clear()
        with suppress(OSError, UsageError):  # without it the next run only knows less
            files.write(self.project.root, f"{files.STATE}/{RESULTS}", self.results.text())

    def checks(self, *, online: bool) -> list[Check]:
        """The checks of all watched records that ask the network, or those that look at the project, each once."""
        watched = (record for record in self.log().records if record.watched)
        checks = dict.fromkeys(check for check in _checks(watched) if not isinstance(check, Calendar))
        return [check for check in checks if check.online == online]

    @cached_property
    def _files(self) -> tuple[str, ...]:
        return tuple(files.listed(self.project.root))

    @cached_property
    def _dependencies(self) -> "Dependencies":
        from .dependencies import read  # its parsers are needed only where a condition is about dependencies

        return read(self._files, lambda path: self._text(path, MANIFEST))

    def _text(self, path: str, most: int = 0) -> str | None:
        try:
            return files.read(self.project.root, path, max(most, self.project.settings.max_size))
        except files.Unreadable:
            return None

    def _decision(self, number: int) -> tuple[str, str | None, str | None] | None:
        record = newest_successor(self.log(), number)
        return (record.id, record.status, record.date) if record else None


def newest_successor(log: Log, number: int) -> Record | None:
    """The record of a number, or the newest that supersedes it; None if there is none. Raises Unavailable if two have it."""
    shared = log.holders.numbered.get(number, [])
    if len(shared) > 1:
        raise Unavailable(f"number {number} is held by {shared[0][1]} and {shared[1][1]}; run `adr-gen renumber`")
    record = log.by_number.get(number)
    return log.in_force(record) if record else None


def open_again(project: Project, log: Log, research: Iterable[Source] | None = None) -> dict[str, str]:
    """The research file of each record, by its path, whose question was opened again and has no new answer yet."""
    paths = dict.fromkeys(project.research())
    some = project.read_research(paths)[0] if research is None else (one for one in research if one.path in paths)
    return asked_again(((source.path, source.text) for source in some), log)


def asked_again(research: Iterable[tuple[str, str]], log: Log) -> dict[str, str]:
    """The same, of research files by their paths and texts."""
    answered = {r.path for r in log.records if r.superseded_by or r.reaffirmed_by}
    reopened: dict[str, str] = {}
    # by the text, not by reading it: this runs in every command that shows a state
    for path, text in research:
        for reference in _revisited(text):
            meant = log.holders.resolve(reference, folder_of(path))
            if len(meant) == 1:
                reopened.setdefault(meant[0][1], path)
    return {record: path for record, path in reopened.items() if record not in answered}


def _revisited(text: str) -> tuple[str, ...]:
    """What the front matter of a research file says it revisits; nothing if it is left out or damaged."""
    try:
        front, _ = split(normal(text)) if "revisits" in text else (FrontMatter(), 0)
    except FrontMatterError:
        return ()
    return () if front.left_out else front.items("revisits")


def _checks(records: Iterable[Record]) -> Iterator[Check]:
    for record in records:
        for trigger in record.conditions.triggers:
            yield from combined(trigger).checks
