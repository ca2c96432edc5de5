"""Diagrams and formulas: shown as the site's own Markdown shows them, where it does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from markdown import Extension, Markdown

Around = tuple[str, str]
"""HTML before and after the source, which is shown as text."""
FENCES = ("mermaid", "math")
"""Fences that GitHub shows as a picture."""
_SOURCE = "adrgensource"
_FORMULA: Around = ('<span class="arithmatex">\\(', "\\)</span>")
_DISPLAYED: Around = ('<div class="arithmatex">\\[', "\\]</div>")
"""For sites whose formulas are scripts, which no record may have: what MathJax and KaTeX look for by themselves."""


@dataclass(frozen=True)
class Notation:
    """What stands around each; nothing: it is code, or text."""

    fences: tuple[tuple[str, Around], ...] = ()
    """By the name of the fence."""
    formula: Around | None = None
    """Of a formula in a line, `$a$`."""
    displayed: Around | None = None
    """Of a formula on lines of its own, `$$a$$`."""

    @property
    def formulas(self) -> bool:
        """Whether dollars mean formulas."""
        return bool(self.formula or self.displayed)

    def fence(self, code: str, info: str) -> str | None:
        """A fence as the site shows it; None if that is as code."""
        around = dict(self.fences).get(info.split()[0].lower()) if info.strip() else None
        return notation_html(code, around) if around else None


PLAIN = Notation()


def notation_html(source: str, around: Around) -> str:
    """A source as HTML."""
    return f"{around[0]}{escape(source, quote=False)}{around[1]}"


def notation(extensions: Sequence[str | Extension], configs: Mapping[str, dict[str, Any]]) -> Notation:
    """What a site's Markdown makes of a sample of each."""
    fences = [fence.get("name") for fence in configs.get("pymdownx.superfences", {}).get("custom_fences") or ()]
    named = [name for name in FENCES if name in fences and "pymdownx.superfences" in extensions]
    formulas = "pymdownx.arithmatex" in extensions
    if not named and not formulas:
        return PLAIN
    engine = Markdown(extensions=extensions, extension_configs=configs)

    def made(sample: str) -> str:
        return engine.reset().convert(sample).removeprefix("<p>").removesuffix("</p>")

    shapes = [(name, _around(made(f"```{name}\n{_SOURCE}\n```"))) for name in named]
    fenced = tuple((name, around) for name, around in shapes if around)
    if not formulas:
        return Notation(fenced)
    formula, displayed = made(f"${_SOURCE}$"), made(f"$$\n{_SOURCE}\n$$")
    return Notation(fenced, _formula(formula, _FORMULA), _formula(displayed, _DISPLAYED))


def _around(html: str) -> Around | None:
    """What stands around the source in a sample; None where that is not once."""
    before, source, after = html.partition(_SOURCE)
    return (before, after.lstrip("\n")) if source and _SOURCE not in after else None


def _formula(html: str, otherwise: Around) -> Around | None:
    """What the site puts around a formula; None where its dollars mean none."""
    if "<script" in html:
        # arithmatex in its old form writes a script of its own type, which the sanitiser takes out
        return otherwise
    return None if "$" in html else _around(html)
