"""The words of a line as they would be written down: of a verdict without its label, of a condition without its "if"."""

import re

from ...checks import tokens as checks
from ...markdown import Document, fold
from ...model import Status
from .. import roles
from ..document import skipped_line_quotes
from ..document.quote_location import Quote, at_line, quotes_at
from ..lexicon import speaking
from ..plain_text import sentences
from ..sentences.sentence_classification import Languages, StatedCondition, condition_in, verdict_in
from ..sentences.verdict_verbs import judge
from ..verdict.verdict_labels import heading_words, is_label
from .candidate_status import implied_status, of_name


def verdict_at(document: Document, line: int) -> str | None:
    """The words that would be the verdict by a sentence of this line; None if none stands there."""
    quote = likeliest(document, line)
    return _verdict(quote) if quote else skipped_line_quotes.at_line(document, line)


def likeliest(document: Document, line: int) -> Quote | None:
    """The sentence of a line that says a status by its words, else the first; None if none stands there."""
    here = quotes_at(document, line)
    with speaking(document.text) as spoken:
        says = (one for one in here if one.line == line and _says(one, spoken))
        return next(says, here[0] if here else None) if len(here) > 1 else next(iter(here), None)


def _says(quote: Quote, spoken: Languages) -> bool:
    text = unlabelled(quote)
    parts = (text, text.partition(": ")[2])  # "Decision reversed: we move to paper"
    told = (verdict_in(part, where, spoken) for part in parts if part for where in ("first", "told", "label"))
    return implied_status(quote, text, spoken) is not None or any(told)


def verdict_of(document: Document, line: int, text: str) -> str | None:
    """The same by the sentence `text`, with its label or without; None if it is no whole sentence of this line."""
    here = quotes_at(document, line)
    return next((_verdict(quote) for quote in here if fold(text) in (quote.text, unlabelled(quote))), None)


def _verdict(quote: Quote) -> str | None:
    text = unlabelled(quote)
    return text if worded(text) and not (is_label(text) or _only_announces(quote)) else None


def _only_announces(quote: Quote) -> bool:
    """Whether it is a heading that says what stands below it, such as "Context" or "Proposal", and nothing else."""
    block = quote.place.block
    if block.kind != "heading" or block.level == 1 or heading_words(block.text):
        return False
    return bool(roles.of(block.text)) or of_name(block.text) is not None


def qualifier_of(document: Document, text: str, status: Status) -> str:
    """What limits a verdict by its own words, such as "for now"; empty if they do not say this status and a limit."""
    with speaking(document.text) as spoken:
        made = verdict_in(text, "any", spoken)
        judged = made[0] if made else judge(text)
    return judged[1] or "" if judged and judged[0] == status else ""


def condition_at(document: Document, line: int) -> str | None:
    """The condition in a sentence of this line, of several in one that names any; the whole sentence if none does.

    None if no sentence stands there.
    """
    here = [quote for quote in quotes_at(document, line) if quote.place.block.kind != "heading"]
    with speaking(document.text) as spoken:
        named = next((_without_label(quote) for quote in here if _names_condition(quote.text, spoken)), None)
        text = named or (_without_label(here[0]) if here else sentence_at(document, line))
        return clause(text, spoken) if text else None


def _without_label(quote: Quote) -> str:
    """A sentence without the label that announces conditions: "**Change our mind:** if …"."""
    own = quote.place.label if quote.number == 0 and quote.place.block.kind == "paragraph" else None
    behind = sentences(own[1]) if own and own[1] and quote.text.endswith(sentences(own[1])[0]) else []
    return behind[0] if behind else quote.text


def _names_condition(text: str, spoken: Languages) -> bool:
    return bool(checks(text)) or isinstance(condition_in(text, spoken), StatedCondition)


def sentence_at(document: Document, line: int) -> str | None:
    """The sentence of this line, no heading; None if none stands there."""
    quote = at_line(document, line)
    if quote is None:
        return skipped_line_quotes.at_line(document, line)
    return quote.text if quote.place.block.kind != "heading" else None


def clause(text: str, spoken: Languages) -> str:
    """The condition that a sentence names, else the whole sentence."""
    stated = condition_in(text, spoken)
    return stated.text.removesuffix(".") if isinstance(stated, StatedCondition) and stated.text in text else text


def unlabelled(quote: Quote) -> str:
    """A sentence without the verdict's label before it."""
    place = quote.place
    if place.block.kind == "heading":
        heading = heading_words(place.block.text)
        return heading[1] if heading and heading[1] in quote.text else quote.text
    part = place.label if quote.number == 0 and place.block.kind == "paragraph" else None
    if part and part[1] and is_label(part[0]):
        rest = quote.text[max(quote.text.find(sentences(part[1])[0]), 0) :]
        # "**Outcome: it works.**": the marks that the label opened go with it
        return rest.removesuffix("**") if rest.count("**") % 2 else rest
    return quote.text


def worded(text: str) -> bool:
    """Whether a text says something beside links."""
    return any(sign.isalpha() for sign in re.sub(r"!?\[[^\]]*\]\([^)]*\)", "", text))
