"""Projects that several tests begin with: made once a process, and copied for each of them."""

import atexit
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import mkdtemp


def copied(goal: Path, make: Callable[..., object], *args: str) -> Path:
    """Copy to `goal` what `make(folder, *args)` puts into a folder, and return it; times of files stay the same."""
    return shutil.copytree(_made(make, *args), goal, symlinks=True)


@cache
def _made(make: Callable[..., object], *args: str) -> Path:
    folder = Path(mkdtemp(prefix="adr-gen-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    make(folder / "made", *args)
    return folder / "made"
