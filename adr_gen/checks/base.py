"""What every check is made of, and the world that it looks at."""

import operator
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, Self

from ..model import Kind, Observation, Result

if TYPE_CHECKING:
    from ..dependencies import Dependencies


class TokenError(ValueError):
    """A token that is not understood; `str()` shows the place, what was found and what is legal there."""

    def __init__(self, token: str, at: int, legal: str) -> None:
        self.token, self.at, self.legal = token, at, legal
        rest = repr(token[at : at + 30]) if token[at:] else "the end"
        super().__init__(f"`{token}` is not understood at column {at + 1} ({rest}): expected {legal}")


class Unavailable(Exception):
    """Something that could not be looked up; `str()` is the reason. The result is unknown, never met."""


class Web(Protocol):
    """The hosts that the settings name; every failure is Unavailable."""

    def json(self, service: str, path: str, accept: str = "") -> Any:
        """The JSON at `path` of one of `services.SERVICES`; `accept` is for another form than the usual."""

    def page(self, registry: str, name: str, version: str = "") -> str:
        """The address where people read about a package, repository or product; empty if its service is a private one."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A number that somebody wrote down."""

    value: float
    date: str
    """ISO day."""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Location:
    """A line of a file of the project."""

    path: str
    line: int = 1


def line_of(text: str | None, pattern: str) -> int:
    """The first line of a text in which a pattern matches; 1 if it has none."""
    match = re.search(pattern, text or "", re.MULTILINE)
    return (text or "").count("\n", 0, match.start()) + 1 if match else 1


@dataclass(frozen=True, slots=True)
class World:
    """What checks may look at; the doors bring it."""

    as_of: date
    files: Callable[[], Sequence[str]] = tuple
    """Paths of the project's files, git-ignored ones left out."""
    text: Callable[[str], str | None] = lambda path: None
    """The text of a project file, None if it has none that can be read."""
    decision: Callable[[int], tuple[str, str | None, str | None] | None] = lambda number: None
    """Id, status and date of a record, or of the newest that supersedes it; None if there is no such record."""
    record: Callable[[int], str] = lambda number: ""
    """The path of the record's file that `decision` speaks of; empty if there is none."""
    readings: Mapping[str, Measured] = field(default_factory=dict)
    """The last number of each name as of the day."""
    readings_path: str = ""
    """The file that they stand in."""
    dependencies: "Callable[[], Dependencies] | None" = None
    """What the project depends on directly, by its manifests."""
    web: Web | None = None

    def online(self) -> Web:
        """The network; raises Unavailable where nothing may be asked."""
        if self.web is None:
            raise Unavailable("not looked up; run `adr-gen revisit --online`")
        return self.web


class Check:
    """One machine-readable condition; frozen, and `parse(str(check)) == check`."""

    # a base without slots would give each check a dictionary beside the slots of its own
    __slots__ = ()
    kind: ClassVar[Kind]
    prefixes: ClassVar[tuple[str, ...]]
    """What its tokens begin with."""
    examples: ClassVar[tuple[str, ...]]
    online: ClassVar[bool] = False
    """Whether it asks the network."""

    @classmethod
    def begins(cls, token: str) -> bool:
        """Whether a token is meant as this kind of check."""
        return token.startswith(cls.prefixes)

    @classmethod
    def parse(cls, text: "Scanner") -> Self:
        """The check that the token says; raises TokenError."""
        raise NotImplementedError

    @property
    def subject(self) -> str:
        """What is waited for, whatever the range or number: records with the same subject wait for the same thing."""
        return str(self)

    def reads(self, paths: Sequence[str]) -> bool:
        """Whether one of these files of the project may settle it; where that cannot be told, it may."""
        return True

    def locations(self, world: World) -> Iterable[Location]:
        """Where that stands in the project's files which it judges, as far as it is anywhere."""
        return ()

    def observe(self, world: World, decided: date | None) -> Observation:
        """What the check finds; `decided` is the decision's day. Raises Unavailable."""
        raise NotImplementedError


def observation(result: Result | bool, world: World, evidence: str, since: str | None = None) -> Observation:
    """What a check found on the world's day; a bool says whether the condition holds."""
    named: Result = result if isinstance(result, str) else "met" if result else "waiting"
    return Observation(named, world.as_of.isoformat(), "check", evidence, since)


def observation_since(since: str | None, world: World, evidence: str) -> Observation:
    """What a check found that holds from a day on, which may be still to come; without a day it holds."""
    come = since is None or since <= world.as_of.isoformat()
    return observation(come, world, evidence, since)


class Scanner:
    """Takes a token apart from left to right; every refusal names the column and what is legal there."""

    def __init__(self, token: str) -> None:
        self.token, self.at = token, 0

    def take(self, pattern: str, legal: str, *, apart: bool = True) -> str:
        """The text at this place that matches `pattern`, blanks before it skipped if `apart`; raises TokenError."""
        blank = re.compile(r"\s*" if apart else "").match(self.token, self.at)
        at = blank.end() if blank else self.at
        match = re.compile(pattern).match(self.token, at)
        if not match or not match[0]:
            raise self.error(legal, at)
        self.at = match.end()
        return match[0]

    def error(self, legal: str, at: int | None = None) -> TokenError:
        """The refusal of what stands at `at`, or here."""
        return TokenError(self.token, self.at if at is None else at, legal)

    def rest(self, legal: str) -> str:
        """All that is left; raises TokenError if nothing is."""
        return self.take(r"(?s).+", legal).strip()

    def end(self) -> None:
        """Raises TokenError if something is left."""
        if self.token[self.at :].strip():
            at = self.at + len(self.token[self.at :]) - len(self.token[self.at :].lstrip())
            raise TokenError(self.token, at, "nothing more")


COMPARE: dict[str, Callable[[float, float], bool]] = {
    ">=": operator.ge, "<=": operator.le, "==": operator.eq, "!=": operator.ne, ">": operator.gt, "<": operator.lt,
}  # fmt: skip
OPERATORS = "|".join(COMPARE)


def decimal_text(value: float) -> str:
    """A number as people write it, without an exponent."""
    # the shortest digits that read back as the number; Decimal(value) shows all that binary adds to 0.1
    return format(Decimal(repr(value)).normalize(), "f")


@dataclass(frozen=True, slots=True)
class Bound:
    """A comparison with a number: `>= 20`."""

    sign: str
    value: float

    @classmethod
    def parse(cls, text: Scanner) -> Self:
        """The comparison that stands next; raises TokenError."""
        sign = text.take(OPERATORS, f"one of {' '.join(COMPARE)}")
        return cls(sign, float(text.take(r"-?\d+(?:\.\d+)?", "a number")))

    def __str__(self) -> str:
        return f"{self.sign} {decimal_text(self.value)}"

    def holds(self, value: float) -> bool:
        """Whether a number satisfies it."""
        return COMPARE[self.sign](value, self.value)
