"""Everything that is to be set up, in the order in which a person would do it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from ..config import Home, Settings
from ..counts import count
from ..generate.run import prepare
from ..lint.navigation_rules import research_in_navigation
from ..project import Project
from .install_manifest import digest
from .steps.adr_gen_settings import settings
from .steps.agents import agents
from .steps.gitignore import gitignore
from .steps.hooks import hooks
from .steps.mkdocs_settings import check_set_up, site
from .steps.pages import pages
from .steps.requirements import requirements
from .steps.setup_step import SetupStep, left
from .steps.workflows import build, workflows
from .steps.zensical import zensical
from .survey import Survey, part


@dataclass(frozen=True)
class Plan:
    """The steps, and what will be in the log when they are done."""

    survey: Survey
    steps: tuple[SetupStep, ...]

    @property
    def writes(self) -> list[SetupStep]:
        """Steps that change a file."""
        return [step for step in self.steps if step.action in ("create", "change")]

    @property
    def left(self) -> list[SetupStep]:
        """Steps that a person has to take."""
        return [step for step in self.steps if step.action == "left"]

    @cached_property
    def project(self) -> Project:
        """The project with the settings that it will have."""
        if self.survey.configured:
            return Project(self.survey.home)
        return Project(Home(self.survey.root, Settings(research=self.survey.research, decisions=self.survey.decisions)))

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many research files there are, how many of them decide nothing, and how many records."""
        drafts = prepare(self.project).plan
        actions = [step.action for step in drafts.steps]
        return {
            "research": len(actions),
            "undecided": actions.count("undecided"),
            "records": len(self.project.record_paths()),
        }

    @property
    def build(self) -> str:
        """The command that builds the site."""
        return build(self.survey)


def plan(survey: Survey, *, with_agents: bool = False) -> Plan:
    """What is missing, and what was ours and has changed. Raises UsageError for a site whose settings are broken."""
    check_set_up(survey)
    made = Plan(survey, tuple(_settled(survey, step) for step in _steps(survey, with_agents)))
    missed = (left(problem.path, problem.message) for problem in research_in_navigation(made.project))
    return replace(made, steps=(*made.steps, *missed))


def _steps(survey: Survey, with_agents: bool) -> Iterator[SetupStep]:
    yield from settings(survey)
    yield from zensical(survey) if survey.zensical else site(survey)
    yield from pages(survey)
    yield from requirements(survey)
    yield from gitignore(survey)
    yield from workflows(survey)
    yield from hooks(survey)
    yield from agents(survey, with_agents)
    for log in survey.other_logs:
        where, held = part(log.path), f"has {count(log.count, 'record')} of its own"
        apart = f"`adr-gen init {where}` sets up a part of the repository by itself"
        # two logs of one part are one that is in two folders
        joined = f"move {'it' if log.count == 1 else 'them'} to {survey.decisions} and run `adr-gen renumber`"
        yield left(log.path, f"{held}; {apart if where else joined}")


def _settled(survey: Survey, step: SetupStep) -> SetupStep:
    """A step that would make a file which is there: only what an earlier run wrote is written anew."""
    now = survey.text(step.path) if step.text is not None and step.before is None else None
    if now is None:
        return step
    if now == step.text:
        return replace(step, before=now)
    if (survey.ours or {}).get(step.path) == digest(now):
        return replace(step, before=now)
    return SetupStep(step.path, "is there, and stays as it is")
