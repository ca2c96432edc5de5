"""What a run of generate did or would do, for people and for programs."""

from pathlib import PurePosixPath

import click

from ..errors import CODES
from ..generate.plan import Plan, Step
from . import terminal
from .report import as_json as problem_json

MOST_ROWS = 40
"""Rows of the table; beyond it nobody reads them."""


def show(plan: Plan, place: str, *, diff: bool, check: bool, as_json: bool) -> None:
    """Print the steps of a plan and its problems; `place` is where research was looked for if nothing is there yet."""
    if as_json:
        keys = ("source", "action", "record", "status", "title")
        steps = [{key: getattr(step, key) for key in keys} for step in plan.steps]
        told = {"files": steps, "problems": [problem_json(p) for p in plan.problems]}
        click.echo(terminal.as_json(told))
        return
    if diff:
        for step in plan.writes:
            click.echo(_diff(step), nl=False)
    else:
        shown = [
            s
            for s in plan.steps
            if s.action in ("new", "changed", "kept") or (s.action == "undecided" and len(plan.steps) <= 30)
        ]
        if shown:
            more, shown = len(shown) - MOST_ROWS, shown[:MOST_ROWS]
            rows = [[s.action, PurePosixPath(s.record or s.source).name, s.status or "–"] for s in shown]
            terminal.table(["", "record", "status"], rows)
            click.echo(f"… and {more} more" if more > 0 else "", nl=more > 0)
            if any(step.action == "kept" for step in shown):
                click.echo("kept: edited by hand, and left as it is")
    terminal.problems(plan.problems)
    click.echo(summary(plan, writes=not (check or diff)))
    if not plan.steps and place:
        click.echo(f"no research files in {place}; the setting `research` names where they are", err=True)


def _diff(step: Step) -> str:
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
    return f"{terminal.count(len(actions), 'research file')}: {', '.join(parts)}; {terminal.count(len(plan.writes), 'record')} {verb}"
