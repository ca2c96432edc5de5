"""The disk: safe reads, atomic writes, listings, and the lock that keeps two runs apart."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from .errors import UsageError

STATE = ".adr-gen"
"""Folder at the project's root for cache, lock and half-written files; it ignores itself."""
PATIENCE = 60
"""Seconds a run waits for another one that writes."""


class Unreadable(Exception):
    """A file that cannot be read as text; `line` is 1-based or 0, `code` names the problem."""

    def __init__(self, code: str, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.code, self.line = code, line


def read(root: Path, path: str, max_size: int) -> str:
    """The text of a project file, UTF-8; raises Unreadable with the reason and the way out."""
    place = root / path
    try:
        if place.is_symlink() or not _plain_folder(root, path.rpartition("/")[0]):
            _inside(root, place)
        with place.open("rb") as file:
            data = file.read(max_size + 1)
    except FileNotFoundError:
        link = place.is_symlink()
        reason = "the link leads nowhere; mend or remove it" if link else "no such file; mend the path, or put it there"
        raise Unreadable("ADR004", reason) from None
    except OSError as error:
        if os.path.isdir(place):  # noqa: PTH112 - Path.is_dir() raises where it may not look
            raise Unreadable("ADR004", "a folder with the name of a file; rename it") from None
        raise Unreadable(
            "ADR004", f"cannot be read: {error.strerror or error}; allow reading it or move it away"
        ) from None
    return _text(data, max_size, place)


@lru_cache(maxsize=4096)
def _plain_folder(root: Path, folder: str) -> bool:
    """Whether no part of the folder's path is a symbolic link."""
    place = root / folder
    return place.resolve() == place


def _inside(root: Path, place: Path) -> None:
    target = Path(os.path.realpath(place))  # unlike resolve(), it passes over links that lead in a circle
    if not target.is_relative_to(root.resolve()):
        raise Unreadable("ADR004", "a link that leads out of the project is not followed; copy the file into it")


def _text(data: bytes, max_size: int, place: Path) -> str:
    if len(data) > max_size:
        size = place.stat().st_size
        raise Unreadable("ADR003", f"{size} bytes; at most {max_size} are read (setting max-size); split the file")
    if b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        raise Unreadable("ADR002", "a NUL byte; this is no text file: save it as UTF-8 or move it away", line)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found = data[error.start]
        raise Unreadable("ADR002", f"byte 0x{found:02x} is not UTF-8; save the file as UTF-8", line) from None


def markdown(root: Path, folder: str) -> Iterator[str]:
    """Paths of the Markdown files below a folder, relative to `root`, in the order of their names; links are not entered.

    Raises OSError for a folder that cannot be listed: what is in it would be taken for gone.
    """
    stack = [folder.strip("/") or "."]
    while stack:
        current = stack.pop()
        try:
            entries = sorted(os.scandir(root / current), key=lambda entry: entry.name)
        except (FileNotFoundError, NotADirectoryError):
            continue
        for entry in entries:
            path = entry.name if current == "." else f"{current}/{entry.name}"
            if entry.name.startswith("."):
                continue
            if entry.name.lower().endswith((".md", ".markdown")):
                yield path
            elif entry.is_dir(follow_symlinks=False):
                stack.append(path)


def fingerprint(folder: Path, *others: Path) -> str:
    """Changes when code, words or a template below `folder`, or one of the other files, does: names, sizes and times."""
    below = (Path(parent, name) for parent, _, names in os.walk(folder) for name in names)
    places = [place for place in below if place.suffix in (".py", ".toml", ".j2") and place.is_file()]
    found = sorted((str(place), place.stat().st_size, place.stat().st_mtime_ns) for place in (*places, *others))
    return sha256(repr(found).encode()).hexdigest()


def state(root: Path) -> Path:
    """The project's state folder, made on first use."""
    folder = root / STATE
    try:
        folder.mkdir(exist_ok=True)
        ignore = folder / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n", encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(f"{folder}: cannot be made: {error.strerror}; allow writing to the project's folder") from None
    return folder


def write(root: Path, path: str, text: str) -> bool:
    """Put `text` at `path` at once or not at all; returns whether anything changed. Raises OSError.

    A link inside the project stays one: the file that it leads to is written.
    """
    place = _followed(root, root / path)
    data = text.encode("utf-8")
    try:
        if place.read_bytes() == data:
            return False
    except FileNotFoundError:
        pass
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=state(root), prefix="write-")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        temporary.chmod(place.stat().st_mode & 0o777 if place.exists() else 0o666 & ~_umask())
        _move(temporary, place)
    finally:
        temporary.unlink(missing_ok=True)
    return True


def _followed(root: Path, place: Path) -> Path:
    """Where a link leads, if that is in the project; else the place itself."""
    target = Path(os.path.realpath(place)) if place.is_symlink() else place
    return target if target.is_relative_to(root.resolve()) else place


def _move(temporary: Path, place: Path) -> None:
    """Replace `place`; next to it first when the state folder is on another file system."""
    if place.exists() and not os.access(place, os.W_OK):
        raise PermissionError(13, "Permission denied", str(place))
    try:
        temporary.replace(place)
    except OSError as error:
        if error.errno != 18:  # EXDEV
            raise
        near = place.with_name(f".{place.name}.new")
        near.write_bytes(temporary.read_bytes())
        near.replace(place)


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


@contextmanager
def lock(root: Path) -> Iterator[None]:
    """Hold the project's lock; waits for another run and raises UsageError when it takes too long."""
    from filelock import FileLock, Timeout

    try:
        with FileLock(state(root) / "lock", timeout=PATIENCE):
            yield
    except Timeout:
        raise UsageError(
            f"another adr-gen has been writing here for {PATIENCE} seconds; try again when it has ended"
        ) from None
