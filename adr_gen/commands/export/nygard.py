"""The log in Nygard's form: plain records without front matter, as adr-tools writes them."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import quote

from ...log import Log, build
from ...project import Project
from ...records import NAME, Record, RecordFile
from ...render import escaping
from ...site.urls import Urls
from .nygard_sections import NygardSections, three

NOT = "yet"
"""A qualifier that limits a "not": beside a status word it would say nothing."""


def nygard(record_files: list[RecordFile], project: Project, media: dict[str, str]) -> Iterator[tuple[str, str]]:
    """File name and text of each record as `# N. Title`, date, status, context, decision, consequences.

    The images that they show are added to `media`: project path, and path beside the records.
    """
    # without reviews: the form has no place for them
    log = build(file.record for file in record_files)
    pages = {record.path: quote(_name(record)) for record in log.records}
    places = Urls(pages, project.root, project.repo_url, log.holders, project.below)
    for file in record_files:
        record = log.by_path[file.record.path]
        sections = three(file, places, media)
        parts = [
            escaping.title(f"{record.number}. {record.title}"),
            f"Date: {record.date}" if record.date else "",
            *_front(record, sections),
            "## Status",
            *_status(log, record, sections),
            "## Context",
            *sections.context,
            "## Decision",
            *(sections.decision or [record.verdict or ""]),
            "## Consequences",
            *sections.consequences,
        ]
        yield _name(record), "\n\n".join(part for part in parts if part.strip()) + "\n"


def _front(record: Record, sections: NygardSections) -> Iterator[str]:
    """Who decided and the tags, which the front matter has; where they stand in the body they stay there."""
    told = "\n".join(sections.context)
    for name, values in (("Deciders", record.decision_makers), ("Tags", record.tags)):
        if values and not all(value in told for value in values):
            yield f"{name}: {', '.join(map(escaping.harmless, values))}"


def _status(log: Log, record: Record, sections: NygardSections) -> Iterator[str]:
    """The status, and each relation on a line of its own: in the record's own words where nothing is derived from them."""
    limit = "for now" if record.qualifier == NOT else record.qualifier
    shown = f" ({limit})" if limit and record.status != "superseded" else ""
    yield (record.status or "unknown").capitalize() + shown
    derived = {
        "Supersedes": record.supersedes,
        "Superseded by": record.superseded_by,
        "Revisits": record.revisits,
    }
    for name, numbers in derived.items():
        yield from (f"{name} {_reference(log, n)}" for n in numbers if n in log.by_number)
    known = {number for numbers in derived.values() for number in numbers}
    named: set[int] = set()
    for line, paths in sections.relations:
        linked = {log.by_path[path].number for path in paths}
        if not linked or not linked <= known:
            named |= linked
            yield line
    yield from (f"Relates to {_reference(log, n)}" for n in record.relates if n in log.by_number and n not in named)


def _reference(log: Log, number: int) -> str:
    other = log.by_number[number]
    return f"[{number}. {escaping.harmless(other.title)}]({quote(_name(other))})"


def _name(record: Record) -> str:
    """The record's file name with its number in front, in four digits or more, as these tools want it."""
    rest = NAME.sub("", PurePosixPath(record.path).stem).lstrip("-_ .")
    return f"{record.number:04}-{rest or 'record'}.md"
