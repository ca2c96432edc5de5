"""Options that a decision did not take, and that a change adds as dependencies: hints, since nobody wrote a check."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..checks.base import Location
from ..dependencies import Dependency, tells
from ..record_search import considered, plain_name
from ..records import Record
from .newly_met import changed_paths
from .snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class RejectedOption:
    """A rejected or deferred record with an option of the name of a new dependency."""

    record: Record
    option: str
    dependency: Dependency

    @property
    def location(self) -> Location:
        """The line of the manifest."""
        return Location(self.dependency.path, self.dependency.declared.line)


def find(base: Snapshot, head: Snapshot, flipped: set[str]) -> Iterator[RejectedOption]:
    """The hints of a change; none for records, by their paths, of which a condition comes true."""
    added = dict(_added(base, head)) if any(map(tells, changed_paths(base, head))) else {}
    asked = (r for r in head.log.records if r.status in ("rejected", "deferred") and r.path not in flipped)
    for record, option, name in considered(((record, head.pages.get(record.path, "")) for record in asked), added):
        yield RejectedOption(record, option, added[name])


def _added(base: Snapshot, head: Snapshot) -> Iterator[tuple[str, Dependency]]:
    """The direct dependencies that are new, by their names in the form that is compared."""
    known = {(one.ecosystem, one.name) for one in base.dependencies.direct}
    # of several manifests that name it the first one is kept by the caller's dictionary
    for one in reversed(head.dependencies.direct):
        if (one.ecosystem, one.name) not in known:
            yield plain_name(one.name), one
