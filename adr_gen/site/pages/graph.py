"""The graph page: the relations between records as pictures, and in words."""

from collections.abc import Iterator, Mapping
from textwrap import shorten, wrap
from typing import NamedTuple
from unicodedata import east_asian_width

from ...records import Record
from .. import badges
from ..context import SiteContext
from ..page import Page, front, named, title
from ..record.body import plain
from ..text import safe
from . import graph_layout, icons, log_page
from .graph_layout import Edge, Layout

PATH = "graph.md"
KINDS = {
    "supersedes": "replaced by",
    "reaffirms": "reaffirmed by",
    "revisits": "looked at again in",
    "relates": "related to",
}
"""What a newer record does to an older one, the strongest first, and how that reads from the older one."""


class Relation(NamedTuple):
    """What a newer record does to an older one; the newer one may have the smaller number."""

    kind: str
    older: int
    newer: int


WIDTH, HEIGHT = 136, 52
GAP, SPACE = 44, 12
LINE = 20
"""Letters in a line of a box."""


def graph(site: SiteContext) -> Page:
    """All records that are related to another one, in their connected parts."""
    edges_of_log = relations(site)
    by_number = site.log.by_number
    related = {end for edge in edges_of_log for end in edge}
    parts = [front("Graph", (), search=False, hide=("navigation", "toc")), "# Graph"]
    if edges_of_log:
        arrow = (
            '<marker id="adr-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        )
        definitions = icons.definitions(f'{arrow}<path d="M0 0l8 4-8 4z"/></marker>')
        used = {by_number[number].status for number in related}
        pictures = "".join(_part(edges, edges_of_log, site) for edges in graph_layout.components(edges_of_log))
        parts += [
            f'<p class="adr-intro">How decisions follow from one another; along each line the lower number is on the left. {_unrelated(len(related), site)}</p>',
            f'<div>{definitions}{icons.legend(used, _lines({one.kind for one in edges_of_log.values()}))}</div><div class="adr-graph">{pictures}</div>',
            f"<details><summary>In words</summary><ul>{''.join(_sentences(edges_of_log, site))}</ul></details>",
        ]
    else:
        parts.append(f'<p class="adr-intro">No decision is related to another one. {_unrelated(0, site)}</p>')
    return Page(PATH, "\n\n".join(parts) + "\n", "Graph")


def relations(site: SiteContext) -> dict[Edge, Relation]:
    """The strongest relation of each two related records, by their numbers, the smaller first."""
    kinds_of: dict[Edge, dict[str, Relation]] = {}
    by_number = site.log.by_number
    for record in by_number.values():
        for kind, numbers in (
            ("supersedes", record.supersedes),
            ("reaffirms", site.log.reaffirms(record)),
            ("revisits", record.revisits),
            ("relates", record.relates),
        ):
            for other in numbers:
                if other in by_number and other != record.number:
                    edge = min(other, record.number), max(other, record.number)
                    ends = edge if kind == "relates" else (other, record.number)
                    kinds_of.setdefault(edge, {})[kind] = Relation(kind, *ends)
    return {edge: next(kinds_of[edge][kind] for kind in KINDS if kind in kinds_of[edge]) for edge in sorted(kinds_of)}


def _unrelated(related: int, site: SiteContext) -> str:
    rest = len(site.log.records) - related
    sentence = "1 decision is related to no other" if rest == 1 else f"{rest:,} decisions are related to no other"
    log = site.link(log_page.PATH, site.address(PATH), "the log")
    return f"{sentence}; {log} has all of them." if rest else ""


def _lines(kinds: set[str]) -> str:
    """The legend of the lines."""
    return "".join(
        f'<li><svg class="adr-line" viewBox="0 0 36 8" aria-hidden="true">'
        f'<path class="adr-edge adr-edge--{kind}" d="M0 4h34"/></svg> {label}</li>'
        for kind, label in KINDS.items()
        if kind in kinds
    )


def _part(edges: list[Edge], related: Mapping[Edge, Relation], site: SiteContext) -> str:
    """The picture of one connected part."""
    placed = graph_layout.layout(edges)
    numbers = sorted({end for edge in edges for end in edge})
    if placed is None:
        links = ", ".join(badges.number_link(site.log.by_number[n], site.address(PATH)) for n in numbers)
        return f'<p class="adr-part">Too many relations for a picture: {links}</p>'
    width = placed.layers * (WIDTH + GAP) - GAP
    height = placed.height * (HEIGHT + SPACE) - SPACE
    lines = "".join(
        f'<path class="adr-edge adr-edge--{related[e].kind}" d="{_curve(e, placed, related[e])}"/>' for e in edges
    )
    boxes = "".join(_box(site.log.by_number[n], *_corner(placed.places[n]), site) for n in numbers)
    named = f"{badges.count(len(numbers), 'related decision')}, ADR-{numbers[0]:04} to ADR-{numbers[-1]:04}"
    return (
        f'<div class="adr-part"><svg role="group" aria-label="{named}" viewBox="-1 -1 {width + 2:g} {height + 2:g}" '
        f'width="{width + 2:g}" height="{height + 2:g}">{lines}{boxes}</svg></div>'
    )


def _corner(place: tuple[int, float]) -> tuple[float, float]:
    return place[0] * (WIDTH + GAP), place[1] * (HEIGHT + SPACE)


def _curve(edge: Edge, layout: Layout, related: Relation) -> str:
    """The line from the older record's box through the layers between to the newer one's."""
    stops = [layout.places[edge[0]], *layout.routes[edge], layout.places[edge[1]]]
    step, near, far = 1, 0, WIDTH
    if related.older > related.newer:  # from the right to the left
        stops, step, near, far = stops[::-1], -1, WIDTH, 0
    x, y = _corner(stops[0])
    d = f"M{x + far:g} {y + HEIGHT / 2:g}"
    for stop in stops[1:]:
        x, y = _corner(stop)
        middle = y + HEIGHT / 2
        d += f"S{x + near - step * GAP / 2:g} {middle:g} {x + near:g} {middle:g}"
        if stop is not stops[-1]:
            d += f"h{step * WIDTH}"
    return d


def _box(record: Record, x: float, y: float, site: SiteContext) -> str:
    name = plain(named(record))
    status = record.status or "unknown"
    lines = "".join(f'<text x="8" y="{31 + 13 * n}">{safe(line)}</text>' for n, line in enumerate(_lines_of(name)))
    return (
        # an `a` in SVG that has no `href` of its own is no link to assistive programs
        f'<a role="link" xlink:href="{badges.href(record, site.address(PATH))}" class="adr-node" data-adr-status="{status}" '
        f'aria-label="{record.id}, {status}&#58; {safe(name)}"><svg x="{x:g}" y="{y:g}" width="{WIDTH}" height="{HEIGHT}">'
        f'<title>{safe(name)}</title><rect x="0.5" y="0.5" width="{WIDTH - 1}" height="{HEIGHT - 1}" rx="3"/>'
        f'<use xlink:href="#adr-{status}" x="6" y="4" width="13" height="13"/>'
        f'<text x="22" y="15" class="adr-head">{record.number:04} {status}</text>{lines}</svg></a>'
    )


def _lines_of(name: str) -> list[str]:
    """At most two lines that fit a box; wide letters count twice."""
    wide = any(east_asian_width(letter) in "WF" for letter in name)
    letters = LINE // 2 if wide else LINE
    return wrap(shorten(name, 400, placeholder="…"), letters, max_lines=2, placeholder="…")


def _sentences(related: Mapping[Edge, Relation], site: SiteContext) -> Iterator[str]:
    """Each relation as a list item, the newest first."""
    here = site.address(PATH)
    for edge in sorted(related, key=lambda edge: edge[::-1], reverse=True):
        one = related[edge]
        older, newer = site.log.by_number[one.older], site.log.by_number[one.newer]
        yield (
            f"<li>{badges.number_link(older, here)} {title(older)} {badges.status_badge(older.status)} — {KINDS[one.kind]} — "
            f"{badges.number_link(newer, here)} {title(newer)} {badges.status_badge(newer.status)}</li>"
        )
