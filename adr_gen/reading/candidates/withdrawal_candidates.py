"""What a document says of its own end: that it is withdrawn, deprecated or superseded."""

from ...markdown import Document
from ...model import Status
from .. import roles
from ..document.quote_location import Quote
from ..document.skipped_line_quotes import key_text
from ..header.stated_status import DECISION_OF
from ..header.status_steps import status_of_step
from ..patterns.language_matchers import leading
from ..plain_text import label
from ..status import supersession
from ..status.status_line import status_word
from .candidates import Candidate

WORDS = "ended|superseded|superseded-withdrawn"
"""Slots of the words for an end; what is archived or outdated may still hold."""
WHY = "says that it has ended"


def ended(document: Document, every: list[Quote]) -> Candidate | None:
    """The sentence that says so: the one that opens the document, else its status; None if neither does."""
    opening = next((quote for quote in every if quote.place.block.kind != "heading"), None)
    stated = [quote for quote in every if quote.place.headings.are_titles and quote.place.labelled("status")]
    said = (_said(quote) for quote in [*([opening] if opening else []), *stated[:1]])
    return next((one for one in (*said, _in_front(document)) if one), None)


def _in_front(document: Document) -> Candidate | None:
    front = document.front
    key = next((name for name in front.values if roles.has(name, "status") and front.text(name)), None)
    text, words = (front.text(key), key_text(document, key)) if key else ("", None)
    if key is None or words is None or text.lower() in set(DECISION_OF) - {"superseded"}:
        return None
    status = _status(text, "deprecated", "rejected")
    return Candidate(front.lines[key], words, WHY, status) if status else None


def _said(quote: Quote) -> Candidate | None:
    if not quote.place.headings.are_titles or quote.number:
        return None
    name, behind = label(quote.text) or ("", "")
    status = _status(behind if behind and roles.has(name, "status") else quote.text, "deprecated")
    return Candidate(quote.line, quote.text, WHY, status) if status else None


def _status(text: str, *words: Status) -> Status | None:
    """How a text says that it has ended, if it begins with that: as superseded, or in words of one of these statuses."""
    begun = text.lstrip("*_~> ")
    named = status_of_step(text) or leading("superseded-by", begun)
    if supersession.superseded(text) == "whole" and "|" not in text:
        # "Superseded messages are kept"
        return "superseded" if named or not leading("superseded-participle", begun) else None
    word = status_word(text) if named and leading(WORDS, begun) else None
    return word[0] if word and word[0] in words else None
