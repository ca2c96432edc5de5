"""A record that a person edited while its research changed: both changes, and the text that they come from."""

import difflib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from ..errors import Problem, visible
from ..markdown import normal
from ..records import DIGEST, record_digest
from ..sources import Source
from .facts import Draft, RecordOnDisk, draft

CODE = "ADR201"
YOURS = "yours, since it was generated"
RESEARCH = "the research's, since then"
BOTH = "from your text to the research's (git has no commit with the text that was generated, so they are compared)"
MOST = 8
"""Changed lines of one side that a message shows."""
WIDTH = 100
"""Signs of a line that a message shows."""


@dataclass(frozen=True)
class Conflict:
    """Two changes of one record."""

    record: RecordOnDisk
    """As it is on disk, with the edit."""
    source: str
    """The research file."""
    incoming: str = field(repr=False)
    """The record as the research would have it now."""
    find_base: Callable[[], str | None] = field(repr=False, compare=False)

    @cached_property
    def base(self) -> str | None:
        """The text that was generated last; None where git has it no more."""
        return self.find_base()

    @property
    def mine(self) -> str:
        """The edited text with the digest of today's research: what a program keeps for itself is no difference."""
        digest = DIGEST.search(self.incoming)
        return DIGEST.sub(digest[0] if digest else "", normal(self.record.text), count=1)

    @property
    def common(self) -> str | None:
        """The base with the digest of today's research."""
        digest = DIGEST.search(self.incoming)
        return None if self.base is None else DIGEST.sub(digest[0] if digest else "", normal(self.base), count=1)

    @property
    def sides(self) -> list[tuple[str, str, str]]:
        """What is compared: in words, the text before and the text after."""
        if self.common is None:
            return [(BOTH, self.mine, self.incoming)]
        return [(YOURS, self.common, self.mine), (RESEARCH, self.common, self.incoming)]

    def diff(self) -> Iterator[str]:
        """Both changes as unified diffs, each line with its end."""
        for title, before, after in self.sides:
            old, new, name = before.splitlines(), after.splitlines(), self.record.path
            lines = difflib.unified_diff(old, new, name, f"{name} ({title})", lineterm="")
            yield from (f"{line}\n" for line in lines)

    def short(self) -> Iterator[str]:
        """Both changes in a few lines."""
        for name, before, after in self.sides:
            lines = list(changed_lines(before, after))
            yield f"{name}:"
            yield from (f"    {line}" for line in lines[:MOST])
            if len(lines) > MOST:
                yield f"    … and {len(lines) - MOST} more: `adr-gen generate --diff`"


def base(record: RecordOnDisk, versions: Callable[[str], Iterable[str]], again: Callable[[Draft], str]) -> str | None:
    """The text that was generated last, known by the digest that the record carries; None where git does not have it.

    It was committed, or it can be generated `again` from a committed text of the research file.
    """
    # the newest first: most conflicts are with the last text that was generated
    for text in versions(record.path):
        if record_digest(normal(text)) == record.text_digest:
            return text
    for text in versions(record.source):
        source = Source(record.source, text)
        old = draft(source) if source.digest == record.research_digest else None
        if old and old.facts.status and not old.facts.left_out:
            made = again(old)
            return made if record_digest(made) == record.text_digest else None
    return None


def changed_lines(before: str, after: str) -> Iterator[str]:
    """The lines that only one of two texts has, behind their signs."""
    diff = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    for number, line in enumerate(diff):
        if number > 1 and line[:1] in "+-" and line[1:].strip():
            text = visible(f"{line[0]} {line[1:]}")
            yield text if len(text) <= WIDTH else f"{text[: WIDTH - 1]}…"


def with_changes(problem: Problem, conflicts: dict[str, Conflict]) -> Problem:
    """The problem of a conflict with both changes below its message; any other one as it is."""
    conflict = conflicts.get(problem.path) if problem.code == CODE else None
    if conflict is None:
        return problem
    return replace(problem, message="\n    ".join([problem.message, *conflict.short()]))
