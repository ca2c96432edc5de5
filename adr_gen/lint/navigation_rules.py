"""What `adr-gen check` finds about the site's navigation: pages that the site does not have, because they are research."""

from collections.abc import Iterator

from .. import files
from ..errors import Problem
from ..project import Project
from ..site_settings import linked

MESSAGE = "{path} is research, so it is not published; take {page} out of `nav`, or the file out of `research` in adr-gen's settings"
LONGEST = 1_000_000
"""Bytes of the site's settings that are looked at."""


def research_in_navigation(project: Project) -> Iterator[Problem]:
    """A strict build ends where the navigation leads to research."""
    name = project.site_settings.name
    docs = f"{project.site_settings.docs.strip('./')}/" if name else ""
    pages = [path.removeprefix(docs) for path in project.research() if docs and path.startswith(docs)]
    if not pages:
        return
    named = {*linked(project.site_settings.settings.get("nav"))}
    for page in pages:
        if page in named:
            message = MESSAGE.format(path=docs + page, page=page)
            yield Problem(name, _line(project, name, page), "ADR308", message)


def _line(project: Project, name: str, page: str) -> int:
    """The first line that names the page; 0 where it is inherited."""
    try:
        lines = files.read(project.root, name, LONGEST).split("\n")
    except files.Unreadable:
        return 0
    return next((number for number, line in enumerate(lines, 1) if page in line), 0)
