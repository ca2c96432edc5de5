"""What a heading, label, lead-in or column announces as blockers, or as still needed, and which of it is resolved."""

import re
from collections.abc import Sequence

from ...markdown import Block, fold
from .. import roles
from ..document.statements import Statement, text_of
from ..patterns.language_matchers import leading, lowered, matcher_for, whole
from ..plain_text import is_blank, label, plain, sentences
from .label_texts import between_semicolons, listed
from .resolved import SIGNED, STRUCK, is_gone

_BOLD_LEAD = re.compile(r"\*\*([^*]{3,160})\*\*[:：.]?\s+(?=\S)")
_LETTER = re.compile(r"\s*[(（]?[a-h1-9][)）.]\s+")
_NUMBERED = re.compile(r"[\W\d]*|#?[A-Z]{0,3}-?\d+")
_ENDS = re.compile(r"[.,;:。，；：]|\s*[(（]| [—–-] |\s+✅")


def is_label(name: str, role: str = "blockers") -> bool:
    """Whether a heading or label announces blockers, or what is still needed."""
    return roles.has(name, role)


def is_none(text: str) -> bool:
    """Whether the words say that there is no blocker."""
    bare = re.sub(r"^(?:[^\w\[#\-–—]|#(?!\d))+|[\s.!✅*_。]+$", "", fold(text))
    if not bare or bare.isdecimal() or is_blank(text) or bare in ("-", "–", "—", "[]") or whole("no-blockers", bare):
        return True
    match = leading("no-blockers", bare) if bare[:1] not in "-–—[" else None
    rest = bare[len(bare[: match.end()].rstrip(" ,(*_\"'-–")) :] if match else ""
    return bool((rest and (_ENDS.match(rest) or leading("open", rest))) or leading("blockers-denied", bare))


Texts = list[tuple[int, str, bool]]
"""Line, words, and whether it is cleared."""


def announced(place: Statement, role: str = "blockers") -> tuple[str, Texts, Block | None] | None:
    """What stands under a heading or behind a label that names blockers: rule, texts, and the list if it is one."""
    block, before, section = place.block, place.before, place.section
    if block.kind == "heading":
        return _heading(place, role)
    below = role in place.headings.nearest
    if block.kind == "paragraph" and not below and not place.label:  # as most
        return None
    if section is not None and below and _is_one(section.text):
        return ("heading-prose", _prose(place), None) if place.first and block.kind == "paragraph" else None
    if block.kind == "list" and before is not None:
        if before.kind == "paragraph" and is_label(_leading_name(before.text), role):
            return "label-list", _items(block), block
        leads_in = before.kind == "paragraph" and place.top
        if below and (before is section or leads_in):
            return "heading-list", _items(block), block
    if block.kind == "paragraph":
        own = place.label
        if own and own[1] and place.labelled(role):
            named = [_numbered(own[0])] if _numbered(own[0]) else listed(fold(own[1]))
            return "label-inline", [(block.line, name, is_gone(name)) for name in named], None
        leads_in = block.text.rstrip().endswith((":", "：")) or (place.after is not None and place.after.kind == "list")
        if below and (place.first or _is_next(place)) and not leads_in:
            return "heading-prose", _prose(place), None
    return _table(place, role) if block.kind == "table" else None


def _leading_name(text: str) -> str:
    """The label, or the question, that a paragraph before a list is: "What stops us?"."""
    last = sentences(text)[-1] if text.endswith(("?", "？", ":", "：")) else ""
    if last.endswith(("?", "？")):
        return last
    name = label(text)
    if (name is None or name[1]) and last != text:
        name = label(last)
    return name[0] if name and not name[1] else ""


def _heading(place: Statement, role: str) -> tuple[str, Texts, Block | None] | None:
    """A heading in a section of blockers is one itself."""
    section = place.section
    if section is None or section.level == 1 or not place.below(role) or _is_one(section.text):
        return None
    title = plain(place.block.text)
    return None if is_label(title, role) else ("heading", [(place.line, title, is_gone(title))], None)


