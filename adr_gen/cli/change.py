"""Commands that begin, own or renumber files: new, detach, renumber."""

import click

from ..errors import UsageError
from .common import exit_code, project


@click.command()
@click.argument("title")
@exit_code
def new(title: str) -> int:
    """Start a research file with TITLE, ready to be filled in.

    It goes to the first research folder of the project and opens with a
    question, findings, and a recommendation that is still open.
    """
    from datetime import date

    from ..commands.authoring import new_research

    click.echo(new_research(project(), title, date.today().isoformat()))
    return 0


@click.command()
@click.argument("number")
@exit_code
def detach(number: str) -> int:
    """Own a generated record by hand from now on.

    The record loses its link to the research file and is never written again;
    the research file is told so with `adr: false`.
    """
    from ..commands.arguments import number_of
    from ..commands.authoring import detach as cut_loose

    for line in cut_loose(project(), number_of(number)):
        click.echo(line)
    return 0


@click.command()
@click.argument("numbers", nargs=-1, metavar="[OLD NEW]")
@click.option("--dry-run", is_flag=True, help="Print what would change and write nothing.")
@exit_code
def renumber(numbers: tuple[str, ...], dry_run: bool) -> int:
    """Give a record another number, and mend what refers to it.

    Without numbers every number that two records took is mended: the later
    record moves to the next free number. Links, research files and reviews
    follow; every changed line is printed, as it was and as it is.
    """
    from ..commands.arguments import number_of
    from ..commands.renumber.run import renumber as mend

    if len(numbers) not in (0, 2):
        raise UsageError("renumber takes no numbers, or the old and the new one")
    pair = (number_of(numbers[0]), number_of(numbers[1])) if numbers else None
    lines = list(mend(project(), pair, dry_run=dry_run))
    click.echo("\n".join(lines) if lines else "no number is taken twice; nothing to mend")
    return 0
