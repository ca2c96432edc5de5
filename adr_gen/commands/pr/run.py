"""A whole run of `adr-gen pr`: which commits, which day, what is printed, and who is told."""

import json
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from ...change import Change, compare, repository, resolve
from ...checks import Check
from ...errors import UsageError, visible
from ...model import Observation
from ...monitor import RESULTS
from ...notify import RecordLinks
from ...project import Project
from ...revisit.check_results import Results
from .. import terminal
from ..github import access
from ..github.client import GitHub
from ..github.client_errors import GitHubError
from ..output_formats import annotation, sarif
from . import comment, formats
from .line_findings import findings

# those of the remote first: a branch of the clone may be months behind
BASES = ("origin/HEAD", "origin/main", "origin/master", "main", "master")
"""What a branch goes into, where nobody says it."""


def bases(named: str | None) -> Sequence[str]:
    """The names of the branch that the change goes into, the likeliest first."""
    if named:
        return (named,)
    target = os.environ.get("GITHUB_BASE_REF", "")
    return (f"origin/{target}", target) if target else BASES


def change_made(project: Project, named: str | None, head: str, day: date) -> Change:
    """What a change makes true. Raises UsageError where git does not have the commits."""
    results = Results(project.load_cache(RESULTS) or "")

    def online(check: Check) -> Observation:
        return results.last(check) or Observation("unknown", None, "check", "never looked up")

    with repository(project.root) as opened:
        return compare(project, opened, resolve(opened, bases(named), head, merged=named is None), day, online)


def show(change: Change, style: str, place: RecordLinks) -> None:
    """Print a change; `style` is text, markdown, github, sarif or json; annotations name paths from the top of git."""
    if style == "json":
        click.echo(terminal.as_json(formats.as_json(change)))
    elif style == "sarif":
        click.echo(terminal.as_json(sarif(findings(change), place.below)))
    elif style == "github":
        for problem in findings(change):
            click.echo(annotation(problem, place.below))
    elif style == "markdown":
        click.echo(formats.markdown(change, place), nl=False)
    else:
        for line in formats.text(change):
            click.echo(line)


@dataclass(frozen=True, slots=True)
class Commenter:
    """Where the comment goes."""

    github: GitHub | None
    """None: the change comes from a fork, whose token may not comment."""
    number: int

    def send(self, change: Change, place: RecordLinks) -> bool:
        """Bring the comment up to date, with a line on stderr; False if the set-up let nothing be told."""
        if self.github is None:
            return _summarise(change, place, "a change from a fork has no token that may comment")
        try:
            with self.github as github:
                click.echo(comment.publish(github, self.number, change, place), err=True)
        except GitHubError as error:
            return _summarise(change, place, str(error)) or not error.broken
        return True


def commenter(project: Project, number: int | None) -> Commenter:
    """The commenter as settings and environment have it; raises UsageError if something is missing."""
    event = _event()
    number = number or _number(event)
    if number is None:
        raise UsageError(
            "--comment github does not know the pull request; run it in a workflow `on: pull_request`, or add --number N"
        )
    if _from_fork(event):
        return Commenter(None, number)
    way = "Without it leave out --comment: the report is printed"
    token = access.token("--comment github", "comments", way, needed=True)
    named, _ = access.repository(project)
    if named is None:
        raise access.unnamed("--comment github")
    return Commenter(GitHub(access.api(project), named, token=token, permission="pull-requests"), number)


def place(project: Project, change: Change) -> RecordLinks:
    """Where the records that are told of can be looked at."""
    shown = [flip.record for flip in change.flips]
    pages = ((record.path, project.address(record)) for record in shown)
    return RecordLinks(
        access.repository(project)[1], tuple((path, page) for path, page in pages if page), project.below
    )


def _event() -> dict[str, Any]:
    """What the workflow says of its pull request; empty outside of one."""
    try:
        event = json.loads(Path(os.environ.get("GITHUB_EVENT_PATH", "")).read_text(encoding="utf-8"))
    # the variable may be empty, which is the current folder, or name whatever a person set it to
    except (OSError, ValueError, RecursionError):
        return {}
    pull = event.get("pull_request") if isinstance(event, dict) else None
    return pull if isinstance(pull, dict) else {}


def _number(event: dict[str, Any]) -> int | None:
    if type(event.get("number")) is int:
        return int(event["number"])
    named = re.fullmatch(r"refs/pull/(\d{1,9})/\w+", os.environ.get("GITHUB_REF", ""))
    return int(named[1]) if named else None


def _from_fork(event: dict[str, Any]) -> bool:
    """Whether the change comes from another repository, and runs with the rights of such a one."""
    # `pull_request_target` runs with the rights of the repository itself, also for a fork
    if not event or os.environ.get("GITHUB_EVENT_NAME", "pull_request") != "pull_request":
        return False
    names = [((event.get(side) or {}).get("repo") or {}).get("full_name") for side in ("head", "base")]
    return names[0] != names[1]


def _summarise(change: Change, where: RecordLinks, why: str) -> bool:
    """Write the report into the summary of the workflow's step; False if there is none."""
    path = os.environ.get("GITHUB_STEP_SUMMARY", "")
    if not path:
        click.echo(visible(f"not commented: {why}"), err=True)
        return False
    with Path(path).open("a", encoding="utf-8") as file:
        file.write(formats.markdown(change, where))
    click.echo(visible(f"not commented, but in the step's summary: {why}"), err=True)
    return True
