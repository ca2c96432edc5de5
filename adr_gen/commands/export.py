"""A whole run of export: the docs tree for any site engine, or plain Nygard records."""

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Any

from .. import links
from ..errors import Problem, UsageError
from ..log import Log, build
from ..markdown import Block
from ..project import Project
from ..records import NAME, Record, RecordFile
from ..render import text
from ..site.marks import shown
from ..site.page import Page
from ..site.pages import DAYS, SCRIPT, STYLE
from ..site.places import address, site_file
from ..site.publish import Press
from .terminal import count

MARK = ".adr-gen-export"
"""File by which a folder is known to hold an export, so that it may be emptied."""


def export(project: Project, folder: Path, profile: str, as_of: date) -> tuple[list[str], list[Problem]]:
    """Write the log into `folder`; returns what to tell and the problems met.

    Raises UsageError for a folder that is neither new, nor empty, nor an earlier export.
    """
    _prepare(project, folder)
    if profile == "nygard":
        record_files, problems = project.records()
        written = sum(_put(folder, name, text) for name, text in nygard(record_files))
        return [f"{folder}: {count(written, 'record file')} in Nygard's form"], problems
    config = project.engine
    docs = str(config.get("docs_dir", "docs"))
    copied, folders = dict(_copies(project, docs)), project.directory_urls
    press = Press(
        project,
        as_of,
        published={source: address(target, folders) for source, target in copied.items()},
        taken={site_file(target, folders) for target in copied.values()},
        wanted=_wanted(config, docs),
        directory_urls=folders,
        repo_url=project.settings.repo_url or str(config.get("repo_url") or ""),
        site_name=str(config.get("site_name") or "Decisions"),
        site_url=str(config.get("site_url") or ""),
    )
    for source, target in (*copied.items(), *press.media.items()):
        place = folder / target
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(project.root / source, place)
    for page in chain(_record_pages(press), press.pages()):
        _put(folder, page.path, page.text)
    inside = folder.is_relative_to(project.root)
    docs_dir = folder.relative_to(project.root).as_posix() if inside else folder.as_posix()
    told = [
        f"{folder}: a docs tree with {count(len(press.records), 'record')};",
        f"build it from {project.root} with `docs_dir: {docs_dir}`, `extra_css: [{STYLE}]`",
        f"and `extra_javascript: [{DAYS}, {SCRIPT}]`",
    ]
    return told, press.problems


def _record_pages(press: Press) -> Iterator[Page]:
    """The records' pages with their cards."""
    for docs in press.paths:
        if path := press.records.get(docs):
            page = press.record_page(docs)
            yield replace(page, text=shown(press.site, path, page.text))


def _put(folder: Path, name: str, text: str) -> bool:
    place = folder / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8", newline="\n")
    return True


def _prepare(project: Project, folder: Path) -> None:
    if project.root.is_relative_to(folder):
        raise UsageError(f"{folder}: holds the project itself; choose a folder of its own")
    if folder.exists() and any(folder.iterdir()):
        if not (folder / MARK).is_file():
            raise UsageError(f"{folder}: not empty and no earlier export; choose a new folder")
        shutil.rmtree(folder)
    try:
        _put(folder, MARK, "")
    except OSError as error:
        raise UsageError(f"{folder}: cannot be made: {error.strerror}; choose one that you may write to") from None


def _copies(project: Project, docs: str) -> Iterator[tuple[str, str]]:
    """Project path and docs path of every file of the docs folder but hidden ones and those that are kept back."""
    root = project.root / docs
    for place in sorted(root.rglob("*")) if root.is_dir() else ():
        source, target = place.relative_to(project.root).as_posix(), place.relative_to(root)
        hidden = any(part.startswith(".") for part in target.parts)
        if place.is_file() and not hidden and not project.keeps_back(source):
            yield source, target.as_posix()


def _wanted(config: dict[str, Any], docs: str) -> Callable[[str, str | None], bool]:
    """Whether the engine's settings let a page onto the site, that of a record by the path of its file."""
    from pathspec import GitIgnoreSpec

    off = [GitIgnoreSpec.from_lines(str(config.get(key) or "").splitlines()) for key in ("exclude_docs", "draft_docs")]

    def wanted(page: str, path: str | None) -> bool:
        place = PurePosixPath(path or page)
        name = str(place.relative_to(docs)) if place.is_relative_to(docs) else page
        return not any(some.match_file(name) for some in off)

    return wanted


