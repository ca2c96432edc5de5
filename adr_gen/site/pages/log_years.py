"""The years that the log is split into."""

import re
from collections.abc import Container, Iterable

from ...generate.facts import RecordOnDisk
from ...project import Project
from ..components import filters
from . import log_page

_DATED = re.compile(r"^date: (\d{4})", re.M)


def years(project: Project, files: Iterable[RecordOnDisk], taken: Container[str]) -> list[str]:
    """The years with a page, known before any record is rendered; a record that is at such an address keeps it."""
    names = {_year(project, file) for file in files} - {""}
    return sorted(name for name in names if log_page.year_path(name) not in taken)


def _year(project: Project, file: RecordOnDisk) -> str:
    """The year of a record's date; a generated record has it in its front matter, any other one has to be read."""
    if not file.digest:
        return filters.year(project.record(file.path, file.text).record)
    match = _DATED.search(file.text, 0, file.text.find("\n---", 4))
    return match[1] if match else ""
