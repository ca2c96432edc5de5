"""What of the log is made after all other pages are read, where no other plugin has to see all of it.

A build makes it on all cores, each of which writes what it makes; a preview when somebody asks for it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.utils import meta

from ..parallel import parallel_map_forked
from ..site.build import SiteBuild
from ..site.derived_pages import heads, maker_of
from ..site.page import Page
from ..site.search_index import Search
from .lazy_pages import LazyPages, by_itself
from .preview.on_demand import OnDemand
from .site_search import SiteSearch

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
    return LazyLog(demand, site, ours, search, files, nav) if demand.fit and by_itself(config, known) else None


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
        self._demand, self._site, self._search, self._files = demand, site, search, files
        self._tags = _tags(search.config)
        self._in_nav = frozenset(map(id, nav.pages))
        self._ours = {file: ours[file.src_uri] for file in files if file.src_uri in ours and PUBLISHED(file.inclusion)}
        self._waiting = {file.src_uri: file for file, path in self._ours.items() if self._can_wait(file, path)}
        site.later = frozenset(self._ours[file] for file in self._waiting.values())
        self._pages = LazyPages(search.config, files, nav)
        self._coming: Iterator[Search | None] = iter(())
        for file in self._waiting.values():
            if file.is_documentation_page():
                self._pages.add(file, partial(self._front, ours[file.src_uri]))
            else:
                # on the instance: MkDocs copies all files at once
                file.copy_file = _nothing  # type: ignore[method-assign]

    def _can_wait(self, file: File, path: str) -> bool:
        """Whether nobody looks at all of it before it is asked for, as the navigation looks at its pages."""
        return path not in self._site.records or (id(file.page) not in self._in_nav and self._site.can_wait(path))

    @cached_property
    def _heads(self) -> dict[str, Page]:
        return {page.path: page for page in heads(self._site.site)}

    def _front(self, path: str) -> dict[str, Any]:
        """The front matter of a page, as MkDocs reads it."""
        front = self._heads[path].text if path in self._heads else self._site.front(path)
        return meta.get_data(f"{front.rstrip()}\n")[1]

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
        if not self._demand.on:
            derived, records = self._groups()
            # a record first: no other page needs as many templates, which are compiled once then
            self._coming = parallel_map_forked(self._make_all, records[:1], derived, records[1:])
            return
        for file in self._waiting.values():
            self._demand.put(file.dest_uri, partial(self._make, file))

    def _groups(self) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
        """What is made together from the whole log, by docs paths, and the index for search, which has none; and each record."""
        together: dict[int, list[str]] = {}
        for file, path in self._ours.items():
            if file.src_uri in self and path not in self._site.records:
                together.setdefault(maker_of(path), []).append(file.src_uri)
        derived = [*map(tuple, together.values()), *([()] if self._search.ours else [])]
        waiting = (name for name, file in self._waiting.items() if self._ours[file] in self._site.records)
        return derived, [(name,) for name in waiting]

    def _make_all(self, names: tuple[str, ...]) -> Search | None:
        for name in names:
            self._make(self._waiting[name])
        return None if names else self._site.search

    def _make(self, file: File) -> None:
        """Write a page or file."""
        if file.is_documentation_page():
            self._pages.make(file)
        else:
            file.content_bytes = self._site.derived_page(self._ours[file]).text.encode()
            File.copy_file(file)

    def await_writers(self) -> None:
        """All other pages are written: now all of the log is, or will be once it is asked for."""
        for made in self._coming:
            if made:
                self._search.overviews = self._overviews()
                self._search.add_heads(made)
                self._site.search = made

    def await_searches(self) -> None:
        """The theme's search has written what it knows, which is not all."""
        if self._search.ours:
            self._search.take_back()
            self._demand.put("search/", self._write_index)

    def _write_index(self) -> None:
        self._search.overviews = self._overviews()
        self._search.write(self._site.search)

    def _overviews(self) -> dict[str, Page]:
        derived = ((file.page, path) for file, path in self._ours.items() if path in self._heads)
        return {page.url: self._heads[path] for page, path in derived if page}


def _tags(config: MkDocsConfig) -> dict[str, Any]:
    """The theme's plugins for tags, which a site may have several of."""
    return {name: plugin for name, plugin in config.plugins.items() if name.partition(" #")[0] == TAGS}


def _nothing(dirty: bool = False) -> None:
    pass
