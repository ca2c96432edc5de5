"""A whole run of check on a project."""

from functools import cache, partial

from .. import files, lint, reading
from ..decision import Trigger
from ..errors import Problem
from ..generate.run import prepare
from ..log import Log, build
from ..markdown import DocumentError, parse
from ..project import Project
from ..records import Record


def check(project: Project) -> list[Problem]:
    """All problems and hints of a project, sorted by place."""
    prepared = prepare(project)
    record_files, damaged = project.records()
    log = build(file.record for file in record_files)

    @cache
    def anchors(path: str) -> set[str] | None:
        try:
            return lint.anchors(parse(files.read(project.root, path, project.settings.max_size)))
        except (files.Unreadable, DocumentError):
            return None

    def exists(path: str) -> bool:
        place = project.root / path
        return place.exists() and place.resolve().is_relative_to(project.root)

    found = [*prepared.plan.problems, *damaged]
    for file in record_files:
        found += lint.local_links(file.record.path, file.document, exists, anchors)
    found += lint.numbers(log)
    found += lint.references(Log(tuple(file.record for file in record_files)))
    found += lint.template(project.template, project.settings.template)
    found += lint.hints(log, project.unnumbered())
    found += lint.checkable(log, partial(_place, project))
    return sorted(set(found))


def _place(project: Project, record: Record, trigger: Trigger) -> tuple[str, int]:
    """Where a person writes a condition: its line in the research file, else in the record."""
    path = record.source or record.path
    try:
        document = parse(files.read(project.root, path, project.settings.max_size))
    except (files.Unreadable, DocumentError):
        return record.path, 0
    notes = reading.read(document, record=record.source is None).notes
    return path, next((n.line for n in notes if n.field == "trigger" and n.taken and n.text == trigger.text), 0)
