"""Commands that begin, own, settle or renumber files: new, detach, resolve, renumber."""

from typing import TYPE_CHECKING

import click

from ..errors import UsageError
from . import shell_completion
from .common import exit_code, project

if TYPE_CHECKING:
    from ..commands.edit_conflict_resolution import Way


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
    from ..commands.terminal import fitted

    click.echo(fitted(new_research(project(), title, date.today().isoformat())))
    return 0


@click.command()
@click.argument("number", shell_complete=shell_completion.numbers)
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
@click.argument("number", shell_complete=shell_completion.numbers)
@click.option("--mine", "way", flag_value="mine", help="Keep your text and own it by hand, as detach does.")
@click.option("--research", "way", flag_value="research", help="Take what the research file says now.")
@click.option("--merge", "way", flag_value="merge", help="Merge both; what overlaps stands between conflict markers.")
@exit_code
def resolve(number: str, way: "Way | None") -> int:
    """Settle a record that you edited while its research changed.

    On a terminal both changes are shown and you are asked. A merge needs the
    text that was generated: it is found in git, by its digest. Without it all
    that differs overlaps. What overlaps opens in your editor; as long as the
    markers stand, nothing is read from the record. The text that you had is
    always laid aside first, and the way to it is printed.
    """
    import sys

    from ..commands.arguments import number_of
    from ..commands.edit_conflict_resolution import ask, conflict_of
    from ..commands.edit_conflict_resolution import resolve as settle
    from ..commands.terminal.prompt import Quit

    home, asked = project(), sys.stdin.isatty()
    if way is None and not asked:
        conflict_of(home, number_of(number))  # without one there is nothing to say
        raise UsageError(
            "nobody is there to ask; say --mine, --research or --merge (`adr-gen generate --diff` shows both)"
        )
    try:
        chosen = way or ask(home, number_of(number))
    except Quit as left:
        click.echo("left as it is")
        return left.code or 1
    lines, code = settle(home, number_of(number), chosen, edit=asked)
    click.echo("\n".join(lines))
    return code


@click.command()
@click.argument("numbers", nargs=-1, metavar="[OLD NEW]", shell_complete=shell_completion.numbers)
@click.option("--dry-run", is_flag=True, help="Print what would change and write nothing.")
@exit_code
def renumber(numbers: tuple[str, ...], dry_run: bool) -> int:
    """Give a record another number, and mend what refers to it.

    Without numbers every number that two records took is mended: the later
    record moves to the next free number. Links, research files and reviews
    follow; every changed line is printed, as it was and as it is, and so is
    the place of words that may mean either record.
    """
    from ..commands.arguments import number_of
    from ..commands.renumber.run import renumber as mend

    if len(numbers) not in (0, 2):
        raise UsageError("renumber takes no numbers, or the old and the new one")
    pair = (number_of(numbers[0]), number_of(numbers[1])) if numbers else None
    lines = list(mend(project(), pair, dry_run=dry_run))
    click.echo("\n".join(lines) if lines else "no number is taken twice; nothing to mend")
    return 0
