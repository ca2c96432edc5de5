"""What `adr-gen check` finds about where things lie: records beside an empty log, folders that lead nowhere, settings."""

import os
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path, PureWindowsPath

from .. import files
from ..config import DEFAULTS
from ..errors import Problem
from ..project import Project
from ..records import number_of
from ..site_settings import FILES, ZENSICAL
from ..sources import is_pattern

FOLDERS = re.compile(
    r"(?:m?adrs?|decisions?|(?:architecture|architectural)[-_]?decisions?|decision[-_]?(?:records?|log))\Z", re.I
)
"""How folders of records are called."""
LONGEST = 10_000
"""Bytes of the settings of another tool."""
DEPTH = 4
"""Folders on the way from the root, at most: deeper ones belong to something else."""


def setup(project: Project) -> Iterator[Problem]:
    """Folders that are not there, and a plugin that nobody loads; an empty log says where records seem to lie."""
    yield from _passed_over(project)
    place = next(
        (name for name in ("adr-gen.toml", "pyproject.toml") if (project.root / name).is_file()), project.decisions
    )
    if project.record_paths():
        folders = (entry for entry in project.settings.research if not is_pattern(entry))
        meant = (entry for entry in folders if entry not in DEFAULTS.research)
        yield from (_nowhere(place, "research", e) for e in meant if not os.path.lexists(project.root / e))
        return
    for folder, why in _elsewhere(project):
        message = (
            f'no records in {project.decisions}, but records seem to lie in {folder} ({why}); `decisions = "{folder}"` '
            f"in the settings makes them the log"
        )
        yield Problem(place, 0, "ADR910", message)
    own = project.root / project.decisions
    if (project.decisions != DEFAULTS.decisions or os.path.lexists(own)) and not own.is_dir():
        yield _nowhere(place, "decisions", project.decisions)


def _nowhere(place: str, setting: str, path: str) -> Problem:
    message = f"{setting} is {path!r}, and there is no such folder; mend the path, unless it is yet to come"
    return Problem(place, 0, "ADR911", message)


def _passed_over(project: Project) -> Iterator[Problem]:
    """Zensical takes no plugin that it does not know, and says nothing of it."""
    if not project.site_settings.zensical:
        return
    for name in (ZENSICAL, *FILES):
        try:
            text = files.read(project.root, name, LONGEST)
        except files.Unreadable:
            continue
        match = re.search(r"(?m)^\s*(?!\s*#)[^#\n]*\badr-gen\b(?!/)", text.partition("plugins")[2])
        if match:
            message = (
                "names the plugin adr-gen, and Zensical passes over it: no page of the log is published; "
                "`adr-gen init` sets up the way over `adr-gen export`"
            )
            yield Problem(name, 0, "ADR912", message)
        return


def unread(project: Project) -> Iterator[Problem]:
    """What is not read: settings of the site that are broken, and linked folders."""
    yield from _unreadable(project)
    yield from _not_entered(project)


def _unreadable(project: Project) -> Iterator[Problem]:
    """Settings of the site that cannot be read are taken for none, which would else be silent."""
    if fault := project.site_settings.fault:
        line, reason = fault
        yield Problem(project.site_settings.name, line, "ADR913", f"cannot be read ({reason}); mend it")


def _not_entered(project: Project) -> Iterator[Problem]:
    """Links to folders among the sources; a folder that the setting itself names is entered, link or not."""
    folders = [entry for entry in project.settings.research if not is_pattern(entry)]
    for folder in dict.fromkeys([*folders, project.decisions]):
        for path in files.linked_folders(project.root, folder):
            message = (
                "is a link to a folder, and not entered; name the folder itself in `research`, or move its files here"
            )
            yield Problem(path, 0, "ADR914", message)


def _elsewhere(project: Project) -> Iterator[tuple[str, str]]:
    """Folders in which records of other tools seem to lie, each with what tells so."""
    reasons = dict(folders_of_other_tools(project.root))
    research = project.research()
    for folder in sorted({*reasons, *_called(project.root)} - {project.decisions}):
        count = 0 if files.exported(project.root, folder) else _records(project.root / folder)
        if count and not any(path.startswith(f"{folder}/") for path in research):
            numbered = f"{count} numbered {'file' if count == 1 else 'files'}"
            yield folder, f"{reasons[folder]}, {numbered}" if folder in reasons else numbered


def folders_of_other_tools(root: Path) -> Iterator[tuple[str, str]]:
    """Folders that the settings of adr-tools, log4brains and adrs name, each with the file that does."""
    for name, pattern in (
        (".adr-dir", r"^\s*(.+?)/*\s*$"),
        (".log4brains.yml", r"(?m)^\s*adrFolder:\s*[\"']?(.+?)/*[\"']?\s*$"),
        ("adrs.toml", r"(?m)^\s*adr_dir\s*=\s*[\"'](.+?)/*[\"']\s*$"),
    ):
        try:
            match = re.search(pattern, files.read(root, name, LONGEST))
        except files.Unreadable:
            continue
        folder = posixpath.normpath(match[1].replace("\\", "/")) if match else ""
        if folder and not folder.startswith(("/", "..")) and not PureWindowsPath(folder).drive:
            yield folder, name


def _called(root: Path) -> Iterator[str]:
    """Folders near the root that are called as those of records are; links and hidden folders are not entered."""
    for current, folders, _ in os.walk(root):
        here = Path(current).relative_to(root)
        below = [
            name for name in folders if not name.startswith(".") and name not in ("node_modules", "vendor", "site")
        ]
        folders[:] = sorted(below) if len(here.parts) < DEPTH - 1 else []
        yield from ((here / name).as_posix() for name in below if FOLDERS.match(name))


def _records(folder: Path) -> int:
    """How many files of a folder carry a number as records do."""
    try:
        names = [entry.name for entry in os.scandir(folder) if entry.is_file()]
    except (OSError, ValueError):  # a name in the settings of others may hold anything
        return 0
    return sum(name.lower().endswith((".md", ".markdown")) and number_of(name) is not None for name in names)
