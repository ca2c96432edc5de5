"""Date, tags and people, and the lines in which a header says them."""

import re
from itertools import islice

from ...frontmatter import FrontMatter
from ...markdown import Block, Document, fold
from ...model import Status
from .. import roles
from ..dates import ISO, iso, month_named, numbers, undated
from ..document.statements import Statement, text_of
from ..patterns.language_matchers import leading, lowered, matcher_for, whole
from ..plain_text import line_of, sentences, uncommented
from ..result_types import Finding, Note
from ..sentences.open_verdicts import undecided
from ..status.status_line import status_word
from ..verdict.verdict_labels import is_summary
from . import bylines, translated_keys
from .decision_day import is_signed
from .title import opening

Lines = dict[str, tuple[int, str]]
"""Line and words of each name that a header says, names in lower case."""
_LINE = re.compile(
    r"[\s>*_-]*:?([^\W\d][\w /&-]{1,40}?)\s*(?:[*_]{0,3}\s*[:：]\s*[*_]{0,3}|\s(?=\[|(?:ADR|RFC)[- ]?\d))\s*(\S.*)$"
)
MOST_STEPS = 500
"""Entries of a change log, the last first, among which one with the status is looked for."""
_FACTS_OF_LINE = re.compile(r"\s+[·•|]\s+|\s+[—–]\s+(?=\*\*)")
"""Divides what stands in one line of a header."""
_DECIDED_KEYS = ("decided_on", "decision_date", "date_decided", "decided", "decided_at")
ENDED_KEYS = ("finished", "closed", "concluded", "resolved")
"""Keys of the front matter that may hold the day of the decision or that of the end of the work, or something else."""
_FACTS = ("status", "date", "people", "tags")


def date(
    front: FrontMatter,
    header: Lines,
    lines: list[tuple[int, str]],
    history: list[tuple[int, str]],
    named: str | None = None,
) -> tuple[str | None, list[Note], list[Finding]]:
    """The decision's date; `lines`: the verdict's and status lines as (line, text), `history`: those of a change log.

    `named` is the ISO day that the file is named by.
    """
    findings: list[Finding] = []
    # who wrote `date` meant the decision's
    for key in ("date", *_DECIDED_KEYS, "completed", *ENDED_KEYS):
        if day := _front_date(front, key, findings):
            return day, [Note("date", front.lines.get(_front_key(front, key), 1), "front-matter", day)], findings
    for name, (line, text) in header.items():
        if roles.has(name, "date") and iso(text):
            return iso(text), [Note("date", line, "header-line", text)], findings
        # 11/03/2026 is made out by the file's name, which says which number is the month
        if whole("day", name) and named and numbers(text) == numbers(named):
            return named, [Note("date", line, "header-line", text)], findings
        if roles.has(name, "date") and (ISO.search(text) or _unread(name, text)):
            message = (
                f"`{name}: {text[:60]}` is not understood as a day; write YYYY-MM-DD, or `date:` in the front matter"
            )
            findings.append(Finding(line, "ADR103", message))
    dated = [(line, text, "verdict-line") for line, text in lines if iso(text)]
    created = _front_date(front, "created", findings) if not dated else None
    if created:
        return created, [Note("date", front.lines.get("created", 1), "front-matter", created)], findings
    dated += [(line, text, "history") for line, text in history]
    first = next(iter(dated), None)
    return (iso(first[1]), [Note("date", first[0], first[2], first[1])], findings) if first else (None, [], findings)


_PLACEHOLDER = re.compile(r"\W*(?:[YJMDT]{2,4}\W*)+\Z")


def _unread(name: str, text: str) -> bool:
    """Whether a line named as the day of the decision says one that nobody understands, not that there is none yet."""
    return whole("day", name) and not (undecided(text) or _PLACEHOLDER.match(text))


