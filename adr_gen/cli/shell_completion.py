"""What a shell offers behind a command: numbers, statuses, tags and people, from the heads of the record files.

Nothing but names and front matter is looked at, and whatever is wrong offers nothing: a shell waits for the answer.
"""

from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    from ..config import Home

Completer = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


def numbers(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The numbers of records, as they are begun: 7, 0007, ADR-0007; of a path that is begun, files."""
    if "/" in incomplete or "." in incomplete:
        return [CompletionItem(incomplete, type="file")]
    begun = incomplete.upper()
    form = "ADR-{:04}" if begun.startswith("A") else "{}" if begun and not begun.startswith("0") else "{:04}"
    offered = ((form.format(number), title) for number, title in _records())
    return [CompletionItem(text, help=title) for text, title in offered if text.startswith(begun)]


def file_or_number(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Files, and the numbers of records once one is begun."""
    begun = incomplete[:1].isdigit() or incomplete.lower().startswith("adr")
    offered = numbers(context, parameter, incomplete) if begun else []
    return offered or [CompletionItem(incomplete, type="file")]


def statuses(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The six statuses."""
    from ..model import STATUSES

    return [CompletionItem(status) for status in STATUSES if status.startswith(incomplete.lower())]


def tags(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The tags that records have."""
    return _named(("tags",), incomplete)


def people(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The people who are asked: who owns a decision, else who decided it."""
    from ..frontmatter import DECISION_MAKERS, OWNERS

    return _named((*OWNERS, *DECISION_MAKERS), incomplete)


def _home() -> "Home | None":
    from ..config import find
    from ..errors import UsageError

    try:
        return find(Path.cwd())
    # a message would stand in the middle of the line that a person is typing
    except (UsageError, OSError):
        return None


def _paths(home: "Home") -> Iterator[str]:
    from ..files import markdown
    from ..records.record_names import is_record

    try:
        yield from filter(is_record, markdown(home.root, home.settings.decisions))
    except OSError:
        return


def _records() -> Iterator[tuple[int, str]]:
    """Numbers, and what the file names say of titles."""
    from ..records.record_names import numbers as numbered

    home = _home()
    for path, number in sorted(numbered(_paths(home)).items(), key=lambda pair: pair[1]) if home else ():
        yield number, path.rpartition("/")[2].rpartition(".")[0]


def _named(keys: tuple[str, ...], incomplete: str) -> list[CompletionItem]:
    """The values that record files have under front matter keys."""
    home = _home()
    values = {value for path in _paths(home) for value in _values(home, path, keys)} if home else set()
    begun = incomplete.casefold()
    return [CompletionItem(value) for value in sorted(values) if value.casefold().startswith(begun)]


def _values(home: "Home", path: str, keys: tuple[str, ...]) -> Iterator[str]:
    from ..files import glimpse
    from ..frontmatter import FrontMatterError, split

    try:
        front, _ = split(glimpse(home.root, path).removeprefix("\ufeff").replace("\r\n", "\n"))
    except FrontMatterError:
        return
    yield from map(unescape, front.items(*keys))
