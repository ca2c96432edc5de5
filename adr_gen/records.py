"""Records: what one ADR file says, read from the file whether it was generated, edited or written by hand."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from html import unescape
from pathlib import PurePosixPath

from . import sources
from .decision import STATUSES, Blocker, Conditions, Logic, Status, Trigger
from .errors import Problem
from .markdown import Block, Document, DocumentError, parse, parse_body

NAME = re.compile(r"(?i)^(?:adr[-_ ]?)?(\d+)(?=[-_ .]|$)")
"""File names that carry a record's number: `0007-x.md`, `7-x.md`, `ADR-007-x.md`, `20260102-x.md`."""
DAY = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$")
AS_WRITTEN = "<!-- as written -->"
"""Stands in a section between what the record states and the author's other blocks of that section."""
DIGEST = re.compile(r"^digest: *(\S*)[ \t]*\r?\n", re.M)
ITEM_PREFIX = re.compile(r"^\(([a-z]{1,2})\)\s+")
SCOPE = re.compile(r"^\*([^*]+):\*\s+")


@dataclass(frozen=True, slots=True)
class Record:
    """One record of the log."""

    number: int
    title: str
    """Inline Markdown, as the author wrote it."""
    status: Status | None
    qualifier: str | None = None
    date: str | None = None
    verdict: str | None = None
    """The decision in one line of inline Markdown."""
    source: str | None = None
    """The research file, relative to the project; None for a hand-written record."""
    path: str = ""
    """The record file, relative to the project."""
    url: str = ""
    """The page, relative to the site's root."""
    tags: tuple[str, ...] = ()
    decision_makers: tuple[str, ...] = ()
    blockers: tuple[Blocker, ...] = ()
    conditions: Conditions = field(default_factory=Conditions)
    supersedes: tuple[int, ...] = ()
    superseded_by: tuple[int, ...] = ()
    revisits: tuple[int, ...] = ()
    reaffirmed_by: tuple[int, ...] = ()
    relates: tuple[int, ...] = ()

    @property
    def watched(self) -> bool:
        """Whether anybody still waits for its conditions."""
        return self.status not in ("superseded", "deprecated") and not self.reaffirmed_by

    @property
    def id(self) -> str:
        """`ADR-0007`: how people and other tools name it."""
        return f"ADR-{self.number:04}"


@dataclass(frozen=True, slots=True)
class RecordFile:
    """A record file: the record, and what only generate and the site need."""

    record: Record
    text: str
    document: Document
    digest: str | None = None
    """`RESEARCH-RECORD` of a generated record, None for a hand-written one."""
    problems: tuple[Problem, ...] = ()

    @property
    def generated(self) -> bool:
        """Whether generate wrote it and may refresh it."""
        return self.digest is not None


def record_digest(text: str) -> str:
    """Digest of a record file without its own digest line."""
    return sources.digest(DIGEST.sub("", text, count=1))


def number_of(path: str) -> int | None:
    """The number that a record's file name carries, None for a page that is no record."""
    found = NAME.match(path.rpartition("/")[2])
    return int(found[1]) if found else None


def dated(number: int) -> bool:
    """Whether a number is really a day (file names like `20260102-x.md`); such numbers are not counted on from."""
    return bool(DAY.match(str(number)))


def twins(paths: Iterable[str]) -> dict[str, int]:
    """Numbers of the files that share their day with an earlier name: the day and two digits more, counted from 02."""
    seen: dict[int, int] = {}
    found = {}
    for path in sorted(paths):
        number = number_of(path)
        if number is not None and dated(number):
            seen[number] = seen.get(number, 0) + 1
            if seen[number] > 1:
                found[path] = number * 100 + seen[number]
    return found


def url_of(path: str, decisions: str) -> str:
    """The page of a record file: `docs/decisions/0007-x.md` is at `decisions/0007-x/`."""
    inner = PurePosixPath(path).relative_to(decisions.strip("/")).with_suffix("")
    return f"decisions/{inner.as_posix()}/"


def fold(text: str) -> str:
    """White space folded to single spaces."""
    return " ".join(text.split())


