"""The disk: safe reads, atomic writes, listings, and the lock that keeps two runs apart."""

import errno
import os
import re
import stat
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from threading import RLock

from .errors import Problem, UsageError, one_line

STATE = ".adr-gen"
"""Folder at the project's root for cache, lock and half-written files; it ignores itself."""
GLIMPSE = 4096
"""Bytes of a damaged file that are looked at to tell what it is."""
PATIENCE = 60
"""Seconds a run waits for another one that writes."""
LARGEST = 1 << 30
"""Bytes of the largest file of the state folder that is read."""
HALF = "write-"
"""Beginning of the names of half-written files in the state folder."""
_THREADS = RLock()
"""Keeps the threads of this run apart, as the lock on disk keeps runs."""


class Unreadable(Exception):
    """A file that cannot be read as text; `line` is 1-based or 0, `code` names the problem."""

    def __init__(self, code: str, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.code, self.line = code, line

    def problem(self, path: str) -> Problem:
        """What a person is to mend at `path`."""
        return Problem(path, self.line, self.code, str(self))


class OutsideError(PermissionError):
    """A path that leads out of the project over a link."""


def write_error_text(error: OSError) -> str:
    """Why a file could not be written, and the way out."""
    way = (
        "put a folder or file of its own in place of the link"
        if isinstance(error, OutsideError)
        else "allow writing to it"
    )
    way = "free space" if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG) else way
    return f"cannot be written: {error.strerror or error}; {way}"


def read(root: Path, path: str, max_size: int) -> str:
    """The text of a project file, UTF-8; raises Unreadable with the reason and the way out."""
    place = root / path
    if one_line(path) != path:
        raise Unreadable("ADR004", "a name with line ends, control characters or bytes that are not UTF-8; rename it")
    try:
        if place.is_symlink() or not _plain_folder(root, path.rpartition("/")[0]):
            inside(root, place)
        size = _size(place)
        with place.open("rb") as file:
            data = file.read(min(size, max_size) + 1)
    except FileNotFoundError:
        link = place.is_symlink()
        reason = "the link leads nowhere; mend or remove it" if link else "no such file; mend the path, or put it there"
        raise Unreadable("ADR004", reason) from None
    except OutsideError:
        raise Unreadable(
            "ADR004", "a link that leads out of the project is not followed; copy the file into it"
        ) from None
    except OSError as error:
        raise Unreadable(
            "ADR004", f"cannot be read: {error.strerror or error}; allow reading it or move it away"
        ) from None
    return decoded(data, size, max_size)


def glimpse(root: Path, path: str) -> str:
    """The beginning of a project file that is no UTF-8 text, as far as it can be told; empty if it cannot be read at all."""
    place = root / path
    try:
        inside(root, place)
        _size(place)
        with place.open("rb") as file:
            data = file.read(GLIMPSE)
    except (OSError, OutsideError, Unreadable):
        return ""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    try:
        return data.decode(encoding, errors="strict" if encoding == "utf-8" else "replace")
    except UnicodeDecodeError as error:
        cut = error.start > len(data) - 4  # in the middle of a character
        return data.decode("utf-8", errors="ignore") if cut else data.decode("latin-1")


def _size(place: Path) -> int:
    """The size of a file in bytes; raises Unreadable for what is none: opening a pipe would wait for somebody who writes."""
    found = place.stat()
    mode = found.st_mode
    if stat.S_ISDIR(mode):
        raise Unreadable("ADR004", "a folder with the name of a file; rename it")
    if not stat.S_ISREG(mode):
        raise Unreadable("ADR004", "a pipe, socket or device with the name of a file; rename it or move it away")
    return found.st_size


@lru_cache(maxsize=4096)
def _plain_folder(root: Path, folder: str) -> bool:
    """Whether no part of the folder's path is a symbolic link."""
    place = root / folder
    return place.resolve() == place


def decoded(data: bytes, size: int, max_size: int) -> str:
    """The text in the bytes of a file of that size, UTF-8; raises Unreadable with the reason and the way out."""
    if max(size, len(data)) > max_size:
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


def listed(root: Path, *, hidden: bool = False) -> Iterator[str]:
    """Paths of the project's files, git-ignored ones left out; all where there is no git, the `hidden` ones if wanted."""
    import subprocess  # few commands list everything

    try:
        found = subprocess.run(
            ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate"],
            capture_output=True,
            check=True,
            timeout=60,
        ).stdout.decode("utf-8", "surrogateescape")
        yield from (path for path in sorted(filter(None, found.split("\0"))) if present(root, path))
    except (OSError, subprocess.SubprocessError):
        places = (place.relative_to(root) for place in sorted(root.rglob("*")) if place.is_file())
        kept = (path for path in places if path.parts[0] not in (".git", STATE))
        yield from (path.as_posix() for path in kept if hidden or not any(part.startswith(".") for part in path.parts))


