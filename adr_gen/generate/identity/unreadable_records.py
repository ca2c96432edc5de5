"""Record files that cannot be read: whose they are as far as it can be told, so that none gets a twin."""

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePosixPath

from ...errors import Problem
from ...records import NAME
from ..facts import Draft, RecordOnDisk
from ..new_numbers import slug


def possible_records(
    new: Iterable[Draft], unreadable: Iterable[RecordOnDisk], made: Callable[[str], bool]
) -> tuple[dict[str, str], list[Problem]]:
    """The record that each of the `new` research files may have already, among those that say nothing at all.

    `made` tells whether a research file had a record before. The second value are the problems that this is.
    """
    silent = [record for record in unreadable if not record.text]
    records: dict[str, str] = {}
    for draft in new if silent else ():
        path = draft.source.path
        slugs = {slug(draft.facts.title), slug(PurePosixPath(path).stem)}
        alike = [record.path for record in silent if _slug(record.path) in slugs]
        if alike or made(path):
            records[path] = (alike or [record.path for record in silent])[0]
    return records, [_problem(path, record) for path, record in records.items()]


def in_conflict(texts: Mapping[str, str]) -> list[Problem]:
    """The problems of record files that a merge left two versions in: neither is a person's edit."""
    marked = {path: text for path, text in texts.items() if "<<<<<<<" in text or ">>>>>>>" in text}
    if not marked:
        return []
    from ...markdown import ConflictError, DocumentError, check  # a run in which nothing changed parses nothing

    problems = []
    for path, text in marked.items():
        try:
            check(text)
        except ConflictError as error:
            problems.append(Problem(path, error.line, "ADR001", str(error)))
        except DocumentError:
            continue
    return problems


def cut_off(text: str) -> bool:
    """Whether nothing of a record file is left, only its beginning, or bytes that are no text: what a full disk or a
    loss of power leaves, or a copy that was broken off."""
    rest = text.strip("\ufeff \t\r\n")
    return not rest or "\0" in rest or (rest.startswith("---") and not re.search(r"[\r\n]---", rest))


def _slug(path: str) -> str:
    """What a record's file name says behind its number."""
    stem = PurePosixPath(path).stem
    number = NAME.match(stem)
    return slug(re.sub(r"^[-_ .]+", "", stem[number.end() :] if number else stem))


def _problem(path: str, record: str) -> Problem:
    message = f"{record} cannot be read and may be its record, so none is written; mend that file, or delete it"
    return Problem(path, 1, "ADR210", message)
