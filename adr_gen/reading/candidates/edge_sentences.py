"""The sentences at the edges of a document, where people say a verdict that nothing else marks."""

from ..document.quote_location import Quote
from .candidates import Candidate
from .trimmed_wording import worded

CONDITIONAL = ("revisit", "blockers")
"""Roles of labels that announce something else."""
TELLING = 7
"""Words of a sentence, or signs of one in another script, that is offered for its place alone."""


def offered(every: list[Quote], most: int) -> tuple[Candidate, ...]:
    """Where people say a verdict if nothing marks it: the opening, and the last paragraph's first and last sentences."""
    told = [quote for quote in every if quote.place.block.kind == "paragraph" and quote.place.top]
    told = [
        quote
        for quote in told
        if not (quote.place.of_option or quote.place.aside) and not quote.place.labelled(*CONDITIONAL)
    ]
    closing = [quote for quote in told if quote.place == told[-1].place]
    opening = [quote for quote in told[:1] if quote.place.headings.are_titles]
    ends = dict.fromkeys((*opening, *closing[:1], *closing[-1:]))
    says = (quote for quote in ends if _is_statement(quote.text))
    return tuple(
        Candidate(quote.line, quote.text, "opens the document" if quote in opening else "the last words")
        for quote in says
    )[:most]


def _is_statement(text: str) -> bool:
    """Whether a sentence says something, in more than a few words."""
    long = len(text.split()) >= TELLING if text.isascii() else len(text) >= TELLING
    return worded(text) and long and not text.endswith(("?", "？", ":", "："))
