"""A whole run of generate on a project, up to and including the writes."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass

from .. import files
from ..errors import Problem
from ..project import MEMORY, Project
from ..sources import Source
from .draft import Draft, Held, draft, held
from .memory import Memory
from .plan import Plan, Step, plan

Tick = Callable[[Iterable[Source], int], Iterable[Source]]
"""Passes the sources on, showing progress; the door brings it."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A plan and what is needed to carry it out."""

    plan: Plan
    memory: Memory


def prepare(
    project: Project,
    chosen: list[str] | None = None,
    *,
    force: bool = False,
    progress: Tick = lambda sources, total: sources,
) -> Prepared:
    """Read everything and plan; only the `chosen` research files get a step, all of them count for numbers and links."""
    texts, damaged = project.record_texts()
    records = [held(path, text) for path, text in texts.items()]
    elsewhere = {r.source for r in records if r.source and project.exists(r.source)}
    paths = sorted({*project.research(), *elsewhere, *(chosen or ())})
    wanted = set(chosen if chosen is not None else paths)
    sources, unreadable = project.read_research(paths)
    memory = Memory(_stored(project), f"{project.settings}{project.template}")
    drafts = [_draft(source, memory) for source in progress(sources, len(sources))]
    made = plan(
        drafts,
        records,
        set(paths),
        project.settings,
        supersessions=_supersessions(project, records),
        template=project.template,
        memory=memory,
        force=force,
    )
    problems = tuple(sorted({*made.problems, *unreadable, *damaged}))
    if chosen is not None:
        steps = tuple(step for step in made.steps if step.source in wanted)
        concerned = wanted | {step.record for step in steps if step.record}
        problems = tuple(p for p in problems if p.path in concerned)
        made = Plan(steps, problems)
    return Prepared(Plan(made.steps, problems), memory)


def carry_out(project: Project, prepared: Prepared) -> tuple[list[Step], list[Problem]]:
    """Write the records of a plan; returns the steps written and the problems of those that could not be."""
    written, problems = [], []
    for step in prepared.plan.writes:
        assert step.record is not None
        assert step.text is not None
        try:
            files.write(project.root, step.record, step.text)
            written.append(step)
        except OSError as error:
            message = f"cannot be written: {error.strerror or error}; allow writing to it and run again"
            problems.append(Problem(step.record, 0, "ADR207", message))
    with suppress(OSError):  # without its memory the next run is only slower
        files.write(project.root, MEMORY, prepared.memory.text())
    return written, problems


def _draft(source: Source, memory: Memory) -> Draft:
    made = draft(source, memory.facts(source))
    if source.path not in memory.new:
        memory.note(source, made.facts)
    return made


def _stored(project: Project) -> str | None:
    try:
        return (project.root / MEMORY).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _supersessions(project: Project, records: list[Held]) -> dict[str, tuple[int, ...]]:
    """What each hand-written record supersedes."""
    found = {}
    for record in records:
        if not record.source and "upersede" in record.text:
            read = project.record(record.path, record.text).record
            if read.status not in (None, "proposed"):
                found[record.path] = read.supersedes
    return found
