"""What a proposed change means for the decisions, before anything of it is written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from .. import checks, record_search
from ..checks import Calendar, Check, TokenError, World, observe
from ..checks.kinds.dependency import Depends
from ..dependencies import ECOSYSTEMS, Dependencies, Dependency
from ..dependencies.ecosystem import Declared
from ..errors import UsageError
from ..model import Observation
from ..monitor import Monitor
from ..record_search import Subject
from ..records import Record
from ..revisit.combined_checks import combined
from ..revisit.states import States

PLACE = "this proposal"
"""Where the evidence says that a proposed package stands."""


@dataclass(frozen=True, slots=True)
class ProposedChange:
    """What somebody means to do."""

    question: str = ""
    paths: tuple[str, ...] = ()
    """Files that it touches or adds, from the project's root."""
    packages: tuple[Depends, ...] = ()
    """What it begins to depend on."""


@dataclass(frozen=True, slots=True)
class Concern:
    """A record that speaks of a proposal, or waits for something that the proposal would make true."""

    record: Record
    reasons: tuple[str, ...]
    """Why it matches, the strongest first."""
    flips: Mapping[str, str] = field(default_factory=dict)
    """The conditions, by letter, that the proposal itself would make true, with the evidence."""


def package(name: str) -> Depends:
    """A package as in a check: `redis`, `npm/react`, `redis >= 5`; raises UsageError."""
    try:
        parsed = checks.parse(f"dep:{name}")
    except TokenError as error:
        raise UsageError(f"package {name!r:.80}: {error}") from None
    assert isinstance(parsed, Depends)
    return parsed


def concerns(monitor: Monitor, texts: Mapping[str, str], proposal: ProposedChange) -> list[Concern]:
    """The records that a proposal concerns, first those of which it makes something true; `texts` are their files' by path."""
    records, now, then = monitor.log().records, monitor.states, _then(monitor, proposal)
    flips = {
        record.path: flips_of_one
        for record in records
        if record.watched and (flips_of_one := _flips(now, then, record, proposal))
    }
    names = tuple(one.name for one in proposal.packages)
    mentioned = record_search.find(records, texts, Subject(proposal.question, proposal.paths, names))
    known = {mention.record.path for mention in mentioned}
    silent = [Concern(record, (), flips[record.path]) for record in records if record.path in flips.keys() - known]
    spoken = [Concern(one.record, one.reasons, flips.get(one.record.path, {})) for one in mentioned]
    return sorted([*spoken, *silent], key=lambda concern: not concern.flips)


def _flips(now: States, then: States, record: Record, proposal: ProposedChange) -> dict[str, str]:
    """The evidence for the conditions of a record that are not met, and would be."""
    flips = {}
    for letter, trigger in record.conditions.lettered:
        if any(_touched(check, proposal) for check in combined(trigger).checks):
            after = then.judge(record, trigger)
            if now.of_trigger(record, trigger) != "met" == after.state and after.observation:
                flips[letter] = after.observation.evidence.replace(f"{PLACE}:1", PLACE)
    return flips


def _touched(check: Check, proposal: ProposedChange) -> bool:
    """Whether a proposal may settle a check."""
    if isinstance(check, Depends):
        return bool(proposal.packages)
    return bool(proposal.paths) and not (check.online or isinstance(check, Calendar)) and check.reads(proposal.paths)


def _then(monitor: Monitor, proposal: ProposedChange) -> States:
    """The judge of the project as it would be."""
    world = _world(monitor.world, proposal)

    @cache  # many conditions wait for the same
    def look(check: Check) -> Observation:
        return monitor.observe(check) if check.online else observe(check, world)

    return replace(monitor.states, observer=look)


def _world(world: World, proposal: ProposedChange) -> World:
    """The project with the proposed files and packages."""
    known = world.dependencies() if world.dependencies else Dependencies()
    spoken = {one.ecosystem for one in known.direct} or ECOSYSTEMS
    added = (
        Dependency(ecosystem, Declared(one.name, one.range), PLACE)
        for one in proposal.packages
        for ecosystem in ([one.ecosystem] if one.ecosystem else sorted(spoken))
    )
    wanted = Dependencies((*known.direct, *added), (*known.manifests, PLACE), known.unread, known.locks)
    return replace(world, files=lambda: _with(world.files(), proposal.paths), dependencies=lambda: wanted)


def _with(files: Iterable[str], paths: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*files, *paths]))
