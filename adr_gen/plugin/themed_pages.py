"""Pages of ours as the theme makes them: it is asked for a few, and what it puts around these is put around the others."""

from collections.abc import Callable, Collection, Mapping
from functools import partial
from typing import Any

from jinja2 import Environment, Template, TemplateNotFound
from mkdocs.structure.pages import Page

from ..site.theme.frame import TAGS, Frame, Render, frame
from ..site.theme.probes import UnfitTemplate

MOST = 20
"""Frames that are tried on a page; where there are more, the theme shows something that is different on each page."""
APART = frozenset({"page", "pages", "nav", "config", "build_date_utc", TAGS})
"""What every template gets, and is the same on all pages or looked at by itself."""
PARTS = ("toc", "footer", "actions", TAGS)
"""Parts of the theme's pages that show more than texts of the page, and have a template of their own."""


class ThemedPages:
    """The themed pages of one build."""

    def __init__(self) -> None:
        self._frames: list[Frame] = []
        self._most = MOST
        self._parts: dict[str, Render] = {}
        self._in_nav: frozenset[int] = frozenset()
        self._settings = ""
        self._handed: dict[str, Any] = {}
        """What the theme's base template hands to its parts, and the settings that it is made from."""

    def take_over(self, env: Environment, ours: Collection[str]) -> None:
        """Make pages by their frames that are among `ours`, the docs paths of our pages, where the theme is one that we know."""
        try:
            parts = {name: env.get_template(f"partials/{name}.html") for name in PARTS}
            self._words, template = env.get_template("partials/language.html"), env.get_template("main.html")
        except TemplateNotFound:
            return
        self._parts = {name: partial(self._part, part) for name, part in parts.items()}
        env.auto_reload = (
            False  # no file of a theme changes while pages are made, and each of them is asked for its parts
        )
        # on the instance: MkDocs renders each page with it, and offers no event in place of that
        template.render = partial(self._render, template.render, ours)  # type: ignore[method-assign]

    def _render(self, whole: Callable[..., str], ours: Collection[str], *args: Any, **named: Any) -> str:
        """The page that Jinja would render."""
        context = dict(*args, **named)
        page = context.get("page")
        if not self._most or page is None or page.file.src_uri not in ours or self._is_in_nav(page, context["nav"]):
            return whole(context)
        given = {name: value for name, value in context.items() if name not in APART} | _settings(context["config"])
        self._hand(given["settings"], context["config"])
        for one in self._frames:
            if one.fits(page, given, context.get(TAGS)):
                return one.filled(context, self._parts)
        output = whole(context)
        self._add(context, given, whole, output)
        return output

    def _add(self, context: dict[str, Any], given: dict[str, Any], whole: Render, output: str) -> None:
        """Make a frame of a page; none any more where it does not come out as the whole page did."""
        self._most -= 1
        try:
            made = frame(context, given, whole, self._parts)
        except UnfitTemplate:
            self._most = 0
            return
        self._frames.append(made)
        if not made.fits(context["page"], given, context.get(TAGS)) or made.filled(context, self._parts) != output:
            self._most = 0

    def _part(self, template: Template, context: Mapping[str, Any]) -> str:
        """A part of a page, with what the theme's base template hands to it."""
        return template.render({**context, **self._handed})

    def _hand(self, settings: str, config: Any) -> None:
        """Make what the base template hands to parts: the same for all pages with the same settings."""
        if settings != self._settings:
            lang, features = self._words.make_module({"config": config}), config.theme.get("features") or []
            self._settings, self._handed = settings, {"lang": lang, "features": features}

    def _is_in_nav(self, page: Page, nav: Any) -> bool:
        self._in_nav = self._in_nav or frozenset(map(id, nav.pages))
        return id(page) in self._in_nav


def _settings(config: Any) -> dict[str, str]:
    """What plugins may change from page to page."""
    return {"settings": repr((config.site_name, config.copyright, config.extra, dict(config.theme)))}
