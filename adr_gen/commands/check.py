"""A whole run of check on a project."""

from functools import cache

from .. import files
from ..errors import Problem
from ..generate.run import prepare
from ..lint import conditions
from ..lint import files as lint
from ..lint.setup import setup
from ..log import Log, build
from ..markdown import DocumentError, parse
from ..project import Project
from ..records import Record
from .terminal import count


def check(project: Project) -> list[Problem]:
    """All problems and hints of a project, sorted by place."""
    prepared = prepare(project)
    record_files, damaged = project.records()
    reviews, wrong = project.reviews
    log = build((file.record for file in record_files), reviews)

    @cache
    def anchors(path: str) -> set[str] | None:
        try:
            return lint.anchors(parse(files.read(project.root, path, project.settings.max_size)))
        except (files.Unreadable, DocumentError):
            return None

    def exists(path: str) -> bool:
        return files.present(project.root, path, folders=True)

    texts = {file.record.path: file.text for file in record_files}

    def line(record: Record, words: str) -> int:
        text = texts.get(record.path, "")
        return text.count("\n", 0, max(text.find(words), 0)) + 1

    found = [*prepared.plan.problems, *damaged, *wrong, *project.readings[1]]
    for file in record_files:
        found += lint.local_links(file.record, file.document, log.holders, exists, anchors)
        found += lint.restated(file, line)
    found += lint.numbers(log)
    found += lint.references(Log(tuple(file.record for file in record_files)), project.decisions)
    found += lint.template(project.template, project.settings.template)
    found += setup(project)
    found += lint.unnumbered(project.unnumbered())
    found += lint.reviewed(log, reviews)
    found += conditions.tokens(log, line)
    found += conditions.hints(log, line)
    return sorted(set(found))


def scope(project: Project) -> str:
    """How much is looked at, in words."""
    counts = {"research file": len(project.research()), "record": len(project.record_paths())}
    return " and ".join(count(number, noun) for noun, number in counts.items())
