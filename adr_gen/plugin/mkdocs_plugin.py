"""The events of a build or preview, in MkDocs' order, and what the plugin does at each."""

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import TableOfContents

from ..codes import CODES
from ..counts import count
from ..site.derived_pages import SCRIPT, STYLE
from ..site.fragments import markers
from ..site.pages import tags
from ..site.postprocess import finished
from ..site.urls import address
from .build_errors import plugin_errors
from .build_start import add_media, begin, project_of, record_pages, watch
from .docs_folder import unknown_theme_parts
from .lazy_log import LazyLog, lazy_log
from .moved_page_links import led_back
from .navigation import ADDED, SECTION, in_footer, in_order, leave_out, section
from .page_rendering import PageRendering
from .plugin_options import settings_text
from .preview.output_cache import put_back, unchanged
from .preview.serve_session import Previewing
from .site_search import SiteSearch
from .themed_pages import ThemedPages

log = get_plugin_logger("adr-gen")


class AdrGenPlugin(Previewing):
    """Publishes the decision log."""

    @plugin_errors()
    def _load(self, config: MkDocsConfig) -> MkDocsConfig | None:
        """Load the project, and add the stylesheet and the script."""
        self.ours: dict[str, str] = {}
        """Docs path as written, and as published, of each page of ours."""
        self.lazy_log: LazyLog | None = None
        self.rendering = PageRendering(config)
        self.themed = ThemedPages()
        self.search = SiteSearch(config)
        if not self.config.enabled:
            return None
        self.cache.renew(settings_text(config))
        self.cache.begin()
        self.project = project_of(config, self.config.project)
        if STYLE not in config.extra_css:  # a plugin for languages builds several times with one configuration
            config.extra_css = [*config.extra_css, STYLE]
            config.extra_javascript = [*config.extra_javascript, SCRIPT]
        return config

    on_config = CombinedEvent(Previewing._begin, _load)

    # after plugins that add, move or take out files
    @event_priority(-50)
    @plugin_errors()
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files | None:
        """Take research, records and reviews out, and put the log's pages in; a page of the user's own wins."""
        if not self.config.enabled:
            return None
        self.site, pages = begin(self.project, files, config, self.cache)
        leave_out(pages, self.site.records, self.project.settings.nav_records, config.nav)
        for path, file in pages.items():
            if file.src_uri not in files.src_uris:
                files.append(file)
                self.ours[file.src_uri] = path
        if config.nav and self.config.nav_section and (added := section(config.nav, self.ours)):
            config.nav = [*config.nav, added]
            log.info(ADDED, SECTION)
        return files

    # after plugins that change the navigation: a page that it leads to cannot wait
    @event_priority(-100)
    @plugin_errors()
    def _after_others_in_nav(self, nav: Any, *, config: MkDocsConfig, files: Files) -> None:
        """Leave what has to be made to the end, or to a preview's readers, as far as that can wait."""
        if self.config.enabled:
            self.lazy_log = lazy_log(self.demand, self.site, self.ours, self.search, files, nav)

    on_nav = CombinedEvent(staticmethod(in_order), _after_others_in_nav)

    def on_pre_page(self, page: MkDocsPage, *, config: MkDocsConfig, files: Files) -> MkDocsPage:
        """Have a page of ours rendered by us."""
        if page.file.src_uri in self.ours:
            self.rendering.take_over(page)
        return page

    @plugin_errors()
    def on_page_read_source(self, *, page: MkDocsPage, config: MkDocsConfig) -> str | None:
        """The text of a page of ours: headings, and raw HTML that the site's Markdown never sees."""
        name = page.file.src_uri
        path = self.ours.get(name)
        if path is None:
            return None
        if path in self.site.records:
            return self.rendering.record(self.site.filled(path))
        self.search.overviews[page.url] = made = self.site.derived_page(path)
        return self.rendering.derived(made)

    @plugin_errors()
    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str | None:
        """Put pieces of the log in place of the markers on a page of the user's own."""
        if not self.config.enabled or page.file.src_uri in self.ours or not markers.marked(markdown):
            return None
        text, wrong = markers.expanded(self.site.site, markdown, page.url)
        for _, message in wrong:
            self._say(f"{page.file.src_uri}: {message}")
        return text

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str | None:
        """Lead the links of a page that another plugin moved to where they led."""
        path = self.ours.get(page.file.src_uri)
        return led_back(html, address(path, config.use_directory_urls), page.url, files) if path else None

    # Material fills its lists of tags at 100
    @event_priority(101)
    def _before_tags(self, env: Any, **_: Any) -> None:
        """Tell the theme's lists of tags of what waits."""
        if self.lazy_log:
            self.lazy_log.tell_tags()

    @plugin_errors()
    def _after_readers(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:
        """All records are read: fill what is made from the whole log, and say what is wrong."""
        if not self.config.enabled:
            return
        at_once = {name: path for name, path in self.ours.items() if not (self.lazy_log and name in self.lazy_log)}
        for name, path in at_once.items():
            file = files.get_file_from_path(name)
            if file is not None and not path.endswith(".md"):
                file.content_bytes = self.site.derived_page(path).text.encode()
        if self.cache.on:
            if self.server:
                watch(self.server, self.project, config)
            ours = (file for file in files if file.src_uri in at_once and not file.inclusion.is_excluded())
            put_back(Path(config.site_dir), (file.dest_uri for file in ours))
        # a preview makes few pages of a kind
        self.themed.take_over(env, at_once if self.demand.on else self.ours)
        self.search.take_over(files, env)
        for name, path in at_once.items():
            for key, named in unknown_theme_parts(files.get_file_from_path(name), env):
                self._say(f"{self.site.records.get(path)}: the theme has no {key} {named!r}; its page does without")
        if self.site.site.footer:
            in_footer(self.site.site, record_pages(self.site, self.ours, files))
        add_media(self.site, self.project, files, config)
        if waiting := len(self.site.waiting):
            log.info("%s not decided yet: `adr-gen decide`", count(waiting, "research file"))
        for problem in self.site.problems:
            self._say(str(problem), hint=CODES[problem.code].hint)

    # behind plugins that add to what templates can use
    @event_priority(-100)
    def _begin_writing(self, env: Any, **_: Any) -> None:
        """Make the pages of ours that have waited, or let readers ask for them."""
        if self.lazy_log:
            self.lazy_log.await_readers(env)

    on_env = CombinedEvent(_before_tags, _after_readers, _begin_writing)

    @event_priority(100)
    def _before_others(self, context: Any, *, page: MkDocsPage, config: MkDocsConfig, nav: Any) -> Any:
        """Let the theme's search read a page of ours without what only decorates it; records are in our own index."""
        source = page.file.src_uri
        if self.lazy_log:
            context["pages"] = self.lazy_log.all_pages
        if source in self.ours:
            record = self.site.records.get(self.ours[source])
            self.packed, self.whole = vars(page)["content"], page.content or ""
            if record and self.search.ours:
                page.meta["search"] = {"exclude": True}
            page.content = self.plain = self.search.read_by_theme(self.site.site, record, self.whole)
        elif self.search.ours:
            page.content = tags.left_out_of_search(page.content or "")
        return context

    # behind the search of the theme, which reads the page in this event
    @event_priority(-100)
    def _after_others(self, context: Any, *, page: MkDocsPage, config: MkDocsConfig, nav: Any) -> Any:
        """Show the page with its colours and card, unless somebody changed it."""
        if page.file.src_uri in self.ours and page.content is self.plain:
            page.content = self.whole
        return context

    on_page_context = CombinedEvent(_before_others, _after_others)

    # the last of all: until here others may read what is let go of
    @event_priority(-100)
    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Finish the page, and let go of a page that is written: MkDocs keeps all pages to the end."""
        output = self._finished(output, page.url)
        if self.config.enabled and page.file.src_uri not in self.ours:
            return tags.with_statuses(self.site.site, output, page.url)
        if page.file.src_uri in self.ours:
            vars(page)["content"], self.whole, self.plain = self.packed, "", ""
            page.toc = TableOfContents([])
            if self.cache.on and unchanged(page.file, output):
                return self.skipped.empty_page(page.file)
        return output

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Finish pages such as 404 too."""
        return self._finished(output_content, None) if template_name.endswith(".html") else output_content

    def _finished(self, output: str, address: str | None) -> str:
        """A page as readers get it: it names the feeds, asks no forge, and search asks our worker."""
        if not self.config.enabled:
            return output
        return self.search.asked(finished(output, address, asks_forge=self.config.forge_facts))

    # before the theme's search writes its index, which it does at 0
    @event_priority(100)
    def _add_heads(self, *, config: MkDocsConfig) -> None:
        """Add the heads of the records to what the theme's search writes: other plugins may take some out then."""
        if self.lazy_log:
            self.lazy_log.await_writers()
        elif self.search.ours:
            self.search.add_heads(self.site.search)

    @event_priority(-100)
    def _add_words(self, *, config: MkDocsConfig) -> None:
        """Add the words of the records that nobody took out."""
        if self.demand.on and self.lazy_log:
            self.lazy_log.await_searches()
        elif self.search.ours:
            self.search.add_words(self.site.search)
        self.demand.end()

    on_post_build = CombinedEvent(_add_heads, _add_words)
