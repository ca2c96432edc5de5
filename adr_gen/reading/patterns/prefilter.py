"""What a pattern needs of a text: heads without which it matches nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ..lexicon import UNSPACED
from . import grammar, word_index
from .grammar import Token, token
from .word_index import Heads


@dataclass(frozen=True, slots=True)
class Needs:
    """What a pattern needs in one language."""

    first: Heads | None
    """Heads of which the first word of what it matches has one; None if any word may stand first."""
    anywhere: tuple[Heads, ...]
    """Sets of heads; the text has one of each."""
    begins: bool = False
    """Whether a match begins where such a first word does."""

    def met(self, known: Heads) -> bool:
        """Whether a text with these heads may match."""
        return not any(map(known.isdisjoint, self.anywhere))


@cache
def needs(pattern: str, language: str) -> Needs:
    """What a pattern needs in a language that has the words for it."""
    tokens = [token(text) for text in pattern.split()]
    sets = (_anywhere(part.names, language) for part in tokens if part.must)
    first = _first(tokens, language)
    begins = first is not None and language not in UNSPACED and bool(tokens[0].names) and not tokens[0].negated
    # many texts hold a digit, fewer the words of a slot
    rarest_first = sorted(
        (one for one in sets if one is not None), key=lambda heads: (word_index.DIGIT in heads, len(heads))
    )
    return Needs(first, tuple(rarest_first), begins)


def _first(tokens: Iterable[Token], language: str) -> Heads | None:
    """The heads of the first word of what parts of a pattern match; None if any word may stand first."""
    beginnings: list[Heads | None] = []
    for part in tokens:
        if not part.wordless:
            beginnings.append(_leading(part.names, language) if part.names else None)
        if part.must:
            return _union(beginnings)
    return None


@cache
def _leading(names: str, language: str) -> Heads | None:
    """The heads with which the entries of slots or phrases begin; None if nothing is known of one."""
    rows, entries = parts(names, language)
    of_rows = [_first(map(token, row.split()), language) for row in rows]
    return _union([*of_rows, *(word_index.first_of(entry, language) if entry else None for entry in entries)])


@cache
def _anywhere(names: str, language: str) -> Heads | None:
    """Heads of which a text has one wherever an entry of the slots or phrases stands; None if nothing is known of one."""
    rows, entries = parts(names, language)
    of_rows = [next(iter(needs(row, language).anywhere), None) for row in rows]
    return _union([*of_rows, *(word_index.one_of(entry, language) if entry else None for entry in entries)])


def parts(names: str, language: str) -> tuple[list[str], list[str]]:
    """The patterns of the phrases among some names, and the entries of the slots, an empty one for what may hold anything."""
    rows, entries = [], []
    for name in names.split("|"):
        if name in grammar.NUMBERS:
            entries.append(word_index.DIGIT if name in grammar.NUMERIC else "")
        elif name in grammar.phrases():
            rows += [row for row in grammar.phrases()[name] if grammar.can_match(row, language)]
        else:
            entries += grammar.entries(name, language)
    return rows, entries


def _union(some: Iterable[Heads | None]) -> Heads | None:
    """All heads together; None if nothing is known of one."""
    known = list(some)
    return None if None in known else frozenset().union(*filter(None, known))
