"""The docs folder as MkDocs sees it: what of the project stays unpublished, and where the log's pages are."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from jinja2 import Environment, TemplateNotFound
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions

from ..counts import count
from ..errors import UsageError
from ..project import Project
from ..site.unpublished_files import Unpublished
from .plugin_options import docs_folder

Shows = Callable[[InclusionLevel], bool]
"""Whether a build has the files of a level; that of a preview has drafts too."""
UNMATCHED = (
    "none of {records} in {decisions} is among the files of the site, so none would have its page; MkDocs "
    "takes them from {docs}, where another plugin or a hook has not put them; list adr-gen after it under `plugins`, or "
    "take that plugin out"
)


def unknown_theme_parts(file: File | None, env: Environment) -> Iterator[tuple[str, str]]:
    """Take out, and tell, what a record's front matter names and the theme does not have: it would end the build."""
    meta = file.page.meta if file and file.page else {}
    for key, path in (("template", "{}"), ("icon", ".icons/{}.svg")):
        if key in meta:
            try:
                env.get_template(path.format(meta[key]))
            except TemplateNotFound:
                yield key, meta.pop(key)


@dataclass(frozen=True)
class Docs:
    """The docs folder of one build of a project's site."""

    project: Project
    config: MkDocsConfig

    @cached_property
    def unpublished(self) -> Unpublished:
        """What of the project stays out of the site."""
        return Unpublished(self.project)

    @cached_property
    def folder(self) -> Path:
        """The project's own docs folder, also where another plugin moved the site's; below the project's root also where the way to it leads over a link."""
        docs = docs_folder(self.config)
        return docs if docs.is_relative_to(self.project.root) else docs.resolve()

    @cached_property
    def _moved(self) -> bool:
        """Whether another plugin has moved the site's docs folder."""
        return self.folder != Path(self.config.docs_dir)

    @cached_property
    def _below(self) -> str:
        """What the paths of files in the project begin with."""
        return f"{self.project.root}{os.sep}"

    def path_of(self, file: File) -> str | None:
        """Where a docs file, or what it is a copy of, is in the project; None for generated files and files from elsewhere."""
        if not file.abs_src_path:
            return None
        # nearly all files of a log, and paths take their time
        if not self._moved and file.abs_src_path.startswith(self._below):
            path = file.abs_src_path.removeprefix(self._below).replace(os.sep, "/")
            if self.unpublished.holds(path):
                return path
        place, root = Path(file.abs_src_path), self.project.root
        if self._moved and place.is_relative_to(self.config.docs_dir):
            own = self.folder / place.relative_to(self.config.docs_dir)
            place = own if own.exists() or own.is_symlink() else place
        inner = place.relative_to(root).as_posix() if place.is_relative_to(root) else None
        if inner and self.unpublished.holds(inner):
            return inner
        return self.unpublished.copied(place) or inner

    def unpublish(self, files: Files, shows: Shows) -> dict[str, str]:
        """Take what the project keeps back out of the site; returns where each such file was, by its path in the project.

        Links to what the site leaves out anyway are MkDocs' to tell of. Raises UsageError where no record is found.
        """
        places: dict[str, str] = {}
        for file in list(files):
            path = self.path_of(file)
            if path and self.unpublished.holds(path):
                places.setdefault(path, file.src_uri)
                if shows(file.inclusion):
                    files.remove(file)
        records = self.project.record_paths()
        if (
            records
            and not places.keys() & set(records)
            and (self.project.root / records[0]).is_relative_to(self.folder)
        ):
            decisions, docs = self.project.decisions, self.config.docs_dir
            raise UsageError(UNMATCHED.format(records=count(len(records), "record"), decisions=decisions, docs=docs))
        return places

    def page_of(self, path: str, record: str | None, docs_path: str | None) -> File:
        """The page or file `path` of ours; a page is left out or a draft if the site's settings say so.

        That of a `record` is made from its file, and keeps the docs path at which that is `docs_path`, so that other
        pages, `nav` and these settings can name it. All others count as made from the newest record: other plugins ask
        each page for its history.
        """
        place = self.project.root / (record or "")
        if record and not docs_path:
            docs_path = place.relative_to(self.folder).as_posix() if place.is_relative_to(self.folder) else path
        level = InclusionLevel.UNDEFINED if path.endswith(".md") else InclusionLevel.INCLUDED
        file = File.generated(self.config, docs_path or path, content="", inclusion=level)
        if docs_path and docs_path != path:
            file.dest_uri = File.generated(self.config, path, content="").dest_uri
        if record and place.is_file():
            # else plugins that ask git for the page's history leave out files that were made by a plugin
            file.generated_by, file.src_dir, file._content = None, str(self.folder), None
            file.abs_src_path, file.edit_uri = str(place), Path(os.path.relpath(place, self.folder)).as_posix()
        else:
            file.abs_src_path = self._newest
        set_exclusions([file], self.config)
        return file

    @cached_property
    def _newest(self) -> str | None:
        records = self.project.record_paths()
        return str(self.project.root / records[-1]) if records else self.config.config_file_path
