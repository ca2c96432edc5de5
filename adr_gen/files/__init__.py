"""The disk: safe reads, atomic writes, listings, and the lock that keeps two runs apart."""

from .atomic_writes import remove, write, write_error_text
from .file_text import LARGEST, Unreadable, decoded, glimpse, raw_text, read
from .git_history import committed, lost, merged, versions
from .listing import EXPORT_MARK, below, exported, fingerprint, linked_folders, listed, markdown, once_held
from .path_containment import OutsideError, inside, present
from .state_folder import STATE, lock, state

__all__ = [
    "EXPORT_MARK",
    "LARGEST",
    "STATE",
    "OutsideError",
    "Unreadable",
    "below",
    "committed",
    "decoded",
    "exported",
    "fingerprint",
    "glimpse",
    "inside",
    "linked_folders",
    "listed",
    "lock",
    "lost",
    "markdown",
    "merged",
    "once_held",
    "present",
    "raw_text",
    "read",
    "remove",
    "state",
    "versions",
    "write",
    "write_error_text",
]
