"""The command that looks again: revisit."""

from typing import TYPE_CHECKING

import click

from ..errors import UsageError
from .common import (
    as_of_option,
    day,
    exit_code,
    json_option,
    print_json,
    project,
    project_monitor,
    site_option,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..checks import Check
    from ..model import Observation
    from ..monitor import Monitor
    from ..project import Project


@click.command()
@click.option("--online", is_flag=True, help="Look up releases, issues and ends of life; else the last results count.")
@as_of_option
@site_option
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "markdown", "github"]),
    default="text",
    help="For people, for the text of an issue or pull request, or GitHub's annotations.",
)
@click.option(
    "--notify", type=click.Choice(["github"]), help="Open one issue for each record that is met or due, once."
)
@click.option("--dry-run", is_flag=True, help="With --notify: show what would be told, and tell nobody.")
@json_option
@exit_code
def revisit(online: bool, as_of: str | None, style: str, notify: str | None, dry_run: bool, as_json: bool) -> int:
    """Show what would make us change our minds: the revisit board.

    Conditions are met, due (nobody has looked for a while), unknown (a check
    could not be made), waiting, or never. Exits with 1 if any is met or due.
    Without --online and --notify nothing touches the network.

    With --notify an issue is opened when a record turns met or due, updated
    when there is more to look at, and closed when a review or a new decision
    has answered it. Nobody is told twice, and what a person closed stays so.

    \b
    Examples:
      adr-gen revisit
      adr-gen revisit --online --format markdown
      adr-gen revisit --online --notify github --dry-run
      adr-gen revisit --as-of 2027-01-01    (what will be due by then?)
    """
    from ..board import entries
    from ..commands import revisit as board
    from ..commands import terminal
    from ..lint.layout_rules import setup
    from ..log import as_json as show_json
    from ..model import NEEDS_ATTENTION

    if dry_run and not notify:
        raise UsageError("--dry-run goes with --notify github")
    home = project()
    # before anything is looked up: a broken set-up ends the run
    notifier = None
    if notify:
        from ..commands.notify import prepare

        notifier = prepare(home, dry=dry_run, today=as_of is None)
    log, problems = home.log(day(as_of))
    monitor = project_monitor(home, log, as_of)
    # what is found for a day that somebody names is no memory of today
    board.store_results(monitor, lookup(home, monitor) if online else (), remember=as_of is None)
    listed = entries(log, states := monitor.states)
    if as_json:
        print_json([show_json(entry.record, states) for entry in listed])
    elif style == "github":
        click.echo("\n".join(board.github(listed, monitor)))
    else:
        click.echo("\n".join((board.markdown if style == "markdown" else board.text)(listed, monitor)))
    terminal.problems([*problems, *home.readings[1], *setup(home)])
    if notifier and not notifier.send(log, states, listed):
        return 2
    return 1 if any(entry.state in NEEDS_ATTENTION for entry in listed) else 0


def lookup(home: "Project", monitor: "Monitor") -> "Iterator[tuple[Check, Observation]]":
    """What the checks of all watched records find on the network, with a progress bar where that takes long."""
    import os
    from dataclasses import replace

    from ..commands.terminal import progress
    from ..web import ServiceClient, observe_all

    web = ServiceClient(home.settings, home.root, os.environ.get("GITHUB_TOKEN", ""))
    checks = monitor.checks(online=True)
    return progress(observe_all(checks, replace(monitor.world, web=web)), len(checks))
