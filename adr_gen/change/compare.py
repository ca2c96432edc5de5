"""What a change makes true: everything that is told of it, from two trees."""

from dataclasses import dataclass
from datetime import date

from ..checks import Check
from ..errors import Problem
from ..model import Observation
from ..project import Project
from ..revisit.states import Observer
from . import newly_met, number_clashes, record_edits, rejected_options, unrecorded_research
from .commit_range import CommitRange
from .git import GitRepository
from .newly_met import NewlyMet
from .number_clashes import NumberClash
from .record_edits import RecordEdit
from .rejected_options import RejectedOption
from .snapshot import Snapshot
from .unrecorded_research import UnrecordedResearch


@dataclass(frozen=True, slots=True)
class Change:
    """What the difference between two commits means for the decisions of a project."""

    base: str
    head: str
    """Ids of the commits."""
    flips: tuple[NewlyMet, ...] = ()
    """Conditions that come true, in the order of the records."""
    hints: tuple[RejectedOption, ...] = ()
    """Options that were not taken, and now are dependencies."""
    edits: tuple[RecordEdit, ...] = ()
    research: tuple[UnrecordedResearch, ...] = ()
    clashes: tuple[NumberClash, ...] = ()
    problems: tuple[Problem, ...] = ()
    """Records that cannot be read."""


def not_asked(check: Check) -> Observation:
    """What a check that asks the network finds where nothing is remembered."""
    return Observation("unknown", None, "check", "not looked up here")


def compare(
    project: Project, repository: GitRepository, span: CommitRange, as_of: date, online: Observer = not_asked
) -> Change:
    """What is new at the head of a range; the day is the same on both sides, so that no day makes a difference."""
    head = Snapshot(project, repository.tree(span.head), as_of, online)
    base = Snapshot(project, repository.tree(span.base), as_of, online, head)
    if head.tree.blobs == base.tree.blobs:
        return Change(span.base, span.head)
    met = newly_met.find(base, head)
    return Change(
        span.base,
        span.head,
        tuple(met),
        tuple(rejected_options.find(base, head, {flip.record.path for flip in met})),
        tuple(record_edits.find(base, head)),
        tuple(unrecorded_research.find(base, head)),
        tuple(number_clashes.find(base, head, repository.tree(span.tip, project.decisions))),
        tuple(head.problems),
    )
