"""Commands about research files and what is wrong with them: generate, check, explain."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import shell_completion
from .common import attention, exit_code, json_option, print_json, project, require_files, require_research

if TYPE_CHECKING:
    from ..project import Project


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if anything would change.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
@click.option("--force", is_flag=True, help="Overwrite records that were edited by hand; the old texts are laid aside.")
@json_option
@exit_code
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
    from .. import files as disk
    from ..commands.generate_report import looked_in, passed_over, show
    from ..commands.terminal import progress
    from ..generate.run import carry_out, prepare

    home = project()
    chosen = [home.relative(file) for file in files] or None
    require_research(home, chosen or [])
    if check or diff:
        plan = prepare(home, chosen, force=force, progress=progress).plan
    else:
        # from reading on: what another run wrote in between would be written over
        with disk.lock(home.root):
            plan = carry_out(home, prepare(home, chosen, force=force, progress=progress))
    place = "" if home.record_paths() else looked_in(home)
    show(plan, place, diff=diff, check=check, as_json=as_json)
    if not chosen:
        passed_over(home)
    return 1 if attention(plan.problems) or (check and plan.writes) else 0


@click.command()
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json", "github", "sarif"]),
    default="text",
    help="How problems are printed: for people, programs, GitHub's annotations or code scanning.",
)
@click.option("--fix", "mend", is_flag=True, help="Put offered checks into their sentences, asked one by one.")
@exit_code
def check(style: str, mend: bool) -> int:
    """Look for problems in research files, records, links and numbers.

    Writes nothing. Hints are shown and do not count. Every code is explained
    in the documentation, with the reason and the way out.

    With --fix each condition comes up that has no check, and whose words bear
    one (ADR903): y puts it into the sentence of the research file, or of the
    record if it was written by hand; e asks for another one.
    """
    if mend:
        from ..commands.fix import fix

        return fix(project())
    from ..commands.check import check as look
    from ..commands.check import scope
    from ..commands.output_formats import report
    from ..generate.run import prepare

    home = project()
    prepared = prepare(home)
    problems = look(home, prepared)
    report(problems, style, scope(home, prepared), home.below)
    return 1 if attention(problems) else 0


@click.command()
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), shell_complete=shell_completion.file_or_number
)
@json_option
@exit_code
def explain(files: tuple[Path, ...], as_json: bool) -> int:
    """Show what is read from FILES, from which line, by which rule.

    Below each line that says something stands what it was taken for (✓), or
    why it was passed over (✗); for a condition also what could check it.
    A record's number means its research file, or the record if it has none.
    With --json several files are a list.
    """
    from ..commands.explain import explain as tell
    from ..commands.explain import show as print_explanation

    home = project()
    paths = [_meant(home, file) for file in files]
    require_files(home, paths)
    explanations = [tell(home, path) for path in paths]
    if as_json:
        print_json(explanations if len(files) > 1 else explanations[0])
    else:
        for number, explanation in enumerate(explanations):
            if number:
                click.echo()
            print_explanation(home, explanation)
    return 1 if any(explanation["problems"] for explanation in explanations) else 0


def _meant(home: "Project", file: Path) -> str:
    """The path that an argument names: a file, or the research file of a record's number."""
    from ..commands.arguments import number_of
    from ..commands.authoring import only

    if not file.exists() and re.fullmatch(r"(?i)(adr-?)?[0-9]{1,15}", str(file)):
        record = only(home.log()[0].records, number_of(str(file)))
        return record.source if record.source and home.exists(record.source) else record.path
    return home.relative(file)
