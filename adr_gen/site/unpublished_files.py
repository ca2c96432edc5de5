"""The files of a project that are not published as they are: its site is made from them."""

from contextlib import suppress
from dataclasses import dataclass
from filecmp import cmp
from functools import cached_property
from pathlib import Path

from .. import sources
from ..project import Project
from ..reviews import READINGS, REVIEWS


@dataclass(frozen=True)
class Unpublished:
    """What of one project stays out of its site."""

    project: Project

    @cached_property
    def _sources(self) -> frozenset[str]:
        """Paths of the research and record files, when they were first asked for."""
        return frozenset((*self.project.research(), *self.project.record_paths()))

    @cached_property
    def _by_size(self) -> dict[int, list[str]]:
        """The same by their sizes, and what people wrote down about records."""
        root, apart = self.project.root, self.project.root / self.project.decisions
        beside = (*(apart / REVIEWS).glob("*"), *apart.glob(READINGS))
        paths: dict[int, list[str]] = {}
        for path in sorted((*self._sources, *(place.relative_to(root).as_posix() for place in beside))):
            with suppress(OSError):
                paths.setdefault((root / path).stat().st_size, []).append(path)
        return paths

    def copied(self, place: Path) -> str | None:
        """The path of the file to be kept back that a file elsewhere is a copy of, or a link to: the same bytes, some at least.

        That of a record has the record's name: its page takes the place of this one.
        """
        try:
            size = place.stat().st_size
            paths = [path for path in self._by_size.get(size, ()) if size and self._may_be_copied(path, place.name)]
            return next((path for path in paths if cmp(self.project.root / path, place, shallow=False)), None)
        except (OSError, ValueError):  # a path that another plugin made up may hold anything
            return None

    def _may_be_copied(self, path: str, name: str) -> bool:
        record = path in self._sources and self.project.among_records(path)
        return path.endswith(f"/{name}") or not record

    def holds(self, path: str) -> bool:
        """Whether a file is not to be published as it is.

        That is what the site is made from (research, records, reviews, readings), and in the folders of these a template,
        or a link that leads out.
        """
        decisions = self.project.decisions
        if path in self._sources or path.startswith((f"{decisions}/{REVIEWS}/", f"{decisions}/{READINGS}")):
            return True
        folders = [entry.strip("/") for entry in (*self.project.settings.research, decisions)]
        if not any(path.startswith(f"{folder}/") for folder in folders):
            return False
        name = path.rsplit("/", 1)[-1]
        aside = sources.LEFT_OUT.match(name) and not self.project.among_records(path)
        return bool(aside) or not (self.project.root / path).resolve().is_relative_to(self.project.root)
