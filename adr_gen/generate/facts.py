"""What generate knows of each research file and of each record file before anything is composed.

Parsing, reading and composing are imported where they are needed: a run in which no research changed needs none.
"""

import json
import pickle
import re
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING, Any

from .. import records
from ..errors import Problem
from ..markdown import fold
from ..records import DIGEST
from ..sources import Source

if TYPE_CHECKING:
    from ..markdown import Document
    from ..reading import Reading
    from .composition import Composition

_SOURCE = re.compile(r"^source: (.*)$", re.M)
_STATUS = re.compile(r"^status:[ \t]*(\w+)", re.M)
_TITLE = re.compile(r"^# (.*)$", re.M)
_CONFLICT = re.compile(r"\A<{7}[^\n]*\n")
"""What git writes above two versions of a whole file; both are of one source."""
_SPACE = re.compile(r"[ \t]*\r?\n")
_ID = re.compile(r"^\* id: (.+)$", re.M)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the plan needs to know of a research file; kept between runs."""

    title: str = ""
    status: str | None = None
    """None: undecided."""
    date: str | None = None
    people: tuple[str, ...] = ()
    """Who decides it, or is asked about it."""
    tags: tuple[str, ...] = ()
    id: str | None = None
    left_out: bool = False
    """`adr: false` in the front matter."""
    damaged: bool = False
    """The file could not be read; its record is left alone."""
    supersedes: tuple[str, ...] = ()
    revisits: tuple[str, ...] = ()
    relates: tuple[str, ...] = ()
    doubt: str = ""
    """Why a person has to look at it; empty if it is decided and nothing of it was left unread."""
    candidate: tuple[int, str] = (0, "")
    """Line and plain words of the best candidate for the verdict of an undecided file; 0 if there is none."""
    problems: tuple[tuple[int, str, str], ...] = ()
    """Line, code and message of what a person must mend."""


@dataclass(slots=True)
class Draft:
    """A research file on its way to a record."""

    source: Source
    facts: Facts
    packed: bytes = field(default=b"", repr=False)
    """The words of its record, pickled: thousands of them wait for their numbers, and unpacked they are large."""

    def composition(self) -> "Composition":
        """The words of its record; composed now if the facts came from the cache. Only of one that decides something."""
        from .composition import compose

        if self.packed:
            unpacked: Composition = pickle.loads(self.packed)
            return unpacked
        return compose(self.source, *self.parsed())

    def anchors(self) -> dict[str, str]:
        """New anchors of its headings in its record, for links from other files."""
        from ..render.original_blocks import anchors

        return anchors(*self.parsed())

    def parsed(self) -> "tuple[Document, Reading]":
        """The document and what it decides."""
        from .. import reading
        from ..markdown import parse

        document = parse(self.source.text)
        return document, reading.read(document)

    @property
    def problems(self) -> list[Problem]:
        """The file's problems, at their places."""
        return [Problem(self.source.path, *problem) for problem in self.facts.problems]


def draft(source: Source, cached: Facts | None = None, *, whole: bool = True) -> Draft:
    """A research file with its facts, from the cache if it did not change.

    Unless it is `whole`, no candidate is looked for and nothing composed: nobody is told, and no record written.
    """
    if cached is not None:
        return Draft(source, cached)
    from .. import reading
    from ..markdown import DocumentError, parse
    from ..reading.candidates.verdict_candidates import verdicts
    from ..reading.review_reasons import reasons_to_review
    from ..records.paragraph_text import plain
    from .composition import compose

    try:
        document = parse(source.text)
    except DocumentError as error:
        return Draft(source, Facts(damaged=True, problems=((error.line, "ADR001", str(error)),)))
    decided = reading.read(document)
    front = document.front
    findings = tuple((f.line, f.code, f.message) for f in decided.findings)
    asked = whole and not front.left_out and not decided.verdict
    best = next(iter(verdicts(document, decided, most=1) if asked else ()), None)
    facts = Facts(
        title=decided.title or "",
        status=decided.verdict.status if decided.verdict else None,
        date=decided.date,
        people=decided.owners or decided.decision_makers,
        tags=decided.tags,
        id=front.text("id") or None,
        left_out=front.left_out,
        supersedes=decided.supersedes,
        revisits=decided.revisits,
        relates=decided.relates,
        doubt="" if front.left_out else reasons_to_review(document, decided),
        candidate=(best.line, plain(best.text)) if best else (0, ""),
        problems=findings,
    )
    composed = compose(source, document, decided) if whole and decided.verdict and not facts.left_out else None
    if composed is None:
        return Draft(source, facts)
    # pickled where it was made: handing it over to another process packs it anyway
    return Draft(source, facts, pickle.dumps(composed, pickle.HIGHEST_PROTOCOL))


@dataclass(frozen=True, slots=True)
class RecordOnDisk:
    """A record file as generate sees it, without parsing its Markdown."""

    path: str
    number: int
    text: str
    source: str = ""
    """The research file it was generated from; empty for a hand-written record."""
    digest: str = ""

    @property
    def research_digest(self) -> str:
        """Digest of the research it was generated from."""
        return self.digest.partition("-")[0]

    @property
    def text_digest(self) -> str:
        """Digest of the text that was generated."""
        return self.digest.partition("-")[2]

    @property
    def edited(self) -> bool:
        """Whether a person changed it since it was generated."""
        return records.record_digest(self.text) != self.text_digest

    @property
    def title(self) -> str:
        """Its title, as in the research file."""
        match = _TITLE.search(self.text)
        return unescape(fold(match[1])) if match else ""

    @property
    def status(self) -> str | None:
        """The status that its front matter states."""
        match = _STATUS.search(self.text)
        return match[1] if match else None

    @property
    def id(self) -> str | None:
        """The `id` its research file had."""
        match = _ID.search(self.text)
        return match[1].strip("` ") if match else None


def record_on_disk(path: str, text: str) -> RecordOnDisk:
    """The record file at `path`; generated ones carry `source` and `digest` in their front matter."""
    number = records.number_of(path) or 0
    source, digest = source_and_digest(text)
    return RecordOnDisk(path, number, text, source, digest) if source and digest else RecordOnDisk(path, number, text)


def source_and_digest(text: str) -> tuple[str, str]:
    """`source` and `digest` in the front matter of a record file; empty if it does not have them."""
    plain = _CONFLICT.sub("", text.lstrip("\ufeff \t\r\n"))
    if "\n" not in plain:  # an old editor's line ends
        plain = plain.replace("\r", "\n")
    end = plain.find("\n---", 4)
    head = _SPACE.sub("\n", plain[: end + 1]) if plain.startswith("---") and end > 0 else ""
    digest, source = DIGEST.search(head), _SOURCE.search(head)
    return records.source_path(_scalar(source[1])) if source else "", digest[1] if digest else ""


def _scalar(value_text: str) -> str:
    """A YAML scalar as the template writes it."""
    if value_text.startswith('"'):
        try:
            value: Any = json.loads(value_text)
        except ValueError:
            return value_text
        return str(value)
    return value_text.strip().strip("'")
