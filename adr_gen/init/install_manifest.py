"""What was written is remembered, so that it can be brought up to date or taken back; what a person changed stays."""

import json
import shutil
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path, PurePosixPath

from .. import files
from .steps.setup_step import SetupStep

MEMORY = f"{files.STATE}/init.json"


def digest(text: str) -> str:
    """Names a text."""
    return sha256(text.encode()).hexdigest()


class History:
    """The files that earlier runs wrote, with what was there before."""

    alone: bool
    """Whether the state folder was not there before the first run."""

    def __init__(self, root: Path) -> None:
        self.root = root
        try:
            data = json.loads(files.read(root, MEMORY, files.LARGEST))
            self.alone = bool(data["alone"])
            self.before: dict[str, str | None] = {path: entry["before"] for path, entry in data["files"].items()}
            self.after: dict[str, str] = {path: entry["after"] for path, entry in data["files"].items()}
        except (files.Unreadable, ValueError, TypeError, KeyError, AttributeError):
            self.alone = not (root / files.STATE).exists()
            self.before, self.after = {}, {}

    @property
    def made(self) -> dict[str, str]:
        """Digests of the files that were not there before."""
        return {path: digest for path, digest in self.after.items() if self.before[path] is None}

    def write(self, steps: Iterable[SetupStep]) -> None:
        """Write the steps' files, all of them or as many as the disk takes. Raises OSError."""
        with files.lock(self.root):
            for step in steps:
                if step.text is not None:
                    self._note(step.path, step.before, step.text)
                    files.write(self.root, step.path, step.text)

    def records(self, paths: Iterable[str]) -> None:
        """Note records that were generated for the first time."""
        with files.lock(self.root):
            for path in paths:
                self._note(path, None, files.raw_text(self.root / path) or "")

    def undo(self) -> tuple[list[str], list[str]]:
        """Take back what is as it was written; returns the paths taken back, and those that somebody changed since."""
        done, changed = [], []
        with files.lock(self.root):
            # backwards: what was written last may stand in a folder that came first
            for path, before in reversed(self.before.items()):
                now = files.raw_text(self.root / path)
                if now is None:
                    continue
                # what somebody changed since is theirs
                if digest(now) != self.after[path]:
                    changed.append(path)
                    continue
                if before is None:
                    files.remove(self.root, path)
                    _tidy(self.root, path)
                else:
                    files.write(self.root, path, before)
                done.append(path)
            files.remove(self.root, MEMORY)
        if self.alone and not changed:
            shutil.rmtree(self.root / files.STATE, ignore_errors=True)
        return done, changed

    def _note(self, path: str, before: str | None, text: str) -> None:
        """Remember before it is written: a run that is broken off can be taken back too."""
        ours = before is not None and self.after.get(path) == digest(before)
        # a later run finds the text of an earlier one there: the way back leads behind both
        if not ours or path not in self.before:
            self.before[path] = before
        self.after[path] = digest(text)
        entries = {path: {"before": self.before[path], "after": self.after[path]} for path in self.before}
        files.write(
            self.root, MEMORY, json.dumps({"alone": self.alone, "files": entries}, ensure_ascii=False, indent=1)
        )


def _tidy(root: Path, path: str) -> None:
    """Take away the folders that are empty now."""
    for folder in PurePosixPath(path).parents:
        place = root / folder
        if place == root or any(place.iterdir()):
            return
        place.rmdir()
