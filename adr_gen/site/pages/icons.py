"""A shape for each status, so that colour is never the only thing that tells them apart in a picture."""

from collections.abc import Collection

from ...model import STATUSES

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


def shape(status: str | None) -> str:
    """The shape of a status; `definitions` has to be on the page."""
    return f'<svg class="adr-mark" viewBox="0 0 16 16" aria-hidden="true"><use xlink:href="#adr-{status or "unknown"}"/></svg>'


def definitions(more: str = "") -> str:
    """What the shapes of a page refer to, and `more` of such definitions."""
    symbols = "".join(
        f'<symbol id="adr-{name}" viewBox="0 0 16 16"><path d="{d}"/></symbol>' for name, d in SHAPES.items()
    )
    return f'<svg class="adr-definitions" width="0" height="0" aria-hidden="true"><defs>{symbols}{more}</defs></svg>'


def legend(used: Collection[str | None], more: str = "") -> str:
    """The shapes that a page uses, with their words."""
    items = "".join(
        f'<li data-adr-status="{name or "unknown"}">{shape(name)}{name or "unknown"}</li>'
        for name in (*STATUSES, None)
        if name in used
    )
    return f'<ul class="adr-legend" aria-label="Legend">{items}{more}</ul>'
