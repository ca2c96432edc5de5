"""The theme's templates and files in a preview: what is known of those that did not change is kept from build to build."""

from collections.abc import Callable
from functools import partial

from jinja2 import BytecodeCache, Environment
from mkdocs.structure.files import Files
from mkdocs.theme import Theme

Fits = Callable[[str], bool]
COPIED = f"{Files.add_files_from_theme.__qualname__}.<locals>.filter"
"""The name of the function by which MkDocs chooses the files that it copies: by their names, and those of static templates."""


class ThemeFiles:
    """What is known of the files of a theme, which may have thousands."""

    def __init__(self, compiled: BytecodeCache) -> None:
        self._compiled = compiled
        self._static: frozenset[str] = frozenset()
        """The names of static templates."""
        self._copied: dict[str, bool] = {}
        """Whether MkDocs copies a file, by its name."""

    def take_over(self, theme: Theme) -> None:
        """Have each environment of the theme use what is known."""
        # on the instance: MkDocs asks the theme for an environment, and offers no event in place of that
        theme.get_env = partial(self._environment, theme, theme.get_env)  # type: ignore[method-assign]

    def _environment(self, theme: Theme, make: Callable[[], Environment]) -> Environment:
        env = make()
        env.bytecode_cache = self._compiled
        env.list_templates = partial(self._listed, theme, env.list_templates)  # type: ignore[method-assign]
        return env

    def _listed(
        self, theme: Theme, whole: Callable[..., list[str]], extensions: object = None, filter_func: Fits | None = None
    ) -> list[str]:
        if filter_func is None or getattr(filter_func, "__qualname__", "") != COPIED:
            return whole(extensions, filter_func)
        if theme.static_templates != self._static:
            self._static, self._copied = frozenset(theme.static_templates), {}
        return whole(extensions, partial(self._is_copied, filter_func))

    def _is_copied(self, fits: Fits, name: str) -> bool:
        if name not in self._copied:
            self._copied[name] = fits(name)
        return self._copied[name]