def _front_key(front: FrontMatter, key: str) -> str:
    """A key as it is written, `date` in any language that is read."""
    named = (k for k in front.values if k.lower().replace("-", "_") == key)
    translated = (k for k in front.values if key == "date" and whole("day", k))
    return next(named, None) or next(translated, key)


def _front_date(front: FrontMatter, key: str, findings: list[Finding]) -> str | None:
    key = _front_key(front, key)
    if not front.values.get(key):
        return None
    value = front.text(key)
    day = iso(value)
    if day is None and key.lower().replace("-", "_") not in (*_DECIDED_KEYS, *ENDED_KEYS):
        what = f"`{key}: {value[:60]}` is no calendar date" if value else f"`{key}` holds {front.kind(key)}"
        findings.append(Finding(front.lines.get(key, 1), "ADR103", f"{what}; write YYYY-MM-DD"))
    return day


def history(places: list[Statement], status: Status | None) -> list[tuple[int, str]]:
    """The dated entries of a change log, first the last one that says the status, then from the oldest."""
    told = (place for place in places if "history" in place.headings.nearest and place.is_history)
    entries = [entry for place in told for entry in _entries(place.block)]
    days = sorted(((day, line, text) for line, text in entries if (day := iso(text))), key=lambda entry: entry[0])
    dated = [(line, text) for _, line, text in days]
    # from the last one: each costs, and nobody writes so many behind it
    latest = islice(reversed(dated), MOST_STEPS)
    same = next((entry for entry in latest if (known := status_word(entry[1])) and known[0] == status), None)
    return [*([same] if same else []), *dated]


def _entries(block: Block) -> list[tuple[int, str]]:
    """Lines and texts of a list's items, a table's rows, a paragraph's lines."""
    if block.kind == "list":
        return [(item.line, text_of(item)) for item in block.children]
    if block.kind == "table":
        return [(line, " ".join(row)) for line, row in zip(block.row_lines, block.rows, strict=True)]
    return [(block.line + number, text) for number, text in enumerate(block.text.split("\n"))]


def lines(document: Document, places: list[Statement]) -> Lines:
    """What the lines between the title and the first section say: `Name: value` of paragraphs, bullets and tables."""
    entries: Lines = {}
    first = opening(document)
    for place in places:
        block = place.block
        if block.kind == "heading" and block.level > 1 and block is not first:
            break
        if block.kind == "heading" and iso(block.text):
            entries.setdefault("date", (block.line, fold(block.text)))
        if block.kind == "table":
            for name, line, value in _cells(block):
                entries.setdefault(_name(name), (line, uncommented(value)))
        elif block.kind == "paragraph" and len(place.items) < 2:
            _from_paragraph(block, entries)
    if day := next((p.block for p in places if p.first and p.top and p.block.kind == "paragraph" and _is_day(p)), None):
        entries.setdefault("date", (day.line, fold(day.text)))
    for place in places:
        if place.block.kind == "paragraph" and place.top and place.under("verdict"):
            _signature(place.block, entries)
    if signed := bylines.below_title(places) or bylines.at_the_end(places):
        entries.setdefault("date", signed)
    return entries


def _signature(block: Block, entries: Lines) -> None:
    """The day of a sentence such as "Decided by Ann and Bo on 2026-05-04." below the verdict."""
    for sentence in sentences(block.text) if iso(block.text) else ():
        by = leading("people", sentence)
        day = undated(sentence).rstrip(" .") if by and matcher_for("ended-by $").search(lowered(by[0])) else ""
        if day and matcher_for("since $").search(lowered(day)):
            entries.setdefault("date", (line_of(block, sentence), fold(sentence)))


def _is_day(place: Statement) -> bool:
    """Whether a section's first paragraph stands in one of its own for the date, or says it in the summary."""
    heading = place.section.text if place.section is not None else ""
    named = matcher_for("day").may_begin(lowered(heading)) and whole("day", _name(heading))
    return named or (place.labelled("date") and is_summary(heading))


