"""What a run of generate did or would do, for people and for programs."""

import textwrap
from pathlib import PurePosixPath
from shlex import quote

import click

from .. import sources
from ..codes import CODES
from ..errors import one_line, visible
from ..generate.plan_steps import Plan, RecordStep
from ..project import Project
from . import terminal
from .output_formats import as_json as problem_json

MOST_ROWS = 40
"""Rows of the table; beyond it nobody reads them."""
MOST_WAITING = 10
"""Undecided files that are named."""
ACTIONS = {"kept": "edited by you"}
"""How an action is called in the table, where not by its name."""


def show(plan: Plan, place: str, *, diff: bool, check: bool, as_json: bool) -> None:
    """Print the steps of a plan and its problems; `place` is where research was looked for if nothing is there yet."""
    problems = plan.explained(plan.problems)
    if as_json:
        keys = ("source", "action", "record", "status", "title")
        steps = [{key: getattr(step, key) for key in keys} for step in plan.steps]
        shown = {"files": steps, "problems": [problem_json(p) for p in problems]}
        click.echo(terminal.as_json(shown))
        return
    if diff:
        for step in plan.writes:
            click.echo(terminal.safe(_diff(step)), nl=False)
        for conflict in plan.conflicts.values():
            click.echo(terminal.safe("".join(conflict.diff())), nl=False)
    else:
        for step in plan.steps:
            if step.aside:
                click.echo(f"your text as it was: {step.aside}")
        _table([step for step in plan.steps if step.action in ("new", "changed", "kept")])
        for line in waiting(plan):
            click.echo(terminal.fitted(line))
    terminal.problems(problems)
    click.echo(summary(plan, writes=not (check or diff)))
    if not plan.steps and place:
        click.echo(f"no research files in {place}; the setting `research` names where they are", err=True)


def _table(steps: list[RecordStep]) -> None:
    """What became of the records that are new or different."""
    if not steps:
        return
    rows = [
        [ACTIONS.get(step.action, step.action), PurePosixPath(step.record or step.source).name, step.status or "–"]
        for step in steps
    ]
    terminal.table(["", "record", "status"], rows[:MOST_ROWS])
    if len(rows) > MOST_ROWS:
        click.echo(f"… and {len(rows) - MOST_ROWS} more")
    if any(step.action == "kept" for step in steps):
        click.echo("edited by you: left as it is")


def waiting(plan: Plan, most: int = MOST_WAITING) -> list[str]:
    """A line for each research file that nobody has decided, with its best candidate, and the command that decides it."""
    steps = [step for step in plan.steps if step.action == "undecided"]
    lines = []
    for step in steps[:most]:
        line, sentence = step.candidate
        best = f" line {line}: {textwrap.shorten(visible(sentence), 60, placeholder=' …')}" if line else ""
        lines.append(f"undecided  {one_line(step.source)}{best}")
    if len(steps) > most:
        lines.append(f"… and {len(steps) - most} more: `adr-gen list --undecided`")
    if steps:
        lines.append(f"to decide: `adr-gen decide {quote(steps[0].source) if len(steps) == 1 else 'FILE'}`")
    return lines


def nothing_waits(project: Project) -> str:
    """Why no research file is undecided."""
    return "every research file is decided" if project.research() else f"no research files in {looked_in(project)}"


def passed_over(project: Project) -> None:
    """Print on stderr what the setting `research` leaves out without being meant to."""
    lines = list(sources.passed_over(project.root, project.settings))
    for line in lines[:MOST_WAITING]:
        click.echo(terminal.fitted(one_line(line), to_stderr=True), err=True)
    if len(lines) > MOST_WAITING:
        click.echo(f"… and {len(lines) - MOST_WAITING} more", err=True)


def looked_in(project: Project) -> str:
    """Where research is looked for."""
    return f"{', '.join(project.settings.research)} of {project.root}"


def _diff(step: RecordStep) -> str:
    """The change of a step as a unified diff."""
    import difflib

    before = (step.before or "").splitlines(keepends=True)
    after = (step.text or "").splitlines(keepends=True)
    name = step.record or ""
    return "".join(difflib.unified_diff(before, after, name if step.before is not None else "/dev/null", name))


def summary(plan: Plan, *, writes: bool) -> str:
    """The numbers of a run in one line; `writes` says that it wrote."""
    actions = [step.action for step in plan.steps]
    decided = sum(a in ("new", "changed", "unchanged", "kept") for a in actions)
    parts = [f"{decided} decided", f"{actions.count('undecided')} undecided"]
    if actions.count("left out"):
        parts.append(f"{actions.count('left out')} left out")
    parts.append(terminal.count(sum(not CODES[p.code].hint for p in plan.problems), "problem"))
    verb = "written" if writes else "would be written"
    if plan.writes and not writes:
        verb += "; run `adr-gen generate` and commit the result"
    return f"{terminal.count(len(actions), 'research file')}: {', '.join(parts)}; {terminal.count(len(plan.writes), 'record')} {verb}"
