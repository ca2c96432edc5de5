"""A repository as it is: its files, its forge, its site's settings, its research and its records."""

import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path, PurePosixPath

from ... import files
from ...config import DEFAULTS, Home
from ...site_settings import SiteSettings, linked, plugin_names
from . import documents
from .documents import LogFolder, Research

LARGEST = 1_000_000
"""Bytes of a file that is looked at."""
APART = ("research",)
"""Where research may lie that no site publishes."""
DOCS = re.compile(r"(?i)docs?|documentation|website|site")
"""Folders that a part of a repository keeps its texts in."""


@dataclass(frozen=True)
class Survey:
    """A repository as it is; nothing is written by looking."""

    home: Home
    today: date
    """The day from which what is set up is watched."""
    configured: str = ""
    """The file that has settings already; empty if none has."""
    ours: Mapping[str, str] | None = None
    """Digests of the files that an earlier run made, by path."""

    @property
    def root(self) -> Path:
        """The project's folder."""
        return self.home.root

    def text(self, path: str) -> str | None:
        """The text of a file, None if there is none that can be read."""
        # line ends as they are: what is added is written with the same
        return files.raw_text(self.root / path, LARGEST)

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """All files, hidden ones too, git-ignored ones and exports of the log left out."""
        every = tuple(files.listed(self.root, hidden=True))
        exports = tuple(
            path.removesuffix(files.EXPORT_MARK) for path in every if path.endswith(f"/{files.EXPORT_MARK}")
        )
        return tuple(path for path in every if not path.startswith(exports))

    @cached_property
    def logs(self) -> list[LogFolder]:
        """Folders of records, the one to be taken first."""
        return documents.logs(self.root, self.paths)

    @cached_property
    def decisions(self) -> str:
        """The records' folder: as set, else as found, else beside the pages of the site."""
        if self.configured:
            return self.home.settings.decisions.strip("/")
        if self.logs and not self._common_research:
            return self.logs[0].path
        docs = self.engine.docs.strip("./")
        return f"{docs}/decisions" if docs else DEFAULTS.decisions

    @cached_property
    def _common_research(self) -> list[str]:
        """Research outside of all parts of the repository that have a log, where only parts have one: it is in none of theirs."""
        parts = [part(log.path) for log in self.logs]
        if not all(parts) or any(log.why for log in self.logs):
            return []
        return documents.research(self.root, self.paths, [*parts, *(log.path for log in self.logs)]).taken

    @cached_property
    def research(self) -> tuple[str, ...]:
        """Where research lies: as set, else as found by content, else the default."""
        if self.configured:
            return self.home.settings.research
        return tuple(self.found_research) or self._yet_to_come

    @property
    def _yet_to_come(self) -> tuple[str, ...]:
        """Where research will lie that is not written yet: not where the site's navigation leads to pages."""
        led_to = any(covered(page, DEFAULTS.research) for page in self._pages & {*self.paths})
        return APART if led_to else DEFAULTS.research

    @cached_property
    def _documents(self) -> Research:
        """Research found by content, outside of all logs and of the parts that have a log of their own."""
        others = [part(log.path) for log in self.other_logs]
        apart = [log.path for log in self.logs] + [
            folder for folder in others if folder and folder != part(self.decisions)
        ]
        return documents.research(self.root, self.paths, [*apart, self.decisions], self._pages)

    @property
    def found_research(self) -> list[str]:
        """Folders and files of research found by content."""
        return self._documents.taken

    @property
    def published(self) -> list[str]:
        """Research that the site's navigation leads to, and which is not taken."""
        return [path for path in self._documents.published if not covered(path, self.research)]

    @cached_property
    def _pages(self) -> set[str]:
        """The pages that the site's navigation names."""
        return {f"{self.engine.docs.strip('./')}/{page}" for page in linked(self.engine.settings.get("nav"))}

    @property
    def passed_over(self) -> dict[str, int]:
        """How many files a verdict can be read from that are not taken for research, by their folders."""
        return {
            folder: count for folder, count in self._documents.passed_over.items() if not covered(folder, self.research)
        }

    @property
    def other_logs(self) -> list[LogFolder]:
        """Logs beside the one that is taken."""
        return [log for log in self.logs if log.path != self.decisions]

    @cached_property
    def engine(self) -> SiteSettings:
        """The settings of the site."""
        return SiteSettings(self.root)

    @cached_property
    def plugins(self) -> list[str]:
        """The names of the site's plugins, as MkDocs reads its settings."""
        return plugin_names(self.engine.settings.get("plugins"))

    @cached_property
    def site(self) -> str:
        """The site's file of settings that MkDocs or ProperDocs reads; empty if there is none."""
        return self.engine.name

    @property
    def zensical(self) -> bool:
        """Whether Zensical builds the site."""
        return self.engine.zensical

    @cached_property
    def remote(self) -> str:
        """The address of the forge's page of the repository; empty if none is known."""
        origin = self._git("config", "--get", "remote.origin.url")
        match = re.fullmatch(r"(?:https?://(?:[^@/]*@)?|ssh://git@|git@)([^/:]+)(?::\d+)?[/:](.+?)(?:\.git)?/?", origin)
        return f"https://{match[1]}/{match[2]}" if match else ""

    @cached_property
    def gitlab(self) -> bool:
        """Whether the repository's pipelines are GitLab's."""
        # a server of one's own may have any name, and a copy on GitLab may hold GitHub's workflows
        return (self.root / ".gitlab-ci.yml").is_file() or ("gitlab" in self.remote and not self.workflows)

    @property
    def workflows(self) -> list[str]:
        """GitHub's workflows."""
        return [path for path in self.paths if re.fullmatch(r"\.github/workflows/[^/]+\.ya?ml", path)]

    @cached_property
    def branch(self) -> str:
        """The branch that is published."""
        # only `git clone` notes which branch the remote shows
        head = self._git("symbolic-ref", "--short", "refs/remotes/origin/HEAD").removeprefix("origin/")
        return head or self._git("symbolic-ref", "--short", "HEAD") or "main"

    @cached_property
    def below(self) -> str:
        """Where in its git repository the project lies, with a slash at the end; empty at the top, and without git."""
        return files.below(self.root)

    def _git(self, *args: str) -> str:
        try:
            command = ["git", "-C", str(self.root), *args]
            done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", timeout=60)
        except (OSError, subprocess.SubprocessError):
            return ""
        return done.stdout.strip() if done.returncode == 0 else ""


def part(folder: str) -> str:
    """The part of a repository that a log belongs to: what stands before its docs folder; empty for the whole."""
    parts = PurePosixPath(folder).parts[:-1]
    cut = next((n for n, name in enumerate(parts) if DOCS.fullmatch(name)), len(parts))
    return "/".join(parts[:cut])


def covered(path: str, research: tuple[str, ...]) -> bool:
    """Whether a folder or file is among those that are set; a glob is taken to mean what it may."""
    return any(path == entry.strip("/") or path.startswith(f"{entry.strip('/')}/") for entry in research) or any(
        set(entry) & set("*?[") for entry in research
    )
