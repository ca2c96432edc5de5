"""The rendering of pages of ours: MkDocs would make all of their Markdown anew for a few headings."""

from collections.abc import Callable
from functools import partial

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from ..site.page import Page
from ..site.record.body.raw_blocks import anchors, seal, unpack, unseal
from ..site.record.body.site_markdown import Converter, SiteMarkdown
from ..site.record.record_page import RecordPage
from .packed_pages import PackedPage, packable

Render = Callable[[MkDocsConfig, Files], None]


class PageRendering:
    """The pages of ours that one build renders, one after the other."""

    def __init__(self, config: MkDocsConfig) -> None:
        self.converter = Converter(SiteMarkdown(config.markdown_extensions, config.mdx_configs))
        self._source = ""
        """The text of the page that is being read, unless it is for the site's own Markdown."""
        self._filled: RecordPage | None = None
        """That page, if it is a record's."""
        self._kept: dict[str, str | bytes] = {}
        """Its words as they came, packed or not."""
        self._last: PackedPage | None = None
        """The page that was read last."""

    def take_over(self, page: MkDocsPage) -> None:
        """Render the page instead of MkDocs, and let the one before it wait."""
        # on the instance: MkDocs calls `page.render` of each page, and offers no event in its place
        page.render = partial(self._render, page, page.render)  # type: ignore[method-assign]
        if self._last:
            self._last.pack(self._kept)
        self._last, self._kept = packable(page), {}

    def derived(self, page: Page) -> str:
        """The text of a page that is made from the whole log, whose turn it is."""
        self._source, self._filled = page.text, None
        return page.text

    def record(self, page: RecordPage) -> str:
        """The text of a record's page, whose turn it is."""
        self._filled, body = page, unpack(page.body)
        self._kept[body] = page.body
        self._source = "" if page.as_written else body
        return page.front + body

    def _render(self, page: MkDocsPage, whole: Render, config: MkDocsConfig, files: Files) -> None:
        """Fill in what rendering the `whole` page would, unless another plugin changed its text since it was read."""
        text = page.markdown or ""
        # MkDocs takes front matter off in front, so an unchanged page is the end of what was read
        if not self._source or not self._source.rstrip().endswith(text.rstrip()):
            return whole(config, files)
        known = self._filled
        if known and known.html is not None and text == self._source:
            page.content, page.toc, page.present_anchor_ids = (
                unpack(known.html),
                get_toc(known.toc),
                {*known.anchors},
            )
            self._kept[page.content] = known.html
            return
        marked, blocks = seal(text)
        outline = self.converter.outline(marked)
        page.content, page.toc = unseal(outline.html, blocks), get_toc(outline.toc)
        page.present_anchor_ids = anchors(page.content)
