"""Pages of ours while they wait for the last one: MkDocs holds all pages of a site to the end, and theirs are many.

Whoever reads a page's `markdown` or `content` finds its words; packed, they take a quarter of the memory.
"""

from collections.abc import Mapping
from functools import cache
from types import new_class
from typing import Any, cast

from mkdocs.structure.pages import Page as MkDocsPage

from ..site.record.body.raw_blocks import pack, unpack


class _PackedText:
    """An attribute with a long text, which may be packed."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, page: Any, owner: type | None = None) -> str | None:
        if self._name not in vars(page):  # a page that is to be read again
            raise AttributeError(self._name)
        held = vars(page)[self._name]
        return unpack(held) if isinstance(held, bytes) else held

    def __set__(self, page: Any, text: str | None) -> None:
        page.__dict__[self._name] = text

    def pack(self, page: Any, known: Mapping[str, str | bytes]) -> None:
        """Pack the text until it is set again; what is `known` waits as it came."""
        if isinstance(text := page.__dict__.get(self._name), str):
            page.__dict__[self._name] = known.get(text) or pack(text)


class PackedPage:
    """A page of MkDocs, or of another plugin, whose words may be packed."""

    title: str | None
    markdown = _PackedText()
    content = _PackedText()

    def pack(self, known: Mapping[str, str | bytes]) -> None:
        """Pack the words: the page is read, and its turn to be written is later. `known` are texts as they came, packed or not."""
        self.title = self.title  # MkDocs looks at the words for it, each time that any page names it
        for name in ("markdown", "content"):
            vars(PackedPage)[name].pack(self, known)


# plugins may bring page classes of their own: one packed class for each
@cache
def _kind(kind: type[MkDocsPage]) -> type[MkDocsPage]:
    return new_class(kind.__name__, (PackedPage, kind))


def packable(page: MkDocsPage) -> PackedPage:
    """The same page, as one that can wait."""
    if not isinstance(page, PackedPage):
        # other plugins hold the very object, so it cannot be wrapped in another one
        page.__class__ = _kind(type(page))
    return cast("PackedPage", page)
