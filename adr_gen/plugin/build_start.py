"""What a build of the site begins with: the project's sources taken out of the docs folder, and the log's pages to put in."""

import functools
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from ..errors import one_line
from ..lint.navigation_rules import MESSAGE
from ..project import Project, load
from ..site.build import SiteBuild
from ..site.preview.preview_cache import PreviewCache
from ..site.record.body.html.notation import notation
from ..site.record.body.site_markdown import SiteMarkdown
from ..site_settings import linked
from .build_day import as_of
from .docs_folder import Docs
from .plugin_options import docs_folder, stock_search

log = get_plugin_logger("adr-gen")
ELSEWHERE = (
    "the project is %s, where adr-gen finds neither research (%s) nor records (%s); set its `project: %s` if it is %s"
)


def project_of(config: MkDocsConfig, named: str | None) -> Project:
    """The project whose site this is: the one that is `named`, else the nearest, which may not be the one that is meant."""
    start = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
    project = load(start / named, exactly=True) if named else load(start)
    if named or project.record_paths() or project.research():
        return project
    docs, meant = docs_folder(config).resolve(), start.resolve()
    if meant == project.root and not docs.is_relative_to(meant):  # its research would be published
        meant = docs.parent
    if meant != project.root:
        folders = ", ".join(project.settings.research), project.decisions
        log.warning(ELSEWHERE, project.root, *folders, os.path.relpath(meant, start), meant)
    return project


def begin(
    project: Project, files: Files, config: MkDocsConfig, preview: PreviewCache
) -> tuple[SiteBuild, dict[str, File]]:
    """Take the project's sources out of `files`; returns the site of the log, and its files by their paths."""
    shows = InclusionLevel.is_in_serve if preview.on else InclusionLevel.is_included
    docs = Docs(project, config)
    sources = docs.unpublish(files, shows)
    for message in _led_to(project, sources, config):
        if preview.is_news(message):
            log.warning("%s", message)
    # MkDocs copies a file whose name is no text, and finds no address for it
    others = [file for file in files if shows(file.inclusion) and one_line(file.src_uri) == file.src_uri]
    published = {docs.path_of(file): file.url for file in others}
    # asked for once before the records are rendered, and once to hand them over
    file_of = functools.cache(lambda path, record: docs.page_of(path, record, sources.get(record or "")))
    engine = SiteMarkdown(config.markdown_extensions, config.mdx_configs)
    site = SiteBuild(
        project,
        as_of(),
        published={path: url for path, url in published.items() if path},
        taken={file.dest_uri: docs.path_of(file) or file.src_uri for file in others},
        wanted=lambda path, record: shows(file_of(path, record).inclusion),
        directory_urls=config.use_directory_urls,
        repo_url=project.settings.repo_url or config.repo_url or "",
        site_name=config.site_name,
        site_url=config.site_url or "",
        preview=preview if preview.on else None,
        notation=notation(config.markdown_extensions, config.mdx_configs),
        engine=engine if engine.pure else None,
        footer="navigation.footer" in (config.theme.get("features") or ()),
        searched=stock_search(config) is not None,
        marked=frozenset(map(str, config.extra.get("status") or ())),
    )
    return site, {path: file_of(path, site.records.get(path)) for path in site.paths}


def _led_to(project: Project, sources: Mapping[str, str], config: MkDocsConfig) -> Iterator[str]:
    """That the navigation leads to research, which is taken out; said before MkDocs misses the pages."""
    named = {*linked(config.nav)}
    for path in project.research():
        if sources.get(path) in named:
            yield MESSAGE.format(path=path, page=sources[path])


def watch(server: Any, project: Project, config: MkDocsConfig) -> None:
    """Watch what the settings name by now outside of the docs folder: each watched folder costs time."""
    for place in _watched(project):
        if not place.is_relative_to(config.docs_dir):
            server.watch(str(place))


def _watched(project: Project) -> list[Path]:
    """Folders and files whose changes change the site."""
    root, template = project.root, project.settings.template
    named = (*project.settings.research, project.decisions, "pyproject.toml", "adr-gen.toml", template)
    return [root / name for name in named if name and (root / name).exists()]


def add_media(site: SiteBuild, project: Project, files: Files, config: MkDocsConfig) -> None:
    """Add the images of records that lie outside of the docs folder."""
    for path, url in site.media.items():
        if files.get_file_from_path(url) is None:
            files.append(File.generated(config, url, abs_src_path=str(project.root / path)))


def record_pages(site: SiteBuild, ours: Mapping[str, str], files: Files) -> dict[str, Page]:
    """The page of each record, by the path of its file; `ours` are the docs paths of our pages, as written and published."""
    named = ((site.records.get(path), files.get_file_from_path(name)) for name, path in ours.items())
    return {record: file.page for record, file in named if record and file and file.page}
