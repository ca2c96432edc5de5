"""The command that answers agents: mcp."""

import sys
from pathlib import Path

import click

from ..errors import UsageError
from .common import exit_code


@click.command()
@click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="A folder of the project; default: the current one.",
)
@exit_code
def mcp(root: Path | None) -> int:
    """Answer agents: the decision log over the Model Context Protocol.

    Six tools that read and none that writes, on standard input and output.
    Needs `pip install 'adr-gen[mcp]'`, or without installing anything
    `uvx --from 'adr-gen[mcp]' adr-gen mcp`.
    """
    from datetime import date

    from ..project import load

    home = load(root or Path.cwd()).root
    try:
        from ..mcp.server import serve
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] != "mcp":
            raise
        raise UsageError("`adr-gen mcp` needs a library; run `pip install 'adr-gen[mcp]'`") from None
    if sys.stdin.isatty():
        click.echo("adr-gen mcp: answers agents, which start it and talk to it themselves; Ctrl-D ends it", err=True)
    serve(home, date.today)
    return 0
