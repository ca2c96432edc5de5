"""A project as one commit has it: its records, reviews, numbers and dependencies."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from .. import files, records, sources
from ..checks import Check, World, observe, parse_day
from ..dependencies import Dependencies
from ..dependencies import read as read_dependencies
from ..errors import Problem
from ..log import Log, build
from ..model import Observation
from ..monitor import MANIFEST, asked_again, newest_successor
from ..parallel import parallel_map
from ..project import Project
from ..records import ReadRecord
from ..reviews import READINGS, REVIEWS, manual_readings, review_file
from ..reviews.reviews import Reviews
from ..revisit import first_looks
from ..revisit.first_look_days import FirstLooks
from ..revisit.states import Observer, States
from .git import Tree


@dataclass(frozen=True)
class Snapshot:
    """A project in one tree, on one day."""

    project: Project
    tree: Tree
    as_of: date
    online: Observer
    """What a check that asks the network found last."""
    like: "Snapshot | None" = None
    """Another tree of the project; records that are the same there are not read again."""
    _observations: dict[Check, Observation] = field(default_factory=dict, repr=False)

    @cached_property
    def pages(self) -> dict[str, str]:
        """The texts of the record files that can be read."""
        return {path: text for path, text in self._texts.items() if isinstance(text, str)}

    @cached_property
    def _texts(self) -> dict[str, str | Problem]:
        folder, aside = f"{self.project.decisions}/", f"{self.project.decisions}/{REVIEWS}/"
        near = (p for p in self.tree.paths if p.startswith(folder) and not p.startswith(aside))
        pages = (p for p in near if p.lower().endswith((".md", ".markdown")) and "/." not in p[len(folder) - 1 :])
        texts = ((path, self._read(path)) for path in pages if records.is_record(path))
        return {path: text for path, text in texts if not self._is_template(path, text)}

    def _read(self, path: str) -> str | Problem:
        try:
            return self.tree.read(path, self.project.settings.max_size)
        except files.Unreadable as error:
            return error.problem(path)

    def _is_template(self, path: str, text: str | Problem) -> bool:
        named = bool(sources.TEMPLATE.match(path.rpartition("/")[2]))
        return named and isinstance(text, str) and records.is_template(path, text, self.project.decisions)

    @cached_property
    def _parsed(self) -> Mapping[str, ReadRecord]:
        """The records by their paths, without their numbers."""
        if self.like is None:
            return dict(zip(self.pages, self.project.parsed(self.pages), strict=True))
        other = self.like
        # git names what a file holds, so that records that are alike are known without reading them
        same = {path for path in self.pages if self.tree.blobs[path] == other.tree.blobs.get(path)}
        new = [(path, text) for path, text in self.pages.items() if path not in same]
        fresh = dict(zip(dict(new), parallel_map(_Parse(self.project.decisions), new), strict=True))
        return {path: other._parsed[path] if path in same else fresh[path] for path in self.pages}

    @cached_property
    def log(self) -> Log:
        """All records that can be read, with the reviews up to the day."""
        numbers = records.numbers(self._texts)
        return build((self.project.placed(record, numbers) for record, _ in self._parsed.values()), self.reviews)

    @property
    def problems(self) -> list[Problem]:
        """What is wrong with the record files."""
        unread = [problem for problem in self._texts.values() if isinstance(problem, Problem)]
        return [*unread, *(problem for _, wrong in self._parsed.values() for problem in wrong)]

    @cached_property
    def reviews(self) -> Reviews:
        """The reviews up to the day that can be read."""
        folder = f"{self.project.decisions}/{REVIEWS}/"
        inside = [p for p in self.tree.paths if p.startswith(folder) and "/" not in p[len(folder) :]]
        texts = ((path, self._read(path)) for path in inside if path.endswith((".yml", ".yaml")))
        readable = [review_file.read(path, text)[0] for path, text in texts if isinstance(text, str)]
        return Reviews(tuple(review for review in readable if review)).as_of(self.as_of.isoformat())

    @cached_property
    def dependencies(self) -> Dependencies:
        """What the manifests declare."""
        return read_dependencies(self.tree.paths, lambda path: self.tree.text(path, MANIFEST))

    @cached_property
    def world(self) -> World:
        """The tree as checks see it."""
        path = f"{self.project.decisions}/{READINGS}"
        text = self._read(path)
        entries = manual_readings.read(path, text)[0] if isinstance(text, str) else []
        return World(
            self.as_of,
            files=lambda: self.tree.paths,
            text=self.text,
            decision=self._decision,
            record=self._record,
            readings=manual_readings.last(entries, self.as_of.isoformat()),
            readings_path=path if entries else "",
            dependencies=lambda: self.dependencies,
        )

    def _decision(self, number: int) -> tuple[str, str | None, str | None] | None:
        record = newest_successor(self.log, number)
        return (record.id, record.status, record.date) if record else None

    def _record(self, number: int) -> str:
        record = newest_successor(self.log, number)
        return record.path if record else ""

    def text(self, path: str) -> str | None:
        """The text of a file; None if it has none that can be read."""
        return self.tree.text(path, self.project.settings.max_size)

    @cached_property
    def reopened(self) -> dict[str, str]:
        """The research file of each record, by its path, whose question is open again."""
        paths = sources.among(self.tree.paths, self.project.settings)
        return asked_again(((path, text) for path in paths if (text := self.text(path)) is not None), self.log)

    def look(self, check: Check) -> Observation:
        """What a check finds here; for one that asks the network, what was found last."""
        if check not in self._observations:
            self._observations[check] = self.online(check) if check.online else observe(check, self.world)
        return self._observations[check]

    def states(self, reviews: Reviews | None = None) -> States:
        """The judge of triggers here; by default with this tree's own reviews."""
        settings = self.project.settings
        return States(self.as_of, settings.review_every, reviews or self.reviews, self.look, self._first_looks)

    @cached_property
    def _first_looks(self) -> FirstLooks:
        settings = self.project.settings
        return first_looks(self.log.records, parse_day(settings.watch_from), settings.review_every)


@dataclass(frozen=True, slots=True)
class _Parse:
    """Reads one record file; can be sent to another process."""

    decisions: str

    def __call__(self, file: tuple[str, str]) -> ReadRecord:
        return records.read_record(file, self.decisions)
