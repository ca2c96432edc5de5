"""The status of a hand-written record where it is stated: in front matter, a header line, or a section of its own."""

import re
from collections.abc import Sequence
from itertools import chain

from ...frontmatter import FrontMatter
from ...markdown import Block, Document, fold
from ...model import STATUSES, Status
from .. import roles
from ..days import dated, point
from ..document.outline import Statement, text_of
from ..patterns.pattern import anywhere, either, finder, leading, lowered, may_hold, of_languages, whole
from ..sentences.verb import Judged, alone, judge
from ..status.status import status_word, undated
from ..text import label
from ..values import Finding, Note
from .header import Lines

DECISION_OF = {"accepted": "accept", "rejected": "reject", "deferred": "defer", "superseded": "superseded"}
"""What `decision` says for the words of a status."""


LONGEST = 4000
"""Characters of a status that are read for its steps; no history of one is longer."""


MOST = 500
"""Entries of a history of statuses that are read."""


def line(document: Document, statements: list[Statement], lines: Lines) -> tuple[int, str] | None:
    """Line and words of a hand-written record's status; of a history what holds today comes first."""
    head = next((value for name, value in lines.items() if roles.has(name, "status")), None)
    below = _below([place for place in statements if not place.headings.are_titles] if head else statements)
    places = [_front(document.front), (head[0], _steps_of(head[1])) if head else None, below]
    stated = [place for place in places if place is not None]
    if not stated:
        return None
    (number, first), *others = stated
    statuses = {status_of_step(entry) for entry in first}
    more = [
        entry for _, entries in others for entry in current(entries) if status_of_step(entry) not in statuses - {None}
    ]
    return number, _joined([*first, *more])


def _front(front: FrontMatter) -> tuple[int, list[str]] | None:
    key = next((k for k in ("status", "Status") if front.items(k)), None)
    return (front.lines.get(key, 1), [front.text(key) or " | ".join(current(front.items(key)))]) if key else None


def unreadable(front: FrontMatter) -> Finding | None:
    """What is wrong with a status in the front matter that is no text and no list of texts."""
    key = next((k for k in front.values if k.lower() == "status" and front.values[k] and not front.items(k)), None)
    if key is None:
        return None
    message = f"`{key}` holds {front.kind(key)}; write one of {', '.join(STATUSES)}"
    return Finding(front.lines.get(key, 1), "ADR102", message)


def _below(places: list[Statement]) -> tuple[int, list[str]] | None:
    """Line and entries of the sections that state the status, or of a heading or label that does."""
    section: list[str] = []
    number = 0
    for place in places:
        if len(section) > MOST:
            break
        block, own = place.block, place.label if place.labelled("status") else None
        if block.kind == "heading":
            spoken = label(block.text) if block.level > 1 and not section and not place.of_option else None
            if spoken and roles.has(spoken[0], "status"):
                return block.line, [spoken[1]]
        elif place.top and place.below("status") and not place.of_option:
            text = own[1] if own and own[1] else block.text
            section += _steps_of(text) if block.kind == "paragraph" else _listed(block)
            number = number or block.line
        elif place.top and own and own[1] and not section and not place.of_option:
            return block.line, _steps_of(own[1])
    return (number, section) if section else None


def _joined(entries: list[str]) -> str:
    return "\n".join(fold(entry) for entry in current(entries))


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


def one_line(text: str) -> str:
    """The entries of a status as one line."""
    return text.replace("\n", " ; ")


def status_of_step(entry: str) -> Status | None:
    """The status of a step: a line that begins with the word, perhaps with its day, not one about something else."""
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


def _steps_of(text: str) -> list[str]:
    """A status as its steps: its lines, or the parts of a line that each say one and have all a day, or none."""
    text = text[:LONGEST]
    entries = [re.sub(r"(?:<br\s*/?>|\\)\s*\Z", "", entry) for entry in text.split("\n")]
    if len(entries) > 1:
        return entries if sum(status_of_step(entry) is not None for entry in entries) > 1 else [text]
    return next(filter(None, (_divided(text, divider) for divider in (_STEPS, _ASIDES, _sentences()))), [text])


_STEPS = re.compile(r"\s*[;,]\s+|\s+(?:→|->|=>)\s+")
_ASIDES = re.compile(r"\s*[;,]\s+|\s+[–—-]\s+|\s*[(（](?=[^\W\d])")


