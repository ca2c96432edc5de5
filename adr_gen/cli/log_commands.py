"""Commands that show the log: list, show, export."""

from pathlib import Path

import click

from ..errors import UsageError
from . import shell_completion
from .common import as_of_option, day, exit_code, json_option, print_json, project, project_monitor, site_option


@click.command("list")
@click.option(
    "--status",
    multiple=True,
    shell_complete=shell_completion.statuses,
    help="Only records with this status; may be repeated.",
)
@click.option(
    "--tag", multiple=True, shell_complete=shell_completion.tags, help="Only records with this tag; may be repeated."
)
@click.option(
    "--owner",
    shell_complete=shell_completion.people,
    help="Only records that this person decided; a part of the name is enough.",
)
@click.option("--due", is_flag=True, help="Only records with a condition that is met or due.")
@click.option("--undecided", is_flag=True, help="The research files that nobody has decided, instead of records.")
@as_of_option
@site_option
@json_option
@exit_code
def list_records(
    status: tuple[str, ...],
    tag: tuple[str, ...],
    owner: str | None,
    due: bool,
    undecided: bool,
    as_of: str | None,
    as_json: bool,
) -> int:
    """Show the log: every record with number, status, date and title.

    \b
    Examples:
      adr-gen list --status deferred --status rejected
      adr-gen list --due --json
      adr-gen list --undecided
    """
    from ..commands import terminal
    from ..commands.nearest_names import is_called
    from ..lint.layout_rules import setup
    from ..log import as_json as show_json
    from ..model import NEEDS_ATTENTION, STATUSES
    from ..reading.status.status_line import status_word
    from ..records.paragraph_text import for_terminal

    if undecided:
        if status or tag or owner or due:
            raise UsageError("--undecided lists research files; leave the filters of records out")
        return _undecided(as_json)
    known = [(word, status_word(word)) for word in status]
    if unknown := next((word for word, states in known if states is None), None):
        raise UsageError(f"--status {unknown}: allowed are {', '.join(STATUSES)}; repeat it for several")
    typed: dict[str, str] = {states[0]: word for word, states in known if states}
    status = tuple(typed)
    home = project()
    log, problems = home.log(day(as_of))
    judge = project_monitor(home, log, as_of).states
    chosen = [
        r
        for r in log.records
        if (not status or r.status in status)
        and (not tag or set(tag) & set(r.tags))
        and (not owner or any(is_called(name, owner) for name in r.asked))
        and (not due or judge.of_record(r) in NEEDS_ATTENTION)
    ]
    if as_json:
        print_json([show_json(r, judge) for r in chosen])
    elif chosen:
        rows = [
            [f"{r.number:04}", for_terminal(r.title), r.status or "no status", r.date or "", judge.of_record(r) or ""]
            for r in chosen
        ]
        terminal.table(["number", "title", "status", "date", "revisit"], rows)
        click.echo(f"\n{terminal.count(len(chosen), 'record')}")
    else:
        from ..commands.nearest_names import nearest

        nothing = f"in {home.decisions}; research is looked for in {', '.join(home.settings.research) or 'no folder'}"
        click.echo(terminal.safe(f"no records {'like that' if log.records else nothing}"))
        for line in nearest(log, typed, tag, owner) if log.records else ():
            click.echo(terminal.safe(line))
    terminal.problems([*problems, *setup(home)])
    return 0


def _undecided(as_json: bool) -> int:
    """Show every research file that nobody has decided."""
    from ..commands import terminal
    from ..commands.decide.queue import as_json as show_json
    from ..commands.decide.queue import load_all, queue
    from ..commands.generate_report import nothing_waits, waiting
    from ..generate.run import prepare

    home = project()
    if as_json:
        print_json([show_json(one) for one in load_all(home, queue(home)) if one.reading.verdict is None])
    else:
        plan = prepare(home).plan
        lines = waiting(plan, len(plan.steps))
        click.echo("\n".join(map(terminal.fitted, lines)) if lines else nothing_waits(home))
    return 0


@click.command()
@click.argument("number", shell_complete=shell_completion.numbers)
@as_of_option
@site_option
@json_option
@exit_code
def show(number: str, as_of: str | None, as_json: bool) -> int:
    """Show one record: its decision, blockers and conditions.

    NUMBER may be written as 7, 0007, ADR-0007, or as the path of its file.
    """
    from ..commands import terminal
    from ..commands.arguments import number_of
    from ..commands.authoring import only
    from ..commands.output_formats import show_record
    from ..log import as_json as show_json
    from ..records import number_of as numbered

    home = project()
    log, problems = home.log(day(as_of))
    wanted = number_of(number)
    unread = [problem for problem in problems if wanted not in log.by_number and numbered(problem.path) == wanted]
    if unread:
        terminal.problems(unread)
        return 1
    record = only(log.records, wanted)
    states = project_monitor(home, log, as_of).states
    result = show_json(record, states)
    if as_json:
        print_json(result)
    else:
        show_record(
            result, log.reaffirms(record), states.reopened.get(record.path), record.owners, anew=log.is_past(record)
        )
    terminal.problems(problem for problem in problems if problem.path == record.path)
    return 0


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--profile",
    type=click.Choice(["site", "nygard"]),
    default="site",
    help="site: a docs tree for any site engine; nygard: plain records without front matter.",
)
@click.option(
    "--watch", "watching", is_flag=True, help="Go on, and write what changes whenever a file does; Ctrl-C ends it."
)
@as_of_option
@site_option
@exit_code
def export(folder: Path, profile: str, watching: bool, as_of: str | None) -> int:
    """Write the log into FOLDER for other programs.

    The docs tree holds the same pages that the MkDocs plugin shows, as plain
    Markdown files that every engine of the MkDocs family builds. Only files that
    differ from an earlier export are written. With --watch an engine that serves
    the tree shows at once what is generated or written by hand meanwhile.
    """
    from ..commands import terminal
    from ..commands.export.run import export as write_out
    from ..commands.export.tree import export_folder

    home = project()
    place = export_folder(home.root, folder)
    if watching:
        from ..commands.export.watch import watch

        return watch(project, lambda changed: write_out(changed, place, profile, day(as_of)), place)
    lines = write_out(home, place, profile, day(as_of))
    terminal.problems(lines.problems)
    click.echo("\n".join(lines.lines))
    return 0
