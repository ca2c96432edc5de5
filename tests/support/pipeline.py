"""One document through every stage, in this process: read, composed, read back, checked and published."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from adr_gen import reading, records
from adr_gen.generate.composition import compose
from adr_gen.lint import condition_rules as lint_conditions
from adr_gen.lint import cross_file_rules as lint_files
from adr_gen.log import build
from adr_gen.markdown import Document, parse
from adr_gen.model import Verdict
from adr_gen.reading import Reading
from adr_gen.records import Record, RecordFile
from adr_gen.revisit import States
from adr_gen.site.jinja_templates import SiteTemplates
from adr_gen.site.record.body.record_bodies import Body, bodies
from adr_gen.site.record.placeholders import fill
from adr_gen.site.site_context import SiteContext
from adr_gen.site.urls import Urls
from adr_gen.sources import Source

DECISIONS = "docs/decisions"
PATH = f"{DECISIONS}/0001-x.md"
URL = "decisions/0001-x/"
DAY = date(2026, 6, 1)
ADOPTED = Verdict("accepted", None, "Do it.")
"""What a document that decides nothing is taken to decide, so that it gets a record all the same."""

_MARKUP = SiteTemplates()  # compiles each template once


@dataclass(frozen=True, slots=True)
class Written:
    """A research text and the record that was written of it."""

    document: Document
    reading: Reading
    record: Record
    text: str


def write(text: str) -> Written:
    """The record of a research text, as generate writes it; raises DocumentError."""
    document = parse(text)
    result = reading.read(document)
    result = result if result.verdict else replace(result, verdict=ADOPTED)
    words = compose(Source("docs/research/x.md", text), document, result)
    place: dict[str, Any] = {"number": 1, "path": PATH, "url": URL}
    return Written(document, result, *words.placed(lambda target: None, {}, None, **place))


def page(text: str, path: str = PATH) -> str:
    """The page of a record file, as the site publishes it but for its card."""
    return _body(text, path).text


def published(text: str, path: str = PATH) -> str:
    """The page of a record file that is alone in its log, as the site publishes it."""
    body = _body(text, path)
    telling = (path,) if body.says_status else ()
    site = SiteContext(build([body.record]), States(DAY, 180), _urls(path), telling=telling, markup=_MARKUP)
    return fill(site, path, body.text)


def _body(text: str, path: str) -> Body:
    (made,) = bodies([(path, text)], DECISIONS, _urls(path), {})
    return made


def _urls(path: str) -> Urls:
    return Urls({path: URL}, Path(os.sep) / "nowhere", "")


def check(file: RecordFile) -> list[str]:
    """What check says of a record file alone."""

    def line(record: Record, words: str) -> int:
        return file.text.count("\n", 0, max(file.text.find(words), 0)) + 1

    log = build([file.record])
    problems = list(
        lint_files.local_links(file.record, file.document, log.holders, lambda path: False, lambda path: None)
    )
    problems += [*lint_files.restated(file, line), *lint_conditions.tokens(log, line)]
    for rule in (
        lint_conditions.deferred,
        lint_conditions.vague,
        lint_conditions.checkable,
        lint_conditions.days,
        lint_conditions.blockers,
    ):
        problems += rule(file.record, line)
    problems += lint_conditions.same_subject(log)
    lint_files.anchors(file.document)
    return sorted(map(str, problems))


def stages(text: str) -> Iterator[tuple[str, Callable[[], object]]]:
    """The stages by name, each a call that does its work once; later ones need the earlier ones' results."""
    yield "parse", partial(parse, text)
    document = parse(text)
    yield "read", partial(reading.read, document)
    yield "by hand", partial(reading.read, document, record=True)
    yield "write", partial(write, text)
    record = write(text).text
    yield "back", partial(records.read, PATH, record, DECISIONS)
    yield "check", partial(check, records.read(PATH, record, DECISIONS))
    yield "page", partial(page, record)
    yield "page by hand", partial(page, text)
