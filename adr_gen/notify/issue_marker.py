"""The marker: a hidden first line by which an issue remembers what it has told."""

import json
import re
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any

from ..records import NAME, Record
from ..reviews.stored_review import fingerprint

MOST = 1000
"""Keys that a marker holds, so that a body stays below GitHub's limit."""
_LINE = re.compile(r"<!-- adr-gen: (\{.*\}) -->\s*")
_KEY = re.compile(r"[\w:-]{1,64}")


@dataclass(frozen=True, slots=True)
class Marker:
    """What an issue, or a comment on it, has told about a record."""

    record: int
    seen: tuple[str, ...] = ()
    """Keys of what was told; none once the issue was closed because the record had been answered."""
    text: str = ""
    """Fingerprint of the text below it, by which an edit by people is known; of a comment, what it is about."""
    marks: tuple[str, ...] = ()
    """What the record is known by when it has another number, see `marks`; none in issues of earlier versions."""

    def __str__(self) -> str:
        fields = {"record": self.record, "seen": self.seen[-MOST:], "text": self.text}
        fields |= {"marks": self.marks} if self.marks else {}
        return f"<!-- adr-gen: {json.dumps(fields, separators=(',', ':'))} -->"

    def above(self, text: str) -> str:
        """A whole body: this marker, with the text's fingerprint, and the text."""
        return f"{replace(self, text=fingerprint(text))}\n{text}"

    def renewed(self, body: str, text: str) -> str:
        """The body with this marker and the new text; with what people made of the old text if they changed it."""
        old, below = read(body), _below(body)
        # what a person wrote into the body stays, so only the marker is renewed then
        if old and old.text == fingerprint(below):
            return self.above(text)
        return f"{replace(self, text=old.text if old else '')}\n{below}"


def read(body: str) -> Marker | None:
    """The marker in the first line of a body; None if it has none that was written here."""
    match = _LINE.fullmatch(body.partition("\n")[0])
    try:
        fields: Any = json.loads(match[1]) if match else None
    except (ValueError, RecursionError):
        return None
    if (
        not isinstance(fields, dict)
        or type(fields.get("record")) is not int
        or not isinstance(fields.get("seen"), list)
    ):
        return None
    # anybody who may edit the issue may have changed it
    seen = tuple(key for key in fields["seen"] if isinstance(key, str) and _KEY.fullmatch(key))
    text = fields.get("text")
    named = fields.get("marks")
    known = (
        tuple(mark for mark in named if isinstance(mark, str) and _KEY.fullmatch(mark))
        if isinstance(named, list)
        else ()
    )
    return Marker(fields["record"], seen[-MOST:], text if isinstance(text, str) and _KEY.fullmatch(text) else "", known)


def marks(record: Record) -> tuple[str, ...]:
    """Fingerprints of what a record is known by beside its number: title, name of the file behind the number, research file."""
    name = PurePosixPath(record.path).name
    number = NAME.match(name)
    # without the number: renumbering must not make another record of it
    parts = (record.title, name[number.end() :] if number else name, record.source or "")
    return tuple(fingerprint(f"{kind} {part}") for kind, part in zip(("title", "name", "source"), parts, strict=True))


def _below(body: str) -> str:
    return body.partition("\n")[2]
