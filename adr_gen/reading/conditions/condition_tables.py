"""Tables that hold conditions: a column that announces them, a row that does, or cells in which a sentence does."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...checks import tokens as checks
from ...markdown import Block, fold
from .. import roles
from ..document.statements import Statement
from ..patterns.language_matchers import lowered, matcher_for, whole
from ..plain_text import label, plain
from .frontmatter_conditions import is_nothing


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


def cells(place: Statement) -> Iterator[Cell]:
    """The cells of a table that may speak of looking again."""
    block = place.block
    columns = _columns(place)
    limits = _limits(block, columns)
    for line, row in zip(block.row_lines[1:], block.rows[1:], strict=True):
        folded = [fold(cell) for cell in row]
        about = plain(folded[0]) or None if folded else None
        if columns:
            filled = [(c, folded[c]) for c in columns if c < len(folded) and not is_nothing(folded[c])]
            beside = [c for c in range(len(folded)) if c in limits or (len(columns) == 1 and _is_check(folded[c]))]
            more = "".join(f": {folded[c]}" for c in beside if c not in columns and not is_nothing(folded[c]))
            yield from (Cell(line, text + more, about if column else None, True) for column, text in filled)
        elif len(folded) > 1 and roles.has(folded[0], "revisit") and folded[1]:
            yield Cell(line, folded[1], place.option, True, folded[0])
        else:
            yield from (Cell(line, cell, about, False) for cell in (folded[1:] or folded))


def _is_check(cell: str) -> bool:
    """Whether a cell holds nothing but checks and the words between them."""
    return bool(checks(cell)) and len(re.findall(r"\w+", re.sub(r"`[^`]*`|https?://\S+", "", cell))) < len(checks(cell))


def _columns(place: Statement) -> list[int]:
    """The columns that announce conditions; where a heading or label does, the one that tells most of them, else the first."""
    head = place.block.rows[0] if place.block.rows else ()
    columns = [n for n, cell in enumerate(head) if roles.has(cell, "revisit") and not whole("of-rows", plain(cell))]
    if not columns and _watched(head) and not place.under("procedure"):
        return [0]
    if columns or not _announced(place):
        return columns
    named = [n for n, cell in enumerate(head) if matcher_for("carrier|if").search(lowered(cell))]
    return (named or [0])[:1]


def _watched(head: Sequence[str]) -> bool:
    """Whether a table says of triggers how they are noticed, or from which value on."""
    names = [plain(cell) for cell in head]
    return whole("trigger-column", names[0] if names else "") and any(
        whole("threshold|notice-column", name) for name in names[1:]
    )


def _announced(place: Statement) -> bool:
    """Whether a heading, or a label or sentence before the table, announces conditions."""
    before = place.before
    if before is not None and before.kind == "paragraph":
        own = label(before.text)
        if own and not own[1] and roles.has(own[0], "revisit"):
            return True
        leads_in = before.text.rstrip("*_ ").endswith((":", "："))
        if leads_in and matcher_for("if _2 any-of _3 any-verb").search(lowered(before.text)):
            return True
    return place.below("revisit")


def _limits(block: Block, columns: list[int]) -> list[int]:
    """The columns that hold the thresholds of the one column of conditions."""
    if len(columns) != 1:
        return []
    return [n for n, cell in enumerate(block.rows[0]) if n not in columns and whole("threshold", plain(cell))]
