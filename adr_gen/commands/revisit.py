"""A whole run of revisit: look, remember, and show the board in the form that is asked for."""

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

import click

from .. import files
from ..board import (
    ALL_OF,
    BoardEntry,
    WatchedCondition,
    by_state,
    evidence,
    look_again,
    pressing_word,
    since_word,
    without_mentions,
)
from ..checks import Check, observe
from ..model import NEEDS_ATTENTION, Observation, RecordState
from ..monitor import Monitor
from ..project import Project
from ..records.paragraph_text import for_terminal
from ..revisit import causes
from . import terminal
from .output_formats import command

HINTS: dict[RecordState, str] = {
    "met": "has come true: answer with `adr-gen review`, or `adr-gen reopen N`",
    "due": "its day has come, or nobody has looked for long: `adr-gen review`",
    "reopened": "asked again: decide it there, nobody is asked meanwhile",
    "unknown": "a check that was not made yet, or could not be",
    "waiting": "the next day first",
    "never": "will not be looked at again",
}
WIDTH = 80


def store_results(monitor: Monitor, results: Iterable[tuple[Check, Observation]], *, remember: bool) -> int:
    """Take in what online checks `results` and, to `remember`, what the project's own checks find; returns how many."""
    online = list(results)
    local = [(check, observe(check, monitor.world)) for check in monitor.checks(online=False)] if remember else []
    if online or local:
        monitor.store([*online, *local])
    return len(online)


def text(entries: list[BoardEntry], monitor: Monitor) -> Iterator[str]:
    """The board for a terminal."""
    again = monitor.reopened
    yield click.style(f"As of {monitor.as_of.isoformat()}", dim=True)
    for state, some in by_state(entries).items():
        name = click.style(f"{state.capitalize()} {len(some)}", bold=True, fg=terminal.COLOURS.get(state))
        yield f"\n{name}  {click.style(HINTS[state], dim=True)}"
        for entry in some:
            yield from _entry(entry, monitor, again)
    yield ""
    yield _counts(entries)


def _counts(entries: list[BoardEntry]) -> str:
    if not entries:
        return "no record waits for anything"
    parts = [f"{len(some)} {state}" for state, some in by_state(entries).items()]
    return f"{terminal.count(len(entries), 'record')} watched: {', '.join(parts)}"


def _entry(entry: BoardEntry, monitor: Monitor, again: Mapping[str, str]) -> Iterator[str]:
    record = entry.record
    status = " ".join(filter(None, (record.status or "no status", record.qualifier)))
    yield from _wrapped(
        f"{record.id}  {for_terminal(record.title)}  [{', '.join([status, *_days(entry, monitor)])}]", "  ", " " * 12
    )
    if asked := again.get(record.path):
        yield from _wrapped(f"open again in {asked}: decide it there", " " * 4, " " * 4)
    if entry.together:
        yield click.style(f"    {ALL_OF}", dim=True)
    for line in entry.lines:
        yield from _line(line, monitor)


def _days(entry: BoardEntry, monitor: Monitor) -> Iterator[str]:
    """Since when the record is met or due and why, or else the next day on which something about it falls due."""
    states, record = monitor.states, entry.record
    if entry.state not in NEEDS_ATTENTION:
        if entry.next:
            yield look_again(entry.next)
        return
    if since := states.since(record):
        cause = states.cause(record)
        why = f" ({causes.cause_text(cause, states.review_every)})" if cause else ""
        yield f"{pressing_word(record, states)} {since_word(record, states)} {since.isoformat()}{why}"
    told = since is not None and since.isoformat() == entry.review_by
    if entry.review_by and entry.review_by <= monitor.as_of.isoformat() and not told:
        yield f"to be reviewed by {entry.review_by}"


def _line(line: WatchedCondition, monitor: Monitor) -> Iterator[str]:
    item = f"{line.trigger.item}: " if line.trigger.item else ""
    yield from _wrapped(f"({line.letter}) {line.word:<8} {item}{for_terminal(line.trigger.whole)}", " " * 4, " " * 17)
    if seen := evidence(line, monitor.as_of):
        yield from (click.style(part, dim=True) for part in _wrapped(seen, " " * 17, " " * 17))


def _wrapped(paragraph: str, first: str, rest: str) -> list[str]:
    return textwrap.wrap(
        terminal.safe(paragraph), WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
    ) or [first]


def markdown(entries: list[BoardEntry], monitor: Monitor) -> Iterator[str]:
    """The board for the text of an issue or a pull request."""
    again = monitor.reopened
    yield f"As of {monitor.as_of.isoformat()}: {_counts(entries)}."
    for state, some in by_state(entries).items():
        yield f"\n### {state.capitalize()}\n"
        for entry in some:
            yield from _entry_markdown(entry, monitor, again)


def _entry_markdown(entry: BoardEntry, monitor: Monitor, again: Mapping[str, str]) -> Iterator[str]:
    """One record and its conditions as a list item."""
    record = entry.record
    qualifier = f" ({without_mentions(record.qualifier)})" if record.qualifier else ""
    asked = again.get(record.path)
    where = f" — open again in [{without_mentions(asked)}]({quote(asked)})" if asked else ""
    which = f" — {ALL_OF}" if entry.together else ""
    title = f"**{record.id}** [{without_mentions(record.title)}]({quote(record.path)})"
    yield f"* {title} — {record.status or 'no status'}{qualifier}{where}{which}"
    for line in entry.lines:
        seen = evidence(line, monitor.as_of)
        yield f"    * ({line.letter}) *{line.word}*: {without_mentions(line.trigger.whole)}" + (
            f" — {without_mentions(seen)}" if seen else ""
        )


def github(entries: list[BoardEntry], monitor: Monitor) -> Iterator[str]:
    """Annotations of GitHub Actions: a warning for what is met or due, a notice for what could not be checked."""
    levels: dict[RecordState, str] = {"met": "warning", "due": "warning", "unknown": "notice"}
    for entry in entries:
        level = levels.get(entry.state)
        if level is None:
            continue
        path = entry.record.path
        place = monitor.project.below + path
        if not entry.urgent:
            yield command(level, place, 1, f"{entry.record.id} {entry.state}", f"to be reviewed by {entry.review_by}")
        for line in entry.urgent:
            seen = evidence(line, monitor.as_of)
            message = line.trigger.text + (f" — {seen}" if seen else "")
            at = _line_of(monitor.project, path, line.trigger.text)
            yield command(level, place, at, f"{entry.record.id} ({line.letter}) {line.word}", message)


def _line_of(project: Project, path: str, condition: str) -> int:
    """The line of a project file on which a condition stands, 1 if it stands on none."""
    try:
        text = files.read(project.root, path, project.settings.max_size)
    except files.Unreadable:
        return 1
    return text.count("\n", 0, max(text.find(condition), 0)) + 1
