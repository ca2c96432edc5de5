"""What is made from the whole log once all records are read: the pages of the records and those of the log, on all cores."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..parallel import each_forked
from .context import SiteContext
from .derived_pages import MAKERS
from .page import Page
from .record.bodies import Body
from .record.filled import Filled, filled
from .record.placeholders import fill

Made = Filled | list[Page]
"""A record's page, or what one maker of derived pages makes."""


@dataclass(frozen=True)
class _Work:
    site: SiteContext
    bodies: Mapping[str, Body]

    def __call__(self, name: str | int) -> Made:
        if isinstance(name, int):
            return list(MAKERS[name](self.site))
        body = self.bodies[name]
        return filled(fill(self.site, name, body.text), body.page.markdown, body.outline)


class WholeLog:
    """The pages of one site, each made once, from the first that is asked for on."""

    def __init__(self, site: SiteContext, bodies: Mapping[str, Body]) -> None:
        self._bodies = bodies
        # the largest first: whoever makes the last one is waited for
        names: tuple[str | int, ...] = (*range(len(MAKERS)), *bodies)
        self._names = iter(names)
        self._work = _Work(site, bodies)
        self._coming = each_forked(self._work, names)
        self._made: dict[str | int, Made] = {}

    def filled(self, path: str) -> Filled:
        """The page of the record in a file, to be asked for once."""
        page = self._take(path)
        assert isinstance(page, Filled)
        return page

    def derived(self) -> Iterator[Page]:
        """The pages and files that are made from the whole log."""
        for number in range(len(MAKERS)):
            pages = self._take(number)
            assert isinstance(pages, list)
            yield from pages

    def _take(self, name: str | int) -> Made:
        while name not in self._made and (next_name := next(self._names, None)) is not None:
            self._made[next_name] = next(self._coming)
        return self._made.pop(name) if name in self._made else self._work(name)
