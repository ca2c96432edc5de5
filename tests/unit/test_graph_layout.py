"""The layout of small graphs: layers, crossings, and the same picture for the same relations."""

import random

from hypothesis import given
from hypothesis import strategies as some

from adr_gen.site.components import graph_layout


def edges_of(seed: int, size: int) -> list[graph_layout.Edge]:
    """A connected graph in which each number follows some of the last twelve."""
    pick = random.Random(seed)
    return sorted({(max(1, n - pick.randint(1, 12)), n) for n in range(2, size + 1) for _ in range(pick.randint(1, 2))})


def test_a_chain_is_a_line() -> None:
    assert graph_layout.layout([(1, 2), (2, 9)]) == graph_layout.Layout(
        {1: (0, 0.0), 2: (1, 0.0), 9: (2, 0.0)}, {(1, 2): (), (2, 9): ()}, layers=3, height=1
    )


def test_an_edge_over_a_layer_goes_around_what_is_there() -> None:
    drawing = graph_layout.layout([(1, 2), (1, 3), (2, 3)])
    assert drawing is not None
    assert drawing.places == {1: (0, 0.5), 2: (1, 0.0), 3: (2, 0.5)}
    assert drawing.routes == {(1, 2): (), (1, 3): ((1, 1.0),), (2, 3): ()}


def test_crossings_that_can_be_avoided_are() -> None:
    drawing = graph_layout.layout([(1, 5), (2, 4), (3, 4), (3, 5)])
    assert drawing is not None
    drawn = sorted((drawing.places[a][1], drawing.places[b][1]) for a, b in drawing.routes)
    assert [end for _, end in drawn] == sorted(end for _, end in drawn)


@given(some.sets(some.tuples(some.integers(1, 30), some.integers(1, 30)), min_size=1, max_size=60))
def test_every_layout_keeps_the_order_and_gives_each_its_own_place(pairs: set[tuple[int, int]]) -> None:
    edges = {(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]}
    parts = list(graph_layout.components(edges))
    assert sorted(edge for part in parts for edge in part) == sorted(edges)
    for part in parts:
        drawing = graph_layout.layout(part)
        assert drawing is not None
        assert all(drawing.places[a][0] < drawing.places[b][0] for a, b in part)
        taken = [*drawing.places.values(), *(stop for route in drawing.routes.values() for stop in route)]
        assert len(taken) == len(set(taken))
        assert {layer for layer, _ in taken} == set(range(drawing.layers))


def test_300_related_records_fit_a_picture_and_a_tangle_does_not() -> None:
    drawing = graph_layout.layout(edges_of(2, 300))
    assert drawing is not None
    assert (len(drawing.places), drawing.height < 20) == (300, True)
    assert graph_layout.layout([(a, b) for b in range(2, 60) for a in range(1, b)]) is None


def test_the_same_graph_is_drawn_the_same_in_whatever_order_it_comes() -> None:
    edges = edges_of(5, 80)
    mixed = random.Random(1).sample(edges, len(edges))
    assert [graph_layout.layout(part) for part in graph_layout.components(mixed)] == [graph_layout.layout(edges)]
