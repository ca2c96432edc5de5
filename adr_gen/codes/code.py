"""What a problem code is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """What a problem code stands for; the documentation's page of codes is made from these."""

    what: str
    why: str
    fix: str

    hint: bool = False
    """Hints are shown and never make a run fail."""
    warning: bool = False
    """A hint that deserves more than a note."""
