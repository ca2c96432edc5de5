"""Search of the site while it is built: where it is ours, records are in its index by their heads, and in pieces by their words."""

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from ..site.page import Page
from ..site.search import INDEX, WORKER, Search, fits, with_worker, worker
from .settings import stock_search


class SiteSearch:
    """The search of one build."""

    def __init__(self, config: MkDocsConfig) -> None:
        self.config = config
        self.ours = False
        """Whether our worker answers; before the theme's templates are known, it is not told."""
        self.overviews: dict[str, Page] = {}
        """Each page made from the whole log, by its address."""

    def take_over(self, files: Files, env: Any) -> None:
        """Put our worker beside the theme's, if that is one we know."""
        self.ours = stock_search(self.config) is not None and fits(env.loader.get_source(env, "base.html")[0])
        if self.ours:
            files.append(File.generated(self.config, WORKER, content=worker()))

    def asked(self, output: str) -> str:
        """A finished page whose search asks our worker, where there is one."""
        return with_worker(output) if self.ours else output

    def add_heads(self, search: Search) -> None:
        """Add the heads of the records to what the theme's search writes."""
        stock_search(self.config).search_index.entries.extend(search.heads(self.overviews))

    def add_words(self, search: Search) -> None:
        """Add the words of the records whose heads nobody took out."""
        site = Path(self.config.site_dir)
        if (site / INDEX).is_file():
            for path, text in search.files((site / INDEX).read_text("utf-8")):
                (site / path).parent.mkdir(exist_ok=True)
                (site / path).write_text(text, encoding="utf-8", newline="\n")
