"""Lines that name who wrote a document and when, right below its title, and a day that ends it behind its label."""

import re

from ...markdown import fold
from .. import roles
from ..dates import iso, undated
from ..document.statements import Statement
from ..patterns.language_matchers import find_slot, lowered, matcher_for, whole
from ..plain_text import plain, sentences
from .decision_day import ENDS, OTHER_DAY, around

_SIGNED = re.compile(r"\s*(?:[—–]+\s*|[*_](?![*_]))(?=[^\n]*\Z)")
"""Begins the line with which somebody signs: a dash, or emphasis."""
_LONGEST = 80
"""Characters of the longest byline."""
_MOST_SENTENCES = 2
"""Sentences of the line that holds one."""
_MOST_WORDS = 5
"""Words of who wrote it."""
_VERBS = "be|copula|modal|may-be|comes-true"


def below_title(places: list[Statement]) -> tuple[int, str] | None:
    """Line and words of the byline that stands alone, or beside one sentence, right below the title."""
    paragraphs = (place for place in places if place.block.kind == "paragraph")
    first = next((p.block for p in paragraphs if p.first and p.headings.are_titles), None)
    if first is None or "\n" in first.text or not iso(first.text):
        return None
    some = sentences(first.text)
    said = next(filter(_is_byline, some), None) if len(some) <= _MOST_SENTENCES else None
    return (first.line, fold(said)) if said else None


def at_the_end(places: list[Statement]) -> tuple[int, str] | None:
    """Line and words of a day that ends a document, but for its updates: "Date: 2025-06-03", "— Fleet workshop, 3 June 2025"."""
    written = (p for p in reversed(places) if not (p.under("update") or roles.has(p.block.text, "update")))
    last = next(written, None)
    if last and last.top and _SIGNED.match(last.block.text) and _is_byline(_SIGNED.sub("", last.block.text)):
        return (last.line, fold(last.block.text))
    if last is None or not (last.top and last.label) or re.search(r"\w", undated(last.label[1])):
        return None
    return (last.line, fold(last.label[1])) if whole("day", plain(last.label[0]).lower()) else None


def _is_byline(sentence: str) -> bool:
    """Whether a sentence only names somebody and a day: "Fleet workshop, 31 March 2026", "Le 15 octobre 2026, cellule radio"."""
    text = sentence.strip("*_ ")
    if len(text) > _LONGEST or not iso(text) or find_slot(_VERBS, text) or matcher_for(OTHER_DAY).search(lowered(text)):
        return False
    before, behind = around(text)
    names = len(re.findall(r"\w+", before))
    if not ENDS.fullmatch(behind):  # "On 4 March 2026, the radio failed." tells of that day
        return names <= 1 and behind.startswith(",") and not text.endswith((".", "。")) and ":" not in text
    return 0 < names <= _MOST_WORDS and before.rstrip().endswith((",", "(", "–", "—"))
