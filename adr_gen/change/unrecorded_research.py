"""Research files that a change adds without a record."""

from collections.abc import Iterator
from dataclasses import dataclass

from .. import sources
from ..generate.facts import draft
from ..sources import Source
from .snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class UnrecordedResearch:
    """A research file without a record."""

    path: str
    title: str
    status: str | None
    """What it decides; None: it is undecided, so it has no record yet."""


def find(base: Snapshot, head: Snapshot) -> Iterator[UnrecordedResearch]:
    """The new research files that no record was made of; one that only moved is not new."""
    known = set(base.tree.blobs.values())
    recorded = {record.source for record in head.log.records}
    for path in sources.among(head.tree.paths, head.project.settings):
        if path in base.tree.blobs or path in recorded or head.tree.blobs[path] in known:
            continue
        facts = draft(Source(path, text)).facts if (text := head.text(path)) is not None else None
        if facts and not (facts.left_out or facts.damaged):
            yield UnrecordedResearch(path, facts.title, facts.status)
