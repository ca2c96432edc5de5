"""One thing that is set up in one file."""

from dataclasses import dataclass
from typing import Literal

Action = Literal["create", "change", "there", "left"]


@dataclass(frozen=True, slots=True)
class SetupStep:
    """What becomes of one file; without a `text` nothing is written, and `left` says that a person has to act."""

    path: str
    """Relative to the project's root."""
    what: str
    """What is set up there, or why nothing is, in a few words."""
    text: str | None = None
    """The whole new text."""
    before: str | None = None
    """The text that is there now."""
    left: bool = False

    @property
    def action(self) -> Action:
        """What is done to the file."""
        if self.text is None or self.text == self.before:
            return "left" if self.left else "there"
        return "create" if self.before is None else "change"


def left(path: str, why: str) -> SetupStep:
    """A step that a person has to take."""
    return SetupStep(path, why, left=True)
