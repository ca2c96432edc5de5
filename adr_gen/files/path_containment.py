"""Where paths of a project lead: never out of it, whatever links say."""

import errno
import os
import stat
from functools import lru_cache
from pathlib import Path


class OutsideError(PermissionError):
    """A path that leads out of the project over a link."""


def inside(root: Path, place: Path) -> Path:
    """Where a path leads with every link on the way followed; raises OSError when that is not in the project."""
    target = Path(os.path.realpath(place))  # unlike resolve(), it passes over links that lead in a circle
    if not target.is_relative_to(_resolved(root)):
        raise OutsideError(errno.EPERM, "a link on this path leads out of the project and is not followed", str(place))
    return target


@lru_cache(maxsize=64)
def _resolved(root: Path) -> Path:
    """A root with every link on the way followed; asked for each path of a project."""
    return root.resolve()


def present(root: Path, path: str, *, folders: bool = False) -> bool:
    """Whether a path that a document names is a file in the project, or a folder where these count; raises PermissionError."""
    try:
        mode = inside(root, root / path).stat().st_mode
    except OutsideError:
        return False
    except PermissionError:  # what is there would be taken for gone
        raise
    except (OSError, ValueError):  # not there, too long, in a circle, or with a NUL
        return False
    return stat.S_ISREG(mode) or (folders and stat.S_ISDIR(mode))


# asked for each file that is read, and many files share a folder
@lru_cache(maxsize=4096)
def plain_folder(root: Path, folder: str) -> bool:
    """Whether no part of the folder's path is a symbolic link."""
    place = root / folder
    return place.resolve() == place
