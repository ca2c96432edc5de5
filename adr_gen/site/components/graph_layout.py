"""A layered layout for small graphs of numbers: every edge leads from a smaller number to a larger one.

Layers by longest path, long edges through the layers between, and the order within a layer by sweeps that put each
node at the middle of its neighbours, of which the one with the fewest crossings is kept.
"""

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

Edge = tuple[int, int]
Node = tuple[int, ...]
"""A number, or a place where an edge passes a layer: its two ends and the layer."""
Place = tuple[int, float]
"""A layer, and a place within it."""
SWEEPS = 8
LARGEST = 5_000
"""A graph with more nodes and passed layers is too dense to be read as a picture."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the nodes are."""

    places: dict[int, Place]
    """Layer, and place within it, of each number."""
    routes: dict[Edge, tuple[Place, ...]]
    """Layers and places that an edge passes between its ends."""
    layers: int
    height: int
    """Places in the fullest layer."""


def components(edges: Iterable[Edge]) -> Iterator[list[Edge]]:
    """The edges of each connected part, the part with the largest number first."""
    near: dict[int, set[Edge]] = defaultdict(set)
    for edge in edges:
        for end in edge:
            near[end].add(edge)
    seen: set[int] = set()
    for start in sorted(near, reverse=True):
        if start in seen:
            continue
        edges_found: set[Edge] = set()
        waiting = [start]
        while waiting:
            number = waiting.pop()
            if number not in seen:
                seen.add(number)
                edges_found |= near[number]
                waiting += [end for edge in near[number] for end in edge]
        yield sorted(edges_found)


def layout(edges: list[Edge]) -> Layout | None:
    """The layout of one connected part; None if it is too dense to be drawn."""
    layer = _layers(edges)
    # each edge takes a place in every layer that it passes, so dense graphs grow with the square
    if len(layer) + sum(layer[b] - layer[a] - 1 for a, b in edges) > LARGEST:
        return None
    rows: list[list[Node]] = [[] for _ in range(max(layer.values()) + 1)]
    for number in sorted(layer):
        rows[layer[number]].append((number,))
    steps: list[list[tuple[Node, Node]]] = [[] for _ in rows]
    for a, b in edges:
        path: list[Node] = [(a,), *((a, b, n) for n in range(layer[a] + 1, layer[b])), (b,)]
        for n, (before, after) in enumerate(pairwise(path), start=layer[a]):
            steps[n].append((before, after))
            if len(after) > 1:
                rows[n + 1].append(after)
    place = _ordered(rows, steps)
    height = max(map(len, rows))
    points = {node: (n, place[node] + (height - len(row)) / 2) for n, row in enumerate(rows) for node in row}
    routes = {(a, b): tuple(points[a, b, n] for n in range(layer[a] + 1, layer[b])) for a, b in edges}
    return Layout({number: points[(number,)] for number in layer}, routes, len(rows), height)


def _layers(edges: list[Edge]) -> dict[int, int]:
    """The layer of each number: one after the last of those that lead to it, a first one close to what follows."""
    before: dict[int, list[int]] = defaultdict(list)
    after: dict[int, list[int]] = defaultdict(list)
    for a, b in edges:
        before[b].append(a)
        after[a].append(b)
    layer: dict[int, int] = {}
    for number in sorted({*before, *after}):
        layer[number] = 1 + max((layer[a] for a in before[number]), default=-1)
    return {n: place if before[n] else min(layer[b] for b in after[n]) - 1 for n, place in layer.items()}


def _ordered(rows: list[list[Node]], steps: list[list[tuple[Node, Node]]]) -> dict[Node, int]:
    """The place of each node within its layer; the rows are left in that order."""
    left: dict[Node, list[Node]] = defaultdict(list)
    right: dict[Node, list[Node]] = defaultdict(list)
    for before, after in (step for some in steps for step in some):
        left[after].append(before)
        right[before].append(after)
    place = {node: n for row in rows for n, node in enumerate(row)}
    best, fewest = dict(place), _crossings(steps, place)
    for sweep in range(SWEEPS if fewest else 0):
        # to the right and back again by turns: each direction sees only the neighbours on one side
        near, order = (left, rows) if sweep % 2 == 0 else (right, rows[::-1])
        for row in order:
            row.sort(key=lambda node: _middle(node, near[node], place))
            place.update((node, n) for n, node in enumerate(row))
        crossings = _crossings(steps, place)
        if crossings < fewest:
            best, fewest = dict(place), crossings
    return best


def _middle(node: Node, near: list[Node], place: dict[Node, int]) -> float:
    return sum(place[other] for other in near) / len(near) if near else place[node]


def _crossings(steps: list[list[tuple[Node, Node]]], place: dict[Node, int]) -> int:
    """How many pairs of edges cross."""
    count = 0
    for some in steps:
        ends: list[int] = []
        for _, end in sorted((place[before], place[after]) for before, after in some):
            # counted while inserting, as comparing each pair of edges would be quadratic
            count += len(ends) - bisect_right(ends, end)
            insort(ends, end)
    return count
