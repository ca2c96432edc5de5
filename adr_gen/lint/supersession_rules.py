"""A supersession that only the words of a record's body say, which relates nothing: no other page knows of it."""

import re
from collections.abc import Iterator

from ..errors import Problem
from ..log import Log
from ..markdown import Block, fold
from ..reading.plain_text import sentences
from ..reading.status.supersession import replaced_by_this
from ..records import RELATIONS, Record, RecordFile
from ..records.lookup import folder_of
from .cross_file_rules import source_hint

_NAMED = re.compile(r"\.md\b|\bADR[- ]?\d", re.I)
"""What a record is named by."""


def unstated_supersession(files: tuple[RecordFile, ...], log: Log) -> Iterator[Problem]:
    """A record that says in a sentence that it supersedes another one states it where it counts."""
    for file in files:
        record = log.by_path.get(file.record.path)
        if record is not None and record.status not in ("superseded", "deprecated"):
            for block in file.document.blocks:
                for old in _replaced(block, record, log):
                    message = (
                        f"says that it supersedes {old.id}, which stays {old.status}; write `supersedes: {old.number}` "
                        f"in the front matter{source_hint(record)}, or `relates:`"
                    )
                    yield Problem(record.path, block.line, "ADR915", message)


def _replaced(block: Block, record: Record, log: Log) -> Iterator[Record]:
    """The records that a paragraph says this one supersedes, and that do not know of it."""
    # the rule of supersession looks at each word, which most paragraphs need not
    if block.kind != "paragraph" or not _NAMED.search(block.text):
        return
    known = {number for kind in RELATIONS for number in getattr(record, kind)}
    for text in sentences(block.text):
        for reference in replaced_by_this(fold(text)):
            foreign = "://" in reference
            meant = () if foreign else log.holders.resolve(reference, folder_of(record.path))
            old = log.by_path.get(meant[0][1]) if len(meant) == 1 else None
            if old and old.number not in known and old.status not in ("superseded", "deprecated") and old != record:
                yield old
