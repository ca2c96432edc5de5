"""Where the boxes and lines of a layout are drawn: layers from left to right, or from the top down."""

from dataclasses import dataclass

from .graph_layout import Edge, Layout, Place

GAP, SPACE = 40, 12
"""Between boxes that a line joins, and between others."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Boxes of one size."""

    width: int
    height: int
    down: bool
    """Whether the layers follow one another from the top down: a chain fits a phone so."""

    def size(self, layout: Layout) -> tuple[float, float]:
        """Width and height of the whole picture."""
        x, y = self.corner((layout.layers, 0)), self.corner((0, layout.height))
        return (y[0] - SPACE, x[1] - GAP) if self.down else (x[0] - GAP, y[1] - SPACE)

    def corner(self, place: Place) -> tuple[float, float]:
        """The upper left corner of a box."""
        layer, at = place
        if self.down:
            return at * (self.width + SPACE), layer * (self.height + GAP)
        return layer * (self.width + GAP), at * (self.height + SPACE)

    def curve(self, edge: Edge, layout: Layout, *, backwards: bool) -> str:
        """The line from the box of an edge's first end through the layers between to that of its second, or the other way."""
        stops = [layout.places[edge[0]], *layout.routes[edge], layout.places[edge[1]]]
        if backwards:
            stops.reverse()
        step = -1 if backwards else 1
        depth = self.height if self.down else self.width
        near, far = (depth, 0) if backwards else (0, depth)
        along, across = self._middle(stops[0])
        d = f"M{self._point(along + far, across)}"
        for stop in stops[1:]:
            along, across = self._middle(stop)
            d += f"S{self._point(along + near - step * GAP / 2, across)} {self._point(along + near, across)}"
            if stop is not stops[-1]:
                d += f"{'v' if self.down else 'h'}{step * depth}"
        return d

    def _middle(self, place: Place) -> tuple[float, float]:
        """Where a box begins along the layers, and its middle across them."""
        x, y = self.corner(place)
        return (y, x + self.width / 2) if self.down else (x, y + self.height / 2)

    def _point(self, along: float, across: float) -> str:
        return f"{across:g} {along:g}" if self.down else f"{along:g} {across:g}"
