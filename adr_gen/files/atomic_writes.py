"""Writes that happen at once or not at all."""

import errno
import os
import stat
import tempfile
from pathlib import Path

from .path_containment import OutsideError, inside
from .state_folder import HALF, lock


def write_error_text(error: OSError) -> str:
    """Why a file could not be written, and the way out."""
    way = (
        "put a folder or file of its own in place of the link"
        if isinstance(error, OutsideError)
        else "allow writing to it"
    )
    way = "free space" if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG) else way
    return f"cannot be written: {error.strerror or error}; {way}"


def write(root: Path, path: str, text: str) -> bool:
    """Put `text` at `path` at once or not at all; returns whether anything changed. Raises OSError that names the file.

    A link inside the project stays one: the file that it leads to is written.
    """
    place = inside(root, root / path)
    data = text.encode("utf-8")
    with lock(root) as folder:
        try:
            before = _status(place)
            if before is not None and _holds(place, data, before):
                return False
            if before is None and not place.parent.is_dir():
                place.parent.mkdir(parents=True, exist_ok=True)
            _replace(place, data, folder, before)
        except OSError as error:
            raise OSError(error.errno, error.strerror or str(error), error.filename or str(root / path)) from None
    return True


def remove(root: Path, path: str) -> None:
    """Take a file of the project away, if it is there; raises OSError."""
    place = root / path
    inside(root, place.parent)
    with lock(root):
        place.unlink(missing_ok=True)


def _status(place: Path) -> os.stat_result | None:
    """What the system says of a file; None if there is none."""
    try:
        return place.stat()
    except FileNotFoundError:
        return None


def _holds(place: Path, data: bytes, status: os.stat_result) -> bool:
    """Whether a file holds just these bytes."""
    return stat.S_ISREG(status.st_mode) and status.st_size == len(data) and place.read_bytes() == data


def _replace(place: Path, data: bytes, folder: Path, before: os.stat_result | None) -> None:
    """Replace `place` by a file that was written whole in `folder`; `before` is the status of the file that is there."""
    handle, name = tempfile.mkstemp(dir=folder, prefix=HALF)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        # mkstemp makes files that only their owner reads; others read the repository too
        temporary.chmod(before.st_mode & 0o777 if before else 0o666 & ~_umask())
        # to replace a file needs the right to write into its folder, not into the file
        if before and not os.access(place, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(place))
        _move(temporary, place)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _move(temporary: Path, place: Path) -> None:
    """Replace `place`; next to it first when the state folder is on another file system."""
    try:
        temporary.replace(place)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        near = place.with_name(f".{place.name}.new")
        try:
            near.unlink(missing_ok=True)  # a link would be written through
            near.write_bytes(temporary.read_bytes())
            near.replace(place)
        finally:
            near.unlink(missing_ok=True)
            temporary.unlink(missing_ok=True)


def _umask() -> int:
    # there is no way to ask for it without setting it
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
