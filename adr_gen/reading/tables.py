"""Tables that hold conditions: a column that announces them, a row that does, or cells in which a sentence does."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..markdown import Block, fold
from . import words
from .labels import is_label
from .outline import Place, label, plain


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is a condition, or may hold one."""

    line: int
    text: str
    item: str | None
    """What the row is about, if it is not the whole decision."""
    announced: bool
    """Whether its column says that it is a condition."""
    label: str = ""
    """The first cell of its row, if that is a label of conditions."""


def cells(place: Place) -> Iterator[Cell]:
    """The cells of a table that may speak of looking again."""
    block = place.block
    columns = _columns(place)
    limits = _limits(block, columns)
    for line, row in zip(block.row_lines[1:], block.rows[1:], strict=True):
        folded = [fold(cell) for cell in row]
        about = plain(folded[0]) or None if folded else None
        if columns:
            said = [(c, folded[c]) for c in columns if c < len(folded) and not _nothing(folded[c])]
            more = "".join(f": {folded[c]}" for c in limits if c < len(folded) and not _nothing(folded[c]))
            yield from (Cell(line, text + more, about if column else None, True) for column, text in said)
        elif len(folded) > 1 and is_label(folded[0]) and folded[1]:
            yield Cell(line, folded[1], place.option, True, folded[0])
        else:
            yield from (Cell(line, cell, about, False) for cell in (folded[1:] or folded))


def _columns(place: Place) -> list[int]:
    """The columns that announce conditions; where a heading or label does, the one that tells most of them, else the first."""
    head = place.block.rows[0] if place.block.rows else []
    columns = [
        n for n, cell in enumerate(head) if is_label(cell) and not words.whole("triggers.of_rows").match(plain(cell))
    ]
    own = label(place.before.text) if place.before is not None and place.before.kind == "paragraph" else None
    heading = place.headings[-1].text if place.headings else ""
    if columns or not is_label(own[0] if own and not own[1] else heading):
        return columns
    telling = (words.inside("triggers.carriers"), words.inside("triggers.strip"))
    named = [n for n, cell in enumerate(head) if any(pattern.search(cell) for pattern in telling)]
    return (named or [0])[:1]


def _limits(block: Block, columns: list[int]) -> list[int]:
    """The columns that hold the thresholds of the one column of conditions."""
    limit = words.whole("triggers.limits")
    return (
        [n for n, cell in enumerate(block.rows[0]) if n not in columns and limit.match(plain(cell))]
        if len(columns) == 1
        else []
    )


def _nothing(cell: str) -> bool:
    return not cell or bool(words.whole("triggers.nothing").match(cell))
