"""The steps of a status: a history in a line, in lines, a list or a table, of which the last one holds."""

import re
from collections.abc import Sequence
from itertools import chain

from ...markdown import Block
from ...model import STATUSES, Status
from .. import roles
from ..dates import dated, point
from ..document.statements import text_of
from ..patterns.language_matchers import either, leading, may_hold, of_languages
from ..plain_text import COMMENT
from ..status.status_line import status_word, undated

LONGEST = 4000
"""Characters of a status that are read for its steps; no history of one is longer."""


def current(entries: Sequence[str]) -> list[str]:
    """The entries of a status, of a dated history only its last step and what is no step.

    Steps without a day may begin a history, if they come before its last one in the life of a record.
    """
    steps = [entry for entry in entries if status_of_step(entry)]
    statuses, days = [status_of_step(step) or "" for step in steps], [point(step) or "" for step in steps]
    if len(set(statuses)) < 2 or not any(days):
        return list(entries)
    last = max(range(len(steps)), key=lambda number: (days[number], statuses[number] != "proposed", number))
    if len({word for word, day in zip(statuses, days, strict=True) if day == days[last]} - {"proposed"}) > 1:
        return list(entries)
    undated = [word for word, day in zip(statuses, days, strict=True) if not day]
    if any(days[: len(undated)]) or any(_stage(word) >= _stage(statuses[last]) for word in undated):
        return list(entries)
    return [steps[last], *(entry for entry in entries if entry not in steps)]


def _stage(status: str) -> int:
    """How late in the life of a record a status is."""
    return {"proposed": 0, "deprecated": 2, "superseded": 2}.get(status, 1)


def contradictory(text: str) -> bool:
    """Whether lines of a status, of which no day tells the last, say different things; what ended it by name outdoes them."""
    statuses = {status_of_step(entry) for entry in text.split("\n")} - {None}
    whole = status_word(one_line(text))
    return len(statuses) > 1 and "superseded" not in statuses and (whole is None or whole[0] != "deprecated")


def offers_choice(entry: str) -> bool:
    """Whether a status is the choice of a template that nobody made: "proposed | accepted | superseded by ADR-0005"."""
    choices = [choice.strip(" [](){}<>*_`") for choice in entry.split("|")]
    return len(choices) > 2 and len({status_of_step(choice) for choice in choices} - {None}) > 1


def one_line(text: str) -> str:
    """The entries of a status as one line."""
    return text.replace("\n", " ; ")


def status_of_step(entry: str) -> Status | None:
    """The status of a step: a line that begins with the word, perhaps with its day, not one about something else."""
    entry = _unworded(entry)
    bare = re.sub(r"[*_`]+", "", entry)
    known = status_word(entry) if may_hold("|".join(STATUSES), bare) and _step().match(bare) else None
    return known[0] if known else None


@of_languages
def _step() -> re.Pattern[str]:
    day = dated()
    statuses, limits = either(*STATUSES), either("limits-before")
    behind = rf"(?:{either('since', 'status-behind')}|{day})"
    return re.compile(
        rf"\W*(?:(?:[^\W\d]+\s+)?{day}\W*)?(?:{limits}\s+)?{statuses}(?:\W*\Z|\s*[^\w\s]|\W+{behind})", re.I
    )


def _unworded(entry: str) -> str:
    """A step without the word that tells its place: "then rejected 2026-05-01"."""
    word = leading("step-word", entry)
    rest = entry[word.end() :].lstrip() if word else ""
    return rest if rest and status_word(rest) else entry


def steps_of(text: str) -> list[str]:
    """A status as its steps: its lines, or the parts of a line that each say one and have all a day, or none."""
    text = _BREAK.sub("\n", _untagged(text[:LONGEST]))
    entries = [_unworded(entry) for entry in text.split("\n")]
    if len(entries) > 1:
        return entries if sum(status_of_step(entry) is not None for entry in entries) > 1 else [text]
    return next(filter(None, (_divided(text, divider) for divider in (_WHOLE, _STEPS, _ASIDES, _sentences()))), [text])


