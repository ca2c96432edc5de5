"""How a record names the records that it is related to."""

import re
from pathlib import PurePosixPath

from .. import links
from ..records import Record
from . import escaping

Names = dict[int, str]
"""Record files by their numbers, relative to the records' folder."""

_SIGNS = re.compile(r"[\\\[\]*_`]")


def statuses(record: Record, names: Names) -> tuple[str, str]:
    """What front matter and list state as the record's status: one that is superseded names its newest successor.

    Without it log4brains builds no site, madr-lint reports an error and adrkit passes over the record; it takes one
    name, written as the file's. Any others stand in the list of relations.
    """
    if not _names_successor(record):
        return record.status or "", record.status or ""
    newest = record.superseded_by[-1]
    status = f"{record.status} by "
    slug = PurePosixPath(names.get(newest, "")).stem
    return f"{status}{_id(newest)}", status + _link(newest, names, _plain(slug))


def relations(record: Record, names: Names) -> list[tuple[str, str]]:
    """Name and links of each relation that the list states beside the status."""
    others = record.superseded_by[:-1] if _names_successor(record) else record.superseded_by
    pairs = (
        ("Supersedes", record.supersedes),
        ("Superseded by", others),
        ("Revisits", record.revisits),
        ("Relates to", record.relates),
    )
    return [(name, ", ".join(_link(n, names) for n in numbers)) for name, numbers in pairs if numbers]


def _names_successor(record: Record) -> bool:
    return record.status == "superseded" and bool(record.superseded_by)


def _link(number: int, names: Names, label: str = "") -> str:
    target = links.relative(names[number], "") if number in names else ""
    return f"[{label or _id(number)}]({target})"


def _id(number: int) -> str:
    return f"ADR-{number:04}"


def _plain(name: str) -> str:
    """A file name as Markdown that shows it."""
    return escaping.harmless(_SIGNS.sub(r"\\\g<0>", name))
