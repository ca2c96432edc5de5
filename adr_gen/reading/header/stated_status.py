"""The status of a hand-written record where it is stated: in front matter, a header line, or a section of its own."""

import re
from collections.abc import Iterator

from ...frontmatter import FrontMatter
from ...markdown import Document, fold
from ...model import STATUSES
from .. import roles
from ..document.statements import Statement
from ..patterns.language_matchers import finder, leading, lowered, matcher_for, whole
from ..plain_text import label
from ..result_types import Finding, Note
from ..sentences.verdict_verbs import Judged, alone, judge
from ..status.status_line import status_word
from .header_fields import Lines
from .status_steps import contradictory, current, listed, one_line, status_of_step, steps_of

DECISION_OF = {"accepted": "accept", "rejected": "reject", "deferred": "defer", "superseded": "superseded"}
"""What `decision` says for the words of a status."""


MOST = 500
"""Entries of a history of statuses that are read."""


DESCRIBING = 3
"""Words of a status that describes its document at least; "Draft" and a misspelt word are fewer."""


def line(document: Document, statements: list[Statement], lines: Lines) -> tuple[int, str] | None:
    """Line and words of a hand-written record's status; of a history what holds today comes first."""
    head = next((value for name, value in lines.items() if roles.has(name, "status")), None)
    below = _below([place for place in statements if not place.headings.are_titles] if head else statements)
    places = [_front(document.front), (head[0], steps_of(head[1])) if head else None, below]
    stated = [place for place in places if place is not None] or list(_opening(statements))
    if not stated:
        return None
    (number, first), *others = stated
    statuses = {status_of_step(entry) for entry in first}
    more = [
        entry for _, entries in others for entry in current(entries) if status_of_step(entry) not in statuses - {None}
    ]
    return number, _joined([*first, *more])


_EMPHASISED = re.compile(r"(\*\*|__|[*_])([^*_:：\n]{4,30})\1(?![\w:：])")


def _opening(places: list[Statement]) -> Iterator[tuple[int, list[str]]]:
    """A paragraph below the title that begins with the status in emphasis: "**Superseded** by 31"."""
    for place in places:
        lead = _EMPHASISED.match(place.block.text) if place.block.kind == "paragraph" and place.top else None
        if (
            lead
            and place.headings.are_titles
            and whole("|".join((*STATUSES, "superseded-participle")), lead[2].rstrip(" ."))
        ):
            yield place.line, steps_of(place.block.text)
            return


def describes(text: str) -> bool:
    """Whether a status says what the document is, not what became of it: "Decision note for the relay"."""
    words, low = fold(text), lowered(fold(text))
    named = matcher_for("^ _4 document-noun").match(low) and len(words.split()) >= DESCRIBING
    return (
        bool(named)
        and status_word(one_line(text)) is None
        and not matcher_for("not-final|undecided|to-come").search(low)
    )


def _front(front: FrontMatter) -> tuple[int, list[str]] | None:
    names = sorted((k for k in front.values if roles.has(k, "status")), key=lambda k: k.lower() != "status")
    key = next((k for k in names if front.items(k)), None)
    if key is None:
        return None
    text = front.text(key)
    return front.lines.get(key, 1), steps_of(text) if text else [" | ".join(current(front.items(key)))]


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
                return block.line, steps_of(spoken[1])
            # HTML is no statement by itself
            if _opens(place) and place.after is not None and place.after.kind == "html":
                section += steps_of(place.after.text)
                number = number or place.after.line
        elif place.top and place.below("status") and not place.of_option:
            text = own[1] if own and own[1] else block.text
            section += steps_of(text) if block.kind in ("paragraph", "html") else listed(block)
            number = number or block.line
        elif place.top and own and own[1] and not section and not place.of_option:
            return block.line, steps_of(own[1])
    return (number, section) if section else None


def _opens(place: Statement) -> bool:
    """Whether a heading opens the section of the status."""
    return place.block.level > 1 and not place.of_option and roles.has(place.block.text, "status")


def unread(places: list[Statement]) -> Finding | None:
    """What is wrong with a section of the status that holds a quote, code or a picture instead of a word."""
    opening = (p for p in places if p.block.kind == "heading" and p.after is not None and _opens(p))
    held = next((p.after for p in opening if p.after and p.after.kind in ("html", "code", "quote")), None)
    message = f"the section of the status holds no word of it; write one of {', '.join(STATUSES)} as a paragraph there"
    return Finding(held.line, "ADR102", message) if held else None


def _joined(entries: list[str]) -> str:
    return "\n".join(fold(entry) for entry in current(entries))


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
    return bool(matcher_for("^ !negation _2? task-done $").match(lowered(_PARTS.split(fold(text))[0])))


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
