"""A way out of a double change: a record that a person edited while its research changed."""

from dataclasses import dataclass
from typing import Literal

import click

from .. import files
from ..errors import UsageError, visible
from ..generate.backups import REPLACED, back_up
from ..generate.edit_conflict import Conflict
from ..generate.facts import record_on_disk
from ..generate.run import prepare
from ..markdown import ConflictError, DocumentError, parse
from ..project import Project
from . import terminal
from .authoring import detach, only, without_conflict, write
from .terminal.prompt import Choice, Prompt

Way = Literal["mine", "research", "merge"]
SIDES = ("yours", "the research file's")
"""The names of the two texts between conflict markers."""


@dataclass(frozen=True, slots=True)
class Merge:
    """Both changes in one text."""

    text: str
    overlaps: int
    """Places that a person has to mend, between conflict markers."""
    based: bool
    """Whether the text that both come from is known; else all that differs overlaps."""


def conflict_of(project: Project, number: int) -> Conflict:
    """The double change of a record; raises UsageError where there is none, saying what there is instead."""
    plan = prepare(project).plan
    conflict = next((one for one in plan.conflicts.values() if one.record.number == number), None)
    texts, _ = project.record_texts()
    record = only([record_on_disk(path, text) for path, text in texts.items()], number)
    without_conflict(record.path, record.text)
    if conflict:
        return conflict
    if not record.source:
        raise UsageError(f"{record.path}: is written by hand; there is no research file to agree with")
    if record.edited:
        raise UsageError(f"{record.path}: edited by you, and {record.source} did not change since; nothing to resolve")
    raise UsageError(f"{record.path}: nobody edited it; `adr-gen generate` brings it up to date")


def merge(conflict: Conflict) -> Merge:
    """Both changes put together by git; raises UsageError where git cannot be run."""
    common = conflict.common
    text, overlaps = files.merged(conflict.mine, common or "", conflict.incoming, SIDES)
    return Merge(text, overlaps, common is not None)


def resolve(project: Project, number: int, way: Way, *, edit: bool) -> tuple[list[str], int]:
    """Do what was chosen; returns the lines to print and the exit code. An overlap is mended in an editor, to `edit` now."""
    with files.lock(project.root):
        conflict = conflict_of(project, number)
        if way == "mine":
            return detach(project, number), 0
        if way == "research":
            return [*_replaced(project, conflict, conflict.incoming), f"{conflict.record.path}: is generated again"], 0
        made = merge(conflict)
        lines = _replaced(project, conflict, made.text)
    return _mended(project, conflict, made, lines, edit=edit)


def _replaced(project: Project, conflict: Conflict, text: str) -> list[str]:
    """Put a text into the record once the person's own lies aside; returns the line that says where."""
    record = conflict.record
    try:
        aside = back_up(project.root, record.path, record.text)
    except OSError as error:
        raise UsageError(f"{record.path}: your text {files.write_error_text(error)}; nothing was changed") from None
    write(project, record.path, text.replace("\n", "\r\n") if "\r\n" in record.text else text)
    return [f"{aside}: your text as it was"]


def _mended(
    project: Project, conflict: Conflict, made: Merge, lines: list[str], *, edit: bool
) -> tuple[list[str], int]:
    path = conflict.record.path
    if made.overlaps and edit:
        try:
            click.edit(filename=str(project.root / path))
        except click.ClickException as error:  # the texts are on disk all the same
            lines = [*lines, visible(error.format_message())]
    if at := _marker(project, path):
        where = f"{path}:{at}: both texts stand between conflict markers"
        return [*lines, f"{where}; keep what is right and remove the markers, then run `adr-gen check`"], 1
    return [*lines, f"{path}: holds both changes; read it once more, and run `adr-gen check`"], 0


def _marker(project: Project, path: str) -> int:
    """The line of the first conflict marker in a record; 0 if there is none."""
    try:
        parse(files.read(project.root, path, project.settings.max_size))
    except ConflictError as error:
        return error.line
    except (DocumentError, files.Unreadable):
        return 0
    return 0


def ask(project: Project, number: int) -> Way:
    """Show both changes and ask a person; raises UsageError, or Quit when the person leaves it as it is."""
    conflict, talk = conflict_of(project, number), Prompt()
    talk.say(terminal.safe(f"{conflict.record.path}\n{''.join(conflict.diff())}"))
    choices = {
        "m": Choice("mine", f"keep your text and own it by hand; {conflict.source} gets `adr: false`"),
        "r": Choice("research", f"take the text of the research file; yours is laid into {REPLACED}/"),
        "b": Choice("both", _offer(merge(conflict))),
    }
    ways: dict[str, Way] = {"m": "mine", "r": "research", "b": "merge"}
    with talk:
        return ways[talk.choose(choices, "q")]


def _offer(made: Merge) -> str:
    """What a merge would come to."""
    if not made.based:
        return "put both texts side by side where they differ, and mend that in your editor"
    if made.overlaps:
        return f"merge: {terminal.count(made.overlaps, 'place')} overlap, to be mended in your editor"
    return "merge: the changes do not overlap, so nothing is left to mend"
