"""The words of the digest: a list of decisions, each with what was true of it already."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate

from ..board import BoardEntry, WatchedCondition
from ..counts import count
from ..revisit import States
from . import issue_text
from .issue_text import RecordLinks

TITLE = "Look again: what was true already at the first look"
OVER = "All of it has been looked at."
MOST_RECORDS = 60
"""Records that are listed."""
ROOM = 40_000
"""Characters of the list: an issue holds 65,536, and the marker above the text takes up to a quarter of them."""
MOST = 5
"""Conditions of a record that are listed."""
_OPENING = (
    "What these decisions wait for had come true before watching began on {began}, or was true at the first look, nobody knows "
    "since when. Nobody has to answer at once: each answer takes its line out of this list, and what comes true from now on "
    "gets an issue of its own."
)
_DO = """\
What to do, when there is time:

* `adr-gen review N` if a decision holds, or to say what you found
* `adr-gen reopen N` if its question should be asked again
* `adr-gen revisit` shows all of them with what was found"""
_ONCE = (
    "This was opened once. It is closed by itself when everything in it is answered; closing it by hand is fine too: "
    "none of it will be told again."
)

Listed = Iterable[tuple[BoardEntry, Mapping[str, WatchedCondition | None]]]
"""Records on the board, each with the conditions that are told of."""


def body(listed: Listed, states: States, place: RecordLinks) -> str:
    """The text of the issue, without its marker."""
    opening = _OPENING.format(began=states.first.began)
    return "\n\n".join([opening, "\n".join(_records(listed, states, place)), _DO, _ONCE]) + "\n"


def news(listed: Listed, states: States, place: RecordLinks) -> str:
    """A comment that names what was found later to have been true before."""
    return "\n".join(["This was true before, too:", "", *_records(listed, states, place)]) + "\n"


def _records(listed: Listed, states: States, place: RecordLinks) -> Iterator[str]:
    shown = [(entry, list(lines.values())) for entry, lines in listed if lines]
    items = ["\n".join(_record(entry, lines, states, place)) for entry, lines in shown[:MOST_RECORDS]]
    fitting = [item for item, size in zip(items, accumulate(map(len, items)), strict=True) if size <= ROOM]
    yield from fitting
    if len(shown) > len(fitting):
        yield f"* … and {count(len(shown) - len(fitting), 'more decision')}"


def _record(
    entry: BoardEntry, lines: list[WatchedCondition | None], states: States, place: RecordLinks
) -> Iterator[str]:
    record = entry.record
    yield f"* **{record.id}: {place.quote(record, record.title, 200)}** – {place.links(record)}"
    for line in lines[:MOST]:
        yield f"    {issue_text.condition(entry, line, states, place)}"
    if len(lines) > MOST:
        yield f"    * … and {len(lines) - MOST} more"
