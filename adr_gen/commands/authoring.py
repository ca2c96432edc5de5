"""Files that a command writes on a person's behalf: a research file to fill in, a record to own by hand."""

import json
import re
from collections.abc import Iterable
from pathlib import PurePosixPath
from shlex import quote
from statistics import mode
from typing import Protocol, TypeVar

from .. import files
from ..errors import UsageError
from ..frontmatter import FrontMatterError, split
from ..frontmatter_edit import with_keys
from ..generate.facts import record_on_disk
from ..generate.identity.unlinked_records import remaining_link
from ..generate.new_numbers import slug
from ..markdown import ConflictError, DocumentError, normal, parse
from ..project import Project
from ..render.escaping import heading
from ..render.section_prompts import comment

_DATED = re.compile(r"(?:19|20)\d\d(-(?:0[1-9]|1[0-2])(-\d\d)?)?(?=[-_. ])")
"""A year, a month or a day in front, which is no number."""
_NUMBERED = re.compile(rf"(?!{_DATED.pattern})(?P<number>\d{{1,5}})(?=[-_. ])")
_SKELETON = """\
---
title: {title}
created: {day}
{front}---

{heading}

{sections}"""


def new_research(project: Project, title: str, day: str) -> str:
    """Write a research file to fill in to the first research folder; returns the line to print. Raises UsageError."""
    title = " ".join(title.split())
    with files.lock(project.root):
        path = place(project, title, day)
        there = path if occupied(project, path) else _namesake(project, path)
        if there:
            raise UsageError(f"{there}: exists already; choose another title")
        write(project, path, skeleton(title, day))
    return next_step(path)


def next_step(path: str) -> str:
    """What a person is told of a new research file."""
    return f"{path}: written; fill it in, then run `adr-gen {quote(path)}`"


def skeleton(title: str, day: str, front: str = "tags: []\n", opening: str = "") -> str:
    """A research file to fill in; `front` are more lines of its front matter, `opening` the sections before the findings."""
    asked = ("Findings", "Options", "Recommendation", "Blockers", "Revisit when")
    sections = "\n".join([opening or _section("Question"), *map(_section, asked)])
    named = json.dumps(title, ensure_ascii=False)
    return _SKELETON.format(title=named, day=day, front=front, heading=heading(1, title), sections=sections)


def _section(name: str) -> str:
    return f"## {name}\n\n{comment(name)}\n"


def place(project: Project, title: str, day: str) -> str:
    """Where a research file of that title goes: the first research folder, numbered or dated as its neighbours are. Raises UsageError."""
    name = slug(title)
    if not name:
        raise UsageError(f"{title!r}: a title needs a letter or a digit")
    folder = next((entry.strip("/") for entry in project.settings.research if not set(entry) & set("*?[")), None)
    if folder is None:
        raise UsageError("research: only globs are set; add a folder that new research files go to")
    return str(PurePosixPath(folder, f"{_prefix(project, folder, day)}{name}.md"))


def occupied(project: Project, path: str) -> bool:
    """Whether something is at a path already."""
    return (project.root / path).exists() or (project.root / path).is_symlink()


def _namesake(project: Project, path: str) -> str:
    """The research file beside a path that only its number tells apart from it; empty if there is none."""
    new = PurePosixPath(path)
    beside = (one for one in map(PurePosixPath, project.research()) if one.parent == new.parent)
    return str(next((one for one in beside if _unnumbered(one.name) == _unnumbered(new.name)), ""))


def _unnumbered(name: str) -> str:
    number = _NUMBERED.match(name)
    return name[number.end() :].lstrip("-_. ") if number else name


def _prefix(project: Project, folder: str, day: str) -> str:
    """`074-` where the folder's files are numbered, the day, month or year where they begin with one; else nothing."""
    names = [path.name for path in map(PurePosixPath, project.research()) if path.is_relative_to(folder)]
    numbers = [match["number"] for name in names if (match := _NUMBERED.match(name))]
    days = [match[0] for name in names if (match := _DATED.match(name))]
    if len(days) * 2 > len(names):
        return f"{day[: mode(map(len, days))]}-"
    # a few dated or numbered files in a folder of names are no custom
    if not numbers or len(numbers) * 2 <= len(names):
        return ""
    last = max(numbers, key=int)
    return f"{int(last) + 1:0{len(last)}}-"


def detach(project: Project, number: int) -> list[str]:
    """Cut a generated record loose from its research file, which gets `adr: false`; returns the lines to print.

    Raises UsageError when there is no such record, or it is written by hand already.
    """
    with files.lock(project.root):
        texts, _ = project.record_texts()
        records = [record_on_disk(path, text) for path, text in texts.items()]
        record = only(records, number)
        source = record.source or remaining_link(record)[0]
        if not source:
            raise UsageError(f"{record.path}: is written by hand already; there is nothing to detach")
        loose = _loose(without_conflict(record.path, record.text))
        twin = next((one for one in records if one.source == source and one is not record), None)
        lines = [f"{source}: still the source of {twin.path}"] if twin else _silence(project, source)
        write(project, record.path, loose)
    return [f"{record.path}: yours now; adr-gen never writes it again", *lines]


class Numbered(Protocol):
    """A record, or its file."""

    @property
    def number(self) -> int:
        """Its number."""

    @property
    def path(self) -> str:
        """The path of its file."""


Holder = TypeVar("Holder", bound=Numbered)


def only(records: Iterable[Holder], number: int) -> Holder:
    """The one record with a number; raises UsageError."""
    holders = [record for record in records if record.number == number]
    if not holders:
        raise UsageError(f"no record {number}; `adr-gen list` shows all")
    if len(holders) > 1:
        raise UsageError(
            f"number {number} is held by {holders[0].path} and {holders[1].path}; run `adr-gen renumber` first"
        )
    return holders[0]


def without_conflict(path: str, text: str) -> str:
    """`text` if git could merge it: who writes into both versions would hide that; raises UsageError."""
    try:
        if "<<<<<<<" in text or ">>>>>>>" in text:
            parse(text)
    except ConflictError as error:
        raise UsageError(f"{path}:{error.line}: {error}; then run again") from None
    except DocumentError:
        pass
    return text


def _loose(text: str) -> str:
    """A record without the two front-matter lines that tie it to research."""
    plain = normal(text)
    count = plain.count("\n", 0, split(plain)[1])
    lines = text.split("\n")
    head = [line for line in lines[:count] if not line.startswith(("source:", "digest:"))]
    return "\n".join([*head, *lines[count:]])


def _silence(project: Project, source: str) -> list[str]:
    """Say `adr: false` in the research file, if it is there."""
    if not project.exists(source):
        return [f"{source}: gone, so there is nothing to tell it"]
    try:
        text = without_conflict(source, files.read(project.root, source, project.settings.max_size))
        silent = text if split(normal(text))[0].left_out else with_keys(text, {"adr": False})
    except (files.Unreadable, FrontMatterError) as error:
        raise UsageError(f"{source}: {error}") from None
    if silent == text:
        return [f"{source}: said `adr: false` already"]
    write(project, source, silent)
    return [f"{source}: says `adr: false` now"]


def write(project: Project, path: str, text: str) -> None:
    """Write a project file; raises UsageError."""
    try:
        files.write(project.root, path, text)
    except OSError as error:
        raise UsageError(f"{path}: {files.write_error_text(error)}") from None
