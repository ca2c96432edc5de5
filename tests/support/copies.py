"""Projects that several tests begin with: made once a process, and copied for each of them."""

import atexit
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from tests import ROOT


def copied(goal: Path, make: Callable[..., object], *args: str) -> Path:
    """Copy to `goal` what `make(folder, *args)` puts into a folder, and return it; times of files stay the same."""
    return shutil.copytree(_made(make, *args), goal, symlinks=True)


def checkout(goal: Path, *names: str) -> Path:
    """Copy to `goal` this project's files and folders of these names, without the documents that tests read."""
    for name in names:
        place = ROOT / name
        if place.is_dir():
            shutil.copytree(place, goal / name, ignore=shutil.ignore_patterns("cases"))
        else:
            shutil.copy(place, goal)
    return goal


@cache
def _made(make: Callable[..., object], *args: str) -> Path:
    folder = Path(mkdtemp(prefix="adr-gen-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    make(folder / "made", *args)
    return folder / "made"
