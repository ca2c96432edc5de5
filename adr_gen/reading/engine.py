"""Rules as rows of data: what of a sentence matches, what speaks against it, and what is taken from it."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from .pattern import compiled, lowered, stems
from .text import SENTENCE, masked


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
    stems: frozenset[str]
    """How its words begin."""

    @classmethod
    def of(cls, text: str) -> "Sentence":
        """`text` ready to be matched."""
        hidden = masked(text[:SENTENCE])
        low = lowered(hidden)
        return cls(text, hidden, low, stems(low))


@cache
def rules(name: str) -> tuple[Rule, ...]:
    """The rows of one file, in the order in which they are asked."""
    text = (files(__package__) / "rules" / f"{name}.toml").read_text(encoding="utf-8")
    rows: list[dict[str, Any]] = tomllib.loads(text)["rule"]
    made = (Rule(**row | {"vetoes": tuple(row.get("vetoes", ()))}) for row in rows)
    return tuple(sorted(made, key=lambda rule: rule.order))


@cache
def orders(name: str, language: str) -> tuple[tuple[Rule, ...], ...]:
    """The rules of a file that a language has the words for, those of one order together."""
    rows = active(name, language)
    return tuple(tuple(r for r in rows if r.order == order) for order in sorted({r.order for r in rows}))


@cache
def active(name: str, language: str, where: str = "") -> tuple[Rule, ...]:
    """The rules of a file that a language has the words for, at a place."""
    fitting = (rule for rule in rules(name) if not rule.where or where in rule.where.split())
    return tuple(
        rule for rule in fitting if compiled(rule.match, language) and (not rule.main or compiled(rule.main, language))
    )
