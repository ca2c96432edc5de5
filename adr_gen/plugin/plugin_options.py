"""What the site's settings say: the options of the plugin, and what else in `mkdocs.yml` it goes by."""

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from warnings import catch_warnings

from mkdocs.config.base import Config
from mkdocs.config.config_options import Optional, Type
from mkdocs.config.defaults import MkDocsConfig


class AdrGenConfig(Config):
    """Options of the plugin in `mkdocs.yml`; everything else is set in the project's one home of settings."""

    enabled = Type(bool, default=True)
    forge_facts = Type(bool, default=False)
    """Whether pages ask the forge of `repo_url` for stars and releases, as Material does by itself."""
    nav_section = Type(bool, default=True)
    """Whether a navigation of the site's own that names none of our pages gets a section with them."""
    project = Optional(Type(str))
    """Folder of the project, relative to `mkdocs.yml`; default: found from there upwards, see `config.find`."""


def settings_text(config: MkDocsConfig) -> str:
    """What the site's settings say, in whichever files; MkDocs moves those of Markdown extensions."""
    text = repr((_user_configs(config), config.markdown_extensions, config.mdx_configs))
    return re.sub(r" at 0x[0-9a-fA-F]+", "", text)  # objects that are made anew with each loading


def _user_configs(config: MkDocsConfig) -> Sequence[Mapping[str, Any]]:
    with catch_warnings(action="ignore", category=DeprecationWarning):  # nothing else tells it of all files
        configs: Sequence[Mapping[str, Any]] = config.user_configs
    return configs


def docs_folder(config: MkDocsConfig) -> Path:
    """The docs folder that the site's settings name; `docs_dir` is where other plugins have moved it since."""
    named = [settings["docs_dir"] for settings in _user_configs(config) if settings.get("docs_dir")]
    beside = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
    return Path(os.path.normpath(beside / (named[-1] if named else "docs")))


def stock_search(config: MkDocsConfig) -> Any:
    """The theme's own search, if it is on; None for pages that are opened without a server, and in several languages.

    The plugin for languages makes one index of those of all its builds, once they are through.
    """
    search, offline = (config.plugins.get(f"material/{name}") for name in ("search", "offline"))
    off = "i18n" in config.plugins or (offline is not None and offline.config.enabled)
    return search if search is not None and search.config.enabled and not off else None
