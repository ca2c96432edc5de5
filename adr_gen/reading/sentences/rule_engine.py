"""Rules as rows of data: what of a sentence matches, what speaks against it, and what is taken from it."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from ..patterns.language_matchers import Rows, compiled, lowered
from ..plain_text import SENTENCE, masked
from ..rules import table


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of a file in rules/."""

    name: str
    match: str
    """A pattern over the lexicon's slots."""
    order: int = 0
    """Rules of a lower order are asked first."""
    main: str = ""
    """A pattern that has to follow."""
    where: str = ""
    """Places in which it counts, apart by blanks; empty for all."""
    vetoes: tuple[str, ...] = ()
    """Names of predicates that speak against a match."""
    silent: bool = False
    """Whether what a veto speaks against is not worth a note."""
    take: str = ""
    """The function that takes the value out of the sentence."""
    judge: str = ""
    """How what follows is judged, or the status itself."""
    example: str = ""
    """A sentence that the rule reads."""
    gives: str = ""
    """What it reads there."""
    trap: str = ""
    """A sentence that looks alike and must not be read."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as rules see it."""

    text: str
    hidden: str
    """Without code and emphasis, of the same length."""
    low: str
    """The same in lower case."""

    @classmethod
    def of(cls, text: str) -> "Sentence":
        """`text` ready to be matched."""
        # what lies behind the bound is no sentence that anybody wrote; some patterns are not linear in it
        hidden = masked(text[:SENTENCE])
        return cls(text, hidden, lowered(hidden))


@cache
def rules(name: str) -> tuple[Rule, ...]:
    """The rows of one file, in the order in which they are asked."""
    rows: list[dict[str, Any]] = table(name)["rule"]
    made = (Rule(**row | {"vetoes": tuple(row.get("vetoes", ()))}) for row in rows)
    return tuple(sorted(made, key=lambda rule: rule.order))


@cache
def active(name: str, language: str, where: str = "") -> Rows[Rule]:
    """The rules of a file that a language has the words for, at a place."""
    fitting = (rule for rule in rules(name) if not rule.where or where in rule.where.split())
    # a rule whose second pattern has no words in a language could never hold there
    spoken = (
        (rule, compiled(rule.match, language)) for rule in fitting if not rule.main or compiled(rule.main, language)
    )
    return Rows((rule, pattern) for rule, pattern in spoken if pattern)
