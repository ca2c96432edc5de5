"""Record files: one ADR file as the record it holds, whether it was generated, edited or written by hand."""

import re
from dataclasses import dataclass, replace

from .. import sources
from ..errors import Problem
from ..markdown import ConflictError, Document, DocumentError, check, parse, parse_body
from ..model import Conditions, Status
from . import by_hand, generated
from .record import Record
from .record_names import number_of, url_of

DIGEST = re.compile(r"^digest: *(\S*)[ \t]*\r?\n", re.M)


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


def status_before(text: str) -> Status | None:
    """The status that a generated record had before another took its place, as far as its file still says so."""
    try:
        return generated.verdict_status(parse(text))
    except DocumentError:
        return None


def record_digest(text: str) -> str:
    """Digest of a record file without its own digest line."""
    return sources.digest(DIGEST.sub("", text, count=1))


def read(
    path: str, text: str, decisions: str, *, html: bool = False, conditions: Conditions | None = None
) -> RecordFile:
    """The record in a file; whatever is wrong with it is in `problems`, and the file is never lost from the log.

    Its number is the one that its name carries; 0 if only the whole log tells, see `numbers`. Where the `conditions` of a
    generated one are known, they are not read again.
    """
    problems: list[Problem] = []
    try:
        document = parse(text, html=html)
    except DocumentError as error:
        problems.append(Problem(path, error.line, "ADR001", str(error)))
        conflict = isinstance(error, ConflictError)  # neither of its versions is published
        document = parse("", html=html) if conflict else _rest(text, html)
    if not text.strip():
        problems.append(Problem(path, 1, "ADR001", "the record is empty; write it, or delete the file"))
    digest = document.front.text("digest") if "source" in document.front.values else ""
    record = generated.read(document, conditions) if digest else by_hand.read(path, document, problems)
    if problems and problems[0].code == "ADR001":  # what it says of itself cannot be read, so nothing else may decide
        record = replace(record, status=None, qualifier=None)
    record = replace(record, number=number_of(path) or 0, path=path, url=url_of(path, decisions))
    return RecordFile(record, text, document, digest or None, tuple(problems))


_SMALL = 10_000
"""Characters of a record that can be read whatever stands in it."""


def rejection(text: str, max_size: int) -> str | None:
    """Why the text of a record would not be read: it is longer than its research file, which is within all limits."""
    # UTF-8 takes at most four bytes for a character
    if len(text) <= _SMALL and len(text) * 4 <= max_size:
        return None
    size = len(text.encode())
    if size > max_size:
        return f"{size} bytes; at most {max_size} are read (setting max-size); split the research file"
    try:
        check(text)
    except DocumentError as error:
        return str(error)
    return None


def is_template(path: str, text: str, decisions: str) -> bool:
    """Whether a numbered file that is named like the template of records is one: it states no status of its own."""
    return number_of(path) == 0 or read(path, text, decisions).record.status is None


ReadRecord = tuple[Record, tuple[Problem, ...]]
"""The record in a file, and what is wrong with it."""


def read_record(file: tuple[str, str], decisions: str) -> ReadRecord:
    """The record in a file, given as path and text, and what is wrong with it."""
    result = read(*file, decisions)
    return result.record, result.problems


def _rest(text: str, html: bool) -> Document:
    """What can still be shown of a damaged file."""
    try:
        return parse_body(text, html=html)
    except DocumentError:
        return parse("", html=html)
