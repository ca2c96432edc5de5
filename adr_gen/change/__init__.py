"""Changes: what the difference between two commits means for the decisions of a project.

Nothing here prints, writes or asks the network, and nothing is checked out: a command, a bot and a protocol for agents
use the same core.
"""

from .compare import Change, compare
from .edits import Edit
from .git import Repository, repository
from .newly_met import Flip
from .numbers import Clash
from .refs import Range, resolve
from .rejected_options import Hint
from .research import Unrecorded

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
