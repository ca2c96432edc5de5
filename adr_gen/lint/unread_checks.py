"""Checks in the body of a record that stand in none of its conditions, so that nobody makes them."""

from collections.abc import Iterator

from .. import checks
from ..errors import Problem
from ..log import Log
from ..reading.document.statements import statements
from ..records import RecordFile
from .cross_file_rules import source_hint


def unread_checks(files: tuple[RecordFile, ...], log: Log) -> Iterator[Problem]:
    """Every check that the sentences of a watched record write in backticks is one of its conditions'."""
    for file in files:
        record = log.by_path.get(file.record.path)
        if record is None or not record.watched:
            continue
        told = " ".join(f"{one.text} {one.sentence} {one.consequence or ''}" for one in record.conditions.triggers)
        known = {*checks.tokens(told), *(check for one in record.conditions.triggers for check in one.check)}
        for place in statements(file.document):
            text = place.block.text if place.block.kind in ("paragraph", "heading") else ""
            for token in checks.tokens(text):
                if token not in known and _is_check(token):
                    known.add(token)
                    message = (
                        f"the check `{token}` stands in no condition, so nobody makes it; write it behind 'Revisit when', "
                        f"or ``{token}`` if no check is meant"
                    )
                    yield Problem(record.path, place.line, "ADR917", message + source_hint(record))


def _is_check(token: str) -> bool:
    """Whether a token is a whole check of something but the calendar; an address and a day are said of much else."""
    if token.startswith("http"):
        return False
    try:
        return not isinstance(checks.parse(token), checks.Calendar)
    except checks.TokenError:
        return False