@of_languages
def _sentences() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:[;,.。]|[;,]?\s{either('and')})(?:\s+(?=\w)|\s*\Z)", re.I)


def _divided(text: str, divider: re.Pattern[str]) -> list[str]:
    """The steps of a line; what stands behind a dash or in brackets is one only of a history or of what was accepted."""
    parts = [part for part in divider.split(text) if part.strip()]
    statuses, days = [status_of_step(part) for part in parts], [point(part) for part in parts]
    if len(parts) < 2 or not all(statuses) or statuses[-1] == "proposed":
        return []
    # the day of what has ended is that of its decision
    begun = statuses[0] == "proposed"  # its day is often left out
    dated = all(days[begun:]) and (begun or _stage(statuses[-1] or "") == 1)
    bare = not (any(days) or "→" in text) and (divider is not _ASIDES or statuses[0] == "accepted")
    return parts if dated or bare else []


def _listed(block: Block) -> list[str]:
    """The items of a status list that hold today: the ticked ones, or the last of a dated history; so of a table's rows."""
    if block.kind == "table":
        return _unsure(_rows(block))
    ticks = any(item.checked is not None for item in block.children)
    return _unsure([text_of(item) for item in block.children if item.checked or not ticks])


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


def task_status(places: list[Statement], lines: Lines) -> tuple[int, str, Judged] | None:
    """The status of a research file, if its word can only be said of a decision, not of a task."""
    line, text = _stated(places, lines)
    if not text or contradictory(text):
        return None
    known = _outcome(one_line(text)) or (
        status_word(one_line(text)) if finder("of-decisions").search(text) and not _is_done(text) else None
    )
    return (line, fold(text), known) if known else None


_PARTS = re.compile(r"\s*[.;:,(（；：，。]\s*|\s+[–—-]\s+|—|\s*(?:→|->|=>)\s*")


def _is_done(text: str) -> bool:
    """Whether a status begins with words of a task that is done: "Spike complete — NO-GO"."""
    return bool(anywhere("^ !negation _2? task-done $").match(lowered(_PARTS.split(fold(text))[0])))


def _outcome(text: str) -> Judged | None:
    """What a status says behind the words that the task is done."""
    if not _is_done(text):
        return None
    parts = [part.strip(" )）*_`") for part in _PARTS.split(fold(text))[1:]]
    return next((judged for part in parts if not whole("task-only", part) and (judged := _said(part))), None)


def _said(part: str) -> Judged | None:
    """A verdict and nothing else, or a refusal of something: "deferred to v2"; who builds something may tell of the task."""
    refused = leading("reject|reject-label|defer|defer-label|done-reject|done-defer|negation", part)
    accepted = leading("done-accept|capital-verdict|of-decisions|stays|order", part)
    judged = alone(part) if refused or accepted or leading("defer-bare|reject-bare", part) else None
    return judged or (judge(part) if refused else None)


def draft_status(front: FrontMatter, places: list[Statement], lines: Lines) -> tuple[int, str] | None:
    """The status of a research file that says that it is a draft, or waits for those who decide."""
    line, text = (
        (front.lines.get("status", 1), front.text("status")) if front.text("status") else _stated(places, lines)
    )
    return (line, fold(text)) if leading("of-drafts", one_line(text)) else None


def state_of_task(front: FrontMatter) -> Note | None:
    """The status in a research file's front matter whose word a decision could have; it is the task's, so it decides nothing."""
    status = front.text("status")
    if status.lower() not in DECISION_OF:
        return None
    why = f"the state of the task; `decision: {DECISION_OF[status.lower()]}` says it of the decision"
    return Note("status", front.lines.get("status", 1), "front-matter", f"status: {status}", False, why)


def _stated(places: list[Statement], lines: Lines) -> tuple[int, str]:
    """What stands as the status of a research file, and its line; no text if nothing does."""
    stated = next((value for name, value in lines.items() if roles.has(name, "status")), None)
    below = None if stated else _below([place for place in places if not place.headings.are_titles])
    if below and not any(status_of_step(entry) for entry in below[1]):  # "Rejected candidates get a letter" is no state
        below = None
    return stated or ((below[0], _joined(below[1])) if below else (0, ""))
