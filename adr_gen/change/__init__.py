"""Changes: what the difference between two commits means for the decisions of a project.

Nothing here prints, writes or asks the network, and nothing is checked out: a command, a bot and a protocol for agents
use the same core.
"""

from .commit_range import CommitRange, resolve
from .compare import Change, compare
from .git import GitRepository, repository
from .newly_met import NewlyMet
from .number_clashes import NumberClash
from .record_edits import RecordEdit
from .rejected_options import RejectedOption
from .unrecorded_research import UnrecordedResearch

__all__ = [
    "Change",
    "CommitRange",
    "GitRepository",
    "NewlyMet",
    "NumberClash",
    "RecordEdit",
    "RejectedOption",
    "UnrecordedResearch",
    "compare",
    "repository",
    "resolve",
]
