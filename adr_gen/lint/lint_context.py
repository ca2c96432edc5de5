"""What every lint rule looks at: one project's log as it was read once for this run."""

from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from .. import files
from ..log import Log
from ..markdown import DocumentError, parse
from ..monitor import Monitor
from ..project import Project
from ..records import Record, RecordFile, number_of
from ..reviews.reviews import Reviews
from .check_inference import ProjectHints
from .cross_file_rules import anchors

MANIFESTS = ("*pyproject.toml", "*requirements*.txt", "*package.json", "*Cargo.toml", "*go.mod", "*Gemfile", "*pom.xml")
"""Where packages were named, in folders that may be gone."""


@dataclass(frozen=True)
class LintContext:
    """The parsed files of a project and what follows from them; rules read it and change nothing."""

    project: Project
    record_files: tuple[RecordFile, ...]
    log: Log
    reviews: Reviews

    @cached_property
    def _by_path(self) -> dict[str, RecordFile]:
        return {file.record.path: file for file in self.record_files}

    @cached_property
    def unread(self) -> frozenset[int]:
        """The numbers of records that are there and cannot be read."""
        return frozenset(number_of(path) or 0 for path in self.project.record_paths() if path not in self._by_path)

    @cached_property
    def _anchors(self) -> dict[str, set[str] | None]:
        return {}

    @cached_property
    def offer(self) -> ProjectHints:
        """Offers tokens by what the project depends on and holds."""
        world = Monitor(self.project, lambda: self.log, date.min).world

        # git looks through all commits for each name
        @cache
        def was(name: str) -> bool:
            manifests = world.dependencies().manifests if world.dependencies else ()
            return files.once_held(self.project.root, name, (*manifests, *MANIFESTS))

        return ProjectHints(world, was, self.project.github)

    def line(self, record: Record, text: str) -> int:
        """The line of a record's file on which a text stands, 1 if it does not."""
        file = self._by_path.get(record.path)
        return file.text.count("\n", 0, max(file.text.find(text), 0)) + 1 if file else 1

    def exists(self, path: str) -> bool:
        """Whether a project path is a file or a folder."""
        return files.present(self.project.root, path, folders=True)

    def anchors(self, path: str) -> set[str] | None:
        """The anchors of a Markdown file, None if it cannot be read."""
        if path not in self._anchors:
            self._anchors[path] = self._read_anchors(path)
        return self._anchors[path]

    def _read_anchors(self, path: str) -> set[str] | None:
        if file := self._by_path.get(path):  # parsed already; most anchors lead from one record to another
            broken = file.text.strip() and any(problem.code == "ADR001" for problem in file.problems)
            return None if broken else anchors(file.document)
        try:
            return anchors(parse(files.read(self.project.root, path, self.project.settings.max_size)))
        except (files.Unreadable, DocumentError):
            return None
