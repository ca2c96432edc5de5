"""What an update tells was done since a decision, against it: "Rolled back.", "We did buy it in the end."."""

import re

from ...model import Status
from .. import roles
from ..dates import undated
from ..document.statements import Statement
from ..patterns.language_matchers import find_slot, finder, leading, lowered, matcher_for
from ..plain_text import plain
from ..sentences.day_words import without_days
from ..sentences.title_words import speaks_of
from ..sentences.verdict_verbs import Judged, clean

_WORD = re.compile(r"[^\W\d_]+")
_DAY = re.compile(r"[*_]{1,3}\d{4}-\d\d-\d\d[*_:]{1,4}\s*[:–—-]?\s+")
_DENIED = "negation|not-inside|none-of|perhaps|if|soon"
"""Slots of the words that deny what was done, or make it a mere chance."""


def judged(clause: str, status: Status, title: str) -> Judged | None:
    """The verdict of a clause that tells of nothing but the end of what was accepted, or that what was turned down was done after all."""
    done = _done(clause, status)
    if done is None or (status != "accepted" and not find_slot("in-the-end", clause)):
        return None
    rest = finder("ends-use|was-done|in-the-end|ended-by|anew|was-had").sub(" ", lowered(clean(without_days(clause))))
    if not only_of_the_matter(rest, title, named=False):
        return None
    return ("rejected" if status == "accepted" else "accepted"), None


def may_turn(sentence: str, status: Status, title: str) -> bool:
    """Whether a sentence may tell that, of the matter or without another subject."""
    if _done(sentence, status) is None:
        back = finder("taken-back").match(lowered(clean(sentence)))
        return back is not None and not find_slot(_DENIED, lowered(without_days(sentence)))
    about = speaks_of(sentence, title) or find_slot("the-plan", sentence)
    cleaned = lowered(clean(without_days(sentence)))
    bare = matcher_for("^ introduction? in-the-end? be|link|fillers* ends-use|was-done").match(cleaned)
    told = matcher_for("^ introduction? we _3 ends-use|was-done _2 STOP|CLOSE|in-the-end").match(cleaned)
    return bool(about or bare or told)


def dated(place: Statement) -> str:
    """The words of a paragraph right below a heading that is a day, or behind a day in bold: "**2026-05-06** – rolled back"."""
    if place.block.kind != "paragraph" or place.of_option:
        return ""
    if behind := _DAY.match(place.block.text):
        return place.block.text[behind.end() :]
    section = place.section
    name = plain(section.text) if section and section.level > 1 else "none"
    return place.block.text if roles.is_day(name) or not _WORD.search(undated(name)) else ""


def only_of_the_matter(text: str, title: str, *, named: bool = True) -> bool:
    """Whether a clause says nothing but a verdict of the matter; `named`: it has to name it, or to mean it by "it"."""
    # "are going ahead with" has words of a verdict in it
    said = finder("adopts").sub(" ", lowered(undated(clean(text))))
    words = _WORD.findall(finder("verdict-words", "the-matter", "the-plan", "since", "MONTH").sub(" ", said))
    own = plain(title).lower()
    known = set(_WORD.findall(own))
    left = [word for word in words if not leading("article|article-of|matter-of|called-off-verb|called-off-part", word)]
    # Chinese and Japanese have no blanks between words
    of_title = all(word in known or (not word.isascii() and word in own) for word in left)
    return of_title and (not named or bool(left or find_slot("the-matter|it|the-plan", text)))


def _done(text: str, status: Status) -> re.Match[str] | None:
    """The words by which a text tells what was done against a decision of this status."""
    slot = "ends-use" if status == "accepted" else "was-done"
    done = find_slot(slot, text) if status in ("accepted", "rejected", "deferred") else None
    told = finder("in-the-end").sub(" ", lowered(without_days(text)))
    return None if done is None or find_slot(_DENIED, told) else done
