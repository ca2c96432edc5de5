"""The log as a preview shows it: as `generate` would leave it, with what is to be said of that."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ...codes import CODES
from ...errors import Problem
from ...generate.facts import record_on_disk
from ...generate.plan_steps import Plan, RecordStep
from ...generate.run import prepare
from ...markdown import DocumentError, parse
from ...project import Project
from ...reading import read
from ...reading.candidates import condition_candidates, verdict_candidates
from ...sources import Source
from .notes import OpenDraft, Preview, PreviewNote
from .preview_cache import PreviewCache

MOST = 20
"""Open drafts whose candidates are shown: each of them is read for it."""


@dataclass(frozen=True, slots=True)
class Previewed:
    """A project's files as a preview takes them."""

    texts: dict[str, str]
    """The record files as `adr-gen generate` would leave them, by their paths."""
    problems: list[Problem]
    """What is wrong with the files, and one for each record that is behind."""
    notes: Preview
    """What to say of them."""
    research: tuple[Source, ...]
    """The research files as they are."""


def previewed(project: Project, cache: PreviewCache) -> Previewed:
    """The log of a project as it would be, with all that was read for it."""
    # not the cache on disk: a preview writes nothing, and remembers from build to build
    prepared = prepare(project, last=cache.generated)
    plan, cache.generated = prepared.plan, prepared.cache
    texts, problems = dict(prepared.texts), list(plan.problems)
    for step in plan.writes:
        assert step.record is not None
        assert step.text is not None
        texts[step.record] = step.text
        state = "not written yet" if step.before is None else "behind"
        problems.append(Problem(step.source, 1, "ADR208", f"{step.record} is {state}; run `adr-gen generate`"))
    notes, broken = _broken(plan, prepared.texts)
    drafts = (step for step in plan.steps if step.action == "undecided")
    shown = tuple(_draft(project, step, cache) for _, step in zip(range(MOST), drafts, strict=False))
    preview = Preview((*_unwritten(plan), *notes), shown, tuple(broken))
    return Previewed(texts, problems, preview, prepared.research)


def _unwritten(plan: Plan) -> Iterator[PreviewNote]:
    for step in plan.writes:
        yield PreviewNote("new" if step.before is None else "behind", step.source, step.record or "")


def _broken(plan: Plan, texts: dict[str, str]) -> tuple[list[PreviewNote], list[Problem]]:
    """The records whose research cannot be read, as they were generated last, and the problems of research without one."""
    wrong = [problem for problem in plan.problems if not CODES[problem.code].hint and problem.path not in texts]
    sources = {record_on_disk(path, text).source: path for path, text in texts.items()} if wrong else {}
    first = [next(some) for _, some in groupby(sorted(wrong), key=lambda problem: problem.path)]
    notes = [PreviewNote("broken", one.path, sources[one.path], one) for one in first if one.path in sources]
    return notes, [one for one in first if one.path not in sources]


def _draft(project: Project, step: RecordStep, cache: PreviewCache) -> OpenDraft:
    """An open draft with its candidates; read again only when it has changed."""
    sources, _ = project.read_research([step.source])
    if not sources:
        return OpenDraft(step.source, step.title, step.doubt)
    return cache.drafts.get_or_make(step.source, sources[0].digest, lambda: _read(step, sources[0].text))


def _read(step: RecordStep, text: str) -> OpenDraft:
    try:
        document = parse(text)
    except DocumentError:
        return OpenDraft(step.source, step.title, step.doubt)
    result = read(document)
    return OpenDraft(
        step.source,
        step.title,
        step.doubt,
        tuple(verdict_candidates.verdicts(document, result)),
        tuple(condition_candidates.conditions(document, result)),
    )