def _is_next(place: Statement) -> bool:
    """Whether a paragraph with a bold lead stands behind another under the same heading, as one of several blockers does."""
    led = [one is not None and _BOLD_LEAD.match(one.text) is not None for one in (place.before, place.block)]
    return place.top and all(led)


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
        return [
            (place.line + n, words := fold(_LETTER.sub("", text, count=1)), is_gone(words))
            for n, text in enumerate(lines)
        ]
    lead = _BOLD_LEAD.match(place.block.text)
    if lead:  # "**Data.** Three tables have no key." names the blocker and says what it is
        rest = next(iter(sentences(place.block.text[lead.end() :])), "")
        return [(place.line, f"{lead[1].rstrip(' .:：')}: {rest}", is_gone(place.block.text))]
    first = next(iter(sentences(place.block.text)), "")
    match = matcher_for("blocked-by ,? due-to?").search(lowered(first))
    rest = first[match.end() :].strip(" ,.") if match else ""
    return [(place.line, rest if len(rest.split()) > 1 else first, False)]


def _table(place: Statement, role: str) -> tuple[str, Texts, Block | None] | None:
    """The column that names blockers, or the first one under a heading that does."""
    block = place.block
    head = block.rows[0] if block.rows else ()
    states = [n for n, cell in enumerate(head) if whole("row-state", plain(cell))]
    if role == "needed" and states and (unmet := _unmet(block, states)):
        return "table", unmet, None
    columns = [n for n, cell in enumerate(head) if is_label(cell, role)]
    if not columns and not place.below(role):
        # "Blocker" is a degree of severity too
        graded = any(whole("degree-column", plain(cell)) for cell in head)
        pairs = [] if graded else zip(block.row_lines, block.rows, strict=True)
        labelled = [pair for pair in pairs if len(pair[1]) == 2 and is_label(pair[1][0], role)]
        named = [(line, text) for line, row in labelled for text in between_semicolons(fold(row[1]))]
        texts = [(line, text, is_gone(text)) for line, text in named]
        return ("table", texts, None) if texts else None
    rows = list(zip(block.row_lines[1:], block.rows[1:], strict=True))
    column = columns[0] if columns else _first_in_words(rows, ())
    if columns and rows and all(whole("yes|no-answer", plain(row[column])) for _, row in rows if column < len(row)):
        # "Blocking?" says of each row whether it blocks
        rows = [pair for pair in rows if column < len(pair[1]) and whole("yes", plain(pair[1][column]))]
        column = _first_in_words(rows, columns)
    rows = [pair for pair in rows if column < len(pair[1]) and pair[1][column].strip()]
    return "table", [(line, fold(row[column]), _row_gone(row, column, states)) for line, row in rows], None


def _unmet(block: Block, states: list[int]) -> Texts:
    """What a table of prerequisites with their states says is not there; of checks, what it says failed."""
    first = plain(block.rows[0][0])
    if whole("prerequisite", first):
        # a list of prerequisites may be what is installed already, one with their states tells what is missing
        lacks = [not _row_gone(row, 0, states) for row in block.rows[1:]]
    elif whole("gate-column", first):
        lacks = [any(_failed(row[n]) for n in states if n < len(row)) for row in block.rows[1:]]
    else:
        return []
    rows = zip(block.row_lines[1:], block.rows[1:], lacks, strict=True)
    return [(line, fold(row[0]), False) for line, row, is_missing in rows if is_missing and row[0].strip()]


def _failed(cell: str) -> bool:
    return fold(cell)[:1] in tuple("❌✗✘✖🔴⛔🚫") or bool(leading("not-yet-met", plain(cell)))


def _first_in_words(rows: list[tuple[int, tuple[str, ...]]], other: Sequence[int]) -> int:
    """The first column that does not only number the rows, nor is one of some others."""
    width = max((len(row) for _, row in rows), default=1)
    told = (
        n
        for n in range(width)
        if n not in other and not all(_NUMBERED.fullmatch(fold(row[n])) for _, row in rows if n < len(row))
    )
    return next(told, 0)


def _row_gone(row: Sequence[str], column: int, states: list[int]) -> bool:
    """Whether a row's own words or its state say that it is resolved."""
    cells = [STRUCK.sub("", row[n]) for n in states if n < len(row)]
    gone = any(leading("gone|needed-met|came-in", plain(cell)) or SIGNED.match(fold(cell)) for cell in cells)
    return gone or is_gone(fold(row[column]))


def _items(block: Block) -> Texts:
    return [(item.line, _lead(text_of(item)), bool(item.checked) or is_gone(text_of(item))) for item in block.children]


def _lead(text: str) -> str:
    """The blocker of an item: a bold lead with its explanation behind it, else the first sentence."""
    if len(parts := sentences(text)) < 2 or is_gone(text):
        return text
    bold = _BOLD_LEAD.match(text)
    return bold[1].strip(" .:：") if bold else parts[0]
