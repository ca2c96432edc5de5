"""A whole run of export: the docs tree for any site engine, or plain Nygard records."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Any

from .. import links
from ..errors import Problem, UsageError
from ..project import Project
from ..site.build import SiteBuild
from ..site.derived import DAYS, SCRIPT, STYLE
from ..site.pages import markers
from ..site.unpublished import Unpublished
from ..site.urls import address, site_file
from .nygard import nygard
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
        media: dict[str, str] = {}
        count_of_files = sum(_put(folder, name, text) for name, text in nygard(record_files, project, media))
        for source, target in media.items():
            _copy(project.root / source, folder / target, lambda link: None)
        return [f"{folder}: {count(count_of_files, 'record file')} in Nygard's form"], problems
    config, docs = project.site_settings, project.site_settings.docs
    copied, folders = dict(_copies(project, docs)), project.directory_urls
    site = SiteBuild(
        project,
        as_of,
        published={source: address(target, folders) for source, target in copied.items()},
        taken={site_file(target, folders) for target in copied.values()},
        wanted=_wanted(config.settings, docs),
        directory_urls=folders,
        repo_url=project.repo_url,
        site_name=config.text("site_name") or "Decisions",
        site_url=config.text("site_url"),
    )
    moved = _moved(site, docs) if folders else {}
    for source, target in (*copied.items(), *site.media.items()):
        _copy(project.root / source, folder / target, _follow(source, target, moved))
    problems = list(_expand(site, folder, copied))
    records = (site.record_page(docs) for docs in site.paths if docs in site.records)
    for page in chain(records, site.pages()):
        _put(folder, moved.get(f"{docs}/{page.path}", page.path), page.text)
    inside = folder.is_relative_to(project.root)
    docs_dir = folder.relative_to(project.root).as_posix() if inside else folder.as_posix()
    lines = [
        f"{folder}: a docs tree with {count(len(site.records), 'record')};",
        f"build it from {project.root} with `docs_dir: {docs_dir}`, `extra_css: [{STYLE}]`",
        f"and `extra_javascript: [{DAYS}, {SCRIPT}]`",
        *_renamed(config.settings.get("nav"), docs, moved),
        *([f"{count(len(site.waiting), 'research file')} not decided yet: `adr-gen decide`"] if site.waiting else []),
    ]
    return lines, [*site.problems, *problems]


def _expand(site: SiteBuild, folder: Path, copied: dict[str, str]) -> Iterator[Problem]:
    """Put pieces of the log in place of the markers on pages of the user's own."""
    for source, target in copied.items():
        place = folder / target
        if place.suffix.lower() not in (".md", ".markdown"):
            continue
        with suppress(UnicodeDecodeError):
            text = place.read_bytes().decode()
            if markers.marked(text):
                text, wrong = markers.expanded(site.site, text, site.site.address(target))
                place.write_bytes(text.encode())
                yield from (Problem(source, line, "ADR307", message) for line, message in wrong)


def _moved(site: SiteBuild, docs: str) -> dict[str, str]:
    """The docs path of the file of each page, by its place in the project and by that of its record.

    A page that is a folder's goes out as the index of that folder: MkDocs takes relative addresses in HTML from the
    page, Zensical from the file, and only so both mean the same.
    """
    pages = [path for path in site.paths if path.endswith(".md")]
    files = {path: f"{path.removesuffix('.md')}/index.md" for path in pages if PurePosixPath(path).stem != "index"}
    records = {site.records[path]: file for path, file in files.items() if path in site.records}
    return records | {f"{docs}/{path}": file for path, file in files.items()}


def _follow(source: str, target: str, moved: dict[str, str]) -> Callable[[str], str | None]:
    """How links of a page of the user's own change, so that they lead where the pages are now."""
    folder, there = source.rpartition("/")[0], target.rpartition("/")[0]

    def change(link: str) -> str | None:
        place, rest = links.split(link)
        file = moved.get(links.join(folder, place) or "") if place else None
        return links.relative(file, there) + rest if file else None

    return change


def _copy(source: Path, target: Path, change: Callable[[str], str | None]) -> None:
    """Copy a file of the docs folder, a page with its links changed."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    if source.suffix.lower() not in (".md", ".markdown"):
        return
    try:
        text = source.read_bytes().decode()
    except UnicodeDecodeError:
        return
    target.write_bytes(links.rewrite(text, change, links.in_code(text)).encode())


def _renamed(nav: Any, docs: str, moved: dict[str, str]) -> Iterator[str]:
    """What the navigation has to name otherwise."""
    if isinstance(nav, str) and (file := moved.get(f"{docs}/{nav}")):
        yield f"in `nav`, write `{file}` for `{nav}`"
    for entry in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from _renamed(entry, docs, moved)


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
    root, unpublished = project.root / docs, Unpublished(project)
    for place in sorted(root.rglob("*")) if root.is_dir() else ():
        source, target = place.relative_to(project.root).as_posix(), place.relative_to(root)
        hidden = any(part.startswith(".") for part in target.parts)
        if place.is_file() and not hidden and not unpublished.holds(source):
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
