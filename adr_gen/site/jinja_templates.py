"""The markup of what is shown: Jinja templates in which every value is escaped, the package's or a project's own."""

from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PackageLoader, StrictUndefined, TemplateError
from markupsafe import Markup

from ..errors import UsageError
from .html_escaping import safe
from .theme.compiled_templates import CompiledTemplates

# each build of a preview makes its environment anew, and compiling takes longer than filling in
_COMPILED = CompiledTemplates()
_PACKAGE = PackageLoader("adr_gen.site")


class SiteTemplates:
    """The templates of one site: a file in the project's own `folder` takes the place of the package's of that name."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    @cached_property
    def _environment(self) -> Environment:
        own = [FileSystemLoader(self._folder)] if self._folder else []
        return Environment(
            loader=ChoiceLoader([*own, _PACKAGE]),
            bytecode_cache=_COMPILED,
            autoescape=True,
            auto_reload=False,
            finalize=_escaped,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
        )

    def compile(self) -> None:
        """Compile the package's templates before they are asked for."""
        for name in _PACKAGE.list_templates():
            with suppress(TemplateError):  # a project's own may fail, and says so when it is asked for
                self._environment.get_template(name)

    def html(self, name: str, **values: Any) -> Markup:
        """The template `NAME.html.j2`, filled in, as one line; raises UsageError if it cannot be."""
        try:
            text = self._environment.get_template(f"{name}.html.j2").render(values)
        except TemplateError as error:
            raise UsageError(f"the site's template {name}.html.j2 fails: {error}") from None
        # one line: Python-Markdown ends a raw block at an empty one
        return Markup(" ".join(text.split()))


def _escaped(value: Any) -> Any:
    """A value as HTML that no extension of the site's Markdown acts on; None is nothing."""
    if value is None:
        return ""
    return value if hasattr(value, "__html__") else Markup(safe(str(value)))
