"""Which files there are, were, and whether they have changed."""

import os
import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path, PurePosixPath

from .path_containment import present
from .state_folder import STATE

EXPORT_MARK = ".adr-gen-export"
"""File by which a folder is known to hold an export: what is left of an earlier one may go, and nothing in it is a source."""


MARKDOWN = (".md", ".markdown")
"""How the names of Markdown files end."""


def markdown(root: Path, folder: str, endings: tuple[str, ...] = MARKDOWN) -> Iterator[str]:
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
            # a folder of such a name too: whoever reads it says what is wrong
            if entry.name.lower().endswith(endings):
                yield path
            elif entry.is_dir(follow_symlinks=False):
                stack.append(path)


def linked_folders(root: Path, folder: str) -> Iterator[str]:
    """Paths of the links to folders below a folder, which `markdown` does not enter."""
    for current, folders, _ in os.walk(root / folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        links = [place for name in folders if (place := Path(current, name)).is_symlink()]
        yield from (place.relative_to(root).as_posix() for place in links)


def listed(root: Path, *, hidden: bool = False) -> Iterator[str]:
    """Paths of the project's files, git-ignored ones left out; all where there is no git, the `hidden` ones if wanted."""
    import subprocess  # few commands list everything

    try:
        # names apart by zero bytes: git puts all others with unusual signs in quotes
        output = subprocess.run(
            # git itself knows ignore files of all levels, exclude files and the index
            ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate"],
            capture_output=True,
            check=True,
            timeout=60,
        ).stdout.decode("utf-8", "surrogateescape")
        # git also lists what was deleted since the last commit
        yield from (path for path in sorted(filter(None, output.split("\0"))) if present(root, path))
    except (OSError, subprocess.SubprocessError):
        places = (place.relative_to(root) for place in sorted(root.rglob("*")) if place.is_file())
        paths = (path for path in places if path.parts[0] not in (".git", STATE))
        yield from (path.as_posix() for path in paths if hidden or not any(part.startswith(".") for part in path.parts))


def exported(root: Path, folder: str) -> bool:
    """Whether a folder is an export of the log, or lies in one."""
    place = PurePosixPath(folder)
    return any((root / path / EXPORT_MARK).is_file() for path in (place, *place.parents[:-1]))


def below(root: Path) -> str:
    """Where in its git repository a folder lies, with a slash at the end; empty at the top, and where there is no git."""
    import subprocess  # as above

    try:
        command = ["git", "-C", str(root), "rev-parse", "--show-prefix"]
        done = subprocess.run(command, capture_output=True, check=True, timeout=20)
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "surrogateescape").removesuffix("\n")


def once_held(root: Path, phrase: str, paths: Iterable[str]) -> bool:
    """Whether any commit had some words in files of these patterns; where git cannot tell, none had."""
    import subprocess  # as above

    # a sign in brackets means itself in every dialect of regular expressions that git is built with
    escaped = re.sub(r"[\W_]", r"[\g<0>]", phrase)
    apart = f"(^|[^[:alnum:]_-]){escaped}([^[:alnum:]_-]|$)"
    search = ["-i", "--pickaxe-regex", f"-S{apart}"]
    try:
        command = ["git", "-C", str(root), "log", "-1", "--format=%h", *search, "--", *paths]
        return bool(subprocess.run(command, capture_output=True, check=True, timeout=20).stdout.strip())
    except (OSError, subprocess.SubprocessError):
        return False


def fingerprint(folder: Path, *others: Path) -> str:
    """Changes when code, words or a template below `folder`, or one of the other files, does: names, sizes and times."""
    # to read all of it would take two and a half times as long
    stats = [(entry.path, entry.stat()) for entry in _code(str(folder))]
    stats += [(str(place), place.stat()) for place in others]
    facts = sorted((path, stat.st_size, stat.st_mtime_ns) for path, stat in stats)
    return sha256(repr(facts).encode()).hexdigest()


def _code(folder: str) -> Iterator[os.DirEntry[str]]:
    """The files of code, words and templates below a folder; links to folders are not entered."""
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            yield from _code(entry.path)
        elif entry.name.endswith((".py", ".toml", ".j2")) and entry.is_file():
            yield entry
