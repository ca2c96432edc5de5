"""What a verdict depends on: "adopt only if the licence stays", "reject it if it fails"."""

import re

from ..patterns.language_matchers import find_slot, leading

_CLAUSE_END = re.compile(r"[,.;:()—–](?:\s|\Z)|\s-\s")
_END_OF_SENTENCE = re.compile(r"(?<=[.!?])\s")


def first_sentence(text: str) -> str:
    """A text up to the end of its first sentence."""
    return _END_OF_SENTENCE.split(text, maxsplit=1)[0]


def clause_of(text: str) -> str:
    """The first clause of a text."""
    return _CLAUSE_END.split(text)[0]


def is_bound(text: str) -> bool:
    """Whether a text's first clause depends on something: "adopt only if the licence stays"."""
    clause, _, behind = first_sentence(text).partition(",")
    if leading("supposing", behind.lstrip()) and not leading("even-so", behind.lstrip()):
        return True
    return bool(find_slot("bound", clause_of(clause)) and not find_slot("again", clause_of(clause)))


def is_supposed(text: str) -> bool:
    """Whether what follows a refusal makes it depend on something: "reject it if it fails"; "unless" and "until" say when it ends."""
    clause, _, behind = first_sentence(text).partition(",")
    if find_slot("again|even-so", clause) or leading("even-so", behind.lstrip()):
        return False
    return bool(find_slot("supposing", clause_of(clause)) or leading("supposing", behind.lstrip()))
