"""The folder that an export goes to: only what differs is written, so that whoever watches it sees only that."""

import os
import shutil
from collections.abc import Iterable
from filecmp import cmp
from pathlib import Path

from ...errors import UsageError
from ...files import EXPORT_MARK, OutsideError, inside


def export_folder(root: Path, folder: Path) -> Path:
    """Where an export to `folder` goes, links followed; raises UsageError for a link of the project that leads out of it."""
    named = Path(os.path.normpath(Path.cwd() / folder))
    try:
        return inside(root, named) if named.is_relative_to(root) else named.resolve()
    except OutsideError as error:
        raise UsageError(f"{named}: {error.strerror}; name the folder that it leads to") from None


class ExportTree:
    """A folder that becomes an export. Raises UsageError for one that is neither new, nor empty, nor an earlier export."""

    def __init__(self, folder: Path, root: Path) -> None:
        self.folder = folder
        self.changed: list[str] = []
        """Files that were written or removed, in this order of things."""
        if root.is_relative_to(folder):
            raise UsageError(f"{folder}: holds the project itself; choose a folder of its own")
        mark = folder / EXPORT_MARK
        if folder.exists() and any(folder.iterdir()) and (mark.is_symlink() or not mark.is_file()):
            raise UsageError(f"{folder}: not empty and no earlier export; choose a new folder")
        try:
            self.put(EXPORT_MARK, b"")
        except OSError as error:
            raise UsageError(f"{folder}: cannot be made: {error.strerror}; choose one that you may write to") from None
        self.changed.clear()

    def keep(self, names: Iterable[str]) -> None:
        """Remove every file but these: before any is written, since some disks tell no `A.md` from `a.md`."""
        wanted = {EXPORT_MARK, *names}
        for parent, folders, files in os.walk(self.folder, topdown=False):
            for name in (*files, *(name for name in folders if (Path(parent) / name).is_symlink())):
                place = Path(parent) / name
                if place.is_symlink() or place.relative_to(self.folder).as_posix() not in wanted:
                    place.unlink()
                    self.changed.append(place.relative_to(self.folder).as_posix())
            if Path(parent) != self.folder and not list(Path(parent).iterdir()):
                Path(parent).rmdir()

    def put(self, name: str, data: bytes) -> None:
        """Write a file, unless it holds these bytes already."""
        place = self.folder / name
        # sizes first: most files that differ are not read for it
        if not (place.is_file() and place.stat().st_size == len(data) and place.read_bytes() == data):
            self._write(name, data)

    def copy(self, name: str, source: Path) -> None:
        """Copy a file as it is, unless it is the same already."""
        place = self.folder / name
        # by content: a checkout gives all files new times
        if not (place.is_file() and cmp(source, place, shallow=False)):
            shutil.copyfile(source, self._cleared(name))

    def _write(self, name: str, data: bytes) -> None:
        self._cleared(name).write_bytes(data)

    def _cleared(self, name: str) -> Path:
        """The place for a new file; what was there may have a second name outside, which keeps its words."""
        place = self.folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.unlink(missing_ok=True)
        self.changed.append(name)
        return place