def beside(places: list[Statement], line: int) -> list[tuple[int, str]]:
    """The dates that stand in the same table as the verdict in `line`."""
    tables = [p.block for p in places if p.block.kind == "table" and p.block.line <= line <= p.block.end]
    named = [cell for block in tables for cell in _cells(block)]
    return [(at, value) for name, at, value in named if roles.has(_name(name), "date")]


def _cells(block: Block) -> list[tuple[str, int, str]]:
    """Name, line and value of each fact of a table: a row each, or a column each if the head names known ones."""
    head = block.rows[0]
    named = len(block.rows) == 2 and all(roles.of(_name(cell)) & {*_FACTS} for cell in head[:2])
    if named and not status_word(head[-1]):
        return [(name, block.row_lines[1], value) for name, value in zip(*block.rows, strict=False)]
    rows = zip(block.row_lines, block.rows, strict=True)
    return [(row[0], line, row[1]) for line, row in rows if len(row) >= 2]


def _from_paragraph(block: Block, entries: Lines) -> None:
    last = ""
    # a header of more lines is prose; each costs a search
    rows = enumerate(block.text.split("\n")[:60])
    for number, line in ((n, part) for n, row in rows for part in _facts_of(row[:1000])):
        # eight thousand characters of "- " would take a second: the pattern is not linear
        match = _LINE.match(line)
        dated = _dated(line[:200])
        if is_signed(line):
            entries.setdefault("date", (block.line + number, fold(line).strip("*_ ")))
        if ISO.fullmatch(line.strip()) or _begins_dated(line):
            entries.setdefault("date", (block.line + number, line.strip()))
        elif dated:
            entries.setdefault(dated, (block.line + number, fold(line)))
        elif match:
            last, value = _name(match[1]), uncommented(match[2])
            if last in entries and roles.has(last, "status"):
                entries[last] = entries[last][0], f"{entries[last][1]}\n{value}"
            entries.setdefault(last, (block.line + number, value))
        elif last and entries[last][0] >= block.line:
            entries[last] = entries[last][0], f"{entries[last][1]} {fold(line)}"


def _facts_of(row: str) -> list[str]:
    """The facts of a line, if each is one: a choice of words, "proposed | accepted", stays as it is."""
    parts = _FACTS_OF_LINE.split(row)
    each = all(_LINE.match(part) or _begins_dated(part) or _dated(part[:200]) for part in parts)
    return parts if each else [row]


def _begins_dated(line: str) -> bool:
    """Whether a line begins with a day and goes on with something apart from it: "2026-05-04 / Ann"."""
    bare = line.lstrip(" *_>")[:40]
    begin = ISO.match(bare) or month_named().match(bare) if bare[:1].isdigit() else None
    return bool(begin and re.match(r"\s*(?:\Z|[,/(*_.]|[–—-]\s)", bare[begin.end() :]))


def _dated(line: str) -> str:
    """The name in a line such as "Decided on 2 May 2026"."""
    line = line.lstrip(" *_")
    name = leading("date", line)
    if not name or ":" in line[: name.end() + 1] or "：" in line[: name.end() + 1] or not iso(line[name.end() :]):
        return ""
    rest = line[name.end() :].lstrip(" *_")
    since = leading("since", rest)
    rest = rest[since.end() :] if since else rest
    return (
        _name(line[: name.end()].strip()) if rest[:1].isdigit() or matcher_for("^ MONTH").match(lowered(rest)) else ""
    )


def _name(text: str) -> str:
    return fold(re.sub(r"[*_`:：]+", "", text)).lower().replace("-", " ")


def tags(front: FrontMatter, header: Lines, record: bool) -> tuple[str, ...]:
    """The tags; those of a hand-written record may stand in its header."""
    line = next((text for name, (_, text) in header.items() if roles.has(name, "tags")), "")
    parts = [part.strip("*_` []") for part in re.split(r"[,;、，]", line)] if record else []
    return front.items("tags") or translated_keys.items(front, "tags") or tuple(part for part in parts if part)
