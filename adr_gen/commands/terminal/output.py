"""Results, problems and progress as a terminal shows them; colours only where they can be shown."""

import re
import sys
from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ...errors import visible

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from ...errors import Problem

T = TypeVar("T")
COLOURS = {
    "accepted": "green",
    "rejected": "red",
    "deferred": "yellow",
    "proposed": "blue",
    "superseded": "bright_black",
    "deprecated": "bright_black",
    "met": "bright_magenta",
    "due": "bright_yellow",
}
_COMMAND = re.compile(r"(?:(?<!\S)|(?<=\S{16}))(?=::\w|##\[)")
"""Where a line may begin, once it is wrapped, with what a workflow takes for a command."""
_CODE, _BLANK = re.compile(r"`[^`]+`"), "\ue000"
"""What stands in backticks, and a sign of nobody's for its blanks."""
NARROWEST = 60
"""Columns of a table in a terminal that has fewer: no room would be left for titles."""
PATIENCE = 1.0
"""Seconds of work before a progress bar appears."""


def safe(text: str) -> str:
    """`text` as it is printed for people: controls are visible, and none of its lines begins with a workflow's command."""
    # a word joiner shows nothing, and a line that begins with it is no command
    return _COMMAND.sub("\u2060", visible(text))


def console() -> "Console":
    """A console for results; plain and 80 columns wide where stdout is no terminal."""
    from rich.console import Console

    # 80 columns in files and pipes: the same bytes on every machine
    made = Console(highlight=False, soft_wrap=False, width=None if sys.stdout.isatty() else 80, emoji=False)
    made.width = max(made.width, NARROWEST)
    return made


def table(headings: list[str], rows: Iterable[list[str]], wide: int = 1) -> None:
    """Print a table; column number `wide` takes the room that is left."""
    from rich.table import Table
    from rich.text import Text

    made = Table(box=None, pad_edge=False, header_style="bold", expand=False)
    for number, heading in enumerate(headings):
        made.add_column(heading, overflow="fold", ratio=1 if number == wide else None, no_wrap=number != wide)
    for row in rows:
        made.add_row(*(Text(safe(cell), style=COLOURS.get(cell, "")) for cell in row))
    show(made)


def show(content: "RenderableType") -> None:
    """Print what is laid out in columns; files and pipes get no blanks at the ends of lines."""
    out = console()
    if out.is_terminal:
        out.print(content)
        return
    with out.capture() as capture:
        out.print(content)
    # click would write UTF-8 where only ASCII can be shown
    sys.stdout.write("\n".join(line.rstrip() for line in capture.get().split("\n")))
    sys.stdout.flush()


def fitted(text: str, *, to_stderr: bool = False) -> str:
    """A line as it is; on a terminal wrapped at its columns, with what follows indented, and commands in one piece."""
    from .lines import columns, wrapped

    stream = sys.stderr if to_stderr else sys.stdout
    if not stream.isatty():
        return text
    first, *more = text.split("\n")
    # who copies a command that is broken runs its first words
    first = _CODE.sub(lambda match: match[0].replace(" ", _BLANK), first)
    return "\n".join([*wrapped(first, "", "    ", width=columns()), *more]).replace(_BLANK, " ")


def problems(listed: Iterable["Problem"]) -> None:
    """Print problems to stderr: one a line, on a terminal wrapped below its place."""
    from ...codes import CODES

    for problem in listed:
        code = CODES.get(problem.code)
        text = str(problem)
        if code and code.hint:
            text = text.replace(f"{problem.code} ", f"{problem.code} hint: ", 1)
        click.secho(fitted(text, to_stderr=True), err=True, fg=None if code and code.hint else "red")


def progress(items: Iterable[T], total: int) -> Iterator[T]:
    """Pass `items` on; on a terminal a bar appears on stderr when they take longer than a second."""
    if not sys.stderr.isatty():
        yield from items
        return
    start = monotonic()
    shown = -1
    for number, item in enumerate(items, start=1):
        yield item
        percent = 100 * number // max(total, 1)
        # once for each percent: a terminal may be slower than the work
        if monotonic() - start > PATIENCE and percent != shown:
            shown = percent
            bar = "█" * (percent // 4)
            click.echo(f"\r{bar:<25} {number}/{total}", nl=False, err=True)
    if shown >= 0:
        click.echo("\r\033[K", nl=False, err=True)


def as_json(value: Any) -> str:
    """JSON for other programs, in signs that the output can hold."""
    import json

    # consoles of Windows and LANG=C cannot print every letter; `\u` escapes are JSON too
    wide = (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "") == "utf8"
    return json.dumps(value, indent=2, ensure_ascii=not wide)
