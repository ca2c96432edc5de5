"""What somebody is shown of a research file before a key is asked for."""

import click

from ...model import Status
from ...reading.candidates.candidates import Candidate
from ...reading.result_types import Note
from ...reading.review_reasons import NOTHING
from ...records.paragraph_text import plain
from ..review.questions import rule
from ..terminal import COLOURS
from ..terminal.lines import columns, wrapped
from ..terminal.prompt import Prompt
from .condition_questions import BRIEF
from .queue import OpenResearch, QueuedResearch

LINES = 2
"""Lines of the best candidate that are shown, of others one: who has read the file knows a sentence by its beginning."""
TITLE = "the title"
"""Shown for a sentence that is the title, which stands above."""
NUMBERING = 2
"""Words at most of a number or a label before the title, such as "RFC 9:"."""


def head(talk: Prompt, place: str, one: QueuedResearch) -> None:
    """Say which file comes."""
    talk.say(f"\n{rule(f'── {place} ')}")
    talk.wrapped(one.title or one.path, "", bold=True)
    talk.wrapped(", ".join(filter(None, [one.path, one.date])), "", dim=True)


def candidates(talk: Prompt, one: OpenResearch) -> None:
    """Show why somebody is asked, and the sentences that may be the verdict under their numbers."""
    talk.wrapped(_why(one), "", most=1, dim=True)
    note = _of_task(one)
    if note and not any(_is_title(one, plain(c.text)) or c.line == note.line for c in one.verdicts):
        talk.wrapped(f"line {note.line}, {note.text}: {note.why.partition(';')[0]}", "", most=1)
    talk.say()
    for number in range(1, len(one.verdicts) + 1):
        _candidate(talk, one, number, {other.status for other in one.verdicts[: number - 1]})
    if not (one.verdicts or one.reading.verdict):
        talk.wrapped("No sentence of it looks like a verdict; your key decides it all the same.", "", dim=True)


def _candidate(talk: Prompt, one: OpenResearch, number: int, above: set[Status | None]) -> None:
    """A sentence that may be the verdict, brief and dim where it adds no status to those above."""
    candidate = one.verdicts[number - 1]
    status = candidate.status or ""
    head = f"{number:>2} {status}{', ' * bool(status)}line {candidate.line}: "
    brief = number > 1 and (not status or status in above)
    width = min(BRIEF if brief else columns(), columns())
    lines = wrapped(_shown(one, candidate), head, " " * 7, LINES if number == 1 else 1, width)
    if brief:
        lines = [click.style(line, dim=True) for line in lines]
    elif status:
        lines[0] = lines[0].replace(status, click.style(status, fg=COLOURS.get(status), bold=True), 1)
    talk.say("\n".join(lines))


def _shown(one: OpenResearch, candidate: Candidate) -> str:
    """The words of a sentence; of the title, which stands above, where its status comes from."""
    text, note = plain(candidate.text), _of_task(one)
    if not _is_title(one, text):
        return text
    return f"{TITLE}; line {note.line} says “{note.text}”" if note and candidate.status else TITLE


def _is_title(one: OpenResearch, text: str) -> bool:
    brief, full = sorted((text, one.title), key=len)
    return full.endswith(brief) and len(full.removesuffix(brief).split()) <= NUMBERING


def _of_task(one: OpenResearch) -> Note | None:
    """The status in front matter that was passed over."""
    notes = (note for note in one.reading.notes if note.field == "status" and not note.taken)
    return next((note for note in notes if note.rule == "front-matter"), None)


def _why(one: OpenResearch) -> str:
    """Why somebody is asked, but not that no sentence says a decision, nor which disagree: these stand below it."""
    unclear = [finding.message for finding in one.reading.findings if finding.code == "ADR101"]
    silent = one.why == NOTHING or any(message.startswith(one.why) for message in unclear)
    return "" if silent else plain(one.why.partition(": '")[0])
