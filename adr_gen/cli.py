"""The command line: `adr-gen`. Everything heavy is imported by the command that needs it."""

import json
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

import click

from . import __version__
from .errors import CODES, Problem, UsageError
from .parallel import calm

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from .checks import Check
    from .commands.review import Run
    from .decision import Observation
    from .log import Log
    from .project import Project
    from .watch import Watch

MOST_ROWS = 40
"""Rows of generate's table; beyond it nobody reads them."""
CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 80}


class Doors(click.Group):
    """The group of commands; arguments that are files mean `generate`."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """`adr-gen FILE…` is `adr-gen generate FILE…`."""
        if args and args[0] not in self.commands and (args[0].endswith(".md") or Path(args[0]).is_file()):
            args = ["generate", *args]
        return super().resolve_command(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order in which people meet them."""
        return list(self.commands)


def main() -> None:
    """Run `adr-gen`; usage errors and broken set-ups exit with 2."""
    calm()
    try:
        cli(prog_name="adr-gen")
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)


def door(command: Callable[..., int | None]) -> Callable[..., None]:
    """Translate UsageError into a message and exit code 2, and the returned number into the exit code."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> None:
        try:
            code = command(*args, **kwargs)
        except UsageError as error:
            click.secho(f"adr-gen: {error}", err=True, fg="red")
            sys.exit(2)
        sys.exit(code or 0)

    return run


def project() -> "Project":
    """The project around the current folder."""
    from .project import load

    return load(Path.cwd())


def watch(home: "Project", log: "Log", as_of: str | None = None) -> "Watch":
    """What is watched on a day; today when none is given."""
    from .watch import Watch

    return Watch(home, lambda: log, day(as_of))


def day(written: str | None) -> "date":
    """The day that a command is asked for; today when none is given. Raises UsageError."""
    from datetime import date

    from .checks import parse_day

    found = parse_day(written) if written else date.today()
    if found is None:
        raise UsageError(f"--as-of {written}: not a calendar day; write it as YYYY-MM-DD")
    return found


def attention(problems: list[Problem]) -> bool:
    """Whether any of the problems is more than a hint."""
    return any(not CODES[p.code].hint for p in problems)


def print_json(value: Any) -> None:
    """Print JSON for other programs."""
    click.echo(json.dumps(value, indent=2, ensure_ascii=False))


def as_of_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """The day a command judges conditions for."""
    return click.option(
        "--as-of", metavar="DATE", help="Judge conditions as of this day (YYYY-MM-DD); default: today."
    )(command)


json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON for other programs.")


@click.group(cls=Doors, context_settings=CONTEXT, epilog="adr-gen FILE... is short for adr-gen generate FILE...")
@click.version_option(__version__, prog_name="adr-gen")
def cli() -> None:
    """Turn research files into Architecture Decision Records.

    Research files are Markdown with a question, findings and a recommendation.
    `adr-gen generate` writes a record for each one that decides something;
    MkDocs with the `adr-gen` plugin publishes the log.

    \b
    Exit codes: 0 clean, 1 something needs attention,
    2 wrong usage or broken set-up.

    \b
    Shell completion, for bash (zsh and fish likewise):
      eval "$(_ADR_GEN_COMPLETE=bash_source adr-gen)"
    """


@cli.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if anything would change.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
@click.option("--force", is_flag=True, help="Overwrite records that were edited by hand.")
@json_option
@door
def generate(files: tuple[Path, ...], check: bool, diff: bool, force: bool, as_json: bool) -> int:
    """Write or refresh the records of research files.

    Without FILES all research files of the project are meant. A research file
    without a verdict is counted as undecided and gets no record. Records that
    you edited by hand are never overwritten, unless you say --force.

    \b
    Examples:
      adr-gen generate
      adr-gen docs/research/073-search-engine.md
      adr-gen generate --check     (in CI: is everything up to date?)
    """
    from . import files as disk
    from .commands.terminal import progress
    from .generate.run import carry_out, prepare

    home = project()
    chosen = [home.relative(file) for file in files] or None
    _known(home, chosen or [])
    if check or diff:
        prepared = prepare(home, chosen, force=force, progress=progress)
        failed: list[Problem] = []
    else:
        with disk.lock(home.root):
            prepared = prepare(home, chosen, force=force, progress=progress)
            _, failed = carry_out(home, prepared)
    plan = prepared.plan
    problems = sorted([*plan.problems, *failed])
    place = "" if home.record_paths() else f"{', '.join(home.settings.research)} of {home.root}"
    _show_plan(plan, problems, place, diff=diff, check=check, as_json=as_json)
    return 1 if attention(problems) or (check and plan.writes) else 0


def _known(home: "Project", chosen: list[str]) -> None:
    for path in chosen:
        if not (home.root / path).exists() and not (home.root / path).is_symlink():
            raise UsageError(f"{path}: no such file")


def _show_plan(plan: Any, problems: list[Problem], place: str, *, diff: bool, check: bool, as_json: bool) -> None:
    from .commands import terminal
    from .commands.report import as_json as problem_json
    from .generate.plan import differs

    if as_json:
        keys = ("source", "action", "record", "status", "title")
        steps = [{key: getattr(step, key) for key in keys} for step in plan.steps]
        print_json({"files": steps, "problems": [problem_json(p) for p in problems]})
        return
    if diff:
        for step in plan.writes:
            click.echo(differs(step), nl=False)
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
    terminal.problems(problems)
    click.echo(_summary(plan, problems, writes=not (check or diff)))
    if not plan.steps and place:
        click.echo(f"no research files in {place}; the setting `research` names where they are", err=True)


def _summary(plan: Any, problems: list[Problem], *, writes: bool) -> str:
    from .commands.terminal import count

    actions = [step.action for step in plan.steps]
    decided = sum(a in ("new", "changed", "unchanged", "kept") for a in actions)
    parts = [f"{decided} decided", f"{actions.count('undecided')} undecided"]
    if actions.count("left out"):
        parts.append(f"{actions.count('left out')} left out")
    parts.append(count(sum(not CODES[p.code].hint for p in problems), "problem"))
    verb = "written" if writes else "would be written"
    return f"{count(len(actions), 'research file')}: {', '.join(parts)}; {count(len(plan.writes), 'record')} {verb}"


@cli.command()
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json", "github", "sarif"]),
    default="text",
    help="How problems are printed: for people, programs, GitHub's annotations or code scanning.",
)
@door
def check(style: str) -> int:
    """Look for problems in research files, records, links and numbers.

    Writes nothing. Hints are shown and do not count. Every code is explained
    in the documentation, with the reason and the way out.
    """
    from .commands.check import check as look
    from .commands.report import report

    found = look(project())
    report(found, style)
    return 1 if attention(found) else 0


@cli.command()
@click.argument("file", type=click.Path(path_type=Path))
@json_option
@door
def explain(file: Path, as_json: bool) -> int:
    """Show what is read from a file, from which line, by which rule.

    Below each line that says something stands what it was taken for (✓), or
    why it was passed over (✗); for a condition also what could check it.
    """
    from .commands.explain import explain as tell
    from .commands.explain import show as print_explanation

    home = project()
    path = home.relative(file)
    _known(home, [path])
    told = tell(home, path)
    if as_json:
        print_json(told)
    else:
        print_explanation(home, told)
    return 1 if told["problems"] else 0


@cli.command()
@click.option("--online", is_flag=True, help="Look up releases, issues and ends of life; else the last results count.")
@as_of_option
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
@door
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
    from .board import entries
    from .commands import revisit as board
    from .commands import terminal
    from .log import as_json as show_json

    if dry_run and not notify:
        raise UsageError("--dry-run goes with --notify github")
    home = project()
    desk = None
    if notify:
        from .commands.notify import prepare

        desk = prepare(home, dry=dry_run, today=as_of is None)
    log, problems = home.log()
    watching = watch(home, log, as_of)
    board.look(watching, lookup(home, watching) if online else (), remember=as_of is None)
    found = entries(log, watching.states)
    if as_json:
        print_json([show_json(entry.record, watching.states) for entry in found])
    elif style == "github":
        click.echo("\n".join(board.github(found, watching, home.line_of)))
    else:
        click.echo("\n".join((board.markdown if style == "markdown" else board.text)(found, watching)))
    terminal.problems([*problems, *home.readings[1]])
    if desk and not desk.tell(log, watching.states, found):
        return 2
    return 1 if any(entry.state in ("met", "due") for entry in found) else 0


def lookup(home: "Project", watching: "Watch") -> "Iterator[tuple[Check, Observation]]":
    """What the checks of all watched records find on the network, with a progress bar where that takes long."""
    import os
    from dataclasses import replace

    from .commands.terminal import progress
    from .web import Online, look

    web = Online(home.settings, home.root, os.environ.get("GITHUB_TOKEN", ""))
    checks = watching.checks(online=True)
    return progress(look(checks, replace(watching.world, web=web)), len(checks))


@cli.command("list")
@click.option("--status", multiple=True, help="Only records with this status; may be repeated.")
@click.option("--tag", multiple=True, help="Only records with this tag; may be repeated.")
@click.option("--owner", help="Only records that this person decided.")
@click.option("--due", is_flag=True, help="Only records with a condition that is met or due.")
@as_of_option
@json_option
@door
def list_records(
    status: tuple[str, ...], tag: tuple[str, ...], owner: str | None, due: bool, as_of: str | None, as_json: bool
) -> int:
    """Show the log: every record with number, status, date and title.

    \b
    Examples:
      adr-gen list --status deferred --status rejected
      adr-gen list --due --json
    """
    from .commands import terminal
    from .decision import STATUSES
    from .log import as_json as show_json

    for word in status:
        if word not in STATUSES:
            raise UsageError(f"--status {word}: legal statuses are {', '.join(STATUSES)}")
    home = project()
    log, problems = home.log()
    judge = watch(home, log, as_of).states
    chosen = [
        r
        for r in log.records
        if (not status or r.status in status)
        and (not tag or set(tag) & set(r.tags))
        and (not owner or owner in r.decision_makers)
        and (not due or judge.of_record(r) in ("met", "due"))
    ]
    if as_json:
        print_json([show_json(r, judge) for r in chosen])
    elif chosen:
        rows = [[f"{r.number:04}", r.title, r.status or "?", r.date or "", judge.of_record(r) or ""] for r in chosen]
        terminal.table(["number", "title", "status", "date", "revisit"], rows)
        click.echo(f"\n{terminal.count(len(chosen), 'record')}")
    else:
        click.echo(f"no records{' like that' if log.records else f' in {home.decisions}'}")
    terminal.problems(problems)
    return 0


@cli.command()
@click.argument("number")
@as_of_option
@json_option
@door
def show(number: str, as_of: str | None, as_json: bool) -> int:
    """Show one record: its decision, blockers and conditions.

    NUMBER may be written as 7, 0007 or ADR-0007.
    """
    from .commands.report import show_record
    from .log import as_json as show_json

    home = project()
    log, _ = home.log()
    record = log.by_number.get(_number(number))
    if record is None:
        raise UsageError(f"no record {number}; `adr-gen list` shows all")
    told = show_json(record, watch(home, log, as_of).states)
    if as_json:
        print_json(told)
    else:
        show_record(told, log.reaffirms(record))
    return 0


def _number(written: str) -> int:
    digits = written.upper().removeprefix("ADR-").removeprefix("ADR")
    if not digits.isdigit():
        raise UsageError(f"{written}: not a record's number; write 7, 0007 or ADR-0007")
    return int(digits)


@cli.command()
@click.argument("title")
@door
def new(title: str) -> int:
    """Start a research file with TITLE, ready to be filled in.

    It goes to the first research folder of the project and opens with a
    question, findings, and a recommendation that is still open.
    """
    from datetime import date

    from .commands.authoring import new_research

    click.echo(new_research(project(), title, date.today().isoformat()))
    return 0


@cli.command()
@click.argument("number")
@door
def detach(number: str) -> int:
    """Own a generated record by hand from now on.

    The record loses its link to the research file and is never written again;
    the research file is told so with `adr: false`.
    """
    from .commands.authoring import detach as cut_loose

    for line in cut_loose(project(), _number(number)):
        click.echo(line)
    return 0


@cli.command()
@click.argument("numbers", nargs=-1, metavar="[OLD NEW]")
@click.option("--dry-run", is_flag=True, help="Print what would change and write nothing.")
@door
def renumber(numbers: tuple[str, ...], dry_run: bool) -> int:
    """Give a record another number, and mend what refers to it.

    Without numbers every number that two records took is mended: the later
    record moves to the next free number. Links, research files and reviews
    follow; every changed line is printed.
    """
    from .commands.renumber import renumber as mend

    if len(numbers) not in (0, 2):
        raise UsageError("renumber takes no numbers, or the old and the new one")
    pair = (_number(numbers[0]), _number(numbers[1])) if numbers else None
    lines = list(mend(project(), pair, dry_run=dry_run))
    click.echo("\n".join(lines) if lines else "no number is taken twice; nothing to mend")
    return 0


@cli.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--profile",
    type=click.Choice(["site", "nygard"]),
    default="site",
    help="site: a docs tree for any site engine; nygard: plain records without front matter.",
)
@as_of_option
@door
def export(folder: Path, profile: str, as_of: str | None) -> int:
    """Write the log into FOLDER for other programs.

    The docs tree holds the same pages that the MkDocs plugin shows, as plain
    Markdown files that every engine of the MkDocs family builds.
    """
    from .commands import terminal
    from .commands.export import export as write_out

    home = project()
    told, problems = write_out(home, folder.absolute(), profile, day(as_of))
    terminal.problems(problems)
    click.echo("\n".join(told))
    return 0


def by_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """The person who answers."""
    return click.option("--by", metavar="NAME", help="Who answers; default: the user.name of git.")(command)


def looking(home: "Project", as_of: str | None, by: str | None) -> "Run":
    """A run of review by a person, now."""
    from datetime import UTC, datetime

    from .commands import terminal
    from .commands.review import Run
    from .commands.spoken import person

    log, _ = home.log()
    terminal.problems(home.reviews[1])
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Run(watch(home, log, as_of), person(home.root, by), now)


@cli.command()
@click.argument("number", required=False)
@click.option("--answer", multiple=True, metavar="a=RESULT", help="Condition a is waiting, met or never; repeatable.")
@click.option("--evidence", multiple=True, metavar="a=TEXT", help="What shows it: words or an address; repeatable.")
@click.option("--snooze", multiple=True, metavar="a=DAY", help="Still waiting; do not ask before DAY; repeatable.")
@click.option("--cleared", multiple=True, metavar="N", help="Blocker N is gone; repeatable.")
@click.option("--note", metavar="TEXT", help="A word about the whole look.")
@click.option("--reaffirm", is_flag=True, help="The decision holds; what is met or due counts as seen.")
@click.option("--next", "next_look", metavar="DAY", help="When to look again after --reaffirm.")
@click.option("--reopen", "again", is_flag=True, help="Ask the question again, in a new research file.")
@by_option
@as_of_option
@json_option
@door
def review(
    number: str | None,
    answer: tuple[str, ...],
    evidence: tuple[str, ...],
    snooze: tuple[str, ...],
    cleared: tuple[str, ...],
    note: str | None,
    reaffirm: bool,
    next_look: str | None,
    again: bool,
    by: str | None,
    as_of: str | None,
    as_json: bool,
) -> int:
    """Look at decisions again, one question at a time.

    Without NUMBER every record that is met or due comes up, unknown ones last;
    with it that one record, also while it is waiting. Each answer is kept at
    once, in a small file of its own that git can merge. With any of the flags
    nothing is asked. A DAY is written as 2027-03-01, 2027-Q2 or "3 months".

    \b
    Examples:
      adr-gen review
      adr-gen review 7
      adr-gen review 7 --answer b=met --evidence b="https://…" --reaffirm
      adr-gen review 7 --snooze a="3 months" --cleared 1 --by Ana
    """
    from .commands.answers import Flags
    from .commands.review import tell

    flags = Flags(answer, evidence, snooze, cleared, note, reaffirm, next_look, again)
    if flags.given and number is None:
        raise UsageError("answers by flags are for one record; add its number: `adr-gen review 7 …`")
    run = looking(project(), as_of, by)
    code = 0
    if number is None:
        code = run.all()
    elif flags.given:
        run.flags(_number(number), flags)
    else:
        code = run.one(_number(number))
    for line in tell(run, as_json):
        click.echo(line)
    return code


@cli.command()
@click.argument("number")
@by_option
@as_of_option
@json_option
@door
def reopen(number: str, by: str | None, as_of: str | None, as_json: bool) -> int:
    """Ask a record's question again, in a new research file.

    The file carries the old decision, its blockers and conditions, and what
    has changed since: which conditions came true, with the evidence, and which
    blockers are gone. It is undecided until it gets a verdict of its own. Then
    its record supersedes the old one, or reaffirms it if the verdict is the
    same.
    """
    from .commands.review import tell

    run = looking(project(), as_of, by)
    run.reopen(_number(number))
    for line in tell(run, as_json):
        click.echo(line)
    return 0
