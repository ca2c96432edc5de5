"""What of the log a preview makes when somebody asks for it, where no other plugin has to see all of it."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.utils import meta

from ...site.build import SiteBuild
from ...site.derived_pages import heads
from ..search import SiteSearch
from .lazy_pages import LazyPages, by_itself
from .on_demand import OnDemand

SEARCH, TAGS = "material/search", "material/tags"
"""Plugins that need not see every page: of the theme's search we make the index, and of a page's tags its front matter tells."""
PUBLISHED: Callable[[InclusionLevel], bool] = InclusionLevel.is_included
"""Which files can wait: of those that are in the preview alone MkDocs says so while it reads them."""


def lazy_log(
    demand: OnDemand, site: SiteBuild, ours: Mapping[str, str], search: SiteSearch, files: Files, nav: Navigation
) -> "LazyLog | None":
    """The log of a build that can wait; None where all of it has to be made at once. `ours` is as in `LazyLog`."""
    config = search.config
    known = {"adr-gen", *_tags(config), *([SEARCH] if search.fits(config.theme.get_env()) else ())}
    return LazyLog(demand, site, ours, search, files, nav) if demand.on and by_itself(config, known) else None


class LazyLog:
    """The pages and files of ours that wait in one build; `ours` are all, by their docs paths as published and as written."""

    def __init__(
        self,
        demand: OnDemand,
        site: SiteBuild,
        ours: Mapping[str, str],
        search: SiteSearch,
        files: Files,
        nav: Navigation,
    ) -> None:
        site.at_once = False
        self._demand, self._site, self._search, self._files = demand, site, search, files
        self._tags = _tags(search.config)
        self._in_nav = frozenset(map(id, nav.pages))
        self._heads = {page.path: page for page in heads(site.site)}
        self._ours = {file: ours[file.src_uri] for file in files if file.src_uri in ours and PUBLISHED(file.inclusion)}
        self._waiting = {file.src_uri: file for file, path in self._ours.items() if self._can_wait(file, path)}
        self._pages = LazyPages(search.config, files, nav)
        for file in self._waiting.values():
            if file.is_documentation_page():
                self._pages.add(file, self._front(ours[file.src_uri]))
            else:
                # on the instance: MkDocs copies all files at once
                file.copy_file = _nothing  # type: ignore[method-assign]

    def _can_wait(self, file: File, path: str) -> bool:
        """Whether nobody looks at all of it before it is asked for, as the navigation looks at its pages."""
        if path in self._site.records:
            return id(file.page) not in self._in_nav and self._site.can_wait(path)
        return path in self._heads or not file.is_documentation_page()

    def _front(self, path: str) -> dict[str, Any] | None:
        """The front matter of a page, as far as others look at it."""
        if path in self._heads:
            return _meta(self._heads[path].text)
        return _meta(self._site.front(path)) if self._tags else None

    def __contains__(self, name: str) -> bool:
        """Whether the page or file with a docs path waits."""
        return name in self._waiting

    @property
    def all_pages(self) -> Sequence[File]:
        """The files of all pages of the site, which a template may look through."""
        return self._pages.all

    def tell_tags(self) -> None:
        """All other pages are read: the theme's lists of tags have those that wait too."""
        config = self._search.config
        for file in self._waiting.values():
            if self._tags and file.page and file.is_documentation_page():
                for plugin in self._tags.values():
                    plugin.on_page_markdown("", page=file.page, config=config, files=self._files)

    def await_readers(self, env: Environment) -> None:
        """All other pages are read: what waits is made with `env`."""
        self._pages.env = env
        for file in self._waiting.values():
            make = self._pages.make if file.is_documentation_page() else self._write
            self._demand.put(file.dest_uri, partial(make, file))

    def await_searches(self) -> None:
        """The theme's search has written what it knows, which is not all."""
        if self._search.ours:
            self._search.take_back()
            self._demand.put("search/", self._write_index)

    def _write(self, file: File) -> None:
        file.content_bytes = self._site.derived_page(self._ours[file]).text.encode()
        File.copy_file(file)

    def _write_index(self) -> None:
        derived = ((file.page, path) for file, path in self._ours.items() if path in self._heads)
        self._search.overviews = {page.url: self._heads[path] for page, path in derived if page}
        self._search.write(self._site.search)


def _tags(config: MkDocsConfig) -> dict[str, Any]:
    """The theme's plugins for tags, which a site may have several of."""
    return {name: plugin for name, plugin in config.plugins.items() if name.partition(" #")[0] == TAGS}


def _meta(front: str) -> dict[str, Any]:
    """Front matter as MkDocs reads it."""
    return meta.get_data(f"{front.rstrip()}\n")[1]


def _nothing(dirty: bool = False) -> None:
    pass
