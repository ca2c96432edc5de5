"""Search of the site while it is built: where it is ours, records are in its index by their heads, and in pieces by their words."""

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from ..site.page import Page
from ..site.record.body.raw_blocks import without_colours
from ..site.record.placeholders import search_text
from ..site.search_index import INDEX, WORKER, Search, fits, with_worker, worker
from ..site.site_context import SiteContext
from .plugin_options import stock_search


class SiteSearch:
    """The search of one build."""

    def __init__(self, config: MkDocsConfig) -> None:
        self.config = config
        self.ours = False
        """Whether our worker answers; before the theme's templates are known, it is not told."""
        self.overviews: dict[str, Page] = {}
        """Each page made from the whole log, by its address."""

    def fits(self, env: Any) -> bool:
        """Whether the theme's search is one that our worker can stand before."""
        return stock_search(self.config) is not None and fits(env.loader.get_source(env, "base.html")[0])

    def take_over(self, files: Files, env: Any) -> None:
        """Put our worker beside the theme's, if that is one we know."""
        self.ours = self.fits(env)
        if self.ours:
            files.append(File.generated(self.config, WORKER, content=worker()))

    def read_by_theme(self, site: SiteContext, record: str | None, whole: str) -> str:
        """A page of ours, perhaps of a record, as the theme's search reads it: without what only decorates it.

        That is the colours of code, which are most of a page's tags, and what the header card and the standing repeat.
        """
        if record and self.ours:
            return whole
        plain = without_colours(whole)
        return search_text(site, record, plain) if record else plain

    def asked(self, output: str) -> str:
        """A finished page whose search asks our worker, where there is one."""
        return with_worker(output) if self.ours else output

    def add_heads(self, search: Search) -> None:
        """Add the heads of the records to what the theme's search writes."""
        stock_search(self.config).search_index.entries.extend(search.heads(self.overviews))

    def take_back(self) -> None:
        """Take back what the theme's search has written."""
        (Path(self.config.site_dir) / INDEX).unlink(missing_ok=True)

    def write(self, search: Search) -> None:
        """Write the whole index, some time after a build."""
        self.add_heads(search)
        # the theme's search writes its index in this event and nowhere else
        stock_search(self.config).on_post_build(config=self.config)
        self.add_words(search)

    def add_words(self, search: Search) -> None:
        """Add the words of the records whose heads nobody took out."""
        site = Path(self.config.site_dir)
        if (site / INDEX).is_file():
            for path, text in search.files((site / INDEX).read_text("utf-8")):
                (site / path).parent.mkdir(exist_ok=True)
                (site / path).write_text(text, encoding="utf-8", newline="\n")
