"""The graph page: the relations between records as pictures, and in words."""

from collections.abc import Iterable, Iterator, Mapping
from textwrap import shorten, wrap
from unicodedata import east_asian_width

from markupsafe import Markup

from ...counts import count
from ...records import Record
from ..components import badges, graph_layout, status_shapes
from ..components.graph_grid import Grid
from ..components.graph_layout import Layout, Place
from ..page import Page, front, title, title_as_shown
from ..record.body.body_html import plain
from ..relations import KINDS, Edge, Relation
from ..site_context import SiteContext
from . import log_page

PATH = "graph.md"
DESCRIPTION = "How decisions follow from one another: what replaced, reaffirmed or waits for what."
HEAD = Page(PATH, front("Graph", (), search=False, hide=("navigation", "toc"), description=DESCRIPTION), "Graph")
"""The page's front matter."""
WIDTH, HEAD_ROOM, LINE_HEIGHT = 148, 26, 13
"""Of a box: two beside one another fit a phone."""
LETTERS, MOST_LINES = 22, 4
"""Of a title in a box."""
COLUMN = 2
"""Boxes beside one another that fit a column."""


def graph(site: SiteContext) -> Page:
    """All records that are related to another one, in their connected parts."""
    edges_of_log = site.relations
    related = [site.log.by_number[number] for number in sorted({end for edge in edges_of_log for end in edge})]
    lines = [(kind, label) for kind, label in KINDS.items() if kind in {one.kind for one in edges_of_log.values()}]
    parts = [_part(edges, edges_of_log, site) for edges in graph_layout.components(edges_of_log)]
    shown = site.markup.html(
        "graph",
        unrelated=_unrelated(len(related), site),
        log=Markup(site.link(log_page.PATH, site.address(PATH), "the log")),
        legend=status_shapes.legend(site, {record.status for record in related}, lines),
        records=[{"anchor": anchor(one), "id": one.id, "words": plain(title_as_shown(one))} for one in related],
        # those that fit no column come before the columns of the others
        parts=sorted(parts, key=lambda part: not part["wide"]),
        relations=_in_words(edges_of_log, site),
    )
    return HEAD.with_body(["# Graph", shown])


def anchor(record: Record) -> str:
    """The anchor of a record's box; a script shows that one and its neighbours alone."""
    return record.id.lower()


def _unrelated(related: int, site: SiteContext) -> str:
    rest = len(site.log.records) - related
    if not rest:
        return ""
    return "1 decision is related to no other" if rest == 1 else f"{rest:,} decisions are related to no other"


def _part(edges: list[Edge], related: Mapping[Edge, Relation], site: SiteContext) -> dict[str, object]:
    """One connected part: its lines and boxes, or links if it is too dense for a picture."""
    placed = graph_layout.layout(edges)
    numbers = sorted({end for edge in edges for end in edge})
    if placed is None:
        return {"links": _links(numbers, site), "wide": True}
    words = {number: _lines_of(plain(title_as_shown(site.log.by_number[number]))) for number in numbers}
    grid = _grid(placed, max(map(len, words.values())))
    width, height = grid.size(placed)
    return {
        "links": [],
        "wide": (placed.height if grid.down else placed.layers) > COLUMN,
        "name": f"{count(len(numbers), 'related decision')}, ADR-{numbers[0]:04} to ADR-{numbers[-1]:04}",
        "width": f"{width + 2:g}",
        "height": f"{height + 2:g}",
        "lines": [
            {
                "kind": related[edge].kind,
                "ends": " ".join(anchor(site.log.by_number[n]) for n in edge),
                "d": grid.curve(edge, placed, backwards=related[edge].older > related[edge].newer),
            }
            for edge in edges
        ],
        "boxes": [_box(site.log.by_number[n], grid, placed.places[n], words[n], site) for n in numbers],
    }


def _grid(placed: Layout, lines: int) -> Grid:
    """Boxes with room for so many lines; what is too long for a phone, but not too broad, goes from the top down."""
    return Grid(WIDTH, HEAD_ROOM + LINE_HEIGHT * lines, down=placed.layers > COLUMN >= placed.height)


def _links(numbers: Iterable[int], site: SiteContext) -> list[Markup]:
    return [Markup(badges.number_link(site.log.by_number[n], site.address(PATH))) for n in numbers]


def _box(record: Record, grid: Grid, place: Place, lines: list[str], site: SiteContext) -> dict[str, object]:
    x, y = grid.corner(place)
    return {
        "href": Markup(badges.href(record, site.address(PATH))),
        "anchor": anchor(record),
        "id": record.id,
        "number": f"{record.number:04}",
        "status": record.status or "unknown",
        "words": plain(title_as_shown(record)),
        "lines": lines,
        "x": f"{x:g}",
        "y": f"{y:g}",
        "width": grid.width,
        "height": grid.height,
    }


def _lines_of(name: str) -> list[str]:
    """The lines that fit a box; wide letters count twice."""
    wide = any(east_asian_width(letter) in "WF" for letter in name)
    letters = LETTERS // 2 if wide else LETTERS
    return wrap(shorten(name, 400, placeholder="…"), letters, max_lines=MOST_LINES, placeholder="…")


def _in_words(related: Mapping[Edge, Relation], site: SiteContext) -> Iterator[dict[str, object]]:
    """Each relation in words, the newest first."""
    for edge in sorted(related, key=lambda edge: edge[::-1], reverse=True):
        one = related[edge]
        older, newer = (_named(site.log.by_number[number], site) for number in (one.older, one.newer))
        yield {"older": older, "words": KINDS[one.kind], "newer": newer}


def _named(record: Record, site: SiteContext) -> Markup:
    link = badges.number_link(record, site.address(PATH))
    return Markup(f"{link} {title(record)} {badges.status_badge(record.status)}")
