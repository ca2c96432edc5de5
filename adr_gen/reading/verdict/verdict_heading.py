"""Headings that say a verdict: of its section, the title, an option that is marked as the one."""

import re

from ...markdown import fold
from ...model import Status
from .. import roles
from ..document.statements import Statement, is_option, text_of
from ..patterns.language_matchers import find_slot, leading, lowered, matcher_for, whole
from ..plain_text import plain
from ..sentences.open_verdicts import asks, asks_whether, undecided
from ..sentences.verdict_verbs import alone, judge
from . import later_updates, taken_option
from .collected_verdicts import SENTENCE, StatedVerdict, StatedVerdicts, says, take, unknown_verdict
from .verdict_labels import heading_words, is_label, speaks_of_whole
from .verdict_sentences import own


def from_heading(place: Statement, stated: StatedVerdicts) -> None:
    """Add what a heading says of the verdict."""
    split, line = heading_words(place.block.text), place.line
    if split and roles.is_day(split[1]):  # "Decision — 3 May" announces what stands below
        split = None
    if place.block.level == 1:
        _from_title(place, stated)
        return
    if (later := later_updates.divided(place.block.text)) and later_updates.turns(place):
        later_updates.from_update(place, stated, later[1])
        return
    if split is None and _from_marked_option(place, stated):
        return
    if split is None:
        _from_reason(place, stated)
        _from_bare_heading(place, stated)
        _from_sentence(place, stated)
        _from_answer(place, stated)
        return
    name, text = split
    inner = re.match(r"[(（]([^)）]*)[)）]$", text)
    known = take(place, 0, line, "heading", name, inner[1] if inner else text, stated)
    if not known and not inner:
        last = re.split(r"\s[—–]\s", text)
        known = len(last) > 1 and take(place, 0, line, "heading", name, last[-1], stated)
        if not known and (known := _heads_picks(place, name, text)):
            stated.add(place, 0, line, "heading", text, ("accepted", None), name, option=True)
        if not known and speaks_of_whole(place.headings):
            stated.unknown.append(unknown_verdict(line, text))


def _heads_picks(place: Statement, name: str, text: str) -> bool:
    """Whether "Decision: top 3 features" stands above a list of what is taken, each in bold."""
    after = place.after
    if after is None or after.kind != "list" or not whole("verdict-firm", plain(name)):
        return False
    ranked = matcher_for("^ ranked _3 NUMBER").match(lowered(plain(text))) and not find_slot("no-picks", text)
    return bool(ranked) and all(text_of(item).startswith("**") for item in after.children)


def _from_title(place: Statement, stated: StatedVerdicts) -> None:
    """A title that ends with its verdict: "The cut-over: NO-GO", "A second cache: not worth it"."""
    if (split := heading_words(place.block.text)) and not undecided(split[1]):
        if judged := judge(split[1]):
            stated.add(place, 1, place.line, "title", split[1], judged, split[0])
        return
    last = re.search(r"(?:[:：—–]|\s-)\s*([^:：—–]{2,40})\Z|[(（]([^()（）]{2,40})[)）]\Z", fold(place.block.text))
    marked = plain((last[1] or last[2]) if last else "")
    named = _TITLE_VERDICT.search(fold(place.block.text))
    if named and is_label(named[1]) and not undecided(named[2]) and (judged := judge(named[2])):
        stated.add(place, 1, place.line, "title", named[2], judged, named[1])
        return
    told = (marked.isupper() and whole("capital-verdict", marked)) or whole("title-fate", marked)
    if told and (judged := alone(marked)):
        stated.add(place, 1, place.line, "title", marked, judged)


def _from_marked_option(place: Statement, stated: StatedVerdicts) -> bool:
    """The heading of an option that says that it is the one: "Option 1: the queue (CHOSEN)"."""
    text = fold(place.block.text)
    if text[:1] in _PRIZES and not place.aside and place.headings and is_option(text):
        _mark_option(place, text, stated)
        return True
    last = re.search(r"[(（\[]([^()（）\[\]]{2,30})[)）\]]\W*\Z|(?:←|✅|✔|⭐|—|–|\s-)\s*([^\W\d]{4,20})\W*\Z", text)
    if not last or not whole("chosen-mark", plain(last[1] or last[2])) or place.aside:
        return False
    _mark_option(place, text[: last.start()].rstrip(" :：—–-"), stated)
    return True


def _mark_option(place: Statement, name: str, stated: StatedVerdicts) -> None:
    stated.verdicts.append(
        StatedVerdict(2, place.line, "marked-option", name, "accepted", None, headings=place.headings, option=True)
    )


_PRIZES = ("🏆", "🥇", "⭐", "✅")
_TITLE_VERDICT = re.compile(r"\s[—–-]\s+([^:：—–]{4,30})[:：]\s*([^:：—–]{2,60})\Z")
"""A verdict with its label at the end of a title: "The cut-over – verdict: no"."""
_REASONS: dict[str, Status] = {"why-not-now": "deferred", "why-not": "rejected"}


def _from_reason(place: Statement, stated: StatedVerdicts) -> None:
    """A heading that asks why the verdict is what it is: "Why deferred", "Why we rejected it"."""
    if place.block.level != 2:  # deeper ones explain why a part was left out
        return
    text = plain(place.block.text)
    if not leading("why|why-not|why-not-now", text):
        return
    asked = matcher_for("^ why be? done=done-reject|done-defer _2 $").match(lowered(text))
    status = next((s for slot, s in _REASONS.items() if whole(slot, text)), None)
    status = status or (("rejected" if leading("done-reject", asked["done"]) else "deferred") if asked else None)
    if status:
        stated.add(place, SENTENCE, place.line, "reason", text, (status, None))


def _from_bare_heading(place: Statement, stated: StatedVerdicts) -> None:
    """A heading right below the verdict's that says it itself: "Decision", then "Do not build it now"."""
    above = place.before
    if above is not None and above is place.section and is_label(above.text) and not is_label(place.block.text):
        text = plain(place.block.text)
        if taken_option.names_option(place.block.text) and _only_one(place, stated):
            made = StatedVerdict(
                2, place.line, "marked-option", text, "accepted", None, headings=place.headings, option=True
            )
            stated.verdicts.append(made)
            return
        name, colon, rest = text.partition(": ")
        text = rest if colon and whole("primary-name", name) else text
        judged = says(text, "any", stated) or says(text, "closing", stated) or alone(text)
        if judged:
            stated.add(place, 0, place.line, "heading", plain(place.block.text), judged)


def _from_sentence(place: Statement, stated: StatedVerdicts) -> None:
    """A heading of the second level that tells what was decided: "We take option 2"."""
    text = plain(place.block.text)
    judged = own(text, "told", stated) if place.block.level == 2 and leading("we", text) else None
    if judged and not asks(place.block.text):
        stated.add(place, SENTENCE, place.line, "heading", text, judged)


def _from_answer(place: Statement, stated: StatedVerdicts) -> None:
    """A heading of the second level that answers what the title asks: "Do we need a registry?", then "No, we don't"."""
    text = plain(place.block.text)
    if (
        place.block.level == 2
        and asks_whether(stated.title)
        and leading("plain-answer", text)
        and (judged := alone(text))
    ):
        stated.add(place, 0, place.line, "heading", text, judged)


def _only_one(place: Statement, stated: StatedVerdicts) -> bool:
    """Whether no other heading stands below the same one."""
    return sum(p.block.kind == "heading" and p.section is place.section for p in stated.places) == 1
