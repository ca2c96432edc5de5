"""Files that a command writes on a person's behalf: a research file to fill in, a record to own by hand."""

import json
import re
from pathlib import PurePosixPath

from . import files
from .errors import UsageError
from .frontmatter import CLOSE, FrontMatterError, split
from .generate.draft import held
from .generate.numbers import slug
from .markdown import normal
from .project import Project
from .render.text import heading

_NUMBERED = re.compile(r"(\d+)(?=[-_. ])")
_SKELETON = """\
---
title: {title}
status: pending
created: {day}
tags: []
---

{heading}

## Question

<!-- What has to be decided, for whom, and why now? -->

## Findings

<!-- What was tried, measured or read, with sources. -->

## Options

<!-- What could be done instead, doing nothing included. -->

## Recommendation

<!-- Begin with one of: ADOPT, REJECT, DEFER; add "(for now)" if that is all you mean, then say why in a sentence.
     As long as this says nothing, the file is undecided and gets no record. -->

## Blockers

<!-- What stands in the way today, one list item each; remove the section if nothing does. -->

## Revisit when

<!-- What would have to become true to look at this again, one list item each. -->
"""


def new_research(project: Project, title: str, day: str) -> str:
    """Write a research file to fill in to the first research folder; returns the line to print. Raises UsageError."""
    title = " ".join(title.split())
    words = slug(title)
    if not words:
        raise UsageError(f"{title!r}: a title needs a letter or a digit")
    folder = next((entry.strip("/") for entry in project.settings.research if not set(entry) & set("*?[")), None)
    if folder is None:
        raise UsageError("research: only globs are set; add a folder that new research files go to")
    with files.lock(project.root):
        path = f"{folder}/{_prefix(project, folder)}{words}.md"
        if (project.root / path).exists() or (project.root / path).is_symlink():
            raise UsageError(f"{path}: exists already; choose another title")
        text = _SKELETON.format(title=json.dumps(title, ensure_ascii=False), day=day, heading=heading(1, title))
        _write(project, path, text)
    return f"{path}: written; fill it in, then run `adr-gen {path}`"


def _prefix(project: Project, folder: str) -> str:
    """`074-` where the folder's files are numbered; else nothing."""
    names = [PurePosixPath(path).name for path in project.research() if path.startswith(f"{folder}/")]
    found = [match[1] for name in names if (match := _NUMBERED.match(name))]
    if not found or len(found) * 2 <= len(names):
        return ""
    last = max(found, key=int)
    return f"{int(last) + 1:0{len(last)}}-"


def detach(project: Project, number: int) -> list[str]:
    """Cut a generated record loose from its research file, which gets `adr: false`; returns the lines to print.

    Raises UsageError when there is no such record, or it is written by hand already.
    """
    with files.lock(project.root):
        texts, _ = project.record_texts()
        records = [one for one in (held(path, text) for path, text in texts.items()) if one.number == number]
        if not records:
            raise UsageError(f"no record {number}; `adr-gen list` shows all")
        record = next((one for one in reversed(records) if one.source), None)
        if record is None:
            raise UsageError(f"{records[0].path}: is written by hand already; there is nothing to detach")
        lines = _silence(project, record.source)
        _write(project, record.path, _loose(record.text))
    return [f"{record.path}: yours now; adr-gen never writes it again", *lines]


def _loose(text: str) -> str:
    """A record without the two front-matter lines that tie it to research."""
    end = CLOSE.search(text, 4)
    head = text[: end.start()] if end else text
    return re.sub(r"(?m)^(?:source|digest):.*\n", "", head) + text[len(head) :]


def _silence(project: Project, source: str) -> list[str]:
    """Say `adr: false` in the research file, if it is there."""
    if not project.exists(source):
        return [f"{source}: gone, so there is nothing to tell it"]
    try:
        text = files.read(project.root, source, project.settings.max_size)
        silent = left_out(text)
    except (files.Unreadable, FrontMatterError) as error:
        raise UsageError(f"{source}: {error}") from None
    if silent == text:
        return [f"{source}: said `adr: false` already"]
    _write(project, source, silent)
    return [f"{source}: says `adr: false` now"]


def left_out(text: str) -> str:
    """`text` with `adr: false` in its front matter, every other byte as it was. Raises FrontMatterError."""
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    body = text.removeprefix(mark)
    end = "\r\n" if "\r\n" in body.partition("\n")[0] + "\n" else "\n"
    front, start = split(normal(text))
    if front.text("adr").lower() in ("false", "no"):
        return text
    if not start:
        return f"{mark}---{end}adr: false{end}---{end}{end}{body}"
    lines = body.split("\n")
    if at := front.lines.get("adr"):
        lines[at - 1] = f"adr: false{end[:-1]}"
    else:
        lines.insert(1, f"adr: false{end[:-1]}")
    return mark + "\n".join(lines)


def _write(project: Project, path: str, text: str) -> None:
    try:
        files.write(project.root, path, text)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written: {error.strerror or error}; allow writing to it") from None