def once_held(root: Path, words: str, paths: Iterable[str]) -> bool:
    """Whether any commit had some words in files of these patterns; where git cannot tell, none had."""
    import subprocess  # as above

    escaped = re.sub(r"[\W_]", r"[\g<0>]", words)
    apart = f"(^|[^[:alnum:]_-]){escaped}([^[:alnum:]_-]|$)"
    search = ["-i", "--pickaxe-regex", f"-S{apart}"]
    try:
        command = ["git", "-C", str(root), "log", "-1", "--format=%h", *search, "--", *paths]
        return bool(subprocess.run(command, capture_output=True, check=True, timeout=20).stdout.strip())
    except (OSError, subprocess.SubprocessError):
        return False


def fingerprint(folder: Path, *others: Path) -> str:
    """Changes when code, words or a template below `folder`, or one of the other files, does: names, sizes and times."""
    below = (Path(parent, name) for parent, _, names in os.walk(folder) for name in names)
    places = [place for place in below if place.suffix in (".py", ".toml", ".j2") and place.is_file()]
    found = sorted((str(place), place.stat().st_size, place.stat().st_mtime_ns) for place in (*places, *others))
    return sha256(repr(found).encode()).hexdigest()


def state(root: Path) -> Path:
    """The project's state folder, made on first use; raises UsageError where it cannot be, or leads out of the project."""
    folder = root / STATE
    try:
        inside(root, folder)
        folder.mkdir(exist_ok=True)
        ignore = folder / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n", encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(f"{folder}: cannot be made: {error.strerror}; allow writing to the project's folder") from None
    return folder


def inside(root: Path, place: Path) -> Path:
    """Where a path leads with every link on the way followed; raises OSError when that is not in the project."""
    target = Path(os.path.realpath(place))  # unlike resolve(), it passes over links that lead in a circle
    if not target.is_relative_to(root.resolve()):
        raise OutsideError(errno.EPERM, "a link on this path leads out of the project and is not followed", str(place))
    return target


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


def write(root: Path, path: str, text: str) -> bool:
    """Put `text` at `path` at once or not at all; returns whether anything changed. Raises OSError that names the file.

    A link inside the project stays one: the file that it leads to is written.
    """
    place = inside(root, root / path)
    data = text.encode("utf-8")
    with lock(root):
        try:
            if _holds(place, data):
                return False
            place.parent.mkdir(parents=True, exist_ok=True)
            _replace(place, data, state(root))
        except OSError as error:
            raise OSError(error.errno, error.strerror or str(error), error.filename or str(root / path)) from None
    return True


def remove(root: Path, path: str) -> None:
    """Take a file of the project away, if it is there; raises OSError."""
    place = root / path
    inside(root, place.parent)
    with lock(root):
        place.unlink(missing_ok=True)


def _holds(place: Path, data: bytes) -> bool:
    """Whether a file holds just these bytes."""
    try:
        found = place.stat()
    except FileNotFoundError:
        return False
    return stat.S_ISREG(found.st_mode) and found.st_size == len(data) and place.read_bytes() == data


def _replace(place: Path, data: bytes, folder: Path) -> None:
    """Replace `place` by a file that was written whole in `folder`."""
    handle, name = tempfile.mkstemp(dir=folder, prefix=HALF)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        temporary.chmod(place.stat().st_mode & 0o777 if place.exists() else 0o666 & ~_umask())
        _move(temporary, place)
    finally:
        temporary.unlink(missing_ok=True)


def _move(temporary: Path, place: Path) -> None:
    """Replace `place`; next to it first when the state folder is on another file system."""
    if place.exists() and not os.access(place, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(place))
    try:
        temporary.replace(place)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        near = place.with_name(f".{place.name}.new")
        try:
            near.write_bytes(temporary.read_bytes())
            near.replace(place)
        finally:
            near.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


@contextmanager
def lock(root: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the project's lock, once more if this thread has it; raises UsageError when another run has it for too long.

    Whoever has it is the only one that writes: half-written files that are there then were left by a run that was killed.
    """
    from filelock import FileLock, Timeout

    with _THREADS:
        place = state(root) / "lock"
        if place.is_symlink() or (place.exists() and not place.is_file()):
            raise UsageError(f"{place}: no file; remove it")
        file_lock = FileLock(place, is_singleton=True)
        first = not file_lock.is_locked
        try:
            file_lock.acquire(timeout=patience)
        except Timeout:
            raise UsageError(
                f"another adr-gen has been writing here for {patience:g} seconds; try again when it has ended"
            ) from None
        try:
            if first:
                _sweep(place.parent)
            yield
        finally:
            file_lock.release()


def _sweep(folder: Path) -> None:
    """Take away what runs that were killed have left."""
    for place in folder.glob(f"{HALF}*"):
        with suppress(OSError):
            place.unlink()
