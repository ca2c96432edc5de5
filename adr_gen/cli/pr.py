"""The command that looks at a change: pr."""

import click

from .common import as_of_option, day, exit_code, project, site_option


@click.command()
@click.option("--base", metavar="REF", help="The branch that it goes into; default: that of the workflow, or main.")
@click.option("--head", metavar="REF", default="HEAD", help="The branch with the change; default: what is checked out.")
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "markdown", "github", "sarif", "json"]),
    default="text",
    help="For people, for a comment or summary, GitHub's annotations, code scanning, or programs.",
)
@click.option("--comment", type=click.Choice(["github"]), help="Keep one comment on the pull request up to date.")
@click.option("--number", type=click.IntRange(1), help="The pull request's number; default: that of the workflow.")
@click.option("--fail-on", type=click.Choice(["flip"]), help="Exit with 1 if a condition comes true.")
@as_of_option
@site_option
@exit_code
def pr(
    base: str | None,
    head: str,
    style: str,
    comment: str | None,
    number: int | None,
    fail_on: str | None,
    as_of: str | None,
) -> int:
    """Show which conditions a change makes true.

    Reads the branch and where it began with git, without checking anything out,
    and judges every check that looks at the repository on both sides. Told are
    conditions that come true, rejected options that become dependencies, records
    that the change edits, research without a record, and numbers that the other
    branch has taken. Nothing touches the network but --comment.

    \b
    Examples:
      adr-gen pr
      adr-gen pr --base origin/main --format json
      adr-gen pr --format github --comment github    (in a workflow)
    """
    from ..commands import terminal
    from ..commands.pr import run

    home = project()
    commenter = run.commenter(home, number) if comment else None
    change = run.change_made(home, base, head, day(as_of))
    place = run.place(home, change)
    run.show(change, style, place)
    terminal.problems(change.problems)
    if commenter and not commenter.send(change, place):
        return 2
    return 1 if fail_on and change.flips else 0