_BREAK = re.compile(r"\s*<br\s*/?>\s*(?=\S)|\s*(?:<br\s*/?>|\\)\s*(?:\n|\Z)", re.I)
"""Ends a line of a paragraph or cell."""
_WHOLE = re.compile(r"\s*;\s+|\s+/\s+|(?<=\d)\.\s+")
"""Divides steps whose day stands behind a comma: "Accepted, 2024-05-01; rejected, 2025-05-01"."""
_STEPS = re.compile(r"\s*[;,]\s+|\s+(?:→|->|=>)\s+")
_ASIDES = re.compile(r"\s*[;,]\s+|\s+[–—-]\s+|\s*[(（](?=[^\W\d])")


@of_languages
def _sentences() -> re.Pattern[str]:
    return re.compile(
        rf"\s*(?:[;,.。]|[;,]?\s{either('and')}|\s(?={either('step-word')}))(?:\s+(?=\w)|\s*\Z|(?<=\s))", re.I
    )


def _divided(text: str, divider: re.Pattern[str]) -> list[str]:
    """The steps of a line; what stands behind a dash or in brackets is one only of a history or of what was accepted."""
    parts = [_unworded(part) for part in divider.split(text) if part.strip()]
    statuses, days = [status_of_step(part) for part in parts], [point(part) for part in parts]
    if len(parts) < 2 or not all(statuses):
        return []
    # "to be reviewed 2027-01-01" is no step, what was reopened is one
    if statuses[-1] == "proposed" and not leading("reopened", parts[-1]):
        return []
    # the day of what has ended is that of its decision
    begun = statuses[0] == "proposed"  # its day is often left out
    dated = all(days[begun:]) and (begun or _stage(statuses[-1] or "") < 2)
    bare = not (any(days) or "→" in text) and (divider is not _ASIDES or statuses[0] == "accepted")
    return parts if dated or bare else []


_STRUCK = re.compile(r"</?(?:del|s|strike)(?:\s[^<>]*)?>", re.I)
_IMAGE = re.compile(r"<img\s(?:[^<>]*?\s)?alt=([\"'])([^\"'<>]*)\1[^<>]*>", re.I)
_TAG = re.compile(
    r"</?(?:a|abbr|b|big|center|code|div|em|font|i|ins|kbd|label|mark|p|samp|small|span|strong|sub|sup|u)(?:\s[^<>]*)?>",
    re.I,
)


def _untagged(text: str) -> str:
    """The words of a status in HTML: a colour or a box around "accepted" says nothing, and what it strikes out holds no more."""
    if "<" not in text:
        return text
    return _TAG.sub("", _IMAGE.sub(r"\2", _STRUCK.sub("~~", COMMENT.sub("", text))))


def listed(block: Block) -> list[str]:
    """The items of a status list that hold today: the ticked ones, or the last of a dated history; so of a table's rows."""
    if block.kind == "table":
        return _unsure([_untagged(row) for row in _rows(block)])
    ticks = any(item.checked is not None for item in block.children)
    return _unsure([_unworded(_untagged(text_of(item))) for item in block.children if item.checked or not ticks])


def _rows(block: Block) -> list[str]:
    """The cells of a table's column of states, each with the day of its row; a table of names and values has one status."""
    if len(block.rows[0]) == 2 and roles.has(block.rows[0][0], "status") and status_of_step(block.rows[0][1]):
        return [block.rows[0][1]]
    named = (n for n, cell in enumerate(block.rows[0]) if roles.has(cell, "status"))
    unnamed = (n for n, cells in enumerate(zip(*block.rows[1:], strict=False)) if all(map(status_of_step, cells)))
    column = next(chain(named, unnamed), None)
    rows = [row for row in block.rows[1:] if column is not None and len(row) > column]
    return [f"{row[column]} {point(' '.join(row)) or ''}".strip() for row in rows if column is not None]


def _unsure(entries: list[str]) -> list[str]:
    """What holds of a list or table; items that say different things stand for the choice of a template."""
    now = current(entries)
    steps = [entry for entry in now if status_of_step(entry)]
    if len({status_of_step(step) for step in steps}) < 2:
        return now
    return [" | ".join(map(undated, steps)), *(entry for entry in now if entry not in steps)]
