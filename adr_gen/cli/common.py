"""What every command of the door shares: the project, the day, the person, and how a run ends."""

import re
import sys
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from ..codes import CODES
from ..errors import Problem, UsageError, one_line, os_error_text, visible

if TYPE_CHECKING:
    from datetime import date

    from ..log import Log
    from ..monitor import Monitor
    from ..project import Project


FOLDERS = "adr_gen.folders"


def exit_code(command: Callable[..., int | None]) -> Callable[..., None]:
    """Translate UsageError and what the disk refuses into a message and exit code 2, and the returned number into the exit code."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> None:
        try:
            _text_only(kwargs.values())
            code = command(*args, **kwargs)
        except UsageError as error:
            stop(str(error))
        except BrokenPipeError:
            raise  # nobody reads any more, so there is nobody to tell
        except OSError as error:
            stop(os_error_text(error))
        sys.exit(code or 0)

    return run


def _text_only(given: Iterable[Any]) -> None:
    """Raises UsageError for an argument that holds bytes of another encoding, or a NUL."""
    for value in given:
        for text in value if isinstance(value, tuple) else (value,):
            if isinstance(text, str) and re.search("[\0\ud800-\udfff]", text):
                raise UsageError(f"{one_line(text)!r:.80}: not UTF-8 text; write it in the encoding of the terminal")


def stop(message: str) -> NoReturn:
    """Say why nothing comes of it, and exit with 2."""
    from ..commands.terminal import fitted

    click.secho(fitted(f"adr-gen: {visible(message)}", to_stderr=True), err=True, fg="red")
    sys.exit(2)


def project() -> "Project":
    """The project around the current folder."""
    from ..project import load

    return load(Path.cwd(), folders=click.get_current_context().meta.get(FOLDERS))


def project_monitor(home: "Project", log: "Log", as_of: str | None = None) -> "Monitor":
    """What is watched on a day; today when none is given."""
    from ..monitor import Monitor

    return Monitor(home, lambda: log, day(as_of))


def day(text: str | None) -> "date":
    """The day that a command is asked for; today when none is given. Raises UsageError."""
    from datetime import date

    from ..checks import parse_day

    result = parse_day(text) if text else date.today()
    if result is None:
        raise UsageError(f"--as-of {text}: not a calendar day; write it as YYYY-MM-DD")
    return result


def attention(problems: Iterable[Problem]) -> bool:
    """Whether any of the problems is more than a hint."""
    return any(not CODES[p.code].hint for p in problems)


def print_json(value: Any) -> None:
    """Print JSON for other programs."""
    from ..commands.terminal import as_json

    click.echo(as_json(value))


def site_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """How the site is built, where addresses of its pages are shown."""

    def note(context: click.Context, _: click.Parameter, value: bool | None) -> None:
        context.meta[FOLDERS] = value

    return click.option(
        "--use-directory-urls/--no-directory-urls",
        default=None,
        expose_value=False,
        callback=note,
        help="The site is built with this option of mkdocs; default: as its settings say.",
    )(command)


def as_of_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """The day a command judges conditions for."""
    return click.option(
        "--as-of", metavar="DATE", help="Judge conditions as of this day (YYYY-MM-DD); default: today."
    )(command)


json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON for other programs.")


def person_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """The person who answers."""
    return click.option("--by", "--who", "by", metavar="NAME", help="Who answers; default: the user.name of git.")(
        command
    )


def require_files(home: "Project", chosen: list[str]) -> None:
    """Raises UsageError for a path at which no file is."""
    for path in chosen:
        place = home.root / path
        if place.is_dir():
            raise UsageError(f"{path}: a folder; name a file in it")
        if not place.exists() and not place.is_symlink():
            raise UsageError(f"{path}: no such file")


def require_research(home: "Project", chosen: list[str]) -> None:
    """Raises UsageError for a path at which no research file is."""
    require_files(home, chosen)
    for path in chosen:
        if home.among_records(path):
            raise UsageError(f"{path}: lies in {home.decisions} and is a record already; name a research file")
