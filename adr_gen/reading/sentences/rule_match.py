"""What a rule matched in a sentence."""

import re
from dataclasses import dataclass

from .rule_engine import Sentence


@dataclass(frozen=True, slots=True)
class Match:
    """What a rule matched in a sentence."""

    sentence: Sentence
    hit: re.Match[str]
    title: str = ""
    """The title of the document."""

    @property
    def before(self) -> str:
        """What stands before the match, or before its verb."""
        return self.sentence.hidden[: self.start]

    @property
    def start(self) -> int:
        """Where the match begins, or its verb."""
        return self.hit.start("verb") if "verb" in self.hit.re.groupindex else self.hit.start()

    def part(self, name: str) -> str:
        """The words that the match has under a name."""
        return (
            self.sentence.hidden[slice(*self.hit.span(name))].strip(" ,;*_\"“”'()-–")
            if name in self.hit.re.groupindex
            else ""
        )
