"""What would settle a condition, judged by its check or else by its words."""

import re
from functools import cache, lru_cache
from typing import get_args

from ...checks import kind_of
from ...checks import tokens as checks
from ...model import Kind
from ..lexicon import LANGUAGES
from ..patterns.language_matchers import Rows, leading, lowered, matcher_for
from ..plain_text import SENTENCE
from ..rules import table
from .bare_day import bare_day

_DATE = re.compile(r"\b\d{4}-(?:\d{2}-\d{2}|Q[1-4])\b|\bQ[1-4][ /-]\d{4}\b")


@cache
def _rows() -> Rows[Kind]:
    by_kind = table("kinds")
    kinds: tuple[Kind, ...] = get_args(Kind)
    ordered = sorted((kind for kind in kinds if kind in by_kind), key=list(by_kind).index)
    return Rows((kind, matcher_for(row, LANGUAGES)) for kind in ordered for row in by_kind[kind]["rows"])


# the words of a condition are judged as a part of its sentence, alone, and read back from its record
@lru_cache(4096)
def classify(text: str) -> Kind:
    """What would settle the condition, judged by its check or else by its words; a person if nothing else fits.

    The words of every language count: the record of a document in two languages may seem to be in one of them.
    """
    text = text[:SENTENCE]
    for token in checks(text):
        if kind := kind_of(token):
            return kind
    if leading("never", text, LANGUAGES):
        return "never"
    if _DATE.search(text) or bare_day(text):  # "01.07.2027" may look like a version
        return "date"
    low = lowered(text).replace("`", " ")
    return next((kind for kind, row in _rows().of(low) if row.search(low)), "person")


def settled_by(text: str, check: tuple[str, ...]) -> Kind:
    """What would settle a condition: its checks say it, else its words."""
    return next((kind for kind in map(kind_of, check) if kind), None) or classify(text)
