"""A whole run of check on a project."""

from ..errors import Problem
from ..generate.run import Prepared, prepare
from ..lint.lint_context import LintContext
from ..lint.rules import RULES
from ..log import build
from ..project import Project
from .terminal import count


def check(project: Project, prepared: Prepared | None = None) -> list[Problem]:
    """All problems and hints of a project, sorted by place; `prepared` is what generate would do."""
    prepared = prepared or prepare(project)
    record_files, damaged = project.records()
    reviews, wrong = project.reviews
    log = build((file.record for file in record_files), reviews)
    context = LintContext(project, tuple(record_files), log, reviews)
    problems = [*prepared.plan.explained(prepared.plan.problems), *damaged, *wrong, *project.readings[1]]
    for rule in RULES:
        problems += rule(context)
    return sorted(set(problems))


def scope(project: Project, prepared: Prepared) -> str:
    """How much is looked at, in words, and how many research files nobody has decided."""
    # files elsewhere that have a record count too
    counts = {"research file": len(prepared.plan.steps), "record": len(project.record_paths())}
    undecided = sum(step.action == "undecided" for step in prepared.plan.steps)
    waiting = f" ({undecided} undecided: `adr-gen decide`)" if undecided else ""
    return " and ".join(count(number, noun) for noun, number in counts.items()) + waiting
