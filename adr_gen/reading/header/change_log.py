"""The last dated step of a change log that ends or refuses what the status still calls accepted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, islice

from ...markdown import fold
from ...model import Status
from .. import roles
from ..dates import iso, undated
from ..document.statements import Statement, text_of
from ..patterns.language_matchers import either, of_languages
from ..plain_text import label
from ..verdict.collected_verdicts import SENTENCE, StatedVerdict
from .status_steps import current, status_of_step, steps_of

_PARTS = re.compile(r"\s*[|:：;()（）]\s*|\s[–—-]\s|—|\s*[.。](?=\s|\Z)")
_MARKS = re.compile(r"[*_`~]+")
LONGEST = 400
"""Characters of an entry that are read."""
MOST = 500
"""Entries, the last first, among which the last step is looked for."""
_ENDS = ("rejected", "deferred", "deprecated", "superseded")


@dataclass(frozen=True, slots=True)
class ChangeLogEntry:
    """A dated entry of a change log that says a status."""

    line: int
    day: str
    status: Status
    text: str
    """The day and the words of the status."""


def last(places: list[Statement]) -> ChangeLogEntry | None:
    """The last dated step of a document's change logs, of those that a day and a status can be read from."""
    dated = [(iso(text[:LONGEST]) or "", line, text) for line, text in _entries(places)]
    dated.sort(reverse=True)
    for _, of_a_day in groupby(islice(dated, MOST), key=lambda entry: entry[0]):
        steps = [made for day, line, text in of_a_day if day and (made := _step(line, day, text))]
        if steps:
            return max(steps, key=lambda made: made.status in _ENDS)
    return None


def with_last_step(status: tuple[int, str], places: list[Statement]) -> tuple[int, str]:
    """A status with the last step of the change log, if that came later and ends it or refuses it."""
    line, text = status
    entries = text.split("\n")
    ended = last(places)
    known = {status_of_step(entry) for entry in entries}
    over = known & {"deprecated", "superseded"}
    if ended is None or ended.status not in _ENDS or over or any((iso(entry) or "") >= ended.day for entry in entries):
        return status
    return status if ended.status in known else (line, "\n".join(current([*entries, ended.text])))


def status_of(places: list[Statement]) -> tuple[int, str] | None:
    """Line and words of the status that a record states in its change log alone; a proposal there tells nothing of what became of it."""
    steps = [
        made for line, text in islice(_entries(places), MOST) if (made := _step(line, iso(text[:LONGEST]) or "", text))
    ]
    if not any(made.status != "proposed" for made in steps):
        return None
    holds = current([made.text.removeprefix(": ") for made in steps])
    line = next(made.line for made in steps if made.text.endswith(holds[0]))
    return line, "\n".join(holds)


def contradicting_entry(chosen: StatedVerdict, places: list[Statement]) -> tuple[StatedVerdict, StatedVerdict] | None:
    """A verdict of research and the last step of its change log, if that ends or refuses what was accepted."""
    ended = last(places) if chosen.status == "accepted" else None
    if ended is None or ended.status not in _ENDS:
        return None
    return chosen, StatedVerdict(SENTENCE, ended.line, "change-log", ended.text, ended.status, None)


def _entries(places: list[Statement]) -> Iterator[tuple[int, str]]:
    """Lines and words of the entries of change logs; below a heading with a day that day stands before them."""
    for place in places:
        section, block = place.section, place.block
        named = label(place.before.text) if place.before is not None and place.before.kind == "paragraph" else None
        below = named is not None and not named[1] and roles.has(named[0], "history") and block.kind != "paragraph"
        day = (iso(section.text) or "") if section is not None and "history" in place.headings.below_title else ""
        if not (place.is_history or day or below) or not place.top:
            continue
        if block.kind == "list":
            yield from ((item.line, f"{day} {text_of(item)}") for item in block.children)
        elif block.kind == "table":
            yield from zip(block.row_lines, (" | ".join(row) for row in block.rows), strict=True)
        elif block.kind == "paragraph":
            lines = enumerate(block.text.split("\n"), block.line)
            yield from ((line, f"{day} {step}") for line, text in lines for step in steps_of(text))


def _step(line: int, day: str, text: str) -> ChangeLogEntry | None:
    """The step that an entry says in one of its parts: "2026-03-01 (board): deprecated"."""
    parts = (_moved().sub("", fold(part)) for part in _PARTS.split(undated(_MARKS.sub("", text[:LONGEST]))))
    stated = next(((part, status) for part in parts if (status := status_of_step(part))), None)
    return ChangeLogEntry(line, day, stated[1], f"{day}: {stated[0]}") if stated else None


@of_languages
def _moved() -> re.Pattern[str]:
    """Finds "Status changed to", "moved from accepted to" before the status of a step."""
    statuses = either("proposed", "accepted", "rejected", "deferred", "deprecated", "superseded")
    return re.compile(
        rf"\W*{either('status-moved')}\s+(?:{either('status-from')}\s+{statuses}\s+)?(?:{either('status-to')}\s+)?",
        re.I,
    )
