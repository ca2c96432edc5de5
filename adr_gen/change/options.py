"""Options that a decision did not take, and that a change adds as dependencies: hints, since nobody wrote a check."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..checks.base import Location
from ..dependencies import Dependency, tells
from ..markdown import DocumentError, parse
from ..reading.options import options
from ..records import Record
from .flips import changes
from .snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Hint:
    """A rejected or deferred record with an option of the name of a new dependency."""

    record: Record
    option: str
    dependency: Dependency

    @property
    def location(self) -> Location:
        """The line of the manifest."""
        return Location(self.dependency.path, self.dependency.declared.line)


def find(base: Snapshot, head: Snapshot, told: set[str]) -> Iterator[Hint]:
    """The hints of a change; none for records, by their paths, of which a condition comes true."""
    added = dict(_added(base, head)) if any(map(tells, changes(base, head))) else {}
    if not added:
        return
    mentioned = re.compile("|".join(re.escape(name).replace(r"\-", r"[-_.\s]?") for name in added), re.I)
    for record in head.log.records:
        text = head.pages.get(record.path, "")
        if record.status in ("rejected", "deferred") and record.path not in told and mentioned.search(text):
            yield from _of(record, text, added)


def _added(base: Snapshot, head: Snapshot) -> Iterator[tuple[str, Dependency]]:
    """The direct dependencies that are new, by their names in the form that is compared."""
    known = {(one.ecosystem, one.name) for one in base.dependencies.direct}
    for one in reversed(head.dependencies.direct):
        if (one.ecosystem, one.name) not in known:
            yield _plain(one.name), one


def _of(record: Record, text: str, added: dict[str, Dependency]) -> Iterator[Hint]:
    try:
        names = [record.title, *options(parse(text))]
    except DocumentError:
        return
    for name in {_plain(name): name for name in reversed(names)}.items():
        if name[0] in added:
            yield Hint(record, name[1], added[name[0]])


def _plain(name: str) -> str:
    return re.sub(r"[-_.\s]+", "-", name.strip().casefold())