def letter(index: int) -> str:
    """The letter of a trigger: a … z, aa, ab …"""
    return (letter(index // 26 - 1) if index >= 26 else "") + chr(ord("a") + index % 26)


def read(
    path: str, text: str, decisions: str, *, html: bool = False, days: Mapping[str, int] | None = None
) -> RecordFile:
    """The record in a file; whatever is wrong with it is in `problems`, and the file is never lost from the log.

    `days` are the `twins` of the log.
    """
    days = days or {}
    problems: list[Problem] = []
    try:
        document = parse(text, html=html)
    except DocumentError as error:
        problems.append(Problem(path, error.line, "ADR001", str(error)))
        document = _rest(text, html)
    if not text.strip():
        problems.append(Problem(path, 1, "ADR001", "the record is empty; write it, or delete the file"))
    number = days.get(path) or number_of(path) or 0
    found = DIGEST.search(text, 0, 4000)
    digest = found[1] if found and "source" in document.front.values else None
    record = _generated(document) if digest else _handwritten(path, document, problems, days)
    if problems and problems[0].code == "ADR001":  # what it says of itself cannot be read, so nothing else may decide
        record = replace(record, status=None, qualifier=None)
    record = replace(record, number=number, path=path, url=url_of(path, decisions))
    return RecordFile(record, text, document, digest, tuple(problems))


def _rest(text: str, html: bool) -> Document:
    """What can still be shown of a damaged file."""
    try:
        return parse_body(text, html=html)
    except DocumentError:
        return parse("", html=html)


def _handwritten(path: str, document: Document, problems: list[Problem], days: Mapping[str, int]) -> Record:
    from . import reading

    found = reading.read(document, record=True)
    problems.extend(Problem(path, f.line, f.code, f.message) for f in found.findings)
    verdict = found.verdict
    return Record(
        number=0,
        title=found.title or PurePosixPath(path).stem,
        status=verdict.status if verdict else None,
        qualifier=verdict.qualifier if verdict else None,
        date=found.date or _day(path),
        verdict=(verdict.line or None) if verdict else None,
        tags=found.tags,
        decision_makers=found.decision_makers,
        blockers=found.blockers,
        conditions=found.conditions,
        supersedes=references(found.supersedes, days),
        superseded_by=references(found.superseded_by, days),
        revisits=references(found.revisits, days),
        relates=references(found.relates, days),
    )


def _day(path: str) -> str | None:
    """The day that a file is named by (`20260102-x.md`)."""
    text = str(number_of(path))
    return f"{text[:4]}-{text[4:6]}-{text[6:]}" if DAY.match(text) else None


def references(written: tuple[str, ...], days: Mapping[str, int] | None = None) -> tuple[int, ...]:
    """Record numbers in references such as `7`, `ADR-0007` or `0007-x.md`; others are passed over.

    `days` are the `twins` of the log, which only their names tell apart.
    """
    names = {PurePosixPath(path).stem: number for path, number in (days or {}).items()}
    numbers: list[int] = []
    for text in written:
        found = re.search(r"\d+", PurePosixPath(text).name)
        number = names.get(PurePosixPath(text.partition("#")[0]).name.removesuffix(".md")) or (
            int(found[0]) if found else None
        )
        if number is not None and number not in numbers:
            numbers.append(number)
    return tuple(numbers)


def _generated(document: Document) -> Record:
    """A generated record, from the places where the template puts each field."""
    front = document.front
    status = front.text("status")
    bullets = header_bullets(document)
    return Record(
        number=0,
        title=_title(document),
        status=status if status in STATUSES else None,
        qualifier=bullets.get("qualifier"),
        date=front.text("date") or None,
        verdict=_verdict(document),
        source=unescape(front.text("source")) or None,
        tags=tuple(unescape(t) for t in front.items("tags")),
        decision_makers=tuple(unescape(t) for t in front.items("decision-makers")),
        blockers=_blockers(document),
        conditions=_conditions(document, bullets.get("review by")),
        supersedes=_linked(bullets, "supersedes"),
        superseded_by=_linked(bullets, "superseded by"),
        revisits=_linked(bullets, "revisits"),
        relates=_linked(bullets, "relates to"),
    )


def header_bullets(document: Document) -> dict[str, str]:
    """The bullets of the first list before the first section: `Name: value`, or `Name [link]`; names in lower case."""
    bullets: dict[str, str] = {}
    for block in document.blocks:
        if block.kind == "heading" and block.level > 1:
            break
        if block.kind == "list":
            for item in block.children:
                text = fold(item.children[0].text) if item.children else ""
                name, _, value = text.partition(" [") if ": " not in text.partition("[")[0] else text.partition(": ")
                bullets.setdefault(name.strip().lower(), value.strip())
            break
    return bullets


def _linked(bullets: dict[str, str], name: str) -> tuple[int, ...]:
    return tuple(int(n) for n in re.findall(r"ADR-(\d+)\]", bullets.get(name, "")))


def _title(document: Document) -> str:
    first = next((b for b in document.blocks if b.kind == "heading" and b.level == 1), None)
    return unescape(fold(first.text)) if first else ""


def section(document: Document, title: str) -> list[Block]:
    """The blocks under the level-2 heading `title`, up to what only repeats the research file."""
    inside, found = False, []
    for block in document.blocks:
        if block.kind == "html" and block.text.strip() == AS_WRITTEN:
            inside = False
        if block.kind == "heading" and block.level <= 2:
            inside = block.level == 2 and block.text == title
        elif inside:
            found.append(block)
    return found


def _verdict(document: Document) -> str | None:
    blocks = section(document, "Decision Outcome")
    return unpadded(fold(blocks[0].text)) if blocks and blocks[0].kind == "paragraph" else None


def _blockers(document: Document) -> tuple[Blocker, ...]:
    items = [i for b in section(document, "Blockers") if b.kind == "list" for i in b.children if i.checked is not None]
    return tuple(Blocker(fold(i.children[0].text) if i.children else "", bool(i.checked)) for i in items)


def _conditions(document: Document, review_by: str | None) -> Conditions:
    blocks = section(document, "Revisit When")
    items = [fold(i.children[0].text) for b in blocks if b.kind == "list" for i in b.children if i.children]
    written = [ITEM_PREFIX.sub("", item) for item in items if ITEM_PREFIX.match(item)]
    prose = [unpadded(fold(b.text)) for b in blocks if b.kind == "paragraph"]
    triggers = _triggers(written, prose) if written else ()
    logic: Logic = "all" if "All of:" in prose else "any"
    if len(triggers) < 2:
        return Conditions("single" if triggers else None, triggers, review_by)
    return Conditions(logic, triggers, review_by)


def _triggers(written: list[str], prose: list[str]) -> tuple[Trigger, ...]:
    from .reading import triggers as rules  # most records have none: list and generate start faster

    return rules.owned(_trigger(item, prose) for item in written)


def _trigger(written: str, prose: list[str]) -> Trigger:
    """The trigger of one item; its sentence is the paragraph below that holds it, else the item."""
    scope = SCOPE.match(written)
    written = written[scope.end() :] if scope else written
    from .reading import triggers as rules

    text, consequence = rules.condition(written)
    sentence = next((p for p in prose if text in p and p not in ("Any of:", "All of:")), written)
    check = rules.checks(sentence)
    return Trigger(text, sentence, consequence, rules.settled_by(text, check), check, scope[1] if scope else None)


def padded(text: str) -> str:
    r"""`text` as Markdown that is one paragraph: a backslash before what would start another block."""
    if not text or (text[0].isalpha() and not text[:1].isdigit()):
        return text
    if _is_paragraph(text):
        return text
    digits = re.match(r"\d+", text)
    at = digits.end() if digits else 0
    return f"{text[:at]}\\{text[at:]}"


def unpadded(text: str) -> str:
    r"""The inverse of `padded`."""
    found = re.match(r"(\d*)\\(?=[^\w\s])", text)
    if not found:
        return text
    plain = found[1] + text[found.end() :]
    return plain if padded(plain) == text else text


def _is_paragraph(text: str) -> bool:
    blocks = parse("\n" + text).blocks
    return len(blocks) == 1 and blocks[0].kind == "paragraph" and blocks[0].text == text
