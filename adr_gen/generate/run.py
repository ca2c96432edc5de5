"""A whole run of generate on a project, up to and including the writes."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from .. import files
from ..errors import Problem
from ..file_cache import digest
from ..parallel import ENOUGH, parallel_map
from ..project import Project, rules
from ..records import Record
from ..records import numbers as numbered
from ..sources import Source
from .backups import back_up
from .draft_cache import DraftCache
from .facts import Draft, Facts, RecordOnDisk, draft, record_on_disk
from .identity.unreadable_records import cut_off, in_conflict
from .inventory import Inventory
from .plan import plan
from .plan_steps import Plan, RecordStep

CACHE = "generate.json"
Tick = Callable[[Iterable[Draft], int], Iterable[Draft]]
"""Passes the drafts on, showing progress; the door brings it."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A plan and what is needed to carry it out."""

    plan: Plan
    cache: DraftCache
    texts: dict[str, str]
    """The record files as they are, by their paths."""
    research: tuple[Source, ...]
    """The research files as they are, those outside of the research folders too."""


def prepare(
    project: Project,
    chosen: list[str] | None = None,
    *,
    force: bool = False,
    progress: Tick = lambda drafts, total: drafts,
    last: DraftCache | None = None,
) -> Prepared:
    """Read everything and plan; only the `chosen` research files get a step, all of them count for numbers and links.

    `last` is the cache of an earlier run of this process, to be followed instead of the one on disk.
    """
    texts, damaged = project.record_texts()
    damaged += in_conflict(texts)
    unread = {problem.path for problem in damaged}
    records = [record_on_disk(path, text) for path, text in texts.items() if path not in unread]
    research = set(project.research())
    # a file outside of the research folders that has a record is still its source
    elsewhere = {r.source for r in records if r.source and r.source not in research and project.exists(r.source)}
    paths = sorted({*research, *elsewhere, *(chosen or ())})
    wanted = set(chosen if chosen is not None else paths)
    sources, unreadable = project.read_research(paths)
    cache = remembered(project, last)
    made = planned(project, sources, records, set(paths), cache, unread=sorted(unread), force=force, progress=progress)
    problems = tuple(sorted({*made.problems, *unreadable, *damaged}))
    record_of = {record.source: record.path for record in records}
    closed = (RecordStep(problem.path, "problem", record_of.get(problem.path)) for problem in unreadable)
    made = Plan(tuple(sorted((*made.steps, *closed), key=lambda step: step.source)), problems)
    if chosen is not None:
        steps = tuple(step for step in made.steps if step.source in wanted)
        concerned = wanted | {step.record for step in steps if step.record}
        problems = tuple(p for p in problems if p.path in concerned)
        made = Plan(steps, problems)
    return Prepared(made, cache, texts, tuple(sources))


def planned(
    project: Project,
    sources: list[Source],
    records: list[RecordOnDisk],
    present: set[str],
    cache: DraftCache,
    *,
    unread: Iterable[str] = (),
    force: bool = False,
    progress: Tick = lambda drafts, total: drafts,
) -> Plan:
    """The plan for these research and record files; `present` are all research paths, `unread` the other record files."""
    coming = _drafts(sources, cache, project.template)
    drafts = list(progress(coming, len(sources)))
    numbers = numbered({*project.record_paths(), *(record.path for record in records)})
    successors = _successors(project, records, numbers)
    closed = [record_on_disk(path, files.glimpse(project.root, path)) for path in unread]
    silent = [one for one in (*closed, *records) if not one.source and cut_off(one.text)]
    hidden = [one for one in closed if one not in silent] + [replace(one, text="") for one in silent]
    known = Inventory(
        records,
        hidden,
        numbers,
        present,
        successors,
        lambda held: _read(project, held, numbers),
        project.exists,
        lambda path: files.versions(project.root, path),
        lambda: (record_on_disk(*file) for file in files.lost(project.root, project.decisions, numbers)),
    )
    return plan(drafts, known, project.settings, project.template, cache, force=force)


@dataclass(frozen=True, slots=True)
class UndecidedResearch:
    """A research file that nobody has decided."""

    path: str
    title: str
    """Inline Markdown, as the author wrote it; its path if it has none."""
    date: str | None
    people: tuple[str, ...] = ()
    """Who is asked about it."""
    tags: tuple[str, ...] = ()

    @classmethod
    def among(cls, files: Iterable[tuple[str, Facts]]) -> "tuple[UndecidedResearch, ...]":
        """Those of some files that wait, the newest first."""
        open_ones = [(path, f) for path, f in files if not (f.status or f.left_out or f.damaged)]
        made = (cls(path, f.title or path, f.date, f.people, f.tags) for path, f in open_ones)
        waiting = sorted(made, key=lambda one: one.path)
        return tuple(sorted(waiting, key=lambda one: one.date or "", reverse=True))


def remembered(project: Project, last: DraftCache | None = None) -> DraftCache:
    """What generate remembers of the project's files: by the `last` run of this process, if rules and settings are the same."""
    now = key(project)
    if last is not None and last.key == digest(now):
        return last.following()
    return DraftCache(project.load_cache(CACHE) if last is None else None, now)


