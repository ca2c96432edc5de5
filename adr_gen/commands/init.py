"""A whole run of init: the plan as people and programs see it, the writes, and the way back."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from shlex import quote
from typing import Any

import click

from ..codes import CODES
from ..config import DEFAULTS, Home, find
from ..errors import UsageError
from ..files import STATE
from ..generate.plan_steps import Plan as GeneratePlan
from ..generate.run import carry_out, prepare
from ..init.install_manifest import History
from ..init.plan import Plan
from ..init.steps.workflows import PAGES
from ..init.survey import Survey
from ..lint.layout_rules import FOLDERS
from ..records import is_record
from . import terminal
from .generate_report import summary, waiting
from .terminal.lines import wrapped

WORDS = {"create": "create", "change": "change", "there": "there", "left": "left to you"}
NOTHING = (
    "Nothing was found. If decisions stand elsewhere, set `research` to their\nfolders, or `decisions` to that of the "
    'records, in the settings of adr-gen; or begin\none: adr-gen new "Which queue for jobs"'
)
COMMIT = "Look at what was written, and commit it; `adr-gen init --undo` takes it back."
GITHUB = "on GitHub: Settings › Pages › Source: GitHub Actions"


def survey(start: Path, today: date, *, exactly: bool) -> Survey:
    """The repository around a folder, or a part of it `exactly` there; raises UsageError."""
    home = _home(start, exactly=exactly)
    if exactly and FOLDERS.match(home.root.name) and any(is_record(place.name) for place in home.root.iterdir()):
        raise UsageError(f"{start} holds the records themselves; name the folder of the project")
    configured = home.settings is not DEFAULTS
    place = next(
        (name for name in ("adr-gen.toml", "pyproject.toml") if configured and (home.root / name).is_file()), ""
    )
    return Survey(home, today, place, History(home.root).made)


def _home(start: Path, *, exactly: bool) -> Home:
    """The project around a folder; one that lies around the folder's own git repository is not meant."""
    home = find(start, exactly=exactly)
    inside = (folder for folder in (start.resolve(), *start.resolve().parents) if folder.is_relative_to(home.root))
    top = next((folder for folder in inside if (folder / ".git").exists()), home.root)
    return home if top == home.root else find(top, exactly=True)


def show(made: Plan) -> None:
    """Print what was found and what is to be done."""
    counts, found = made.counts, made.survey
    research = f"{terminal.count(counts['research'], 'research file')} in {', '.join(found.research)}"
    records = f"{terminal.count(counts['records'], 'record')} in {found.decisions}"
    click.echo(found.root)
    undecided = f" ({counts['undecided']} undecided)" if counts["undecided"] else ""
    click.echo("\n".join(wrapped(f"{research}{undecided}; {records}", "")))
    click.echo()
    terminal.table(["", "file", "what"], [[WORDS[step.action], step.path, step.what] for step in made.steps], wide=2)


def as_json(made: Plan, *, written: bool) -> dict[str, Any]:
    """The plan for other programs."""
    steps = [{"action": step.action, "path": step.path, "what": step.what} for step in made.steps]
    counts = {**made.counts, "folders": list(made.survey.research), "decisions": made.survey.decisions}
    return {"root": str(made.survey.root), "found": counts, "steps": steps, "written": written}


def write(made: Plan) -> GeneratePlan:
    """Write the files, then the records of research that decides something; returns what became of the research."""
    history = History(made.survey.root)
    history.write(made.writes)
    prepared = prepare(made.project)
    new = [step.record for step in prepared.plan.writes if step.before is None and step.record]
    done = carry_out(made.project, prepared)
    # what the disk refused is not there to be taken back
    history.records(path for path in new if made.project.exists(path))
    terminal.problems(done.problems)
    return done


def afterwards(made: Plan, done: GeneratePlan) -> list[str]:
    """What was generated, what is left for a person, and what to try."""
    found = made.survey
    todo = [f"{step.path}: {step.what}" for step in made.left]
    if (
        not found.gitlab
        and not found.below
        and any(step.action == "create" and step.path == PAGES for step in made.steps)
    ):
        todo.append(GITHUB)
    lines = [_became(made, done)]
    if todo:
        lines.append("\n".join(["Left to you:", *(part for line in todo for part in wrapped(line, "  - ", "    "))]))
    if made.writes or done.writes:
        lines.append(COMMIT)
    return [*lines, "\n  ".join(["Try:", *_tried(made, done)])]


def _became(made: Plan, done: GeneratePlan) -> str:
    """What is in the log now."""
    records = len(made.project.record_paths())
    if done.steps:
        return "\n".join([*map(terminal.fitted, waiting(done)), summary(done, writes=True)])
    if not records:
        return NOTHING
    return f"{terminal.count(records, 'record')} in {made.project.decisions}, as you wrote {'them' if records > 1 else 'it'}"


def _tried(made: Plan, done: GeneratePlan) -> Iterator[str]:
    """Commands to type next."""
    root, here, zensical = made.survey.root, Path.cwd(), made.survey.zensical
    if root != here:
        yield f"cd {quote(str(root.relative_to(here) if root.is_relative_to(here) else root))}"
    yield from _open(done)
    yield made.build.partition(" && ")[0] if zensical else "adr-gen list"
    yield "zensical serve -f decisions.yml" if zensical else f"{made.build.split()[0]} serve"


def _open(done: GeneratePlan) -> Iterator[str]:
    """The commands for what the research files leave open."""
    if any(step.action == "undecided" for step in done.steps):
        yield "adr-gen decide"
    if any(not CODES[problem.code].hint for problem in done.problems):
        yield "adr-gen check"


def undo(start: Path, *, exactly: bool) -> tuple[list[str], int]:
    """Take back what init wrote; returns the lines to print and the exit code. Raises UsageError."""
    root = _home(start, exactly=exactly).root
    history = History(root)
    if not history.before:
        raise UsageError(f"{root / STATE}: nothing is remembered of an earlier init; take its files back with git")
    done, changed = history.undo()
    lines = [f"{path}: taken back" for path in done]
    lines += [f"{path}: was changed since, and stays" for path in changed]
    return lines, 1 if changed else 0
