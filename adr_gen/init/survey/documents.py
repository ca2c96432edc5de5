"""Which Markdown files of a repository are research, and which are records, by what stands in them and where they lie."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Literal

from ... import files
from ...config import DEFAULTS
from ...lint.layout_rules import FOLDERS, folders_of_other_tools
from ...markdown import ConflictError, DocumentError, parse
from ...parallel import parallel_map
from ...reading import read
from ...records import number_of
from ...sources import LEFT_OUT

LIKELY = re.compile(
    r"(?i)(research|spikes?|rfcs?|proposals?|evaluations?|investigations?|analys[ie]s|studies|notes|todos?|planning|"
    r"questions?|explorations?|experiments?)\Z"
)
"""How folders of research are called: there a verdict in plain prose is enough."""
OTHERS = re.compile(
    r"(?i)(^|/)(node_modules|vendor|third[-_]party|tests?|testdata|fixtures?|examples?|templates?|site|build|dist|"
    r"\.github|\.gitlab)/"
)
"""Folders of files that belong to somebody else, or to a test."""
PROJECT = re.compile(
    r"(?i)(changelog|changes|history|contributing|security|code_of_conduct|licen[cs]e|agents|claude|support)\b"
)
"""Names of files that every project has."""
WORDS = re.compile(
    r"(?im)^(#{1,6}|[*_]{2}|- |\|)?.{0,40}(verdict|recommend|decision|decid|revisit|reconsider|conclusion|outcome|"
    r"empfehlung|entscheidung|recommandation|décision|recomendaci|decisi[oó]n|decisão|建议|结论|推奨|決定|решение|вывод)"
)
"""What a file has to hold to be worth reading."""
SURE = ("front-matter", "heading", "heading-prose", "label-inline", "label-list", "verdict-line", "verdict-list")
"""Rules that take a verdict from where its author announced it."""


@dataclass(frozen=True, slots=True)
class LogFolder:
    """A folder of records."""

    path: str
    count: int
    why: str = ""
    """The file of another tool that names it."""


def logs(root: Path, paths: Iterable[str]) -> list[LogFolder]:
    """Folders of numbered records, those that another tool's settings name first, then the largest."""
    reasons = dict(folders_of_other_tools(root))
    count: Counter[str] = Counter()
    for path in paths:
        if number_of(path) is None or not _markdown(path):
            continue
        folders = [str(folder) for folder in PurePosixPath(path).parents][:-1]
        home = [f for f in folders if f in reasons or FOLDERS.match(f.rpartition("/")[2])]
        if home and not OTHERS.search(path):
            count[home[-1]] += 1
    log_folders = [LogFolder(path, number, reasons.get(path, "")) for path, number in count.items()]
    return sorted(log_folders, key=lambda log: (not log.why, log.path != DEFAULTS.decisions, -log.count, log.path))


@dataclass(frozen=True, slots=True)
class Research:
    """What of a repository is research."""

    taken: list[str]
    """Folders, and files where a folder holds other things too."""
    published: list[str]
    """Files that a reader of the site is led to as pages, and which are not taken: research is not published."""
    passed_over: dict[str, int]
    """How many other files a verdict can be read from, by their folders."""


def research(root: Path, paths: Iterable[str], apart: Iterable[str], pages: Collection[str] = ()) -> Research:
    """Research by what stands in the files; nothing of the folders `apart`, and none of the `pages` of the navigation."""
    beside = {*apart}
    candidates = [path for path in paths if _readable(path) and beside.isdisjoint(_folders(path))]
    standings = dict(zip(candidates, parallel_map(partial(standing, root), candidates), strict=True))
    published = sorted(path for path, found in standings.items() if found == "research" and path in pages)
    decided = {path for path, found in standings.items() if found == "research" and path not in pages}
    everywhere = Counter(folder for path in candidates for folder in _folders(path))
    here = Counter(folder for path in decided for folder in _folders(path))
    whole = {
        folder
        for folder, count in here.items()
        if LIKELY.match(folder.rpartition("/")[2]) or (2 * count >= everywhere[folder] and "/" in folder)
    }
    shared = {folder for path in {*beside, *(standings.keys() & {*pages})} for folder in _folders(path)}
    whole -= shared
    tops = {folder for folder in whole if not whole & set(_above(folder))}
    default = {*DEFAULTS.research} & everywhere.keys() - shared
    single = {path for path in decided if not tops & set(_folders(path))}
    taken = tops | default | single
    others = [
        path for path, found in standings.items() if found and path not in pages and not taken & {path, *_folders(path)}
    ]
    return Research(sorted(taken), published, dict(sorted(Counter(map(_series, others)).items())))


def standing(root: Path, path: str) -> Literal["", "decided", "research"]:
    """Whether a file can be read as decided, and whether its author asked a question and announced the answer."""
    try:
        text = files.read(root, path, DEFAULTS.max_size)
        # one search spares parsing most Markdown files of a repository
        if not WORDS.search(text):
            return ""
        reading = read(parse(text))
    except (files.Unreadable, DocumentError, ConflictError):
        return ""
    if reading.verdict is None:
        return ""
    rules = {note.rule for note in reading.notes if note.field == "verdict" and note.taken}
    # a guide recommends too, but does not say when to look at its recommendation again
    announced = bool(rules & set(SURE)) or bool(reading.conditions.triggers or reading.conditions.review_by)
    return "research" if announced or any(LIKELY.match(f.rpartition("/")[2]) for f in _folders(path)) else "decided"


def _series(path: str) -> str:
    """The folder of a file; that of the whole series if it is a numbered one."""
    return next(folder for folder in _folders(path) if not folder.rpartition("/")[2][:1].isdigit() or "/" not in folder)


def _readable(path: str) -> bool:
    name = path.rpartition("/")[2]
    return (
        "/" in path
        and _markdown(path)
        and not OTHERS.search(path)
        and not LEFT_OUT.match(name)
        and not PROJECT.match(name)
    )


def _markdown(path: str) -> bool:
    return path.lower().endswith((".md", ".markdown"))


def _folders(path: str) -> Iterator[str]:
    """The folders that a file lies in, without the root."""
    return (str(folder) for folder in PurePosixPath(path).parents if str(folder) != ".")


def _above(folder: str) -> Iterator[str]:
    return _folders(folder)