def nygard(record_files: list[RecordFile]) -> Iterator[tuple[str, str]]:
    """File name and text of each record as `# N. Title`, date, status, context, decision, consequences."""
    log = build(file.record for file in record_files)
    names = {record.path: _name(record) for record in log.records}
    for file in record_files:
        record = log.by_path[file.record.path]
        qualifier = f" ({record.qualifier})" if record.qualifier else ""
        status = [(record.status or "unknown").capitalize() + qualifier]
        for words, numbers in (("Supercedes", record.supersedes), ("Superceded by", record.superseded_by)):
            status += [f"{words} {_reference(log, n)}" for n in numbers if n in log.by_number]
        context, decision, consequences = _three(file, names)
        parts = [
            text.title(f"{record.number}. {record.title}"),
            f"Date: {record.date}" if record.date else "",
            "## Status",
            *status,
            "## Context",
            context,
            "## Decision",
            decision or record.verdict or "",
            "## Consequences",
            consequences,
        ]
        yield names[record.path], "\n\n".join(part for part in parts if part.strip()) + "\n"


def _reference(log: Log, number: int) -> str:
    other = log.by_number[number]
    return f"[{number}. {text.harmless(other.title)}]({_name(other)})"


def _name(record: Record) -> str:
    """The record's file name with its number in front, in four digits or more, as these tools want it."""
    rest = NAME.sub("", PurePosixPath(record.path).stem).lstrip("-_ .")
    return f"{record.number:04}-{rest or 'record'}.md"


_DECISION = re.compile(r"(?i)^(decision|decision outcome|verdict|recommendation|conclusion)\b")
_CONTEXT = re.compile(r"(?i)^(context|problem|background|decision drivers|considered options|goal|question|options)\b")
_FACT = re.compile(
    r"[\s*_]*(?:[\w -]{3,20}:|(?:supersede|supercede|revisits|relates|amend)\w*\b|(?:accepted|proposed|rejected|deprecated)\b)",
    re.I,
)
_NO_TITLE = re.compile(r"(?i)^(context|context and problem statement|decision|decision outcome|consequences)$")


def _three(file: RecordFile, names: dict[str, str]) -> tuple[str, str, str]:
    """A record's body in Nygard's three sections, each block in one of them, headings one level down.

    `names` are the new file names of all records, by path; links follow them.
    """
    parts: tuple[list[str], list[str], list[str]] = ([], [], [])
    document, chosen, skipped = file.document, 0, True
    blocks, code, folder = document.blocks, links.code_lines(document), str(PurePosixPath(file.record.path).parent)

    def change(target: str) -> str | None:
        place, rest = links.split(target)
        name = names.get(links.join(folder, place) or "") if place else None
        return name + rest if name else None

    lines = links.rewrite(document.text, change, lambda n: n + 1 in code).split("\n")
    for number, block in enumerate(blocks):
        following = blocks[number + 1].line - 1 if number + 1 < len(blocks) else len(document.lines)
        raw = "\n".join(lines[block.line - 1 : following]).strip("\n")
        if block.kind == "heading" and block.level <= 2:
            skipped = block.level == 1 or block.text.strip().lower() == "status"
            chosen = 1 if _DECISION.match(block.text) else 0 if _CONTEXT.match(block.text) else 2
        if block.kind == "heading":
            raw = "" if skipped or _NO_TITLE.match(block.text) else f"#{'#' * min(block.level, 5)} {block.text}"
        if raw and not (skipped and _header(block)):
            parts[0 if skipped else chosen].append(raw)
    return "\n\n".join(parts[0]), "\n\n".join(parts[1]), "\n\n".join(parts[2])


def _header(block: Block) -> bool:
    """Whether a block says status, date and relations, which Nygard's form says in its own way."""
    lines = (
        [i.children[0].text for i in block.children if i.children] if block.kind == "list" else block.text.split("\n")
    )
    return block.kind in ("list", "paragraph") and all(_FACT.match(line) for line in lines)
