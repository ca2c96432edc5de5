"""A whole run of export: the docs tree for any site engine, or plain Nygard records."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Any

from ... import links
from ...errors import Problem
from ...project import Project
from ...site.build import SiteBuild
from ...site.derived_pages import SCRIPT, STYLE
from ...site.fragments import markers
from ...site.unpublished_files import Unpublished
from ...site.urls import address, site_file
from ..terminal import count
from .nygard import nygard
from .tree import ExportTree


@dataclass(frozen=True, slots=True)
class Export:
    """What became of one export."""

    lines: tuple[str, ...]
    """What to tell."""
    problems: tuple[Problem, ...]
    changed: tuple[str, ...]
    """Files of the folder that were written or removed."""


def export(project: Project, folder: Path, profile: str, as_of: date) -> Export:
    """Write the log into `folder`.

    Raises UsageError for a folder that is neither new, nor empty, nor an earlier export.
    """
    tree = ExportTree(folder, project.root)
    lines, problems = _nygard(project, tree) if profile == "nygard" else _site(project, tree, as_of)
    return Export(tuple(lines), tuple(problems), tuple(tree.changed))


def _nygard(project: Project, tree: ExportTree) -> tuple[list[str], list[Problem]]:
    """Plain records in Nygard's form."""
    record_files, problems = project.records()
    media: dict[str, str] = {}
    files = dict(nygard(record_files, project, media))
    tree.keep((*files, *media.values()))
    for name, text in files.items():
        tree.put(name, text.encode())
    for source, target in media.items():
        tree.copy(target, project.root / source)
    return [f"{tree.folder}: {count(len(files), 'record file')} in Nygard's form"], problems


def _site(project: Project, tree: ExportTree, as_of: date) -> tuple[list[str], list[Problem]]:
    """A docs tree that any site engine builds."""
    config, docs = project.site_settings, project.site_settings.docs
    copied, folders = dict(_copies(project, docs)), project.directory_urls
    site = SiteBuild(
        project,
        as_of,
        published={source: address(target, folders) for source, target in copied.items()},
        taken={site_file(target, folders): source for source, target in copied.items()},
        wanted=_wanted(config.settings, docs),
        directory_urls=folders,
        repo_url=project.repo_url,
        site_name=config.text("site_name") or "Decisions",
        site_url=config.text("site_url"),
    )
    moved = _moved(site, docs) if folders else {}
    names = {path: moved.get(f"{docs}/{path}", path) for path in site.paths}
    beside = {**copied, **site.media}
    tree.keep((*names.values(), *beside.values()))
    problems = [
        problem for pair in beside.items() for problem in _copy(project.root / pair[0], site, tree, *pair, moved)
    ]
    records = (site.record_page(docs) for docs in site.paths if docs in site.records)
    for page in chain(records, site.pages()):
        tree.put(names[page.path], page.text.encode())
    inside = tree.folder.is_relative_to(project.root)
    docs_dir = tree.folder.relative_to(project.root).as_posix() if inside else tree.folder.as_posix()
    lines = [
        f"{tree.folder}: a docs tree with {count(len(site.records), 'record')};",
        f"build it from {project.root} with `docs_dir: {docs_dir}`, `extra_css: [{STYLE}]`",
        f"and `extra_javascript: [{SCRIPT}]`",
        *_renamed(config.settings.get("nav"), docs, moved),
        *([f"{count(len(site.waiting), 'research file')} not decided yet: `adr-gen decide`"] if site.waiting else []),
    ]
    return lines, [*site.problems, *problems]


def _copy(
    place: Path, site: SiteBuild, tree: ExportTree, source: str, target: str, moved: dict[str, str]
) -> Iterator[Problem]:
    """Copy a file; a page with its links changed, and with pieces of the log in place of its markers."""
    if place.suffix.lower() not in (".md", ".markdown"):
        tree.copy(target, place)
        return
    # not read_text(): line ends stay as they are
    try:
        text = place.read_bytes().decode()
    except UnicodeDecodeError:
        tree.copy(target, place)
        return
    text = links.rewrite(text, _follow(source, target, moved), links.in_code(text))
    if markers.marked(text):
        text, wrong = markers.expanded(site.site, text, site.site.address(target))
        yield from (Problem(source, line, "ADR307", message) for line, message in wrong)
    tree.put(target, text.encode())


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


def _renamed(nav: Any, docs: str, moved: dict[str, str]) -> Iterator[str]:
    """What the navigation has to name otherwise."""
    if isinstance(nav, str) and (file := moved.get(f"{docs}/{nav}")):
        yield f"in `nav`, write `{file}` for `{nav}`"
    for entry in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from _renamed(entry, docs, moved)


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
    # only an export of a site needs it
    from pathspec import GitIgnoreSpec

    off = [GitIgnoreSpec.from_lines(str(config.get(key) or "").splitlines()) for key in ("exclude_docs", "draft_docs")]

    def wanted(page: str, path: str | None) -> bool:
        place = PurePosixPath(path or page)
        name = str(place.relative_to(docs)) if place.is_relative_to(docs) else page
        return not any(some.match_file(name) for some in off)

    return wanted
