"""The whole site of a project: what both the MkDocs plugin and `adr-gen export` publish."""

from collections.abc import Mapping
from dataclasses import replace

from ..errors import Problem
from ..generate.run import prepare
from ..log import Log, build
from ..project import Project
from ..revisit import States
from .pages import Page, Site, home
from .places import Places, address


def make(
    project: Project,
    states: States,
    *,
    published: Mapping[str, str],
    directory_urls: bool = True,
    repo_url: str = "",
    name: str = "Decisions",
    home_page: bool = False,
    preview: bool = False,
) -> tuple[Site, list[Page], list[Problem]]:
    """The site, its pages, and the problems met.

    `published` maps project paths of other docs files to their addresses; `preview` also shows research files
    that changed since the last `adr-gen generate`, as they would become.
    """
    log, problems = _previewed(project) if preview else project.log()
    log = _addressed(log, directory_urls)
    pages = {**published, **{r.path: r.url for r in log.records}}
    pages |= {r.source: r.url for r in log.records if r.source}
    places = Places(pages, lambda path: _exists(project, path), repo_url)
    site = Site(log, states, places, project.decisions, project.settings.dialect, directory_urls)
    made = list(site.pages())
    if home_page:
        made.append(home(site, name))
    return site, made, problems


def _addressed(log: Log, directory_urls: bool) -> Log:
    """The log with the addresses that the site engine uses."""
    if directory_urls:
        return log
    files = (
        replace(f, record=replace(f.record, url=address(f"{f.record.url.rstrip('/')}.md", False))) for f in log.files
    )
    return Log(tuple(files))


def _exists(project: Project, path: str) -> bool:
    place = project.root / path
    return place.exists() and place.resolve().is_relative_to(project.root)


def _previewed(project: Project) -> tuple[Log, list[Problem]]:
    """The log as `adr-gen generate` would leave it, and a problem for each record that is behind."""
    plan = prepare(project).plan
    texts, problems = project.record_texts()
    for step in plan.writes:
        assert step.record is not None
        assert step.text is not None
        texts[step.record] = step.text
        problems.append(Problem(step.source, 1, "ADR208", f"{step.record} is behind; run `adr-gen generate`"))
    log = build(project.record(path, text) for path, text in texts.items())
    return log, [*problems, *log.problems]
