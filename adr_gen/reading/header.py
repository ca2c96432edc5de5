"""Title, date, tags, people and links to other records."""

import re
from datetime import date as day
from functools import cache

from ..frontmatter import FrontMatter
from ..markdown import Block, Document, fold
from . import words
from .outline import Place
from .values import Finding, Note

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
_ISO = re.compile(r"(?<![\d-])(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?![\d-])")
_YEAR = re.compile(r"\d{4}")
_REFERENCE = re.compile(
    r"\[([^\]]{0,200})\]\(([^)\s]{1,300})[^)]{0,100}\)|\b(?:[A-Z]{2,8}-(?:[A-Za-z]+-)*\d+)\b|\b(?:ADR|RFC)\s#?\d+\b|[\w.-]+\.md\b|#?\b\d{1,5}\b"
)


@cache
def _id() -> re.Pattern[str]:
    """Matches a record's number or id before a title."""
    number = rf"(?:{words.alternation('header.ids')}(?:[-\s#][A-Za-z]{{1,20}})?[-\s#]*\d{{1,6}}|\d{{1,6}}|#\d{{1,6}})"
    return re.compile(rf"{number}\s*(?:[.:)]|\s[—–-]|—|–)\s+", re.I)


@cache
def _listed() -> re.Pattern[str]:
    """Matches text behind which an enumeration goes on."""
    return re.compile(rf"(?:^|[,;&]|\b{words.joined('triggers.and', 'triggers.or')})\s*\Z", re.I)


def uncommented(text: str) -> str:
    """`text` without HTML comments, white space folded."""
    return fold(_COMMENT.sub("", text))


def title(document: Document) -> tuple[str | None, int | None]:
    """The title without prefix and record number, and the line of the heading that says it."""
    front = document.front.text("title")
    heading = next((b for b in document.blocks if b.kind == "heading" and b.level == 1 and b.text.strip()), None)
    text = front or (fold(heading.text) if heading else "")
    if not text:
        return None, None
    same = heading is not None and (not front or bare(fold(heading.text)) == bare(front))
    return bare(text), heading.line if heading is not None and same else None


def bare(text: str) -> str:
    """A title without "Research:" and without a record's number or id."""
    number = _id().match(text)
    stripped = text[number.end() :] if number else text
    prefix = re.match(rf"{words.alternation('header.title_prefix')}\s*:\s+", stripped, re.I)
    stripped = stripped[prefix.end() :] if prefix else stripped
    return stripped.strip() or text


@cache
def _written_date() -> re.Pattern[str]:
    month = "|".join(m for m in words.entries("header.months"))
    nth = words.alternation("header.ordinals")
    day = rf"(\d{{1,2}}){nth}?"
    return re.compile(rf"(?:{day}\.?\s+)?({month})\.?\s+(?:{day},?\s+)?(\d{{4}})", re.I)


@cache
def _month() -> dict[str, int]:
    names = words.entries("header.months")
    return {name: number % 12 + 1 for number, entry in enumerate(names) for name in entry.split("|")}


def iso(text: str) -> str | None:
    """The first calendar date in a text as an ISO day."""
    for found in _ISO.finditer(text[:2000]):
        made = _day(found[1], found[2], found[3])
        if made:
            return made
    for found in _written_date().finditer(text[:2000]) if _YEAR.search(text) else ():
        number = found[1] or found[3]
        made = _day(found[4], str(_month()[found[2].lower()]), number) if number else None
        if made:
            return made
    return None


def _day(year: str, month: str, number: str) -> str | None:
    try:
        return day(int(year), int(month), int(number)).isoformat()
    except ValueError:
        return None


