"""The command that turns the undecided into the decided."""

from pathlib import Path
from typing import BinaryIO

import click

from ..errors import UsageError
from .common import exit_code, json_option, print_json, project, require_research


class _Verb(click.Choice[str]):
    """One of the four decisions, also by another word for its status: adopt, no-go."""

    def __init__(self) -> None:
        super().__init__(["accept", "reject", "defer", "propose"])

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from ..commands.decide.answer import STATUSES
        from ..reading.status.status_line import status_word

        states = status_word(value)
        verb = next((verb for verb, status in STATUSES.items() if states == (status, None)), value)
        return super().convert(verb, param, ctx)


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--as", "decision", type=_Verb(), help="The decision.")
@click.option("--no-decision", is_flag=True, help="The file decides nothing: `adr: false`, no record.")
@click.option("--qualifier", metavar="TEXT", help="What limits the decision, such as “for now”.")
@click.option("--line", type=int, metavar="N", help="The sentence of line N is the verdict.")
@click.option("--revisit-line", type=int, multiple=True, metavar="N", help="Line N says a condition; repeatable.")
@click.option("--revisit", multiple=True, metavar="TEXT", help="These words of the file are one; repeatable.")
@click.option(
    "--not-revisit", multiple=True, metavar="TEXT", help="This condition, as it is read, is none; repeatable."
)
@click.option("--blocker-line", type=int, multiple=True, metavar="N", help="Line N says a blocker; repeatable.")
@click.option("--blocker", multiple=True, metavar="TEXT", help="These words of the file are one; repeatable.")
@click.option("--not-blocker", multiple=True, metavar="TEXT", help="This blocker, as it is read, is none; repeatable.")
@click.option(
    "--from",
    "patch",
    type=click.File("rb"),
    metavar="PATCH",
    help="Accept what an agent proposed: the JSON of propose_reading, or - for standard input.",
)
@click.option("--undo", is_flag=True, help="Take back what was written into FILE, if nobody touched it since.")
@json_option
@exit_code
def decide(
    files: tuple[Path, ...],
    decision: str | None,
    no_decision: bool,
    qualifier: str | None,
    line: int | None,
    revisit_line: tuple[int, ...],
    revisit: tuple[str, ...],
    not_revisit: tuple[str, ...],
    blocker_line: tuple[int, ...],
    blocker: tuple[str, ...],
    not_blocker: tuple[str, ...],
    patch: BinaryIO | None,
    undo: bool,
    as_json: bool,
) -> int:
    """Decide what research files leave open, one key each.

    Without FILES every research file comes up that is undecided, contradicts
    itself, or announces conditions that were not understood, the newest first.
    The answer goes into the front matter of the file; nothing else of it
    changes. With a flag nothing is asked; texts must stand in the file. Lines
    are counted from 1. --json shows what waits, with candidates.

    \b
    Examples:
      adr-gen decide
      adr-gen decide --json
      adr-gen decide docs/research/7-queue.md --as reject --line 41
      adr-gen decide docs/research/7-queue.md --undo
      adr-gen decide --from patch.json
    """
    from ..commands.decide.flags import DecideFlags, answer
    from ..commands.decide.queue import as_json as show_json
    from ..commands.decide.queue import load_all, load_research, queue
    from ..commands.decide.run import DecideRun, tell
    from ..commands.decide.run import as_json as show_decided
    from ..commands.generate_report import nothing_waits
    from ..commands.terminal import progress

    home = project()
    chosen = [home.relative(file) for file in files]
    require_research(home, chosen)
    flags = DecideFlags(
        decision,  # type: ignore[arg-type]
        no_decision,
        qualifier,
        line,
        revisit_line,
        revisit,
        not_revisit,
        blocker_line,
        blocker,
        not_blocker,
    )
    if undo:
        from ..commands.decide.answer_writing import undo as take_back

        if flags.given or patch:
            raise UsageError("--undo goes alone with a file")
        if len(chosen) != 1:
            raise UsageError("--undo is for one file; name it: `adr-gen decide FILE --undo`")
        take_back(home, chosen[0])
        click.echo(f"{chosen[0]}: as it was before")
        return 0
    if flags.given and len(chosen) != 1:
        raise UsageError("flags are for one file; name it: `adr-gen decide FILE --as reject`")
    run, code = DecideRun(home), 0
    if patch:
        from ..commands.decide.suggestion import accepted

        if chosen or flags.given:
            raise UsageError("--from goes alone: the patch names its file and says the rest")
        run.answer(*accepted(home, patch.read()))
    elif flags.given:
        one = load_research(home, chosen[0])
        run.answer(one, answer(one, flags))
    elif as_json:
        print_json([show_json(one) for one in load_all(home, queue(home, chosen or None))])
        return 0
    elif waiting := queue(home, chosen or None, progress):
        code = run.ask(waiting)
    else:
        click.echo(f"{nothing_waits(home)}; `adr-gen decide FILE` looks at one all the same")
    if as_json:
        print_json([show_decided(one) for one in run.decided.values()])
    elif run.decided:
        click.echo("\n".join(tell(run)))
    return code
