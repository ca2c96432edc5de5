"""Words of a document on the lines of a terminal, by the columns that their signs take."""

import os
import sys
from collections.abc import Iterator
from unicodedata import category, east_asian_width

from .. import terminal

WIDTH = 80
"""Columns of a line where no terminal shows it."""
LEAST, MOST = 40, 100
"""Columns of a line in a narrow terminal and in a wide one, where the eye would lose a longer one."""
INDENT = " " * 4
OPENING, CLOSING = "（「『《〈【〔([“‘", "）」』》〉】〕)]”’、。，．：；！？,.:;!?…ー"
"""Signs that end no line, and signs that begin none."""


def columns() -> int:
    """The columns of the terminal that shows the dialogue, from 40 to 100; 80 where it is shown in none."""
    try:
        wide = os.get_terminal_size(sys.stderr.fileno()).columns
    except (OSError, ValueError):
        wide = 0
    return min(max(wide, LEAST), MOST) if wide else WIDTH


def drawn(sign: str, plain: str) -> str:
    """A sign, or a plain one where the dialogue cannot show it: "?" would ask something."""
    try:
        sign.encode(sys.stderr.encoding or "utf-8")
    except UnicodeEncodeError:
        return plain
    return sign


def columns_of(text: str) -> int:
    """The columns that a terminal needs for a text: two for each sign of a script such as Chinese."""
    return len(text) if text.isascii() else sum(map(_sign, text))


def wrapped(text: str, first: str = INDENT, rest: str = "", most: int | None = None, width: int = WIDTH) -> list[str]:
    """Words of a document as lines of so many columns, at `most` so many lines; addresses stay in one piece."""
    lines, indent = [first], rest or " " * len(first)
    pieces = list(_pieces(terminal.safe(" ".join(text.split()))))
    for piece in pieces:
        begun = lines[-1] in (first, indent)
        if begun or columns_of(lines[-1] + piece) <= width:
            lines[-1] += piece.lstrip() if begun else piece
        elif len(lines) == most:
            return _cut(lines, first if most == 1 else indent, width)
        else:
            lines.append(indent + piece.lstrip())
    return lines if pieces else []


def _cut(lines: list[str], indent: str, most: int) -> list[str]:
    """Lines with the sign that more follows, and as many words of the last one as leave room for it."""
    end = drawn(" …", " ...")
    *before, last = lines
    words = list(_pieces(last[len(indent) :]))
    while words and columns_of(indent + "".join(words) + end) > most:
        words.pop()
    if words:
        return [*before, indent + "".join(words) + end]
    if before and columns_of(before[-1] + end) <= most:
        return [*before[:-1], before[-1] + end]
    while columns_of(last + end) > most:  # one long word, of which the beginning says more than nothing
        last = last[:-1]
    return [*before, last + end]


def _pieces(text: str) -> Iterator[str]:
    """The parts between which a line may end, each with the blank before it."""
    for number, word in enumerate(text.split()):
        piece = " " * bool(number)
        for sign in word:
            if piece.strip() and not _held(piece, sign):
                yield piece
                piece = ""
            piece += sign
        yield piece


def _held(before: str, sign: str) -> bool:
    """Whether a sign stays on the line of those before it."""
    if sign in CLOSING or before[-1] in OPENING or _sign(sign) == 0:
        return True
    return _sign(before[-1]) < 2 and _sign(sign) < 2


def _sign(sign: str) -> int:
    if east_asian_width(sign) in "WF":
        return 2
    return 0 if category(sign) in ("Mn", "Me", "Cf") else 1
