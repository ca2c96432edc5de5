"""A whole run of notices: what is known, what is to be told, and telling it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import click

from ..board import BoardEntry
from ..errors import UsageError, visible
from ..log import Log
from ..notify import NoticeIssue, NoticeStep, RecordLinks, plan
from ..project import Project
from ..revisit import States
from .github import access
from .github.client import GitHub
from .github.client_errors import GitHubError


@dataclass(frozen=True)
class Notifier:
    """Where notices go; without GitHub, in a dry run, nothing is known to have been told."""

    project: Project
    github: GitHub | None
    place: str
    """Address of the repository, for links."""
    dry: bool

    def send(self, log: Log, states: States, entries: list[BoardEntry]) -> bool:
        """Tell what is to be told, a line each on stderr; False if the set-up let nothing be told."""
        try:
            issues = _known(self)
        except GitHubError as error:
            _say(f"nothing told: {error}")
            return not error.broken
        steps = list(plan(log, states, entries, issues, _place(self, log), self.project.settings.notify_most))
        if self.dry or self.github is None:
            for step in steps:
                _say(*_would(step))
            return True
        done, failures = 0, []
        for step in steps:
            try:
                _say(_carry_out(self.github, step))
                done += step.does != "nothing"
            except GitHubError as error:
                failures.append(error)
                _say(f"{step.record}: not told: {error}")
        return bool(done) or not any(failure.broken for failure in failures)


def prepare(project: Project, *, dry: bool, today: bool) -> Notifier:
    """The notifier as settings and environment have it; raises UsageError if something is missing."""
    if not (dry or today):
        raise UsageError("--notify tells of today; leave out --as-of, or add --dry-run to see what would be told")
    token = access.token("--notify github", "issues", "--dry-run shows what would be told", needed=not dry)
    named, address = access.repository(project)
    if named is None and not dry:
        raise access.unnamed("--notify github")
    github = GitHub(access.api(project), named, _label(project), token) if named else None
    return Notifier(project, github, address, dry)


def _label(project: Project) -> str:
    label = project.settings.notify_label.strip()
    # GitHub takes 50 characters at most, and is asked for several labels with commas between them
    if not re.fullmatch(r"[^,\x00-\x1f]{1,50}", label):
        raise UsageError(f"notify-label is {label!r}; it must be one label of 1 to 50 characters, without a comma")
    return label


def _known(notifier: Notifier) -> list[NoticeIssue]:
    """What was told already; in a dry run nothing, if that cannot be found out. Raises GitHubError."""
    try:
        if notifier.github is None:
            raise GitHubError("the repository is not known (GITHUB_REPOSITORY, or the setting repo-url)")
        issues = [NoticeIssue.read_record(issue) for issue in notifier.github.issues()]
        return [issue for issue in issues if issue]
    except GitHubError as error:
        if not notifier.dry:
            raise
        _say(f"assuming that no issues exist: {error}")
        return []


def _place(notifier: Notifier, log: Log) -> RecordLinks:
    pages = ((record.path, notifier.project.address(record)) for record in log.records)
    return RecordLinks(notifier.place, tuple((path, page) for path, page in pages if page), notifier.project.below)


def _carry_out(github: GitHub, step: NoticeStep) -> str:
    """Do a step; what a crash in between leaves undone, the next run does, and nothing twice."""
    if step.does == "open":
        return f"{step.record}: opened #{github.open(step.title, step.body)}"
    if step.does == "nothing" or step.issue is None:
        return f"{step.record}: {step.why}"
    title = {"title": step.title} if step.title else {}
    if step.does == "renew":
        github.change(step.issue, body=step.body, **title)
        return f"{step.record}: {step.why}"
    github.say(step.issue, step.comment)
    if step.does == "update":
        github.change(step.issue, body=step.body, **title)
        return f"{step.record}: updated #{step.issue}: {step.why}"
    github.change(step.issue, body=step.body, state="closed", state_reason="completed")
    return f"{step.record}: closed #{step.issue}: {step.why}"


def _would(step: NoticeStep) -> Iterator[str]:
    """What a step would do, with all that it would write."""
    if step.does == "nothing":
        yield f"{step.record}: {step.why}"
        return
    goal = f"#{step.issue}" if step.issue else "an issue"
    yield f"{step.record}: would {step.does} {goal}{f': {step.why}' if step.why else ''}"
    if step.title:
        yield f"    {step.title}"
    for text in filter(None, [step.comment, step.body if step.does != "close" else ""]):
        yield "    " + "-" * 40
        yield from (f"    {line}".rstrip() for line in text.splitlines())


def _say(*lines: str) -> None:
    for line in lines:
        # the signs that keep a name in an issue from calling somebody; a terminal would show them as signs that it has no room for
        click.echo(visible(line.replace("\u200b", "")), err=True)
