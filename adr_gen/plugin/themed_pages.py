"""Pages of a preview as the theme made them in an earlier build, shown again while nothing that they are made from changes."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as MkDocsPage

from ..site.preview_cache import PreviewCache
from ..site.record.raw_blocks import pack, unpack
from ..site.theme_cache import CACHED_PAGE, CACHED_TEMPLATE, digest, frame


class ThemedPages:
    """The themed pages of one build."""

    def __init__(self, cache: PreviewCache) -> None:
        self.cache = cache
        self.frame = ""
        """What the theme puts around every page."""
        self.digest = ""
        """What the theme makes the current page from, if its page may be kept and is not known yet."""

    def recall(self, context: Any, page: MkDocsPage, config: MkDocsConfig, nav: Any) -> None:
        """Give the template the page as it was made before, if that is known."""
        self.digest = ""
        # the templates of a site's own folder may show anything
        if page.meta.get("template") == CACHED_TEMPLATE and not config.theme.custom_dir:
            self.frame = self.frame or frame(config, nav)
            framed = digest(page, context, self.frame)
            if known := self.cache.pages.get(page.file.src_uri, framed):
                context[CACHED_PAGE] = unpack(known)
            else:
                self.digest = framed

    def keep(self, page: MkDocsPage, output: str) -> None:
        """Keep what the theme made of the current page, if it was not known."""
        if self.digest:
            self.cache.pages.put(page.file.src_uri, self.digest, pack(output))
