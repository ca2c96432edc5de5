"""Block quotes that hold an author's own words: the head of a document, an update, an alert, a decision."""

import re

from ...markdown import Block
from .. import roles
from ..patterns.language_matchers import whole
from ..plain_text import LABELLED, label

_VERDICT = {"verdict", "pick"}
_CALLS = {*_VERDICT, "blockers", "revisit"}
_BOLD_STATE = re.compile(r"\W*\*\*([A-Z][A-Za-z' -]+?)(?:\s+[\d-]+)?\W*\*\*")
_SIGNED = re.compile(r"(?:.*\n)?\s*(?:—|–|--|~)\s?\w[^\n]*\Z", re.S)
"""Somebody's words with the name below them: "— the vendor"."""


def holds_own_words(quote: Block, before: Block | None, opens: bool) -> bool:
    """Whether nobody else is quoted; `before` stands just before it, `opens`: it stands where the document begins."""
    return (
        _is_head(quote, before, opens)
        or _is_own(quote, before)
        or _is_verdict(quote, before)
        or (opens and _is_state(quote))
    )


def _is_verdict(quote: Block, before: Block | None) -> bool:
    """Whether a block quote stands right below the verdict's heading, to make it stand out, with nobody's name below it."""
    if before is None or before.kind != "heading" or before.level == 1 or not quote.children:
        return False
    return not roles.of(before.text).isdisjoint(_VERDICT) and not _SIGNED.match(quote.children[-1].text)


def _is_head(quote: Block, before: Block | None, opens: bool) -> bool:
    """Whether a block quote stands right below the title, begins with a label, and one of its labels is the state, a day or people."""
    first = next(iter(quote.children), None)
    top = (before is None or before.kind == "heading") and opens
    if not top or first is None or first.kind != "paragraph" or not LABELLED.match(first.text):
        return False
    names = (labelled[0] for line in first.text.split("\n") if (labelled := label(line)))
    return any(roles.of(name) & {"status", "date", "people", "tags"} for name in names)


def _is_state(quote: Block) -> bool:
    """Whether a block quote where the document begins opens with the state in bold: "**PAUSED 2026-05-18** – …"."""
    first = quote.children[0] if quote.children else quote
    bold = _BOLD_STATE.match(first.text) if first.kind == "paragraph" else None
    return bool(bold and whole("capital-verdict" if bold[1].isupper() else "state-in-bold", bold[1]))


def _is_update(quote: Block) -> bool:
    """Whether a block quote begins with the label of an update, as notes that were added later often do."""
    first = next(iter(quote.children), None)
    own = label(first.text) if first is not None and first.kind == "paragraph" else None
    return own is not None and roles.has(own[0], "update")


def _is_own(quote: Block, before: Block | None) -> bool:
    """Whether an author's own words stand in a block quote: an update, or an alert or decision that begins with a bold label."""
    if _is_update(quote):
        return True
    first = quote.children[0] if quote.children else quote
    if (
        first.kind != "paragraph"
        or first.text[:2] != "**"
        or (before is not None and before.text.endswith((":", "：")))
    ):
        return False
    own = label(first.text)
    if not own or not own[1] or _SIGNED.match(quote.children[-1].text):
        return False
    # anybody may recommend something, and be quoted; an alert quotes nobody
    return whole("verdict-firm", own[0].partition(" (")[0]) or (
        bool(quote.text) and not _CALLS.isdisjoint(roles.of(own[0]))
    )
