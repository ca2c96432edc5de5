"""The folder in which a project keeps cache, lock and half-written files, and the lock that keeps two runs apart."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock

from ..errors import UsageError
from .path_containment import inside

STATE = ".adr-gen"
"""Folder at the project's root for cache, lock and half-written files; it ignores itself."""
PATIENCE = 60
"""Seconds a run waits for another one that writes."""
HALF = "write-"
"""Beginning of the names of half-written files in the state folder."""
_THREADS = RLock()
"""Keeps the threads of this run apart, as the lock on disk keeps runs."""
_HELD: dict[Path, Path] = {}
"""State folders of the projects whose lock the thread has that has `_THREADS`, by their roots."""


def state(root: Path) -> Path:
    """The project's state folder, made on first use; raises UsageError where it cannot be, or leads out of the project."""
    folder = root / STATE
    try:
        inside(root, folder)
        folder.mkdir(exist_ok=True)
        # the folder ignores itself, so that nobody's `.gitignore` has to name it; "x" writes over no link
        if not (ignore := folder / ".gitignore").exists():
            with suppress(FileExistsError), ignore.open("x", encoding="utf-8", newline="\n") as file:
                file.write("*\n")
    except OSError as error:
        raise UsageError(f"{folder}: cannot be made: {error.strerror}; allow writing to the project's folder") from None
    return folder


@contextmanager
def lock(root: Path, patience: float = PATIENCE) -> Iterator[Path]:
    """Hold the project's lock, once more if this thread has it; gives the state folder.

    Raises UsageError when another run has it for too long. Whoever has it is the only one that writes: half-written files
    that are there then were left by a run that was killed.
    """
    with _THREADS:
        if root in _HELD:  # a run writes thousands of files
            yield _HELD[root]
            return
        folder = state(root)
        with _locked(folder / "lock", patience):
            _sweep(folder)
            _HELD[root] = folder
            try:
                yield folder
            finally:
                del _HELD[root]


@contextmanager
def _locked(place: Path, patience: float) -> Iterator[None]:
    from filelock import FileLock, Timeout

    # filelock would open what a link leads to, outside of the project too
    if place.is_symlink() or (place.exists() and not place.is_file()):
        raise UsageError(f"{place}: no file; remove it")
    file_lock = FileLock(place)
    try:
        file_lock.acquire(timeout=patience)
    except Timeout:
        raise UsageError(
            f"another adr-gen has been writing here for {patience:g} seconds; try again when it has ended"
        ) from None
    try:
        yield
    finally:
        file_lock.release()


def _sweep(folder: Path) -> None:
    """Take away what runs that were killed have left."""
    for place in folder.glob(f"{HALF}*"):
        with suppress(OSError):
            place.unlink()
