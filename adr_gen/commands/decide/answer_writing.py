"""Writing an answer into its file, and taking it back."""

import json
from hashlib import sha256
from typing import Any

from ... import files
from ...errors import UsageError
from ...project import Project
from .answer import ResearchAnswer, edited
from .queue import OpenResearch, load_text

UNDO = "decide.json"
"""File in the state folder with what files held before they were decided."""


def write(project: Project, one: OpenResearch, answer: ResearchAnswer) -> OpenResearch:
    """Put an answer into the front matter of its file, at once or not at all; returns the file as it is then.

    Raises UsageError when the file has changed since it was read, and when its front matter cannot say the answer.
    """
    after = edited(one, answer)
    with files.lock(project.root):
        # compared under the lock: while a person thinks, an editor or another run may write
        if load_text(project, one.path) != (one.written or one.text):
            raise UsageError(f"{one.path}: changed since it was read, so nothing was written; run adr-gen decide again")
        if files.write(project.root, one.path, after.text):
            _remember(project, one, after.text)
    return after


def undo(project: Project, path: str) -> None:
    """Give a file back what it held before it was decided last; raises UsageError if somebody touched it since."""
    with files.lock(project.root):
        steps = _steps(project)
        last = next(iter(steps.get(path, [])[-1:]), None)
        if last is None:
            raise UsageError(f"{path}: nothing to take back; adr-gen decide wrote nothing into it")
        if _digest(load_text(project, path)) != last["after"]:
            raise UsageError(f"{path}: changed since it was decided, so nothing was taken back; edit it by hand")
        files.write(project.root, path, last["before"])
        steps[path].pop()
        _store(project, {name: left for name, left in steps.items() if left})


def _remember(project: Project, one: OpenResearch, after: str) -> None:
    steps = _steps(project)
    known = steps.get(one.path, [])
    if one.written and known and known[-1]["after"] == _digest(one.written):
        known = known[:-1]  # its answer is replaced
    known = known if known and known[-1]["after"] == _digest(one.text) else []  # others changed it in between
    _store(project, steps | {one.path: [*known, {"before": one.text, "after": _digest(after)}]})


def _steps(project: Project) -> dict[str, list[dict[str, str]]]:
    """What can be taken back, the last one of each file at the end; nothing if the memory is damaged."""
    try:
        stored: Any = json.loads(project.load_cache(UNDO) or "{}")
        return {
            str(path): [{"before": str(step["before"]), "after": str(step["after"])} for step in steps]
            for path, steps in stored.items()
        }
    # whatever stands in a damaged memory: the worst is an answer that cannot be taken back
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}


def _store(project: Project, steps: dict[str, list[dict[str, str]]]) -> None:
    files.write(project.root, f"{files.STATE}/{UNDO}", json.dumps(steps, ensure_ascii=False))


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()
