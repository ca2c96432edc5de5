"""A shape for each status, so that colour is never the only thing that tells them apart in a picture."""

from collections.abc import Collection, Iterable

from markupsafe import Markup

from ...model import STATUSES
from ..site_context import SiteContext

SHAPES = {
    "proposed": "M8 4a4 4 0 1 0 .01 0",
    "accepted": "M3.5 8.5l3 3 6-7",
    "rejected": "M4.5 4.5l7 7m0-7l-7 7",
    "deferred": "M6 4v8m4-8v8",
    "deprecated": "M4 8h8",
    "superseded": "M3.5 8h9m-3-3l3 3-3 3",
    "unknown": "M8 8h.01",
}
"""Strokes on a field of 16 × 16. Pictures link by `xlink:href`: Material assigns to whatever has an `href` of its own."""


def legend(site: SiteContext, used: Collection[str | None], lines: Iterable[tuple[str, str]] = ()) -> Markup:
    """What the shapes of a page refer to, and the shapes and `lines` that it uses, with their words."""
    statuses = [name or "unknown" for name in (*STATUSES, None) if name in used]
    return site.markup.html("legend", shapes=SHAPES.items(), statuses=statuses, lines=lines)
