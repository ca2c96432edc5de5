"""Blockers: explicit in the front matter, or under a heading or label that names them."""

from dataclasses import dataclass, field

from ...frontmatter import FrontMatter
from ...markdown import Block, fold
from ...model import Blocker, Status
from ..document.statements import Statement, text_of
from ..header.header_fields import Lines
from ..patterns.language_matchers import lowered, matcher_for
from ..plain_text import sentences
from ..result_types import Finding, MovedList, Note
from .announced_blockers import Texts, announced, is_none
from .blocker_prose import END, named, obstacles
from .deferral_reasons import lacks, missing
from .resolved import is_gone


@dataclass(slots=True)
class Blockers:
    """What stands in the way, where that is said, and which lists say nothing else."""

    blockers: list[Blocker] = field(default_factory=list)
    moves: list[MovedList] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def read(front: FrontMatter, places: list[Statement], header: Lines, status: Status | None = None) -> Blockers:
    """The document's blockers; those of one option are not the decision's. What is missing counts where `status` is deferred."""
    if (stated := _explicit(front)) is not None:
        return stated
    made = Blockers()
    _read_announced(made, places, "blockers")
    if not made.blockers and status in ("deferred", "rejected"):
        _read_announced(made, places, "needed")
    if not made.blockers:
        some = list(obstacles(places, header, status)) or (list(missing(places, END)) if status == "deferred" else [])
        some = some or (list(named(places)) if status in ("deferred", "rejected") else [])
        for line, rule, text in dict.fromkeys(some):
            made.blockers.append(Blocker(text))
            made.notes.append(Note("blocker", line, rule, text))
    return made


def _read_announced(made: Blockers, places: list[Statement], role: str) -> None:
    """Add what stands under headings and behind labels of a role."""
    some = [(place, announcement) for place in places if (announcement := announced(place, role))]
    sections = {p.section.line for p, announcement in some if announcement[0].startswith("label") and p.section}
    for place, (rule, texts, block) in some:
        part = rule.startswith("label") and len(sections) > 1
        if place.of_option or part:
            why = "belongs to one of several parts" if part else "belongs to an option"
            made.notes += [Note("blocker", line, rule, text, False, why) for line, text, _ in texts]
            continue
        texts = [t for t in texts if not is_none(t[1]) and not (t[2] and role == "needed")]
        if role == "blockers" and block is not None and _movable(block, texts) and place.top:
            made.moves.append(MovedList("blockers", place.before, block, len(made.blockers)))
        made.blockers += [Blocker(text, cleared) for _, text, cleared in texts]
        made.notes += [Note("blocker", line, rule, text) for line, text, _ in texts]


_KEYS = ("blockers", "blocker", "blocked-by", "blocked-on", "waiting-on", "waiting-for", "blocked-reason")
_REASONS = ("paused-reason", "hold-reason", "deferred-reason", "status-reason", "reason")
"""Keys that may tell of a cost too."""


def _explicit(front: FrontMatter) -> Blockers | None:
    names = {key.lower().replace("_", "-"): key for key in front.values}
    key = next((names[name] for name in _KEYS if name in names), None)
    if key is None:
        return _reasoned(front, [names[name] for name in _REASONS if name in names])
    value, line = front.values[key], front.lines.get(key, 1)
    values = value if isinstance(value, list) else [value] if isinstance(value, str) else []
    if isinstance(value, dict) or not all(isinstance(v, str) for v in values):
        return Blockers(findings=[Finding(line, "ADR104", f"`{key}` holds a mapping; write a list of texts")])
    return _of_key(front, key, [fold(v) for v in values if isinstance(v, str) and not is_none(v)])


def _reasoned(front: FrontMatter, keys: list[str]) -> Blockers | None:
    """What a key for the reason says that the work waits for."""
    for key in keys:
        value = front.values[key]
        if (
            texts := [s.rstrip(" .") for s in sentences(value) if matcher_for("held-by").search(lowered(s)) or lacks(s)]
            if isinstance(value, str)
            else []
        ):
            return _of_key(front, key, texts)
    return None


def _of_key(front: FrontMatter, key: str, texts: list[str]) -> Blockers:
    line = front.lines.get(key, 1)
    return Blockers(
        [Blocker(t, is_gone(t)) for t in texts], notes=[Note("blocker", line, "front-matter", t) for t in texts]
    )


def _movable(block: Block, texts: Texts) -> bool:
    """Whether every item is one paragraph and wholly a blocker."""
    alone = all(len(item.children) == 1 and item.children[0].kind == "paragraph" for item in block.children)
    return alone and bool(texts) and [text_of(item) for item in block.children] == [text for _, text, _ in texts]
