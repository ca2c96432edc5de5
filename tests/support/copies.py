"""Projects that several tests begin with: made once a process, and copied for each of them."""

import atexit
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from tests import ROOT
from tests.support.helpers import environment, git

HARNESS = ("pyproject.toml", "tests/__init__.py", "tests/conftest.py", "tests/support")
"""What every test of this project needs beside its own file."""


def copied(goal: Path, make: Callable[..., object], *args: str) -> Path:
    """Copy to `goal` what `make(folder, *args)` puts into a folder, and return it; times of files stay the same."""
    return shutil.copytree(_made(make, *args), goal, symlinks=True)


def checkout(goal: Path, *names: str) -> Path:
    """Copy to `goal` this project's files and folders of these names; compiled modules come along."""
    for name in names:
        place = ROOT / name
        if place.is_dir():
            shutil.copytree(place, goal / name)
        else:
            (goal / name).parent.mkdir(parents=True, exist_ok=True)
            # the time of a file stays the same, as what was compiled of it is known by that
            shutil.copy2(place, goal / name)
    return goal


def prove(root: Path, command: str, *more: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the pages, `.venv/bin/python …`, in a checkout, with more arguments for its pytest."""
    # in the folder that all runs share, pytest removes what the last ones but two have left: thousands of files
    apart = ("-q", "-p", "no:cacheprovider", f"--basetemp={root.with_name('temp')}")
    words = [sys.executable, *command.split()[1:], *apart, *more]
    return subprocess.run(words, cwd=root, env=environment(), capture_output=True, encoding="utf-8")


@cache
def _made(make: Callable[..., object], *args: str) -> Path:
    folder = Path(mkdtemp(prefix="adr-gen-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    made = folder / "made"
    make(made, *args)
    if os.path.lexists(made / ".git/objects"):
        # one file in place of one for each object, and the folders of these
        git(made, "repack", "-adq")
        git(made, "prune-packed", "-q")
        for place in (made / ".git/objects").glob("??"):
            place.rmdir()
    return made
