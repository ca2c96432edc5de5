"""A change for people at a terminal, for a comment or a summary, and for other programs."""

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any

import click

from ...board import without_mentions
from ...change import Change, NewlyMet, RecordEdit
from ...log import heading_json
from ...notify import RecordLinks
from ...records import Record
from .. import terminal
from .line_findings import altered, taken

MOST = 5
"""Records whose conditions a comment shows; the rest is counted."""


def by_record(flips: tuple[NewlyMet, ...]) -> list[tuple[Record, list[NewlyMet]]]:
    """The conditions of each record that come true."""
    # flips come record by record
    grouped = groupby(flips, lambda flip: flip.record.path)
    groups = [list(some) for _, some in grouped]
    return [(some[0].record, some) for some in groups]


def as_json(change: Change) -> dict[str, Any]:
    """Everything that is told of a change; every key is always there."""
    return {
        "base": change.base,
        "head": change.head,
        "records": [
            {**_record(record), "standing": flips[0].standing, "triggers": [_trigger(flip) for flip in flips]}
            for record, flips in by_record(change.flips)
        ],
        "hints": [
            {
                **_record(hint.record),
                "option": hint.option,
                "dependency": hint.dependency.declared.name,
                "ecosystem": hint.dependency.ecosystem,
                "path": hint.location.path,
                "line": hint.location.line,
            }
            for hint in change.hints
        ],
        "edits": [_edit(edit) for edit in change.edits],
        "research": [{"path": one.path, "title": one.title, "status": one.status} for one in change.research],
        "numbers": [
            {"path": one.path, "number": one.number, "taken_by": one.other, "next_free": one.free}
            for one in change.clashes
        ],
    }


def _record(record: Record) -> dict[str, Any]:
    return {**heading_json(record), "url": record.url, "record": record.path}


def _trigger(flip: NewlyMet) -> dict[str, Any]:
    return {
        "id": flip.letter,
        "text": flip.trigger.text,
        "check": list(flip.trigger.check),
        "before": flip.before,
        "after": flip.after,
        "evidence": flip.evidence,
        "path": flip.location.path,
        "line": flip.location.line,
    }


def _edit(edit: RecordEdit) -> dict[str, Any]:
    pairs = {"status": edit.status, "standing": edit.standing, "title": edit.title}
    return {
        **_record(edit.record),
        "changes": {name: {"before": old, "after": new} for name, (old, new) in pairs.items()},
        "conditions": {"added": list(edit.added), "removed": list(edit.removed)},
        "deleted": edit.gone,
        "path": edit.location.path,
        "line": edit.location.line,
    }


def text(change: Change) -> Iterator[str]:
    """The change at a terminal."""
    for record, flips in by_record(change.flips):
        yield click.style(f"{record.id}  {terminal.safe(record.title)}  [{_status(record)}]", bold=True)
        for flip in flips:
            yield f"    ({flip.letter}) {terminal.safe(flip.trigger.text)}"
            yield f"        {flip.before} → {flip.after}: {terminal.safe(flip.evidence)}"
            yield click.style(f"        {terminal.safe(flip.location.path)}:{flip.location.line}", dim=True)
        yield f"    answer with `adr-gen review {record.number}`, or `adr-gen reopen {record.number}`"
    yield from (f"hint: {terminal.safe(line)}" for line in _hints(change, terminal.safe))
    yield from (terminal.safe(line) for line in _others(change, terminal.safe))
    yield summary(change)


def _status(record: Record) -> str:
    return " ".join(filter(None, (record.status or "no status", record.qualifier)))


def summary(change: Change) -> str:
    """How much there is to tell, in a line."""
    parts = [
        terminal.count(len(change.flips), "condition") + (" comes true" if len(change.flips) == 1 else " come true"),
        *([terminal.count(len(change.hints), "hint")] if change.hints else []),
        *([terminal.count(len(change.edits), "record") + " edited"] if change.edits else []),
        *([f"{terminal.count(len(change.research), 'research file')} without a record"] if change.research else []),
        *([terminal.count(len(change.clashes), "number") + " taken twice"] if change.clashes else []),
    ]
    return f"{', '.join(parts)} between {change.base[:10]} and {change.head[:10]}"


def _hints(change: Change, write: Callable[[str], str]) -> Iterator[str]:
    for hint in change.hints:
        record, at = hint.record, hint.location
        yield (
            f"{record.id} {write(record.title)} [{write(_status(record))}] considered {write(hint.option)}, "
            f"which is a new dependency in {write(at.path)}:{at.line}"
        )


def _others(change: Change, write: Callable[[str], str]) -> Iterator[str]:
    """What is told beside conditions and hints, a line each."""
    for edit in change.edits:
        yield f"{edit.record.id} {write(edit.record.title)}: {write('; '.join(altered(edit)))} ({write(edit.location.path)})"
    for clash in change.clashes:
        yield f"{write(clash.path)}: {write(taken(clash))}"
    for one in change.research:
        state = f"decides ({one.status}), and has no record; run `adr-gen generate`"
        yield f"{write(one.path)}: {state if one.status else 'undecided, so it has no record yet'}"


def markdown(change: Change, place: RecordLinks) -> str:
    """The change for a comment or a summary; at most five records in full."""
    groups = by_record(change.flips)
    parts = [_heading(change, len(groups))]
    parts += ["\n".join(line for record, flips in groups[:MOST] for line in _item(record, flips, place))]
    if len(groups) > MOST:
        parts.append(f"… and {terminal.count(len(groups) - MOST, 'more record')}; `adr-gen pr` shows all.")
    others = [f"* {'Hint: ' if n < len(change.hints) else ''}{line}" for n, line in enumerate(_listed(change))]
    parts.append(
        "\n".join([*others[: 4 * MOST], *([f"* … and {len(others) - 4 * MOST} more"] if others[4 * MOST :] else [])])
    )
    return "\n\n".join(part for part in parts if part) + "\n"


def _listed(change: Change) -> list[str]:
    def short(piece: str) -> str:
        return without_mentions(piece if len(piece) <= 300 else f"{piece[:299]}…")

    return [*_hints(change, short), *_others(change, short)]


def _heading(change: Change, records: int) -> str:
    if not change.flips:
        return "Of what decisions wait for, this change makes nothing true."
    waits = "a decision waits" if records == 1 else f"{records} decisions wait"
    return f"**This change makes true what {waits} for.** Look again before or after it is merged; nothing is held up."


def _item(record: Record, flips: list[NewlyMet], place: RecordLinks) -> Iterator[str]:
    title, status = place.quote(record, record.title, 300), place.quote(record, _status(record), 120)
    yield f"* **{record.id}: {title}** — {status}; see {place.links(record)}"
    for flip in flips:
        evidence = place.quote(record, flip.evidence, 300)
        yield f"    * ({flip.letter}) {place.quote(record, flip.trigger.text, 400)} — {evidence}"
    yield f"    * `adr-gen review {record.number}` if it holds, `adr-gen reopen {record.number}` to ask again"
