"""Blockers: explicit in the front matter, or under a heading or label that names them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ...frontmatter import FrontMatter
from ...markdown import Block, fold
from ...model import Blocker, Status
from .. import roles
from ..document.statements import Statement, text_of
from ..header.header_fields import Lines
from ..patterns.language_matchers import leading, lowered, matcher_for, whole
from ..plain_text import is_blank, label, plain, sentences
from ..result_types import Finding, MovedList, Note
from .blocker_prose import END, named, obstacles
from .deferral_reasons import missing

_STRUCK = re.compile(r"~~.+?~~", re.S)
_BOLD_LEAD = re.compile(r"\*\*([^*]{3,160})\*\*[:：.]?\s+(?=\S)")
_LETTER = re.compile(r"\s*[(（]?[a-h1-9][)）.]\s+")
_SIGNED = re.compile(r"(?:✅|✔|☑)")
_ENDS = re.compile(r"[.,;:。，；：]|\s*[(（]| [—–-] |\s+✅")


def is_label(name: str) -> bool:
    """Whether a heading or label announces blockers."""
    return roles.has(name, "blockers")


def is_none(text: str) -> bool:
    """Whether the words say that there is no blocker."""
    bare = re.sub(r"^[^\w\[\-–—]+|[\s.!✅*_。]+$", "", fold(text))
    if not bare or bare.isdecimal() or is_blank(text) or bare in ("-", "–", "—", "[]") or whole("no-blockers", bare):
        return True
    match = leading("no-blockers", bare) if bare[:1] not in "-–—[" else None
    rest = bare[len(bare[: match.end()].rstrip(" ,(*_\"'-–")) :] if match else ""
    return bool((rest and (_ENDS.match(rest) or leading("open", rest))) or leading("blockers-denied", bare))


Texts = list[tuple[int, str, bool]]
"""Line, words, and whether it is cleared."""


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
    announced = [(place, announcement) for place in places if (announcement := _announced(place))]
    sections = {p.section.line for p, announcement in announced if announcement[0].startswith("label") and p.section}
    for place, (rule, texts, block) in announced:
        part = rule.startswith("label") and len(sections) > 1
        if place.of_option or part:
            why = "belongs to one of several parts" if part else "belongs to an option"
            made.notes += [Note("blocker", line, rule, text, False, why) for line, text, _ in texts]
            continue
        texts = [t for t in texts if not is_none(t[1])]
        if block is not None and _movable(block, texts) and place.top:
            made.moves.append(MovedList("blockers", place.before, block, len(made.blockers)))
        made.blockers += [Blocker(text, cleared) for _, text, cleared in texts]
        made.notes += [Note("blocker", line, rule, text) for line, text, _ in texts]
    if not made.blockers:
        some = list(obstacles(places, header)) or (list(missing(places, END)) if status == "deferred" else [])
        some = some or (list(named(places)) if status in ("deferred", "rejected") else [])
        for line, rule, text in dict.fromkeys(some):
            made.blockers.append(Blocker(text))
            made.notes.append(Note("blocker", line, rule, text))
    return made


def _explicit(front: FrontMatter) -> Blockers | None:
    key = next((k for k in front.values if k.lower().replace("_", "-") in ("blockers", "blocked-by")), None)
    if key is None:
        return None
    value, line = front.values[key], front.lines.get(key, 1)
    values = value if isinstance(value, list) else [value] if isinstance(value, str) else []
    if isinstance(value, dict) or not all(isinstance(v, str) for v in values):
        return Blockers(findings=[Finding(line, "ADR104", f"`{key}` holds a mapping; write a list of texts")])
    texts = [fold(v) for v in values if isinstance(v, str) and not is_none(v)]
    return Blockers([Blocker(t) for t in texts], notes=[Note("blocker", line, "front-matter", t) for t in texts])


def _announced(place: Statement) -> tuple[str, Texts, Block | None] | None:
    """What stands under a heading or behind a label that names blockers: rule, texts, and the list if it is one."""
    block, before, section = place.block, place.before, place.section
    if block.kind == "heading":
        return _heading(place)
    announced = "blockers" in place.headings.nearest
    if block.kind == "paragraph" and not announced and not place.label:  # as most
        return None
    if section is not None and announced and _is_one(section.text):
        return ("heading-prose", _prose(place), None) if place.first and block.kind == "paragraph" else None
    if block.kind == "list" and before is not None:
        name = label(before.text) if before.kind == "paragraph" else None
        if name and not name[1] and is_label(name[0]):
            return "label-list", _items(block), block
        leads_in = before.kind == "paragraph" and place.top
        if announced and (before is section or leads_in):
            return "heading-list", _items(block), block
    if block.kind == "paragraph":
        own = place.label
        if own and own[1] and place.labelled("blockers"):
            return "label-inline", [(block.line, _numbered(own[0]) or fold(own[1]), False)], None
        leads_in = block.text.rstrip().endswith((":", "：")) or (place.after is not None and place.after.kind == "list")
        if announced and place.first and not leads_in:
            return "heading-prose", _prose(place), None
    return _table(place) if block.kind == "table" else None


def _heading(place: Statement) -> tuple[str, Texts, Block | None] | None:
    """A heading in a section of blockers is one itself."""
    section = place.section
    if section is None or section.level == 1 or not place.below("blockers") or _is_one(section.text):
        return None
    title = plain(place.block.text)
    return None if is_label(title) else ("heading", [(place.line, title, _gone(title))], None)


def _is_one(heading: str) -> bool:
    """Whether a heading names one blocker, "Blocker 1: the licence": its first paragraph says what it is."""
    return is_label(heading) and bool(matcher_for("^ blocker-one DIGITS").match(lowered(plain(heading))))


def _numbered(name: str) -> str:
    """What a label such as "Blocker 1 – no owner" says behind its number."""
    one = matcher_for("^ blocker-one DIGITS").match(lowered(name))
    return name[one.end() :].strip(" –—-:.") if one else ""


def _prose(place: Statement) -> Texts:
    """The blockers of a paragraph: each line with a letter, else its first sentence, of "it is blocked, due to a debt" what stands behind."""
    lines = place.block.text.split("\n")
    if len(lines) > 1 and all(map(_LETTER.match, lines)):
        return [(place.line + n, fold(_LETTER.sub("", text, count=1)), False) for n, text in enumerate(lines)]
    first = next(iter(sentences(place.block.text)), "")
    match = matcher_for("blocked-by ,? due-to?").search(lowered(first))
    rest = first[match.end() :].strip(" ,.") if match else ""
    return [(place.line, rest if len(rest.split()) > 1 else first, False)]


def _table(place: Statement) -> tuple[str, Texts, Block | None] | None:
    """The column that names blockers, or the first one under a heading that does."""
    block = place.block
    columns = [n for n, cell in enumerate(block.rows[0]) if is_label(cell)] if block.rows else []
    if not columns and not place.below("blockers"):
        # "Blocker" is a degree of severity too
        graded = any(whole("degree-column", plain(cell)) for cell in block.rows[0])
        pairs = [] if graded else zip(block.row_lines, block.rows, strict=True)
        named = [pair for pair in pairs if len(pair[1]) == 2 and is_label(pair[1][0])]
        texts = [(line, fold(row[1]), _gone(fold(row[1]))) for line, row in named if row[1].strip()]
        return ("table", texts, None) if texts else None
    column = columns[0] if columns else 0
    states = [n for n, cell in enumerate(block.rows[0]) if whole("row-state", plain(cell))]
    rows = [
        r for r in zip(block.row_lines[1:], block.rows[1:], strict=True) if column < len(r[1]) and r[1][column].strip()
    ]
    return "table", [(line, fold(row[column]), _row_gone(row, column, states)) for line, row in rows], None


def _row_gone(row: Sequence[str], column: int, states: list[int]) -> bool:
    """Whether a row's own words or its state say that it is resolved."""
    cells = [_STRUCK.sub("", row[n]) for n in states if n < len(row)]
    gone = any(leading("gone", plain(cell)) or _SIGNED.match(fold(cell)) for cell in cells)
    return gone or _gone(fold(row[column]))


