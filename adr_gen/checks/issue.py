"""Checks of an issue or pull request on GitHub: closed or merged, with the reason, and the release that has it."""

import re
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Self

from ..decision import Kind, Observation
from .base import Check, Scanner, Unavailable, World

URL = r"https?://github\.com/(?P<owner>[\w-]+)/(?P<repo>[\w.-]+)/(?:issues|pull)/(?P<number>\d+)"


@dataclass(frozen=True, slots=True)
class Issue(Check):
    """`issue:owner/repo#12 closed`, or the address of the issue or pull request."""

    repository: str
    """owner/repo."""
    number: int
    kind: ClassVar[Kind] = "issue"
    words: ClassVar[tuple[str, ...]] = ("issue:",)
    examples: ClassVar[tuple[str, ...]] = ("issue:owner/repo#12 closed",)
    online: ClassVar[bool] = True

    @classmethod
    def begins(cls, token: str) -> bool:
        """Whether a token is an issue, or the address of one."""
        return token.startswith(cls.words) or re.match(URL, token) is not None

    @classmethod
    def parse(cls, text: Scanner) -> Self:
        """A repository, a number and the word closed; or an address."""
        if address := re.fullmatch(URL, text.token):
            text.at = len(text.token)
            return cls(f"{address['owner']}/{address['repo']}", int(address["number"]))
        text.take("issue:", "issue:")
        repository = text.take(r"[\w-]+/[\w.-]+(?=#)", "owner/repo#12", apart=False)
        number = text.take(r"#\d{1,9}", "owner/repo#12", apart=False)
        text.take(r"closed(?!\w)", "the word closed")
        return cls(repository, int(number[1:]))

    def __str__(self) -> str:
        return f"issue:{self.repository}#{self.number} closed"

    @property
    def subject(self) -> str:
        """The issue."""
        return f"issue:{self.repository}#{self.number}"

    def observe(self, world: World, decided: date | None) -> Observation:
        """Whether it is closed, why, and in which release."""
        raise Unavailable("not looked up")
