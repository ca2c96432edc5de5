"""Bodies that a preview keeps from one build to the next: saving one file renders one page."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .places import Places

if TYPE_CHECKING:
    from .bodies import Body


@dataclass(slots=True)
class Kept:
    """What was rendered, and what it was rendered from."""

    _found: dict[str, tuple[str, str, "Body"]] = field(default_factory=dict)
    """Text, whatever else went in, and body of each record file."""

    def find(self, path: str, text: str, rest: str, places: Places) -> "Body | None":
        """The body of a record file if rendering it again would give the same, wherever its links lead by now."""
        old = self._found.get(path)
        if old is None or old[:2] != (text, rest) or not _leads_there_still(path, old[2], places):
            return None
        return old[2]

    def keep(self, path: str, text: str, rest: str, body: "Body") -> None:
        """Remember a body as it was rendered."""
        self._found[path] = (text, rest, body)


def _leads_there_still(path: str, body: "Body", places: Places) -> bool:
    page = places.pages[path]
    links = all(places.link(path, page, target) == found for target, found in body.links.items())
    return links and all(places.image(path, page, {}, target) == found for target, found in body.images.items())
