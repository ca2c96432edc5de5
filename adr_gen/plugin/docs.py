"""The docs folder as MkDocs sees it: what of the project stays unpublished, and where the log's pages are."""

from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from ..project import Project


def path_of(file: File, project: Project) -> str | None:
    """Where a docs file is in the project; None for generated files and files from elsewhere."""
    if not file.abs_src_path:
        return None
    place = Path(file.abs_src_path)
    try:
        return PurePosixPath(place.relative_to(project.root)).as_posix()
    except ValueError:
        return None


def unpublish(files: Files, project: Project) -> None:
    """Take what the project keeps back out of the site."""
    for file in list(files):
        path = path_of(file, project)
        if path and project.keeps_back(path):
            files.remove(file)


def page_of(path: str, record: Path | None, config: MkDocsConfig, level: InclusionLevel) -> File:
    """The page `path` of ours; that of a `record` keeps the docs path of its file, so that other pages and `nav` can name it."""
    docs = Path(config.docs_dir)
    own = record if record and record.is_file() and record.is_relative_to(docs) else None
    written = own.relative_to(docs).as_posix() if own else path
    file = File.generated(config, written, content="", inclusion=level)
    if written != path:
        file.dest_uri = File.generated(config, path, content="").dest_uri
    return file
