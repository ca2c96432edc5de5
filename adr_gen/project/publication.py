"""Where a project is published: its site, its forge, and its place in the repository."""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from .. import files
from ..config import Home, Settings
from ..records import Record
from ..site_settings import SiteSettings


@dataclass(frozen=True)
class Publication:
    """A project as its site and its forge know it."""

    home: Home
    folders: bool | None = None
    """Whether the site is built with a folder for each page; None: as its settings say."""

    @property
    def root(self) -> Path:
        """The project's folder."""
        return self.home.root

    @property
    def settings(self) -> Settings:
        """What the project set."""
        return self.home.settings

    @cached_property
    def site_settings(self) -> SiteSettings:
        """What the settings of the site say."""
        return SiteSettings(self.root)

    @cached_property
    def directory_urls(self) -> bool:
        """Whether the site has a folder for each page, as is usual."""
        return self.site_settings.directory_urls if self.folders is None else self.folders

    def address(self, record: Record) -> str:
        """Where a record is published, if the site's address is known; else empty."""
        site = self.site_settings.text("site_url")
        return f"{site.rstrip('/')}/{record.url}" if site else ""

    @cached_property
    def repo_url(self) -> str:
        """The forge of the repository, if it is known; else empty."""
        return self.settings.repo_url or self.site_settings.text("repo_url")

    @cached_property
    def github(self) -> str:
        """owner/name on GitHub, if the forge's address says so; else empty."""
        parts = urlsplit(self.repo_url.rstrip("/").removesuffix(".git"))
        ours = ("github.com", "www.github.com", urlsplit(self.settings.github_api).hostname)
        path = parts.path.strip("/")
        return path if parts.hostname in ours and re.fullmatch(r"[\w.-]+/[\w.-]+", path) else ""

    @cached_property
    def below(self) -> str:
        """Where in its git repository the project lies, with a slash at the end; empty at the top, and without git."""
        return files.below(self.root)
