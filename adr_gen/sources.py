"""Research files: which files are meant, and the digest by which a change is noticed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from hashlib import sha256
from pathlib import Path

from . import files
from .config import Settings
from .errors import Problem

OTHER_MARKUP = (".mdx", ".mdown", ".mdwn", ".mkd", ".mkdn", ".qmd", ".rmd", ".rst", ".adoc", ".asciidoc", ".org")
"""How texts are called that are written as research is, but not in Markdown as it is read here."""
LEFT_OUT = re.compile(r"(?i)(readme|index|_?(template|vorlage)|.*[-_.](template|vorlage))(\..*)?\.(md|markdown)$")
TEMPLATE = re.compile(
    r"(?i)(adr[-_ ]?)?\d+([-_. ](adr|madr|decision|record|short|long|minimal|bare|full))*[-_. ](template|vorlage)(\..*)?\.(md|markdown)$"
)
"""Names of record templates that carry a number; a record on some template has a longer name."""


@dataclass(frozen=True, slots=True)
class Source:
    """A research file as it is on disk."""

    path: str
    """Relative to the project's root, with forward slashes."""
    text: str

    @property
    def digest(self) -> str:
        """Names the file's words; see `digest()`."""
        return digest(self.text)


def digest(text: str) -> str:
    """Twelve hex digits that change when a word of `text` does; line ends and trailing space do not count."""
    body = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if " \n" in body or "\t\n" in body:
        body = re.sub(r"[ \t]+\n", "\n", body)
    return sha256(body.rstrip().encode()).hexdigest()[:12]


def find(root: Path, settings: Settings) -> list[str]:
    """Paths of the project's research files, sorted; the records' folder never counts as research."""
    paths: set[str] = set()
    for entry in settings.research:
        paths.update(_glob(root, entry) if is_pattern(entry) else files.markdown(root, entry))
    return _without_others(paths, settings)


def passed_over(root: Path, settings: Settings) -> Iterator[str]:
    """What the setting `research` leaves out without being meant to: entries without files, and texts in other markup."""
    for entry in settings.research:
        folder = not is_pattern(entry)
        found = files.markdown(root, entry) if folder else _glob(root, entry)
        if len(settings.research) > 1 and next(iter(found), None) is None:
            yield f"no research files in {entry}; the setting `research` names it"
        for path in files.markdown(root, entry, OTHER_MARKUP) if folder else ():
            yield f"{path} is not read; the names of research files end in .md or .markdown"


def among(paths: Iterable[str], settings: Settings) -> list[str]:
    """Those of a project's files, given by their paths, that `find` would find."""
    pages = [path for path in paths if path.lower().endswith((".md", ".markdown"))]
    return _without_others({path for path in pages if any(_meant(path, e) for e in settings.research)}, settings)


def _meant(path: str, entry: str) -> bool:
    """Whether an entry of the setting `research` means a file; hidden ones only where it names their folder."""
    folder = entry.strip("/")
    if is_pattern(entry):
        return not _hidden(path, entry) and _fits(path.split("/"), folder.split("/"))
    return path.startswith(f"{folder}/") and "/." not in path[len(folder) :]


def _fits(parts: list[str], pattern: list[str]) -> bool:
    if not pattern:
        return not parts
    if pattern[0] == "**":
        return any(_fits(parts[n:], pattern[1:]) for n in range(len(parts) + 1))
    return bool(parts) and fnmatchcase(parts[0], pattern[0]) and _fits(parts[1:], pattern[1:])


def is_pattern(entry: str) -> bool:
    """Whether an entry is a pattern or the path of one file, not of a folder."""
    return bool(set(entry) & set("*?[")) or entry.lower().endswith((".md", ".markdown"))


def _without_others(paths: set[str], settings: Settings) -> list[str]:
    decisions = settings.decisions.strip("/") + "/"
    # a record under a glob such as `docs/**` would become research of itself
    return sorted(p for p in paths if not p.startswith(decisions) and not LEFT_OUT.match(p.rpartition("/")[2]))


def _glob(root: Path, pattern: str) -> list[str]:
    paths = (p.relative_to(root) for p in root.glob(pattern) if p.suffix.lower() in (".md", ".markdown"))
    return [path for path in map(Path.as_posix, paths) if not _hidden(path, pattern)]


def _hidden(path: str, pattern: str) -> bool:
    """Whether a file is hidden by a name that the pattern does not write out."""
    return any(part.startswith(".") and part not in pattern.split("/") for part in path.split("/"))


def read(root: Path, path: str, settings: Settings) -> Source | Problem:
    """The research file at `path`, or the problem that keeps it from being read."""
    try:
        return Source(path, files.read(root, path, settings.max_size))
    except files.Unreadable as error:
        return error.problem(path)
