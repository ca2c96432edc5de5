"""The next research file is read while a person thinks about this one."""

from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType

from ...project import Project
from .queue import OpenResearch, load_research, load_text


class ReadAhead:
    """Research files in their order, each read with its candidates before it is asked for."""

    def __init__(self, project: Project, paths: list[str]) -> None:
        self.project, self.paths = project, paths
        self._pool = ThreadPoolExecutor(1)
        self._coming: dict[int, Future[OpenResearch]] = {}

    def __enter__(self) -> "ReadAhead":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)

    def take(self, at: int) -> OpenResearch:
        """A file as it is now; the one behind it is begun. Raises UsageError when it cannot be read."""
        coming = self._coming.pop(at, None)
        one = coming.result() if coming else _read(self.project, self.paths[at])
        # it may have changed since it was read ahead
        if load_text(self.project, one.path) != one.text:
            one = _read(self.project, one.path)
        if at + 1 < len(self.paths) and at + 1 not in self._coming:
            self._coming[at + 1] = self._pool.submit(_read, self.project, self.paths[at + 1])
        return one


def _read(project: Project, path: str) -> OpenResearch:
    one = load_research(project, path)
    # both are made once, here, and not while somebody waits
    _ = one.verdicts, one.conditions
    return one
