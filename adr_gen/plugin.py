"""The MkDocs plugin `adr-gen`: hands the log's pages over in memory and keeps its sources unpublished.

The only module that imports mkdocs. It never writes into the project.
"""

import os
import time
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath
from typing import Any

from mkdocs.config.base import Config
from mkdocs.config.config_options import Optional, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from .errors import CODES, UsageError
from .parallel import calm
from .project import REVIEWS, Project, load
from .revisit import States, parse_day
from .site.envelope import seal, unseal
from .site.pages import Page
from .site.publish import make

log = get_plugin_logger("adr-gen")


class AdrGenConfig(Config):
    """Options of the plugin in `mkdocs.yml`; everything else is set in the project's one home of settings."""

    enabled = Type(bool, default=True)
    project = Optional(Type(str))
    """Folder of the project, relative to `mkdocs.yml`; default: found from there upwards."""


class AdrGenPlugin(BasePlugin[AdrGenConfig]):
    """Publishes the decision log."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether pages are being previewed; also keeps one plugin object over rebuilds."""
        self.serving = command == "serve"
        calm()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig | None:
        """Load the project and add the stylesheet."""
        self.blocks: dict[str, list[str]] = {}
        if not self.config.enabled:
            return None
        start = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
        try:
            self.project = load(start / (self.config.project or ""))
        except UsageError as error:
            raise PluginError(str(error)) from None
        config.extra_css = [*config.extra_css, "assets/adr-gen.css"]
        return config

    @event_priority(-50)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files | None:
        """Take research, records and reviews out, and put the log's pages in; a page of the user's own wins."""
        if not self.config.enabled:
            return None
        project = self.project
        self._unpublish(files, config)
        published = {self._path(file, config): file.url for file in files if not file.inclusion.is_excluded()}
        made = make(
            project,
            _states(project),
            published={path: url for path, url in published.items() if path},
            directory_urls=config.use_directory_urls,
            repo_url=project.settings.repo_url or config.repo_url or "",
            name=config.site_name,
            home_page=files.get_file_from_path("index.md") is None and files.get_file_from_path("README.md") is None,
            preview=self.serving,
        )
        for problem in made.problems:
            (log.info if CODES[problem.code].hint else log.warning)("%s", problem)
        in_nav = len(made.site.log.records) <= project.settings.nav_records
        for page in made.pages:
            if files.get_file_from_path(page.path) is None:
                files.append(self._file(config, page, in_nav))
        for path, url in made.media.items():
            if files.get_file_from_path(url) is None:
                files.append(File.generated(config, url, abs_src_path=str(project.root / path)))
        return files

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Put the bodies in: they are HTML already, so the site's Markdown never saw them."""
        blocks = self.blocks.pop(page.file.src_uri, None)
        return unseal(html, blocks) if blocks else html

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> Any:
        """Watch research, records and settings, also outside of the docs folder."""
        if self.config.enabled:
            for path in self.project.watched():
                server.watch(str(path))
        return server

    def _file(self, config: MkDocsConfig, page: Page, in_nav: bool) -> File:
        shown = not page.record or (in_nav and not config.nav)
        level = InclusionLevel.INCLUDED if shown else InclusionLevel.NOT_IN_NAV
        text = page.text
        if page.path.endswith(".md") and not page.markdown:
            text, self.blocks[page.path] = seal(text)
        return File.generated(config, page.path, content=text, inclusion=level)

    def _unpublish(self, files: Files, config: MkDocsConfig) -> None:
        project = self.project
        hidden = set(project.research()) | set(project.record_paths())
        apart = (f"{project.decisions}/{REVIEWS}/", f"{project.decisions}/readings.yml")
        for file in list(files):
            path = self._path(file, config)
            if path and (path in hidden or path.startswith(apart)):
                files.remove(file)

    def _path(self, file: File, config: MkDocsConfig) -> str | None:
        """Where a docs file is in the project; None for generated files and files from elsewhere."""
        if not file.abs_src_path:
            return None
        place = Path(file.abs_src_path)
        try:
            return PurePosixPath(place.relative_to(self.project.root)).as_posix()
        except ValueError:
            return None


def _states(project: Project) -> States:
    """Judged as of ADR_GEN_AS_OF, else SOURCE_DATE_EPOCH, else today."""
    named = os.environ.get("ADR_GEN_AS_OF")
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    day = parse_day(named) if named else _epoch_day(epoch) if epoch else date.fromtimestamp(time.time())
    if day is None:
        raise PluginError(f"ADR_GEN_AS_OF={named or epoch}: not a calendar day; write it as YYYY-MM-DD")
    return States(day, project.settings.review_every)


def _epoch_day(text: str) -> date | None:
    try:
        return datetime.fromtimestamp(int(text), UTC).date()
    except (ValueError, OverflowError, OSError):
        return None
