"""What the settings of the site say, read as the site engine reads them."""

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

FILES = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "properdocs.yaml")
"""Where MkDocs, and ProperDocs after it, look for their settings, in this order."""

ZENSICAL = "zensical.toml"
BUILDERS = (
    "*requirements*.txt",
    "*requirements*.in",
    "docs/*requirements*.txt",
    "requirements/*.txt",
    "pyproject.toml",
    "Makefile",
    "justfile",
    ".gitlab-ci.yml",
    ".github/workflows/*.y*ml",
)
"""Files that name what a site is built with."""
LARGEST = 100_000
"""Characters of such a file that are looked at."""


class SiteSettings:
    """The settings of the site whose file is in `root`; empty without one that can be read."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @cached_property
    def settings(self) -> dict[str, Any]:
        """All settings, inherited ones and those of the environment too; values with other tags are None."""
        return self._loaded if isinstance(self._loaded, dict) else {}

    @cached_property
    def name(self) -> str:
        """The name of the file; empty if there is none."""
        return next((name for name in FILES if (self.root / name).is_file()), "")

    @property
    def fault(self) -> tuple[int, str] | None:
        """Why the file cannot be read, behind its line (0: unknown); None where it can, or is not there."""
        return None if isinstance(self._loaded, dict) else self._loaded

    @cached_property
    def _loaded(self) -> dict[str, Any] | tuple[int, str]:
        return _load(self.root / self.name) if self.name else {}

    def text(self, key: str) -> str:
        """A setting that is text; empty if there is none."""
        value = self.settings.get(key)
        return value if isinstance(value, str) else ""

    @cached_property
    def zensical(self) -> bool:
        """Whether Zensical builds the site, which passes over plugins that it does not know, without a word."""
        if (self.root / ZENSICAL).is_file():
            return True
        if not self.name:
            return False
        texts = [_beginning(place) for pattern in BUILDERS for place in sorted(self.root.glob(pattern))]
        return any(re.search(r"\bzensical\b", text) for text in texts) and not any(
            re.search(r"\b(mkdocs|properdocs)\b(?!\.ya?ml)", text) for text in texts
        )

    @cached_property
    def docs(self) -> str:
        """The docs folder, with forward slashes."""
        return self.text("docs_dir").replace("\\", "/") or "docs"

    @cached_property
    def directory_urls(self) -> bool:
        """Whether the site has a folder for each page; Material's offline plugin does without."""
        return self.settings.get("use_directory_urls") is not False and not self._offline

    @property
    def _offline(self) -> bool:
        plugins = self.settings.get("plugins")
        named = plugins if isinstance(plugins, dict) else {}
        for entry in plugins if isinstance(plugins, list) else ():
            named |= entry if isinstance(entry, dict) else {entry: None} if isinstance(entry, str) else {}
        several = [options for name, options in named.items() if name in ("offline", "material/offline")]
        return any(not isinstance(options, dict) or options.get("enabled") is not False for options in several)


def plugin_names(plugins: Any) -> list[str]:
    """The names of plugins as MkDocs takes them: a list of names and mappings, or a mapping."""
    items = plugins if isinstance(plugins, list | dict) else []
    return [str(next(iter(item), "")) if isinstance(item, dict) else str(item) for item in items]


def linked(nav: Any) -> Iterator[str]:
    """What a navigation leads to: docs paths and addresses."""
    if isinstance(nav, str):
        yield nav
    for entry in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from linked(entry)


def _beginning(place: Path) -> str:
    if not place.is_file():  # opening a pipe would wait for somebody who writes
        return ""
    try:
        with place.open(encoding="utf-8", errors="replace") as file:
            return file.read(LARGEST)
    except OSError:
        return ""


def _load(place: Path) -> dict[str, Any] | tuple[int, str]:
    """The settings of a file, or the line and reason why there are none."""
    # imported here, because few commands ask and it takes longer than most of them
    import yaml
    from mkdocs.exceptions import ConfigurationError
    from mkdocs.utils.yaml import get_yaml_loader, yaml_load

    class Lenient(yaml.SafeLoader):
        """Neither runs nor refuses tags; MkDocs' own loader would run what a file asks for."""

    Lenient.add_multi_constructor("", lambda loader, suffix, node: None)
    try:
        with place.open("rb") as file:
            value = yaml_load(file, get_yaml_loader(Lenient))
    except (OSError, ValueError, TypeError, RecursionError, ConfigurationError, yaml.YAMLError) as error:
        # MkDocs wraps what the YAML parser says, which alone knows the line
        cause = error.__context__ if isinstance(error.__context__, yaml.YAMLError) else error
        mark = getattr(cause, "problem_mark", None)
        told = getattr(cause, "problem", None) or (str(cause) if isinstance(cause, ConfigurationError) else "")
        # what else the loader ends in says nothing of the file to whoever wrote it
        reason = str(told or "MkDocs cannot load it").partition("\n")[0].rstrip(".")
        return mark.line + 1 if mark else 0, reason
    return value if isinstance(value, dict) else (0, f"it is a {type(value).__name__}, not a mapping of settings")
