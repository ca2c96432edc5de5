"""The whole site of a project: what both the MkDocs plugin and `adr-gen export` publish."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..errors import Problem
from ..generate.draft import held
from ..generate.run import prepare
from ..log import build
from ..project import Project
from ..revisit import States
from .bodies import bodies, page_of
from .pages import Page, Site, home
from .places import Places


@dataclass(frozen=True, slots=True)
class Publication:
    """Everything that is published of a project's log."""

    site: Site
    pages: tuple[Page, ...]
    media: dict[str, str]
    """Project path and site address of each image that lies outside of the docs folder."""
    problems: tuple[Problem, ...]


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
) -> Publication:
    """The log's pages.

    `published` maps project paths of other docs files to their addresses; `preview` also shows research files
    that changed since the last `adr-gen generate`, as they would become.
    """
    texts, problems = _previewed(project) if preview else project.record_texts()
    pages = {path: page_of(path, project.decisions, directory_urls) for path in texts}
    research = {held(path, text).source: pages[path] for path, text in texts.items()}
    places = Places({**published, **research, **pages}, project.root, repo_url)
    made = tuple(bodies(texts.items(), project.decisions, places, project.days, project.settings.dialect))
    site = Site(build(body.record for body in made), states, places, made, directory_urls)
    shown = [*site.pages(), *([home(site, name)] if home_page else [])]
    media = {path: url for body in made for path, url in body.media.items()}
    return Publication(site, tuple(shown), media, (*problems, *(p for body in made for p in body.problems)))


def _previewed(project: Project) -> tuple[dict[str, str], list[Problem]]:
    """The record files as `adr-gen generate` would leave them, and a problem for each that is behind."""
    plan = prepare(project).plan
    texts, problems = project.record_texts()
    for step in plan.writes:
        assert step.record is not None
        assert step.text is not None
        texts[step.record] = step.text
        problems.append(Problem(step.source, 1, "ADR208", f"{step.record} is behind; run `adr-gen generate`"))
    return texts, problems
