"""The text of a project's files, read safely."""

import os
import stat
from pathlib import Path

from ..errors import Problem, one_line
from .path_containment import OutsideError, inside, plain_folder

GLIMPSE = 4096
"""Bytes of a damaged file that are looked at to tell what it is."""
LARGEST = 1 << 30
"""Bytes of the largest file of the state folder that is read."""


class Unreadable(Exception):
    """A file that cannot be read as text; `line` is 1-based or 0, `code` names the problem."""

    def __init__(self, code: str, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.code, self.line = code, line

    def problem(self, path: str) -> Problem:
        """What a person is to mend at `path`."""
        return Problem(path, self.line, self.code, str(self))


def read(root: Path, path: str, max_size: int) -> str:
    """The text of a project file, UTF-8; raises Unreadable with the reason and the way out."""
    place = root / path
    if one_line(path) != path:
        raise Unreadable("ADR004", "a name with line ends, control characters or bytes that are not UTF-8; rename it")
    try:
        status = place.lstat()
        if stat.S_ISLNK(status.st_mode) or not plain_folder(root, path.rpartition("/")[0]):
            inside(root, place)
            status = place.stat()
        size = _size(status)
        with place.open("rb") as file:
            # one byte more than is allowed: the file may grow between the look and the read
            data = file.read(min(size, max_size) + 1)
    except FileNotFoundError:
        link = place.is_symlink()
        reason = "the link leads nowhere; mend or remove it" if link else "no such file; mend the path, or put it there"
        raise Unreadable("ADR004", reason) from None
    except OutsideError:
        raise Unreadable(
            "ADR004", "a link that leads out of the project is not followed; copy the file into it"
        ) from None
    except UnicodeEncodeError:  # a path that a document names, where file names are ASCII
        raise Unreadable("ADR004", "a name that file names cannot hold here; set LANG to one with UTF-8") from None
    except OSError as error:
        raise Unreadable(
            "ADR004", f"cannot be read: {error.strerror or error}; allow reading it or move it away"
        ) from None
    return decoded(data, size, max_size)


def raw_text(place: Path, most: int = -1) -> str | None:
    """The text of a file with its line ends, `most` characters of it; None if there is none that can be read."""
    try:
        _size(place.stat())
        with place.open(encoding="utf-8", newline="") as file:
            return file.read(most)
    except (OSError, ValueError, Unreadable):
        return None


def glimpse(root: Path, path: str) -> str:
    """The beginning of a project file that is no UTF-8 text, as far as it can be told; empty if it cannot be read at all."""
    place = root / path
    try:
        inside(root, place)
        _size(place.stat())
        with place.open("rb") as file:
            data = file.read(GLIMPSE)
    except (OSError, OutsideError, Unreadable):
        return ""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    try:
        return data.decode(encoding, errors="strict" if encoding == "utf-8" else "replace")
    except UnicodeDecodeError as error:
        cut = error.start > len(data) - 4  # in the middle of a character
        # Latin-1 has a letter for every byte, so the words of most old files show
        return data.decode("utf-8", errors="ignore") if cut else data.decode("latin-1")


def _size(status: os.stat_result) -> int:
    """The size of a file in bytes; raises Unreadable for what is none: opening a pipe would wait for somebody who writes."""
    mode = status.st_mode
    if stat.S_ISDIR(mode):
        raise Unreadable("ADR004", "a folder with the name of a file; rename it")
    if not stat.S_ISREG(mode):
        raise Unreadable("ADR004", "a pipe, socket or device with the name of a file; rename it or move it away")
    return status.st_size


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
        byte = data[error.start]
        raise Unreadable("ADR002", f"byte 0x{byte:02x} is not UTF-8; save the file as UTF-8", line) from None
