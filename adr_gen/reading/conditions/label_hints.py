"""Labels and headings that announce conditions in some documents only: the verdict and what stands behind them decide."""

from collections.abc import Sequence
from dataclasses import dataclass

from ...checks import tokens as checks
from .. import roles
from ..document.statements import Statement
from ..lexicon import spoken
from ..patterns.language_matchers import find_slot, leading, lowered, matcher_for, whole
from ..plain_text import plain, sentences
from .clause import has_main_verb, is_clause
from .condition_kinds import classify

_OPEN = "^ open-label $"
""" "Pull when": what would change a refusal; elsewhere it may say when to use something."""
_WATCHED = "^ watched $"
""" "Triggers", "Watch": of the decision or of something else."""
_STOPS = "^ stop-label $"
""" "Stop if", "Abort criteria": of what was adopted, of a trial or of a roll-out."""
_LONGEST = 7
"""Words of a name; what is longer is a sentence."""


@dataclass(frozen=True, slots=True)
class LabelHints:
    """What labels announce in a document, by its verdict."""

    decided: bool = False
    refused: bool = False
    """Whether the verdict refuses or defers."""

    def announce(self, name: str, place: Statement, texts: Sequence[str]) -> bool:
        """Whether a name announces that some texts are conditions."""
        if place.of_option or place.step or place.aside or place.under("procedure") or not may_announce(name):
            return False
        if self.refused and _is(_OPEN, name):
            return True
        if _is(_STOPS, name):
            return self.decided and not self.refused and not _of_a_trial(place) and all(map(_is_condition, texts))
        named = any(map(checks, texts)) or place.block.kind == "list" if _is(_WATCHED, name) else _turns(name)
        return self.decided and named and all(map(_is_condition, texts))


def may_announce(name: str) -> bool:
    """Whether a name that has no role may announce conditions."""
    # "Is there a way back?" asks for a fact
    asks = leading("asked-if-it-can", name)
    if asks or len(name.split()) > _LONGEST or roles.of(name) or find_slot("earlier", name):
        return False
    return any(_is(row, name) for row in (_OPEN, _WATCHED, _STOPS)) or _turns(name)


def is_watched(name: str, text: str) -> bool:
    """Whether a label and the check behind it tell what is watched, as "Watch: … `file:boats/*.md count >= 10`" does."""
    return _is(_WATCHED, name) and bool(checks(text))


def tells_costs(name: str, text: str) -> bool:
    """Whether a text below "What it would take" begins with things and sums, not with what would have to come true."""
    return whole("what-it-takes", plain(name).rstrip(" :：?？")) and not _is_condition(sentences(text)[0])


def _is(row: str, name: str) -> bool:
    return bool(matcher_for(row).match(lowered(plain(name).rstrip(" :：?？"))))


def _turns(name: str) -> bool:
    """Whether a name has a word of turning round: "Our way back"."""
    return bool(matcher_for("turn-word").search(lowered(plain(name))))


def _of_a_trial(place: Statement) -> bool:
    """Whether something above speaks of a trial or a roll-out, which has an end of its own."""
    return any(matcher_for("a-trial").search(lowered(heading.text)) for heading in place.headings)


def _is_condition(text: str) -> bool:
    """Whether a text reads as a condition by itself: a sentence of what is or will be, a measure, or one with its check."""
    told = matcher_for("^ _8 was-had").match(lowered(text))
    if checks(text) or (not told and classify(text) == "metric"):
        return True
    return not told and (is_clause(text, spoken()) or has_main_verb(text))
