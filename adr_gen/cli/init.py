"""The command that sets a repository up: init."""

import sys
from pathlib import Path

import click

from ..errors import UsageError
from .common import day, exit_code, json_option, print_json


@click.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False, exists=True))
@click.option("--yes", is_flag=True, help="Write without asking.")
@click.option("--dry-run", is_flag=True, help="Show the plan and write nothing.")
@click.option("--undo", is_flag=True, help="Take back what init wrote, where nobody changed it since.")
@click.option("--agents", is_flag=True, help="Also make AGENTS.md and a skill, so that coding agents ask the log.")
@json_option
@exit_code
def init(folder: Path | None, yes: bool, dry_run: bool, undo: bool, agents: bool, as_json: bool) -> int:
    """Set a repository up: settings, site, workflows, hooks, records.

    Looks first, shows what would be written, asks, and writes. What is there
    stays; files of yours get lines added and keep every other byte. Run it
    again at any time: only what is missing, or was written by it, changes.

    FOLDER is a part of a repository that is to have a log of its own.

    \b
    Examples:
      adr-gen init
      adr-gen init --yes
      adr-gen init --dry-run --json
    """
    from ..commands import init as run
    from ..init.plan import plan

    place = (folder or Path.cwd(), folder is not None)
    if undo:
        lines, code = run.undo(place[0], exactly=place[1])
        click.echo("\n".join(lines))
        return code
    made = plan(run.survey(place[0], day(None), exactly=place[1]), with_agents=agents)
    if as_json:
        writes = yes and not dry_run
        summary = run.as_json(made, written=writes)
        if writes:
            run.write(made)
        print_json(summary)
        return 0
    run.show(made)
    if dry_run:
        return 0
    if made.writes and not yes and not _agreed():
        click.echo("nothing was written")
        return 1
    click.echo("\n" + "\n\n".join(run.afterwards(made, run.write(made))))
    return 0


def _agreed() -> bool:
    """Whether the person at the terminal wants it; raises UsageError where nobody can be asked."""
    if not sys.stdin.isatty():
        raise UsageError("nothing is written, and nobody is there to ask; say `adr-gen init --yes`")
    return click.confirm("\nWrite this?", default=True)
