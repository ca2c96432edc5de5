"""A record written by hand, read like a research file."""

from pathlib import PurePosixPath

from ..errors import Problem
from ..markdown import Document
from .record import RELATIONS, Record
from .record_names import day_of


def read(path: str, document: Document, problems: list[Problem]) -> Record:
    """The record that a document says; what is wrong with it goes to `problems`."""
    from .. import reading

    result = reading.read(document, record=True, day=day_of(path))
    problems.extend(Problem(path, f.line, f.code, f.message) for f in result.findings)
    verdict = result.verdict
    return Record(
        number=0,
        title=result.title or PurePosixPath(path).stem,
        status=verdict.status if verdict else None,
        qualifier=verdict.qualifier if verdict else None,
        date=result.date or day_of(path),
        verdict=(verdict.line or None) if verdict else None,
        update=result.update,
        tags=result.tags,
        decision_makers=result.decision_makers,
        owners=result.owners,
        blockers=result.blockers,
        conditions=result.conditions,
        references=tuple((kind, reference) for kind in RELATIONS for reference in getattr(result, kind)),
    )
