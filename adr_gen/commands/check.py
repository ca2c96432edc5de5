"""A whole run of check on a project."""

from ..errors import Problem
from ..generate.run import prepare
from ..lint.context import LintContext
from ..lint.rules import RULES
from ..log import build
from ..project import Project
from .terminal import count


def check(project: Project) -> list[Problem]:
    """All problems and hints of a project, sorted by place."""
    prepared = prepare(project)
    record_files, damaged = project.records()
    reviews, wrong = project.reviews
    log = build((file.record for file in record_files), reviews)
    context = LintContext(project, tuple(record_files), log, reviews)
    problems = [*prepared.plan.problems, *damaged, *wrong, *project.readings[1]]
    for rule in RULES:
        problems += rule(context)
    return sorted(set(problems))


def scope(project: Project) -> str:
    """How much is looked at, in words."""
    counts = {"research file": len(project.research()), "record": len(project.record_paths())}
    return " and ".join(count(number, noun) for noun, number in counts.items())
