"""What is made from the whole log once all records are read: the pages of the records and those of the log, on all cores."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from ..parallel import parallel_map_forked
from ..records import Record
from .components import badges, undecided
from .derived_pages import MAKERS, maker_of
from .memo import Memo
from .page import Page
from .record.body.record_bodies import Body
from .record.placeholders import fill
from .record.record_page import RecordPage, record_page
from .search_index import Search
from .site_context import SiteContext

SEARCH = ""
"""Names the index for search."""
Made = RecordPage | list[Page] | Search
"""A record's page, what one maker of derived pages makes, or the index."""


@dataclass(frozen=True)
class _Work:
    site: SiteContext
    bodies: Mapping[str, Body]
    words: Memo[str]

    def __call__(self, name: str | int) -> Made:
        """What is made long before it is asked for."""
        made = self.make(name)
        return made.packed() if isinstance(made, RecordPage) else made

    def make(self, name: str | int) -> Made:
        if isinstance(name, int):
            return list(MAKERS[name](self.site))
        if name == SEARCH:
            return self._search()
        body = self.bodies[name]
        return record_page(fill(self.site, name, body.text), body.page.markdown, body.outline)

    def _search(self) -> Search:
        """What search finds of the log."""
        # on one core while the other one writes pages
        words = {path: self._words(path, body) for path, body in self.bodies.items() if body.searched}
        records = tuple(record for record in self.site.log.records if record.path in words)
        states = {record.path: from_now for record in records if (from_now := self._states(record))}
        around = {record.path: self._around(record) for record in records}
        return Search.of(records, words, states, around, self.site.log, undecided.search_entries(self.site))

    def _around(self, record: Record) -> tuple[str, str]:
        """What stands before the verdict of a record, and what right after it."""
        before = badges.before_headline(record, says_status=record.path in self.site.telling)
        return before, self.site.leads.get(record.path, "")

    def _words(self, path: str, body: Body) -> str:
        return self.words.get_or_make(path, (body.packed, body.record), lambda: body.words)

    def _states(self, record: Record) -> list[dict[str, str]]:
        """The states of a record, and when each of its conditions is met or settled; empty when nothing is watched."""
        own, triggers = self.site.states_from(record), record.conditions.triggers
        return [own, *(self.site.settled_from(record, trigger) for trigger in triggers)] if own else []


class RenderedLog:
    """The pages of one site, each made once, from the first that is asked for on.

    Of record files that are among `later` each is made when it is asked for, and so is what is made from the whole log.
    """

    def __init__(
        self,
        site: SiteContext,
        bodies: Mapping[str, Body],
        words: Memo[str],
        later: Collection[str] = (),
        *,
        searched: bool = False,
    ) -> None:
        self._bodies = bodies
        # a record, for the templates that all have; then the largest: whoever makes the last one is waited for, and one
        # core that makes them all looks at the states once; nobody asks for the index before pages are written
        files: list[str | int] = [path for path in bodies if path not in later]
        whole: list[str | int] = [] if later else [*range(len(MAKERS))]
        index: list[str | int] = [SEARCH] if searched and not later else []
        names = [files[:1], [*whole, *files[1:]], index]
        self._names = chain.from_iterable(names)
        self._work = _Work(site, bodies, words)
        self._coming = parallel_map_forked(self._work, *names)
        self._made: dict[str | int, Made] = {}
        self._derived: dict[str, Page] = {}

    def filled(self, path: str) -> RecordPage:
        """The page of the record in a file, to be asked for once."""
        page = self._take(path)
        assert isinstance(page, RecordPage)
        return page

    def derived_page(self, path: str) -> Page:
        """The page or file at a docs path that is made from the whole log."""
        if path not in self._derived:
            self._derived |= {page.path: page for page in self._pages(maker_of(path))}
        return self._derived.pop(path)

    def derived(self) -> Iterator[Page]:
        """The pages and files that are made from the whole log."""
        for number in range(len(MAKERS)):
            yield from self._pages(number)

    def _pages(self, number: int) -> list[Page]:
        pages = self._take(number)
        assert isinstance(pages, list)
        return pages

    def search(self) -> Search:
        """What search finds of the log."""
        index = self._take(SEARCH)
        assert isinstance(index, Search)
        return index

    def _take(self, name: str | int) -> Made:
        while name not in self._made and (next_name := next(self._names, None)) is not None:
            self._made[next_name] = next(self._coming)
        return self._made.pop(name) if name in self._made else self._work.make(name)
