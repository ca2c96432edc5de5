"""Changes: what the difference between two commits means for the decisions of a project.

Nothing here prints, writes or asks the network, and nothing is checked out: a command, a bot and a protocol for agents
use the same core.
"""

from .commit_range import Range, resolve
from .compare import Change, compare
from .git import Repository, repository
from .newly_met import Flip
from .number_clashes import Clash
from .record_edits import Edit
from .rejected_options import Hint
from .unrecorded_research import Unrecorded

__all__ = [
    "Change",
    "Clash",
    "Edit",
    "Flip",
    "Hint",
    "Range",
    "Repository",
    "Unrecorded",
    "compare",
    "repository",
    "resolve",
]
