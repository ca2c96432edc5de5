"""What stands beside a sentence that keeps what there is: "Stay on Solr. The team will not use git." refuses nothing."""

from collections.abc import Iterator

from ..patterns.language_matchers import find_slot
from ..sentences.kept_things import kept_by
from ..sentences.title_words import speaks_of
from .collected_verdicts import SENTENCE, StatedVerdict, StatedVerdicts
from .contradicting_sentence import own_words


def drop(stated: StatedVerdicts) -> None:
    """Pass over the refusals below a sentence that keeps something, which name what the title does not speak of."""
    for one in [one for one in stated.verdicts if _explains(one, stated)]:
        stated.verdicts.remove(one)
        stated.pass_over(one.line, one.rule, one.text, "explains what is kept")


def _explains(one: StatedVerdict, stated: StatedVerdicts) -> bool:
    if one.rank != SENTENCE or one.status not in ("rejected", "deferred") or not one.headings:
        return False
    if not own_words(one.text) or speaks_of(one.text, stated.title) or find_slot("the-matter", one.text):
        return False
    above = (text for line, text in _said(stated) if one.headings[-1].line <= line <= one.line and text != one.text)
    return any(kept_by(text) is not None for text in above)


def _said(stated: StatedVerdicts) -> Iterator[tuple[int, str]]:
    """Lines and texts of what says a verdict, also of what is not taken for one."""
    yield from ((one.line, one.text) for one in stated.verdicts)
    yield from ((note.line, note.text) for note in stated.notes)
