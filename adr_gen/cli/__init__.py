"""The command line: `adr-gen`. Everything heavy is imported by the command that needs it."""

import os
import sys
from codecs import register_error
from io import TextIOWrapper
from pathlib import Path

import click

from .. import __version__
from ..errors import os_error_text
from ..parallel import tune_gc
from .authoring_commands import detach, new, renumber, resolve
from .common import stop
from .decide import decide
from .init import init
from .log_commands import export, list_records, show
from .mcp import mcp
from .pr import pr
from .research_commands import check, explain, generate
from .review import reopen, review
from .revisit import revisit

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 80}


MEANT = {
    "status": "`adr-gen list` shows the log, `adr-gen revisit` what came due",
    "lint": "`adr-gen check` looks for problems",
    "build": "`adr-gen generate` writes records, `mkdocs build` the site",
    "serve": "`mkdocs serve` shows the site",
}
"""Commands of other tools, and what is called otherwise here."""


PLAIN = {
    **dict.fromkeys("–—─·", "-"),
    **dict.fromkeys("“”„", '"'),
    **dict.fromkeys("‘’", "'"),
    **{"✓": "+", "✗": "x", "│": "|", "█": "#", "›": ">", "→": "->", "…": "..."},
    "\u2060": "",
}
"""Signs of ours, and of most texts, as every terminal can show them."""


class CommandGroup(click.Group):
    """The group of commands; arguments that are files mean `generate`."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """`adr-gen FILE…` is `adr-gen generate FILE…`."""
        if args and args[0] in MEANT and args[0] not in self.commands:
            ctx.fail(f"No such command {args[0]!r}; {MEANT[args[0]]}.")
        if args and args[0] not in self.commands and (args[0].endswith(".md") or os.path.exists(args[0])):  # noqa: PTH110 - Path.exists() raises for a long one
            args = ["generate", *args]
        return super().resolve_command(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order in which people meet them."""
        return list(self.commands)


def main() -> None:
    """Run `adr-gen`; usage errors and broken set-ups exit with 2."""
    tune_gc()
    _opened()
    _lenient()
    try:
        cli(prog_name="adr-gen", color=False if os.environ.get("NO_COLOR") else None)
    # `adr-gen list | head`; closing stderr keeps Python from telling of it once more at exit
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
    except OSError as error:  # where click itself prints: `adr-gen --help > /dev/full`
        _spilled()
        stop(os_error_text(error))
    except SystemExit as end:
        if (full := _spilled()) and not end.code:
            stop(os_error_text(full))
        raise


def _spilled() -> OSError | None:
    """Why output has no room for what waits to be written, which then leads nowhere: Python would tell of it once more at exit."""
    try:
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return error
    return None


def _opened() -> None:
    """Let streams that a shell has closed (`>&-`), which Python leaves out, lead nowhere."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - for as long as the process runs


def _lenient() -> None:
    """Let signs that a terminal has no room for pass as plain ones, and bytes that are no text as replacement characters."""
    register_error("plain-signs", _plain)
    for stream, errors in ((sys.stdin, "replace"), (sys.stdout, "plain-signs"), (sys.stderr, "plain-signs")):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=errors)


def _plain(error: UnicodeError) -> tuple[str, int]:
    """What is printed instead of the first sign that an encoding does not have, and where to go on."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return PLAIN.get(error.object[error.start], "?"), error.start + 1


@click.group(cls=CommandGroup, context_settings=CONTEXT, epilog="adr-gen FILE... is short for adr-gen generate FILE...")
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


for command in (
    init,
    generate,
    decide,
    check,
    explain,
    revisit,
    review,
    reopen,
    pr,
    mcp,
    list_records,
    show,
    new,
    detach,
    resolve,
    renumber,
    export,
):
    cli.add_command(command)
