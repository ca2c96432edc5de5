"""The record template: the package's own, or a project's."""

from functools import cache
from pathlib import Path
from typing import Any

from ..errors import UsageError
from . import escaping


# one for all records of a run: to compile it takes longer than to fill it in
@cache
def compiled(own: str | None) -> Any:
    """The compiled template: the project's own text, or the one of the package; raises UsageError."""
    from jinja2 import Environment, StrictUndefined, TemplateError

    # Markdown, not HTML: each filter says itself what has to be escaped
    environment = Environment(trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined, autoescape=False)
    environment.filters.update(flow=escaping.flow, scalar=escaping.scalar, title=escaping.title)
    try:
        return environment.from_string(own if own is not None else builtin_template())
    except TemplateError as error:
        raise UsageError(f"the record template, line {getattr(error, 'lineno', '?')}: {error}") from None


def builtin_template() -> str:
    """The template that the package carries."""
    return (Path(__file__).parent.parent / "templates" / "record.md.j2").read_text(encoding="utf-8")


def rendered(own: str | None, values: dict[str, Any]) -> str:
    """A record's text from the template, with the digest still open; raises UsageError."""
    from jinja2 import TemplateError

    try:
        return str(compiled(own).render(values, digest="DIGEST"))
    except TemplateError as error:
        raise UsageError(f"the record template fails: {error}; the built-in one shows what there is") from None
