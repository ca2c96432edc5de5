"""Everything that derived pages are made from."""

from dataclasses import dataclass

from ..log import Log
from ..revisit import States
from .places import Places, address, relative


@dataclass(frozen=True)
class Site:
    """The log, its states on a day, and where things are."""

    log: Log
    states: States
    places: Places
    directory_urls: bool = True
    years: tuple[str, ...] = ()
    """The years that have a page of their own, in a large log."""

    def address(self, path: str) -> str:
        """The address of the page at a docs path."""
        return address(path, self.directory_urls)

    def link(self, path: str, page: str) -> str:
        """A link to the page at a docs path, on the page at the address `page`."""
        return relative(self.address(path), page)
