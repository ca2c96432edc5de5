"""Commands that answer what is due: review, reopen."""

from typing import TYPE_CHECKING

import click

from ..errors import UsageError
from . import shell_completion
from .common import (
    as_of_option,
    day,
    exit_code,
    json_option,
    person_option,
    project,
    project_monitor,
    site_option,
)

if TYPE_CHECKING:
    from ..commands.review.flags import ReviewFlags
    from ..commands.review.run import ReviewRun
    from ..project import Project


@click.command()
@click.argument("number", required=False, shell_complete=shell_completion.numbers)
@click.argument("letter", required=False)
@click.option("--answer", multiple=True, metavar="a=RESULT", help="Condition a is waiting, met or never; repeatable.")
@click.option("--evidence", multiple=True, metavar="a=TEXT", help="What shows it: words or an address; repeatable.")
@click.option("--snooze", multiple=True, metavar="a=DAY", help="Still waiting; do not ask before DAY; repeatable.")
@click.option("--cleared", multiple=True, metavar="N", help="Blocker N is gone; repeatable.")
@click.option("--note", metavar="TEXT", help="A word about the whole look.")
@click.option("--reaffirm", is_flag=True, help="The decision holds; what is met or due counts as seen.")
@click.option("--next", "next_look", metavar="DAY", help="When to look again after --reaffirm.")
@click.option("--reopen", "again", is_flag=True, help="Ask the question again, in a new research file.")
@click.option("--all-due", is_flag=True, help="Every record that is due, with --not-now; what has come true stays.")
@click.option("--not-now", metavar="DAY", help="Put off without a look, and ask again on DAY; one review a record.")
@click.option("--dry-run", is_flag=True, help="With --not-now: show the reviews, and write none.")
@person_option
@as_of_option
@site_option
@json_option
@exit_code
def review(
    number: str | None,
    letter: str | None,
    answer: tuple[str, ...],
    evidence: tuple[str, ...],
    snooze: tuple[str, ...],
    cleared: tuple[str, ...],
    note: str | None,
    reaffirm: bool,
    next_look: str | None,
    again: bool,
    all_due: bool,
    not_now: str | None,
    dry_run: bool,
    by: str | None,
    as_of: str | None,
    as_json: bool,
) -> int:
    """Look at decisions again, one question at a time.

    Without NUMBER every record that is met or due comes up, unknown ones last;
    with it that one record, also while it is waiting, and with LETTER its one
    condition of that letter. Each answer is kept at once, in a small file of
    its own that git can merge. With any of the flags nothing is asked. A DAY is
    written as 2027-03-01, 2027-Q2, "3 months" or 90d.

    \b
    Examples:
      adr-gen review
      adr-gen review 7
      adr-gen review 7 a
      adr-gen review 7 --answer b=met --evidence b="https://…" --reaffirm
      adr-gen review 7 --snooze a="3 months" --cleared 1 --by Ana
      adr-gen review --all-due --not-now 90d --dry-run
    """
    from ..commands.arguments import number_of
    from ..commands.review.flags import ReviewFlags
    from ..commands.review.run import report_lines

    text = (note or "").strip() or None  # a note of blanks answers nothing
    flags = ReviewFlags(answer, evidence, snooze, cleared, text, reaffirm, next_look, again)
    if all_due or not_now or dry_run:
        return _put_off(
            number, flags, all_due=all_due, not_now=not_now, dry=dry_run, by=by, as_of=as_of, as_json=as_json
        )
    if flags.given and number is None:
        raise UsageError("answers by flags are for one record; add its number: `adr-gen review 7 …`")
    if flags.given and letter is not None:
        raise UsageError(f"answers by flags name their condition: `--answer {letter}=RESULT`; leave {letter!r} out")
    run = review_run(project(), as_of, by)
    code = 0
    if number is None:
        code = run.all()
    elif flags.given:
        run.flags(number_of(number), flags)
    else:
        code = run.one(number_of(number), letter)
    for line in report_lines(run, as_json):
        click.echo(line)
    return code


def _put_off(
    number: str | None,
    flags: "ReviewFlags",
    *,
    all_due: bool,
    not_now: str | None,
    dry: bool,
    by: str | None,
    as_of: str | None,
    as_json: bool,
) -> int:
    """Put off all that is due; raises UsageError for flags that do not go together."""
    from dataclasses import replace

    from ..commands.arguments import when
    from ..commands.review.run import dry_lines, nothing_due, report_lines

    if not (all_due and not_now) or number is not None or replace(flags, note=None).given:
        raise UsageError(
            "--all-due and --not-now DAY go together, with --note and --dry-run if wanted; "
            'for one record say `adr-gen review 7 --snooze a="3 months"`'
        )
    run = review_run(project(), as_of, by)
    run.put_off(when(not_now, run.monitor.as_of), flags.note, dry=dry)
    lines = list((dry_lines if dry else report_lines)(run, as_json))
    click.echo("\n".join(lines or [nothing_due(run)]))
    return 0


@click.command()
@click.argument("number", shell_complete=shell_completion.numbers)
@person_option
@as_of_option
@json_option
@exit_code
def reopen(number: str, by: str | None, as_of: str | None, as_json: bool) -> int:
    """Ask a record's question again, in a new research file.

    The file carries the old decision, its blockers and conditions, and what
    has changed since: which conditions came true, with the evidence, and which
    blockers are gone. It is undecided until it gets a verdict of its own. Then
    its record supersedes the old one, or reaffirms it if the verdict is the
    same.
    """
    from ..commands.arguments import number_of
    from ..commands.review.run import report_lines

    run = review_run(project(), as_of, by)
    run.reopen(number_of(number))
    for line in report_lines(run, as_json):
        click.echo(line)
    return 0


def review_run(home: "Project", as_of: str | None, by: str | None) -> "ReviewRun":
    """A run of review by a person, now."""
    from datetime import UTC, datetime

    from ..commands import terminal
    from ..commands.arguments import person
    from ..commands.review.run import ReviewRun

    log, _ = home.log(day(as_of))
    terminal.problems(home.reviews[1])
    now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")  # two may follow in one second
    return ReviewRun(project_monitor(home, log, as_of), person(home.root, by), now)
