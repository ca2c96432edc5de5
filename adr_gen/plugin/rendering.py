"""The rendering of pages of ours: MkDocs would make all of their Markdown anew for a few headings."""

from collections.abc import Callable
from functools import partial

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from ..site.record.converter import Converter, Outline, SiteMarkdown
from ..site.record.raw_blocks import anchors, seal, unseal
from .packed_pages import PackedPage, packable

Render = Callable[[MkDocsConfig, Files], None]


class PageRendering:
    """The pages of ours that one build renders, one after the other."""

    def __init__(self, config: MkDocsConfig) -> None:
        self.converter = Converter(SiteMarkdown(config.markdown_extensions, config.mdx_configs))
        self.source = ""
        """The text of the page that is being read, unless it is for the site's own Markdown."""
        self.outline: Outline | None = None
        """The outline of that page, if it is known."""
        self.last: PackedPage | None = None
        """The page that was read last."""

    def take_over(self, page: MkDocsPage) -> None:
        """Render the page instead of MkDocs, and let the one before it wait."""
        # on the instance: MkDocs calls `page.render` of each page, and offers no event in its place
        page.render = partial(self._render, page, page.render)  # type: ignore[method-assign]
        if self.last:
            self.last.pack()
        self.last = packable(page)

    def _render(self, page: MkDocsPage, whole: Render, config: MkDocsConfig, files: Files) -> None:
        """Fill in what rendering the `whole` page would, unless another plugin changed its text since it was read."""
        text = page.markdown or ""
        # MkDocs takes front matter off in front, so an unchanged page is the end of what was read
        if not self.source or not self.source.rstrip().endswith(text.rstrip()):
            return whole(config, files)
        marked, blocks = seal(text)
        known = self.outline
        outline = known if known and known.marked.strip() == marked.strip() else self.converter.outline(marked)
        page.content, page.toc = unseal(outline.html, blocks), get_toc(outline.toc)
        page.present_anchor_ids = anchors(page.content)
