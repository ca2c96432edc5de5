"""The theme's templates and files in a preview: what is known of those that did not change is kept from build to build."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader
from mkdocs.structure.files import Files
from mkdocs.theme import Theme

Fits = Callable[[str], bool]
COPIED = f"{Files.add_files_from_theme.__qualname__}.<locals>.filter"
"""The name of the function by which MkDocs chooses the files that it copies: by their names, and those of static templates."""


class ThemeFiles:
    """What is known of the files of a theme, which may have thousands."""

    def __init__(self, compiled: BytecodeCache) -> None:
        self._compiled = compiled
        self._folders: list[Path] = []
        """All folders of the theme."""
        self._seen: object = None
        """What the list of copied files depends on, as it was when that was made."""
        self._copied: list[str] = []
        """The names of the files that MkDocs copies."""

    def take_over(self, theme: Theme) -> None:
        """Have each environment of the theme use what is known."""
        # on the instance: MkDocs asks the theme for an environment, and offers no event in place of that
        theme.get_env = partial(self._environment, theme, theme.get_env)  # type: ignore[method-assign]

    def _environment(self, theme: Theme, make: Callable[[], Environment]) -> Environment:
        env = make()
        env.bytecode_cache = self._compiled
        if type(env.loader) is FileSystemLoader:  # the folders of another one are not known
            listed = partial(self._listed, theme, env.loader.searchpath, env.list_templates)
            env.list_templates = listed  # type: ignore[method-assign]
        return env

    def _listed(
        self,
        theme: Theme,
        places: list[str],
        whole: Callable[..., list[str]],
        extensions: object = None,
        filter_func: Fits | None = None,
    ) -> list[str]:
        if filter_func is None or getattr(filter_func, "__qualname__", "") != COPIED:
            return whole(extensions, filter_func)
        named = (*places, *sorted(theme.static_templates))
        if self._seen != (named, _changed(self._folders)):
            self._folders = [Path(folder) for place in places for folder, _, _ in os.walk(place)]
            self._seen = named, _changed(self._folders)
            self._copied = whole(extensions, filter_func)
        return self._copied


def _changed(folders: list[Path]) -> list[int | None]:
    """When each folder was changed last, as it is by every file that comes, goes or has another name; None if it is gone."""
    return [folder.stat().st_mtime_ns if folder.is_dir() else None for folder in folders]