def _items(block: Block) -> Texts:
    return [(item.line, _lead(text_of(item)), bool(item.checked) or _gone(text_of(item))) for item in block.children]


def _lead(text: str) -> str:
    """The blocker of an item: a bold lead with its explanation behind it, else the first sentence."""
    if len(parts := sentences(text)) < 2 or _gone(text):
        return text
    bold = _BOLD_LEAD.match(text)
    return bold[1].strip(" .:：") if bold else parts[0]


def _gone(text: str) -> bool:
    """Whether a text is struck through, perhaps with a remark behind it, or marked as resolved."""
    struck = _STRUCK.match(text)
    if (struck and len(text) - struck.end() <= 80) or _SIGNED.match(text):
        return True
    if text[:1] in "([*_" and (match := leading("gone", text)):
        return text[match.end() - 1 : match.end()] == " " or text[match.end() : match.end() + 1] in ")]*_:"
    last = re.search(r"[(\[*_—–-]\s*([^()\[\]*_—–]{2,80})[)\]*_.]*\Z", text)
    return bool(last and matcher_for("^ gone").match(lowered(last[1])))


def _movable(block: Block, texts: Texts) -> bool:
    """Whether every item is one paragraph and wholly a blocker."""
    alone = all(len(item.children) == 1 and item.children[0].kind == "paragraph" for item in block.children)
    return alone and bool(texts) and [text_of(item) for item in block.children] == [text for _, text, _ in texts]
