"""The research files that wait for somebody to decide."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ... import files, reading
from ...errors import UsageError
from ...generate.run import Tick, prepare
from ...markdown import Document, DocumentError, parse
from ...project import Project
from ...reading import Reading
from ...reading.candidates import condition_candidates, verdict_candidates
from ...reading.candidates.candidates import Candidate
from ...reading.review_reasons import reasons_to_review


@dataclass(frozen=True)
class OpenResearch:
    """A research file that somebody is asked about, as it was when it was read."""

    path: str
    text: str
    """The whole file, as it is on disk."""
    document: Document
    reading: Reading
    why: str
    """Why somebody is asked."""
    written: str = ""
    """What the file holds now, if an answer of this run stands in it: the next one takes its place."""

    @property
    def title(self) -> str:
        """Its title, else its path."""
        return self.reading.title or self.path

    @cached_property
    def verdicts(self) -> tuple[Candidate, ...]:
        """The sentences that may say the verdict, the best first of those that say a status, then of the others."""
        likely = verdict_candidates.verdicts(self.document, self.reading)
        return tuple(sorted(likely, key=lambda one: one.status is None))

    @cached_property
    def conditions(self) -> tuple[Candidate, ...]:
        """The sentences that may be conditions, beside those that were read."""
        return condition_candidates.conditions(self.document, self.reading)


@dataclass(frozen=True, slots=True)
class QueuedResearch:
    """A research file that waits, by what is known of it before it is read once more."""

    path: str
    title: str
    """Empty if it has none."""
    date: str | None
    """ISO."""


def load_text(project: Project, path: str) -> str:
    """What a research file holds; raises UsageError when it cannot be read."""
    try:
        return files.read(project.root, path, project.settings.max_size)
    except files.Unreadable as error:
        raise UsageError(f"{path}: {error}") from None


def load_research(project: Project, path: str) -> OpenResearch:
    """One research file, whether it is decided or not; raises UsageError when it cannot be read."""
    return opened(path, load_text(project, path))


def opened(path: str, text: str) -> OpenResearch:
    """A research file that holds this; raises UsageError when it cannot be read."""
    try:
        document = parse(text)
    except DocumentError as error:
        raise UsageError(f"{path}:{error.line}: {error}") from None
    result = reading.read(document)
    status = result.verdict.status if result.verdict else ""
    why = "left out: `adr: false`" if document.front.left_out else reasons_to_review(document, result)
    return OpenResearch(path, text, document, result, why or f"decided already: {status}")


def queue(
    project: Project, chosen: list[str] | None = None, progress: Tick = lambda drafts, total: drafts
) -> list[QueuedResearch]:
    """The chosen research files, else those that wait for somebody, the newest first."""
    if chosen is None:
        steps = prepare(project, progress=progress).plan.steps
        waiting = {step.source: QueuedResearch(step.source, step.title, step.date) for step in steps if step.doubt}
    else:
        readings = {path: load_research(project, path).reading for path in chosen}
        waiting = {path: QueuedResearch(path, result.title or "", result.date) for path, result in readings.items()}
    # sorting is stable, so files of one day stay in the order of their paths
    return sorted((waiting[path] for path in sorted(waiting)), key=lambda one: one.date or "", reverse=True)


def load_all(project: Project, waiting: Iterable[QueuedResearch]) -> Iterator[OpenResearch]:
    """Research files, one after the other."""
    return (load_research(project, one.path) for one in waiting)


def as_json(one: OpenResearch) -> dict[str, Any]:
    """One file of the queue for other programs; every key is always there."""
    return {
        "path": one.path,
        "title": one.title,
        "date": one.reading.date,
        "why": one.why,
        "verdicts": [{"line": c.line, "text": c.text, "status": c.status} for c in one.verdicts],
        "conditions": [{"line": c.line, "text": c.text, "why": c.why} for c in one.conditions],
        "read": {
            "blockers": [blocker.text for blocker in one.reading.blockers],
            "triggers": [trigger.text for trigger in one.reading.conditions.triggers],
        },
    }
