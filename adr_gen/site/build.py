"""The whole site of a project: what both the MkDocs plugin and `adr-gen export` publish."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from types import MappingProxyType

from ..errors import Problem
from ..generate.draft_cache import CachedDraft
from ..generate.facts import Facts, record_on_disk
from ..generate.new_numbers import shared_numbers
from ..generate.run import UndecidedResearch, missing_records, remembered, taken_back, unrecorded
from ..lint.layout_rules import setup
from ..lint.page_collisions import without_page
from ..log import build
from ..model import Conditions, Status
from ..monitor import Monitor
from ..project import Project
from ..records import Holders, number_of, status_before, url_of
from .derived_pages import derived
from .jinja_templates import SiteTemplates
from .memo import Memo
from .page import Page, docs_path
from .pages import log_page
from .pages.log_years import years
from .preview.notes import Preview
from .preview.preview_cache import PreviewCache
from .preview.previewed_log import previewed
from .record.blocker_checkboxes import ticked
from .record.body.html.notation import PLAIN, Notation
from .record.body.record_bodies import Body, bodies
from .record.body.site_markdown import SiteMarkdown
from .record.placeholders import with_front
from .record.record_page import RecordPage
from .rendered_log import RenderedLog
from .search_index import Search
from .site_context import SiteContext
from .urls import Urls, site_file

_THEMED = re.compile(r"""(?:^|[{,])\s*["']?(?:template|icon)\b["']?\s*:""", re.M)
"""Keys of front matter that name what the theme may not have."""


class SiteBuild:
    """The log's pages in the making: bodies are rendered on all cores, from the start, while the site engine works.

    `published` maps project paths of other docs files to their addresses, and `taken` are the files of the site that
    others write, with what each is made from: a page of the user's own wins. Of the records, by the docs path of their page and their own path, only
    those that are `wanted` are in the log of the site, and so it is with the pages made from the log, without a path. A `preview` also shows research files that changed since the
    last `adr-gen generate`, as they would become, and renders only what is not in its cache. Where the site is `searched`,
    the index is made beside the pages.
    """

    def __init__(
        self,
        project: Project,
        as_of: date,
        *,
        published: Mapping[str, str],
        taken: Mapping[str, str] = MappingProxyType({}),
        wanted: Callable[[str, str | None], bool] = lambda docs, path: True,
        directory_urls: bool = True,
        repo_url: str = "",
        site_name: str = "Decisions",
        site_url: str = "",
        preview: PreviewCache | None = None,
        notation: Notation = PLAIN,
        engine: SiteMarkdown | None = None,
        footer: bool = False,
        marked: frozenset[str] = frozenset(),
        searched: bool = False,
    ) -> None:
        if preview is None:
            (texts, problems), self._preview, self._research = project.record_texts(), Preview(), None
        else:
            would_be = previewed(project, preview)
            texts, problems = would_be.texts, would_be.problems
            self._preview, self._research = would_be.notes, would_be.research
        files = [record_on_disk(path, text) for path, text in texts.items()]
        self._unread, self._problems, self._in_preview = problems, [], preview is not None
        # the cache on disk may be an older version's, or not there
        self._memory = remembered(project, preview.generated if preview else None)
        self._beside = unrecorded(project, files, self._memory)
        urls = {path: url_of(path, project.decisions, directory_urls) for path in texts}
        urls = {path: url for path, url in urls.items() if wanted(docs_path(url), path)}
        self._left_out = len(urls) < len(texts)
        texts, files = {path: texts[path] for path in urls}, [file for file in files if file.path in urls]
        self._files = {file.path: file for file in files}
        research = {file.source: urls[file.path] for file in files}
        numbers = project.numbers
        holders = Holders(((numbers.get(f.path) or f.number, f.path), f.source) for f in files)
        below = project.below if repo_url else ""
        self._urls = Urls({**published, **research, **urls}, project.root, repo_url, holders, below)
        self._project, self._as_of, self._directory_urls, self._footer = project, as_of, directory_urls, footer
        self._marked, self._searched = marked, searched
        self.records = {docs_path(url): path for path, url in urls.items()}
        """Docs path and record file of each record's page."""
        self._published_as = site_name, f"{site_url.rstrip('/')}/" if site_url else ""
        self._years = tuple(years(project, files, self.records)) if len(files) > log_page.SPLIT else ()
        files_of = {path: site_file(docs, directory_urls) for docs, path in self.records.items()}
        self._problems += [without_page(path, taken[file]) for path, file in files_of.items() if file in taken]
        pages = derived(self._years)
        self._hidden = frozenset(path for path in pages if path.endswith(".md") and not wanted(path, None))
        made = (path for path in (*self.records, *pages) if site_file(path, directory_urls) not in taken)
        self.paths = tuple(path for path in made if path not in self._hidden)
        """Docs paths of all that is published."""
        reviews = project.reviews[0].as_of(as_of.isoformat())
        # begun here, used in `site`: the other cores render while MkDocs looks at its files
        self._coming = bodies(
            [(path, ticked(text, reviews.of((project.numbers.get(path, 0), path)))) for path, text in texts.items()],
            project.decisions,
            self._urls,
            {path: number for path, number in project.numbers.items() if number != number_of(path)},
            project.settings.dialect,
            preview.bodies if preview is not None else None,
            notation,
            engine,
            self._conditions,
        )
        self._made: dict[str, Body] = {}
        self._replaced = [f.path for f in files if f.digest and "superseded" in f.text[: f.text.find("\n---", 4)]]
        """The generated records whose place another one may have taken."""
        self._statuses = preview.replaced if preview else Memo[Status](on=False)
        self._words = preview.words if preview else Memo[str](on=False)
        self.later: Collection[str] = ()
        """Docs paths of what is made when it is asked for; all other pages are, from the first that is asked for on."""

    @cached_property
    def _unrecorded(self) -> dict[str, Facts]:
        """What the research files without a record say."""
        return dict(self._beside)

    @cached_property
    def waiting(self) -> tuple[UndecidedResearch, ...]:
        """The research files that nobody has decided, or not any more."""
        again = ((self._files[path].source, facts) for path, facts in self._taken_back.items())
        return UndecidedResearch.among((*self._unrecorded.items(), *again))

    @cached_property
    def _taken_back(self) -> dict[str, Facts]:
        """What the research files say that decided something once and nothing now, by the paths of their records."""
        return dict(taken_back(self._project, self._files.values(), self._memory, self._research))

    def filled(self, docs: str) -> RecordPage:
        """The page of one record; its card and its standing need the whole log, so all are rendered first."""
        return self._rendered_log.filled(self.records[docs])

    def record_page(self, docs: str) -> Page:
        """The same as a file of the docs tree."""
        filled = self.filled(docs)
        return replace(self._made[self.records[docs]].page, text=filled.text)

    def can_wait(self, docs: str) -> bool:
        """Whether nobody has to know of a record's page before it is asked for: the site engine has no say in it."""
        file = self._files[self.records[docs]]
        top = file.text[: file.text.find("\n---", 4)]
        return not _THEMED.search(top) and bool(file.digest or self._project.settings.dialect != "mkdocs")

    def front(self, docs: str) -> str:
        """The front matter of a record's page."""
        path = self.records[docs]
        top, end, _ = self._made[path].text.partition("\n---\n")
        return with_front(self.site, self.site.log.by_path[path], top + end)

    def derived_page(self, docs: str) -> Page:
        """The page or file at a docs path that is made from the whole log."""
        return self._rendered_log.derived_page(docs)

    def pages(self) -> Iterator[Page]:
        """The pages and files that are made from the whole log."""
        return (page for page in self._rendered_log.derived() if page.path in self.paths)

    @cached_property
    def _rendered_log(self) -> RenderedLog:
        later = {self.records.get(docs, docs) for docs in self.later}
        return RenderedLog(self.site, self._made, self._words, later, searched=self._searched)

    @cached_property
    def site(self) -> SiteContext:
        """Everything that is known once all bodies are rendered."""
        # while the other cores render
        before, waiting = {path: self._status_before(path) for path in self._replaced}, self.waiting
        markup = SiteTemplates(self._project.root / own if (own := self._project.settings.site_templates) else None)
        markup.compile()
        self._made = {body.record.path: body for body in self._coming}
        reviews = self._project.reviews[0].as_of(self._as_of.isoformat())
        read = [body.record for body in self._made.values()]
        log = build(read, reviews)
        whole = (lambda: self._project.log()[0]) if self._left_out else None
        states = Monitor(self._project, lambda: log, self._as_of, whole, self._research).states
        return SiteContext(
            log,
            states,
            self._urls,
            self._directory_urls,
            self._years,
            *self._published_as,
            self._hidden,
            {r.path: before.get(r.path) if r.status == "superseded" else r.status for r in read},
            {path: body.lead for path, body in self._made.items() if body.lead},
            frozenset(path for path, body in self._made.items() if body.says_status),
            tuple(replace(one, people=log.people.called(one.people)) for one in waiting)
            if self._project.settings.show_undecided
            else (),
            self._footer,
            self._marked,
            self._preview,
            markup,
            self._project.decisions,
            self._project.settings.research,
            frozenset(self._taken_back),
        )

    def _entry(self, path: str) -> CachedDraft | None:
        """What generate remembers of a record, if its file is as it was written."""
        return self._memory.made(self._files[path].source, self._files[path].text)

    def _conditions(self, path: str) -> Conditions | None:
        """The conditions of a record, where they need not be read from its file."""
        entry = self._entry(path)
        return entry.conditions if entry else None

    def _status_before(self, path: str) -> Status | None:
        """The status of a record before another took its place, as far as its research file or its own one still tells."""
        entry, text = self._entry(path), self._files[path].text
        own = (entry and entry.status) or self._statuses.get(path, text) or status_before(text)
        return self._statuses.put(path, text, own) if own else own

    @cached_property
    def search(self) -> Search:
        """What search finds of the log."""
        return self._rendered_log.search()

    @property
    def problems(self) -> list[Problem]:
        """What is wrong with the record files, and numbers that two records share: a reference leads to one of them."""
        beside = [*self._project.reviews[1], *self._project.readings[1]]
        numbers = ((record.path, record.number) for record in self.site.log.records)
        read = (problem for body in self._made.values() for problem in body.problems)
        # the plan of a preview tells of these itself
        untold = [] if self._in_preview else [*missing_records(self._unrecorded), *shared_numbers(numbers)]
        return [*self._unread, *untold, *self._problems, *beside, *read, *setup(self._project)]

    @property
    def media(self) -> dict[str, str]:
        """Project path and site address of each image that lies outside of the docs folder."""
        assert self.site
        return {path: url for body in self._made.values() for path, url in body.media.items()}