def date(
    front: FrontMatter, header: dict[str, tuple[int, str]], lines: list[tuple[int, str]]
) -> tuple[str | None, list[Note], list[Finding]]:
    """The decision's date; `lines`: the verdict's and status lines as (line, text)."""
    findings: list[Finding] = []
    for key in ("date", "completed"):
        found = _front_date(front, key, findings)
        if found:
            return found, [Note("date", front.lines.get(key, 1), "front-matter", found)], findings
    for name, (line, text) in header.items():
        if words.whole("header.date").match(name) and iso(text):
            return iso(text), [Note("date", line, "header-line", text)], findings
        if words.whole("header.date").match(name) and _ISO.search(text):
            findings.append(Finding(line, "ADR103", f"`{name}: {text[:60]}` is no calendar date; write YYYY-MM-DD"))
    for line, text in lines:
        if iso(text):
            return iso(text), [Note("date", line, "verdict-line", text)], findings
    found = _front_date(front, "created", findings)
    return found, [Note("date", front.lines.get("created", 1), "front-matter", found)] if found else [], findings


def _front_date(front: FrontMatter, key: str, findings: list[Finding]) -> str | None:
    key = next((k for k in front.values if k.lower() == key), key)
    written = front.text(key)
    if not written:
        return None
    found = iso(written)
    if found is None:
        findings.append(
            Finding(front.lines.get(key, 1), "ADR103", f"`{key}: {written[:60]}` is no calendar date; write YYYY-MM-DD")
        )
    return found


def lines(document: Document, places: list[Place]) -> dict[str, tuple[int, str]]:
    """What the lines between the title and the first section say: `Name: value` of paragraphs, bullets and tables."""
    found: dict[str, tuple[int, str]] = {}
    for place in places:
        block = place.block
        if block.kind == "heading" and block.level > 1:
            break
        if block.kind == "heading" and iso(block.text):
            found.setdefault("date", (block.line, fold(block.text)))
        if block.kind == "table":
            for name, line, value in _cells(block):
                found.setdefault(_name(name), (line, uncommented(value)))
        elif block.kind == "paragraph" and len(place.items) < 2:
            _from_paragraph(block, found)
    return found


def beside(places: list[Place], line: int) -> list[tuple[int, str]]:
    """The dates that stand in the same table as the verdict in `line`."""
    tables = [p.block for p in places if p.block.kind == "table" and p.block.line <= line <= p.block.end]
    named = [cell for block in tables for cell in _cells(block)]
    return [(at, value) for name, at, value in named if words.whole("header.date").match(_name(name))]


def _cells(block: Block) -> list[tuple[str, int, str]]:
    """Name, line and value of each fact of a table: a row each, or a column each if the head names known ones."""
    known = [words.whole(f"header.{name}") for name in ("status", "date", "decision_makers", "tags")]
    if len(block.rows) == 2 and all(any(k.match(_name(cell)) for k in known) for cell in block.rows[0][:2]):
        return [(name, block.row_lines[1], value) for name, value in zip(*block.rows, strict=False)]
    rows = zip(block.row_lines, block.rows, strict=True)
    return [(row[0], line, row[1]) for line, row in rows if len(row) >= 2]


def _from_paragraph(block: Block, found: dict[str, tuple[int, str]]) -> None:
    last = ""
    for number, line in enumerate(block.text.split("\n")[:60]):
        match = re.match(
            r"[\s>*_-]*([^\W\d][\w /&-]{1,40}?)\s*(?:[*_]{0,3}\s*:\s*[*_]{0,3}|\s(?=\[))\s*(\S.*)$", line[:1000]
        )
        dated = _dated_line().match(line[:200])
        if _ISO.fullmatch(line.strip()):
            found.setdefault("date", (block.line + number, line.strip()))
        elif dated:
            found.setdefault(_name(dated[1]), (block.line + number, fold(line)))
        elif match:
            last = _name(match[1])
            found.setdefault(last, (block.line + number, uncommented(match[2])))
        elif last and found[last][0] >= block.line:
            found[last] = found[last][0], f"{found[last][1]} {fold(line)}"


