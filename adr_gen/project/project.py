"""The files of one project, by what they hold: research, records, reviews, readings and caches."""

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from .. import files, records, sources
from ..config import find as find_home
from ..errors import Problem, UsageError, one_line
from ..file_cache import FileCache
from ..parallel import parallel_map
from ..records import ReadRecord, Record, RecordFile
from ..reviews import REVIEWS
from ..sources import Source
from .publication import Publication

if TYPE_CHECKING:
    from datetime import date

    from ..checks.base import Measured
    from ..log import Log
    from ..records.record_cache import RecordCache
    from ..reviews.reviews import Reviews

RECORD_CACHE = "records.json"
_MERGE_MARK = re.compile(r"^(?:<{7}|>{7})(?: |\r?$)", re.M)


@cache  # a process keeps the rules that it was started with, also when the files of their code change
def rules() -> str:
    """Changes when the rules by which files are read and written do: this package's, and those of the parsers below it."""
    # another version of a parser may read the same file in another way
    parsers = [find_spec(name) for name in ("markdown_it", "mdit_py_plugins", "yaml")]
    return files.fingerprint(Path(__file__).parent.parent, *(Path(p.origin) for p in parsers if p and p.origin))


@dataclass(frozen=True)
class Project(Publication):
    """The files of one project."""

    @property
    def decisions(self) -> str:
        """The records' folder, relative to the root."""
        return self.settings.decisions.strip("/")

    @cached_property
    def template(self) -> str | None:
        """The text of the project's own record template, if it has one."""
        if not self.settings.template:
            return None
        try:
            text = files.read(self.root, self.settings.template, self.settings.max_size)
        except files.Unreadable as error:
            raise UsageError(f"the setting template is {self.settings.template!r}: {error}") from None
        if mark := _MERGE_MARK.search(text):  # every record would be written over with both versions
            line = text.count("\n", 0, mark.start()) + 1
            raise UsageError(f"{self.settings.template}:{line}: a merge conflict; keep one version of the template")
        return text

    def research(self) -> list[str]:
        """Paths of all research files."""
        return sources.find(self.root, self.settings)

    def read_research(self, paths: Iterable[str]) -> tuple[list[Source], list[Problem]]:
        """The research files at `paths`, and the problems of those that cannot be read."""
        results = [sources.read(self.root, path, self.settings) for path in paths]
        return [f for f in results if isinstance(f, Source)], [f for f in results if isinstance(f, Problem)]

    def record_paths(self) -> list[str]:
        """Paths of the files in the records' folder whose names begin with a number or a date, and are no template."""
        return [path for path in self._pages() if records.is_record(path) and not self._is_template(path)]

    def _is_template(self, path: str) -> bool:
        """Whether a numbered file is the template of records: by its name, and because it states no status of its own."""
        if not sources.TEMPLATE.match(path.rpartition("/")[2]):
            return False
        try:
            return records.is_template(path, files.read(self.root, path, self.settings.max_size), self.decisions)
        except files.Unreadable:
            return False

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of every record file, when they were first asked for."""
        return records.numbers(self.record_paths())

    def unnumbered(self) -> list[str]:
        """Paths of the pages in the records' folder that are no records and no index or template either."""
        return [
            p for p in self._pages() if not records.is_record(p) and not sources.LEFT_OUT.match(p.rpartition("/")[2])
        ]

    def _pages(self) -> list[str]:
        apart = f"{self.decisions}/{REVIEWS}/"
        return sorted(p for p in files.markdown(self.root, self.decisions) if not p.startswith(apart))

    def among_records(self, path: str) -> bool:
        """Whether a path lies in the records' folder, where nothing is research."""
        return path.startswith(f"{self.decisions}/")

    def record_texts(self) -> tuple[dict[str, str], list[Problem]]:
        """The texts of the record files, and the problems of those that cannot be read."""
        texts: dict[str, str] = {}
        problems = []
        for path in self.record_paths():
            try:
                texts[path] = files.read(self.root, path, self.settings.max_size)
            except files.Unreadable as error:
                problems.append(error.problem(path))
        return texts, problems

    def record(self, path: str, text: str) -> RecordFile:
        """The record in one file."""
        file = self._record_files.get(path)
        if file is None or file.text != text:
            read = records.read(path, text, self.decisions)
            file = replace(read, record=replace(read.record, number=self.numbers.get(path, read.record.number)))
            self._record_files[path] = file
        return file

    @cached_property
    def _record_files(self) -> dict[str, RecordFile]:
        """Record files that were parsed: `check` asks once to plan and once to lint."""
        return {}

    def records(self) -> tuple[list[RecordFile], list[Problem]]:
        """The record files, and what is wrong with them."""
        texts, problems = self.record_texts()
        record_files = [self.record(path, text) for path, text in texts.items()]
        return record_files, [*problems, *(problem for file in record_files for problem in file.problems)]

    def log(self, as_of: "date | None" = None) -> "tuple[Log, list[Problem]]":
        """The log with the reviews up to a day, and what is wrong with its files; cached files are not parsed again."""
        from ..log import build

        texts, problems = self.record_texts()
        results = self.parsed(texts)
        problems += [problem for _, wrong in results for problem in wrong]
        reviews = self.reviews[0].as_of(as_of.isoformat()) if as_of else self.reviews[0]
        placed = (self.placed(record, self.numbers) for record, _ in results)
        return build(placed, reviews), [*problems, *self.reviews[1]]

    def parsed(self, texts: Mapping[str, str]) -> list[ReadRecord]:
        """The records in texts by their paths, and what is wrong with them; remembered ones are not parsed again."""
        cache = self.record_cache()
        known = {path: cache.get_record(path, text) for path, text in texts.items()}
        new = [(path, text) for path, text in texts.items() if known[path] is None]
        read = partial(records.read_record, decisions=self.decisions)
        for (path, text), result in zip(new, parallel_map(read, new), strict=True):
            cache.put_record(path, text, result)
            known[path] = result
        self.save_cache(RECORD_CACHE, cache)
        return [result for result in known.values() if result is not None]

    def placed(self, record: Record, numbers: Mapping[str, int]) -> Record:
        """A record with its number among those of all files, and the address of its page on this site."""
        record = replace(record, number=numbers.get(record.path, record.number))
        if self.directory_urls:
            return record
        return replace(record, url=records.url_of(record.path, self.decisions, directory_urls=False))

    def record_cache(self) -> "RecordCache":
        """The cache of the record files."""
        from ..records.record_cache import RecordCache

        return RecordCache(self.load_cache(RECORD_CACHE), f"{self.decisions}{rules()}")

    def load_cache(self, name: str) -> str | None:
        """The text of a file in the state folder, if there is one."""
        try:
            return files.read(self.root, f"{files.STATE}/{name}", files.LARGEST)
        except files.Unreadable:
            return None

    def save_cache(self, name: str, cache: FileCache) -> None:
        """Store a cache if it changed; without it the next run is only slower."""
        if cache.changed:
            with suppress(OSError, UsageError), files.lock(self.root, 0):  # who waits for a lock gains nothing by it
                files.write(self.root, f"{files.STATE}/{name}", cache.text())

    @cached_property
    def reviews(self) -> "tuple[Reviews, list[Problem]]":
        """All reviews, and what is wrong with the damaged ones."""
        from ..reviews.review_folder import read_reviews

        return read_reviews(self.root, self.decisions, self.settings.max_size, self.numbers)

    @cached_property
    def readings(self) -> "tuple[list[tuple[str, Measured]], list[Problem]]":
        """All numbers that people wrote down, and what is wrong with the others."""
        from ..reviews.review_folder import read_readings

        return read_readings(self.root, self.decisions, self.settings.max_size)

    def exists(self, path: str) -> bool:
        """Whether a project path is a file inside the project."""
        return files.present(self.root, path)

    def relative(self, path: Path) -> str:
        """A path as given on the command line, relative to the root; raises UsageError outside of the project."""
        absolute = path.absolute()
        if one_line(absolute.name) != absolute.name:
            raise UsageError(f"{one_line(str(path))}: a name that is not UTF-8 text on one line; rename the file")
        place = absolute.parent.resolve() / absolute.name
        if not place.is_relative_to(self.root):
            raise UsageError(f"{path}: outside of the project {self.root}")
        return place.relative_to(self.root).as_posix()


def load(start: Path, *, exactly: bool = False, folders: bool | None = None) -> Project:
    """The project at `start`, or above unless it is `exactly` there; raises UsageError when its settings are wrong."""
    return Project(find_home(start, exactly=exactly), folders)
