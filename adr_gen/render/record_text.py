"""The text of a generated record."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from .. import records
from ..markdown import Document
from ..reading import Reading
from ..records import Record
from . import template
from .relation_lines import relations, statuses
from .section_writer import SectionWriter


def compose(
    document: Document,
    reading: Reading,
    record: Record,
    change: Callable[[str], str | None],
    names: dict[int, str],
    own: str | None = None,
) -> tuple[Record, str]:
    """The record as it will be read back, and the text of its file, with the digest of the file still open.

    `change` rewrites a local link target of the research file for the record's folder; `names` maps record
    numbers to file names; `own` is the text of a project's own template.
    """
    return finish(content(document, reading, record, change), names, own)


@dataclass(frozen=True, slots=True)
class RecordContent:
    """What a record is made of before the template gives it its form."""

    record: Record
    """The record as it will be read back."""
    sections: tuple[str, ...]
    """Its sections as Markdown, in their order."""

    def mapped(self, change: Callable[[str], str]) -> "RecordContent":
        """The same with `change` made to everything that the author wrote as Markdown, but not to the title."""
        record, conditions = self.record, self.record.conditions
        triggers = tuple(replace(t, text=change(t.text), sentence=change(t.sentence)) for t in conditions.triggers)
        record = replace(
            record,
            verdict=change(record.verdict) if record.verdict else None,
            blockers=tuple(replace(b, text=change(b.text)) for b in record.blockers),
            conditions=replace(conditions, triggers=triggers),
        )
        return RecordContent(record, tuple(map(change, self.sections)))


def content(document: Document, reading: Reading, record: Record, change: Callable[[str], str | None]) -> RecordContent:
    """The words of a record; of `record` only what is known of it apart from the reading."""
    writer = SectionWriter(document, reading, record, change)
    return RecordContent(writer.record, tuple(writer.sections()))


def finish(made: RecordContent, names: dict[int, str], own: str | None = None) -> tuple[Record, str]:
    """The record and the text of its file, see `compose`."""
    shown = made.record
    status, linked = statuses(shown, names)
    values = {
        "record": shown,
        "status": status,
        "status_linked": linked,
        "sections": made.sections,
        "relations": relations(shown, names),
        "review_by": shown.conditions.review_by,
    }
    return shown, template.rendered(own, values).rstrip("\n") + "\n"


def seal(rendered: str, research: str) -> str:
    """The record's text with its digest, from the digest of its research file."""
    own = records.record_digest(rendered)
    # once, and only in front matter: a text may have such a line too
    return rendered.replace("\ndigest: DIGEST\n", f"\ndigest: {research}-{own}\n", 1)
