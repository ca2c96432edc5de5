"""What the plugin keeps from build to build of a preview, and what it does for the server of that."""

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger

from ...parallel import tune_gc
from ...project import Project
from ...site.preview.preview_cache import PreviewCache
from ..build_start import watch
from ..plugin_options import AdrGenConfig
from .new_settings_file import await_settings
from .on_demand import OnDemand
from .output_cache import SkippedPages, put_aside
from .polling import poll_sooner
from .theme_files import ThemeFiles

log = get_plugin_logger("adr-gen")


class Previewing(BasePlugin[AdrGenConfig]):
    """The part of the plugin that lives as long as the server."""

    cache = PreviewCache(on=False)
    demand = OnDemand(fit=False)
    project: Project
    server: Any = None
    """What shows the preview."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether pages are being previewed; also keeps one plugin object over rebuilds."""
        self.cache = PreviewCache(on=command == "serve")
        self.skipped = SkippedPages()
        self.demand = OnDemand(fit=not dirty)
        self.theme_files = ThemeFiles(self.cache.compiled)
        tune_gc()

    # before the theme's search, which asks for templates
    @event_priority(100)
    def _begin(self, config: MkDocsConfig) -> None:
        """Begin a build."""
        self.demand.begin()
        if self.cache.on and self.config.enabled:
            self.theme_files.take_over(config.theme)

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Spare a preview the making of thousands of files."""
        if self.cache.on and self.config.enabled:
            put_aside(Path(config.site_dir))

    def on_build_error(self, *, error: Exception) -> None:
        """End a build that came to nothing."""
        self.demand.end()

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> Any:
        """Watch what the site is made from outside of the docs folder too."""
        self.server = server
        if self.config.enabled:
            watch(server, self.project, config)
            self.demand.attach(server)
            await_settings(server, self.project.root)
            poll_sooner(server)
        return server

    def _say(self, message: str, *, hint: bool = False) -> None:
        """Warn of something; a preview once, as long as it is so."""
        if self.cache.is_news(message):
            (log.info if hint else log.warning)("%s", message)
