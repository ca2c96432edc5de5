"""The docs folder as MkDocs sees it: what of the project stays unpublished, and where the log's pages are."""

from collections.abc import Callable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions

from ..project import Project

Shows = Callable[[InclusionLevel], bool]
"""Whether a build has the files of a level; that of a preview has drafts too."""


def path_of(file: File, project: Project, config: MkDocsConfig) -> str | None:
    """Where a docs file is in the project; None for generated files and files from elsewhere."""
    if not file.abs_src_path:
        return None
    place = Path(file.abs_src_path)
    if place.is_relative_to(config.docs_dir):
        place = _folder(config, project) / place.relative_to(config.docs_dir)
    return place.relative_to(project.root).as_posix() if place.is_relative_to(project.root) else None


def _folder(config: MkDocsConfig, project: Project) -> Path:
    """The docs folder, below the project's root also where the way to it leads over a link."""
    docs = Path(config.docs_dir)
    return docs if docs.is_relative_to(project.root) else docs.resolve()


def unpublish(files: Files, project: Project, config: MkDocsConfig, shows: Shows) -> None:
    """Take what the project keeps back out of the site; links to what the site leaves out anyway are MkDocs' to tell of."""
    for file in list(files):
        path = path_of(file, project, config)
        if path and shows(file.inclusion) and project.keeps_back(path):
            files.remove(file)


def page_of(path: str, record: str | None, project: Project, config: MkDocsConfig) -> File:
    """The page or file `path` of ours; a page is left out or a draft if the site's settings say so.

    That of a `record` keeps the docs path of its file, so that other pages, `nav` and these settings can name it.
    """
    docs, place = _folder(config, project), project.root / (record or "")
    written = place.relative_to(docs).as_posix() if record and place.is_relative_to(docs) else path
    level = InclusionLevel.UNDEFINED if path.endswith(".md") else InclusionLevel.INCLUDED
    file = File.generated(config, written, content="", inclusion=level)
    if written != path:
        file.dest_uri = File.generated(config, path, content="").dest_uri
    set_exclusions([file], config)
    return file