@cache
def _dated_line() -> re.Pattern[str]:
    """Matches a line such as "Decided on 2 May 2026"."""
    names, on = words.alternation("header.date"), words.alternation("status.since")
    return re.compile(rf"[\s*_]*({names})[\s*_]+(?:{on}\s+)?(?:{_ISO.pattern}|{_written_date().pattern})", re.I)


def _name(text: str) -> str:
    return fold(re.sub(r"[*_`:]+", "", text)).lower().replace("-", " ")


def people(front: FrontMatter, header: dict[str, tuple[int, str]], record: bool) -> tuple[str, ...]:
    """Who decided."""
    found = front.items("decision-makers", "decision_makers", "deciders", "authors", "author")
    if found or not record:
        return found
    for name, (_, text) in header.items():
        if words.whole("header.decision_makers").match(name):
            names = re.sub(r"!?\[([^\]]{0,200})\]\([^)\s]{0,300}\)", r"\1", text)
            return tuple(p for p in (fold(part).strip("*_ ") for part in re.split(r",|;|\s&\s", names)) if p)
    return ()


def tags(front: FrontMatter, header: dict[str, tuple[int, str]], record: bool) -> tuple[str, ...]:
    """The tags; those of a hand-written record may stand in its header."""
    said = next((text for name, (_, text) in header.items() if words.whole("header.tags").match(name)), "")
    written = [part.strip("*_` []") for part in re.split(r"[,;]", said)] if record else []
    return front.items("tags") or tuple(part for part in written if part)


def links(
    front: FrontMatter, header: dict[str, tuple[int, str]], status: str, linked: list[str], record: bool
) -> dict[str, tuple[str, ...]]:
    """References to other records by kind: supersedes, superseded_by, revisits, relates.

    `linked` are the items of a hand-written record's section of links.
    """
    found: dict[str, list[str]] = {}
    for kind in ("supersedes", "superseded_by", "revisits", "relates"):
        keys = (kind, kind.replace("_", "-"), f"{kind}_to", f"{kind}-to")
        found[kind] = list(front.items(*keys))
    status, linked = _whole(status[:4000]), [_whole(text) for text in linked]
    for kind, references in found.items() if record else ():
        names, words_of = words.whole(f"header.{kind}"), words.alternation(f"header.{kind}")
        said = [text for name, (_, text) in header.items() if names.match(name)]
        said += [text for text in linked if re.match(rf"[\W_]*{words_of}(?!\w)", text, re.I)]
        said += re.findall(rf"(?<!\w){words_of}\s*:?\s+(.{{1,300}})", status, re.I)
        said += [target for name, target in _targets(front) if names.match(name)]
        for text in said:
            references += _references(text)
    return {kind: tuple(dict.fromkeys(references)) for kind, references in found.items()}


def _whole(text: str) -> str:
    """`text` in which a record that is superseded only in part is related."""
    kinds = f"(?:{words.alternation('header.supersedes')}|{words.alternation('header.superseded_by')})"
    return re.sub(
        rf"{words.alternation('verdict.sentence.limits')}\s+{kinds}(?!\w)",
        words.entries("header.relates")[0],
        text,
        flags=re.I,
    )


def _targets(front: FrontMatter) -> list[tuple[str, str]]:
    """Kind and target of the front matter's `links: [{target: 1, kind: supersedes}]`, the form of adrs."""
    written = front.values.get("links")
    items = [item for item in written if isinstance(item, dict)] if isinstance(written, list) else []
    return [(str(item.get("kind", "")), str(item.get("target", ""))) for item in items]


def _references(text: str) -> list[str]:
    """Links, ids and file names of records, and bare numbers of an enumeration; dates and foreign pages are none."""
    text = _written_date().sub(" ", _ISO.sub(" ", text[:2000]))
    found = [m for m in _REFERENCE.finditer(text) if not m[0].isdigit() or _listed().search(text[: m.start()])]
    targets = [m[2] or m[0] for m in found]
    return [target for target in targets if "://" not in target or target.partition("#")[0].endswith(".md")]