def unrecorded(project: Project, records: Iterable[RecordOnDisk], cache: DraftCache) -> Iterator[tuple[str, Facts]]:
    """What the research files say that have no record, neither by their path nor by their text, with their paths.

    A few are read when they are asked for, many at once, unless the `cache` has them.
    """
    known = [record for record in records if record.source]
    paths, digests = {record.source for record in known}, {record.research_digest for record in known}
    sources, _ = project.read_research(path for path in project.research() if path not in paths)
    sources = [source for source in sources if source.digest not in digests]
    if not sources:
        return iter(())
    drafts = _drafts(sources, cache, project.template, whole=False)
    facts = ((made.source.path, made.facts) for made in drafts)
    # these take all cores, and while they do no others can be started that have what this process has
    return iter([*facts]) if len(sources) >= ENOUGH else facts


def taken_back(
    project: Project, records: Iterable[RecordOnDisk], cache: DraftCache, research: Iterable[Source] | None
) -> Iterator[tuple[str, Facts]]:
    """What the research files of generated records say that were changed since and decide nothing now, with the records' paths.

    They are read, unless all `research` is.
    """
    known = {record.source: record for record in records if record.digest}
    sources = project.read_research(filter(project.exists, known))[0] if research is None else research
    changed = [one for one in sources if one.path in known and one.digest != known[one.path].research_digest]
    for made in _drafts(changed, cache, project.template, whole=False) if changed else ():
        if not (made.facts.status or made.facts.left_out or made.facts.damaged):
            yield known[made.source.path].path, made.facts


def missing_records(files: Mapping[str, Facts]) -> list[Problem]:
    """A problem for each of the unrecorded files that decides something."""
    message = "is decided and has no record; run `adr-gen generate`"
    decided = (path for path, facts in files.items() if facts.status and not facts.left_out)
    return [Problem(path, 1, "ADR208", message) for path in decided]


def carry_out(project: Project, prepared: Prepared) -> Plan:
    """Write the records of a plan; returns it as it came out: a record that cannot be written is a problem."""
    steps, problems = [], list(prepared.plan.problems)
    for step in prepared.plan.steps:
        done, failed = _write(project, step)
        problems += [failed] if failed else []
        steps.append(done)
    project.save_cache(CACHE, prepared.cache)
    return Plan(tuple(steps), tuple(sorted(problems)))


def _write(project: Project, step: RecordStep) -> tuple[RecordStep, Problem | None]:
    """Write the record of a step that changes one; returns how it came out, and the problem that kept it from being written."""
    if step.record is None or step.text is None:
        return step, None
    try:
        aside = back_up(project.root, step.record, step.before) if step.before and _is_edited(step) else ""
        files.write(project.root, step.record, step.text)
    except OSError as error:
        problem = Problem(step.record, 0, "ADR207", f"{files.write_error_text(error)} and run again")
        return replace(step, action="problem", text=None), problem
    return replace(step, aside=aside) if aside else step, None


def _is_edited(step: RecordStep) -> bool:
    """Whether a step writes over what a person wrote, as it does when it is forced to."""
    return step.action == "changed" and record_on_disk(step.record or "", step.before or "").edited


def _drafts(sources: list[Source], cache: DraftCache, template: str | None, *, whole: bool = True) -> Iterator[Draft]:
    """The drafts of all sources in their order; those that are not cached are read on all cores."""
    cached = {source.path: cache.get_facts(source) for source in sources}
    new = [source for source in sources if cached[source.path] is None]
    # starts the other cores at once, before anything else is imported here
    fresh = parallel_map(partial(draft, whole=whole), new)
    if new or not sources:  # a template of the project's own may be wrong, and somebody has to be told
        from ..render.template import compiled

        compiled(template)  # while the other cores read
    return _noted(sources, cached, fresh, cache)


def _noted(
    sources: list[Source], cached: dict[str, Facts | None], fresh: Iterator[Draft], cache: DraftCache
) -> Iterator[Draft]:
    for source in sources:
        facts = cached[source.path]
        made = draft(source, facts) if facts else next(fresh)
        if facts is None:
            cache.put_facts(source, made.facts)
        yield made


def key(project: Project) -> str:
    """What cached facts depend on besides the files: settings, template, and the rules themselves."""
    return f"{project.settings}{project.template}{rules()}"


def _read(project: Project, held: RecordOnDisk, numbers: dict[str, int]) -> Record:
    return replace(project.record(held.path, held.text).record, number=numbers[held.path])


def _successors(project: Project, held: list[RecordOnDisk], numbers: dict[str, int]) -> list[Record]:
    """The hand-written records that supersede or revisit others."""
    by_hand = [file for file in held if not file.source]
    if not by_hand:
        return []
    from ..reading.patterns.language_matchers import finder  # most projects have none: the run starts faster

    may = finder("supersedes", "revisits")
    candidates = [_read(project, file, numbers) for file in by_hand if may.search(file.text)]
    return [record for record in candidates if record.stated("supersedes") or record.stated("revisits")]
