"""Pages that are read and made when somebody looks at them or asks for them: MkDocs reads and makes all pages of a site."""

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cache, cached_property, partial
from types import new_class
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import weak_property

LOOKS = ("pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "post_page", "post_build")
"""Events of plugins that see every page, or what came of all of them."""
Inclusion = Callable[[InclusionLevel], bool]
"""Which files a build has: that of a preview has drafts too."""
WORDS = ("markdown", "content", "toc")
"""Of what MkDocs fills in by reading a page, what takes memory."""
UNREAD: dict[str, Any] = {"markdown": None, "content": None, "toc": (), "meta": {}, "_title_from_render": None}
"""What MkDocs fills in by reading a page, as it is before."""


def by_itself(config: MkDocsConfig, known: Collection[str]) -> bool:
    """Whether no plugin or hook beside those that are `known` has to see every page of a build."""
    others = (plugin for name, plugin in config.plugins.items() if name not in known)
    return not any(hasattr(plugin, f"on_{event}") for plugin in others for event in LOOKS)


class LazyPage:
    """A page of MkDocs that is read when somebody looks at what only its words tell."""

    def __getattr__(self, name: str) -> Any:
        if name not in UNREAD:
            raise AttributeError(name)
        if name == "meta":
            vars(self)["meta"] = front = vars(self)["_adr_gen_front"]()
            return front
        return getattr(self.read(), name)

    @weak_property
    def title(self) -> Any:
        """The title, from the front matter."""
        return self.meta["title"]

    @property
    def present_anchor_ids(self) -> Any:
        """What a link can lead to."""
        return self.read().present_anchor_ids

    def read(self) -> Any:
        """The same page, which is read now."""
        read: Callable[[], None] = vars(self).pop("_adr_gen_read")
        read()
        return self


# plugins may bring page classes of their own: one lazy class for each
@cache
def _kind(kind: type[Page]) -> type[Page]:
    return new_class(kind.__name__, (LazyPage, kind))


class LazyPages:
    """The pages of one build that are lazy."""

    def __init__(self, config: MkDocsConfig, files: Files, nav: Navigation) -> None:
        self._config, self._files, self._nav = config, files, nav
        self._listed, self._names = files.documentation_pages, set[str]()
        self._shown: Inclusion = InclusionLevel.is_included
        self.env: Environment | None = None
        """What they are made with, once all others are read."""
        # on the instance: MkDocs goes by this list alone, and has no event in which it could be told to leave a page
        files.documentation_pages = self._others  # type: ignore[method-assign]

    def add(self, file: File, front: Callable[[], dict[str, Any]]) -> None:
        """Make the page of a file lazy; `front` tells its front matter."""
        self._names.add(file.src_uri)
        page = file.page or Page(None, file, self._config)
        vars(page)["_adr_gen_front"] = front
        self._leave(page, UNREAD)

    def _leave(self, page: Page, names: Iterable[str]) -> None:
        """Have a page read when somebody looks at what these names of it tell."""
        for name in names:
            vars(page).pop(name, None)
        vars(page)["_adr_gen_read"] = partial(self._read, page, type(page))
        # other pages and plugins hold the very object, so it cannot be another one
        page.__class__ = _kind(type(page))

    @cached_property
    def all(self) -> Sequence[File]:
        """The files of all pages of the site, lazy or not; to be asked for once all others are read."""
        return self._listed(inclusion=self._shown)

    def make(self, file: File) -> None:
        """Write the page of a file."""
        page = file.page
        assert page is not None
        assert self.env is not None
        if isinstance(page, LazyPage):
            page.read()
        _build_page(page, self._config, self.all, self._nav, self.env)
        # a template may still look at its words, and those of thousands of pages would be held for it
        self._leave(page, WORDS)

    def _others(self, *, inclusion: Inclusion | None = None) -> Sequence[File]:
        # MkDocs names what it wants when it reads pages, and when it makes them
        if inclusion is None:
            return self._listed()
        self._shown = inclusion
        return [file for file in self._listed(inclusion=inclusion) if file.src_uri not in self._names]

    def _read(self, page: Page, kind: type[Page]) -> None:
        """Have MkDocs read a page as it reads all others."""
        # back to its own class first: reading sets what the lazy one makes up
        page.__class__ = kind
        vars(page).update(UNREAD, toc=[], meta={})
        _populate_page(page, self._config, self._files)
