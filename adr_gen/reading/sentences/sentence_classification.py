"""What one sentence says: the condition in it, or the verdict."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from ..patterns.language_matchers import compiled, find_slot, finder, leading, lowered, matcher_for
from ..patterns.pattern_matcher import PatternMatcher
from ..patterns.word_index import words
from ..plain_text import SENTENCE
from ..status.negation import hardly, is_subject, spared, turned_down, undone
from ..status.status_line import qualifier
from .extraction import TAKES
from .provisos import is_bound, is_supposed
from .rule_engine import Rule, Sentence, active
from .rule_match import Match
from .title_words import speaks_of
from .verdict_verbs import Judged, alone, clean, judge, refused, says_nothing, turns_away
from .vetoes_by_name import first_veto

Languages = tuple[str, ...]
Row = tuple[Rule, PatternMatcher]
_TELLING = (
    "revisit|revisits-verb|change|changed|take-up|look|merit|revisit-part|later|becomes|worth-again|makes-sense|gets-done"
    "|then-word|come-back|get-scheduled|hold-off|we-wait|is-valid|carrier|done-later-alone|an-option"
    "|mind-changes|only-worth|plain-not|negation-of-act|decision-subject|overturned|cause-us|different-then|stops-right|good-for-now|next-look|we-decide|or-sooner|we-would|prerequisite|do-it-later|we-stay|we-switch|would-only|review-now|at-the-latest|floor|comes-up|ends-now|for-now|may-consider|considered-then"
    "|changes-then|repeat-act|call-us|yes-word|our-limit|anew|topic|table-noun|thought-noun|anew-before|go-back-on|goes-back|nothing-short|blocker-gone|argument|exception|different-before"
)
"""Slots of which every rule for conditions needs a word."""
_REFUSES = "negation|reject|reject-label|reject-bare|defer|defer-label|defer-bare|refusing-act"
_EVENTS = "outsider|newcomer|product-event|ever"
_TELLING_OF = {
    "": _TELLING,
    "refusal": f"{_TELLING}|act-on-it|pays-then|changes-then|which-would|{_EVENTS}",
}
"""The same for each place in which more rules count."""


@dataclass(frozen=True, slots=True)
class StatedCondition:
    """A condition found in a sentence."""

    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """A sentence that only looks like a condition."""

    why: str
    rule: str


def may_hold(text: str, languages: Languages, where: str = "") -> bool:
    """Whether a text has any of the words without which it holds no condition; cheap."""
    return matcher_for(_TELLING_OF[where], languages).holds(lowered(text))


def condition_in(text: str, languages: Languages, where: str = "") -> StatedCondition | Skipped | None:
    """The condition in a free sentence; `where` is "refusal" where a verdict that refuses or defers is explained."""
    if len(text) > SENTENCE:
        return None
    sentence = Sentence.of(text)
    if not matcher_for(_TELLING_OF[where], languages).holds(sentence.low):
        return None
    if text.rstrip().endswith(("?", "？")):
        return Skipped("a question", "question")
    if find_slot("met", sentence.low) and not find_slot("still", sentence.low):
        return Skipped("says that it is already met", "already-met")
    skipped: Skipped | None = None
    for language in languages:
        rows = active("conditions", language, where).of(sentence.low)
        for _, alike in groupby(rows, key=lambda row: row[0].order):
            result = _of_order(sentence, language, alike)
            if isinstance(result, StatedCondition):
                return result
            skipped = skipped or result
    return skipped


def day_in(text: str, languages: Languages) -> StatedCondition | None:
    """The day in a sentence from which on, or by which, to look again, whatever else it says."""
    sentence = Sentence.of(text)
    if len(text) > SENTENCE or not matcher_for("at-the-latest|floor", languages).holds(sentence.low):
        return None
    for language in languages:
        rows = [row for row in active("conditions", language).of(sentence.low) if row[0].take == "day"]
        if isinstance(found := _of_order(sentence, language, rows), StatedCondition):
            return found
    return None


def _of_order(sentence: Sentence, language: str, rows: Iterable[Row]) -> StatedCondition | Skipped | None:
    """What the rules of one order find, the earliest first."""
    matches = []
    for rule, pattern in rows:
        if m := _search(rule, pattern, sentence, language):
            matches.append((m.start("con") if "con" in m.re.groupindex else m.start(), rule, m))
    skipped: Skipped | None = None
    for _, rule, m in sorted(matches, key=lambda entry: entry[0]):
        match = Match(sentence, m)
        if why := first_veto(match, rule.vetoes):
            skipped = skipped or (None if rule.silent else Skipped(why, rule.name))
        elif (text := TAKES[rule.take](match, rule, language)) and re.search(r"\w", text) and not _after_all(text):
            return StatedCondition(text, rule.name)
    return skipped if skipped and skipped.why not in ("names no condition", "no check", "names no time") else None


def _after_all(text: str) -> bool:
    """Whether what a connector begins is none: "We will build it after all, …"."""
    found = leading("after-all", text)
    return found is not None and not text[found.end() :].lstrip()[:1].isalnum()


def _search(rule: Rule, pattern: PatternMatcher, sentence: Sentence, language: str) -> re.Match[str] | None:
    main = compiled(rule.main, language) if rule.main else None
    # what else a sentence must say is told by its words alone in most cases, which costs less than its match
    if rule.main and not (main and main.search(sentence.low)):
        return None
    return pattern.among(sentence.low, words(sentence.low))


def verdict_in(text: str, where: str, languages: Languages, title: str = "") -> tuple[Judged, str] | None:
    """The verdict that a sentence says at a place, with the name of the rule."""
    cleaned = clean(text)
    if cleaned.endswith(("?", "？")) or says_nothing(cleaned):
        return None
    sentence = Sentence.of(cleaned)
    for language in languages:
        for rule, pattern in active("verdict", language, where).of(sentence.low):
            m = _search(rule, pattern, sentence, language)
            if (
                m
                and not first_veto(match := Match(sentence, m, title), rule.vetoes)
                and (judged := _judged(match, rule))
            ):
                return judged, rule.name
    return None


def _judged(match: Match, rule: Rule) -> Judged | None:
    """The status of what a rule matched."""
    text, groups = match.sentence.text, match.hit.re.groupindex
    end = match.hit.start("rest") if "rest" in groups else match.hit.end()
    rest = text[end:]
    if hardly(text[:end]) and rule.name != "who-would-say":  # others say what they wish, we say what we decide
        return None
    if rule.judge in ("free", "label"):
        return judge(rest, rule.judge)
    if rule.judge == "refused":
        # who sees no reason to keep one thing may well take the other
        return None if leading("stays", rest) and not speaks_of(rest, match.title) else refused(rest)
    if rule.judge == "alone":
        return alone(rest)
    if rule.judge == "named":
        return _named(rest)
    if rule.judge == "gerund":
        return ("accepted", qualifier(rest)) if re.match(r"\w+ing(?!\w)", rest) else None
    if rule.judge == "order":
        return judge(text[match.hit.start("order") :], "free" if rule.name == "order" else "label")
    if rule.judge == "done":
        return _done(match, text)
    status = "accepted" if rule.judge == "chosen" else rule.judge
    put_off = status == "accepted" and (
        find_slot("put-later", re.split(r"[,.;:]\s", text)[0]) or find_slot("no-beside|but-not", text)
    )
    told = (
        finder("after").split(text, maxsplit=1)[0] if rule.judge == "chosen" else text
    )  # no condition of what was done
    if status == "accepted" and (is_bound(told.partition(" ")[2]) or turned_down(rest) or put_off):
        return None
    if status == "accepted" and (
        is_subject(text[:end], rest) or matcher_for("^ nothing-done|that-clause").match(lowered(rest))
    ):
        return None
    behind = text.partition(" ")[2] or rest
    refuses = leading(_REFUSES, text)
    denied = refuses and (undone(behind) or undone(text[refuses.end() :]))
    if status in ("rejected", "deferred") and (is_supposed(behind) or denied or spared(rest)):
        return None
    if status == "rejected" and turns_away(rest):
        return None
    return status, _limit(match, rule)  # type: ignore[return-value]


def _limit(match: Match, rule: Rule) -> str | None:
    """What limits a verdict in its sentence; who refuses something today may mean "not yet"."""
    limit = find_slot("limits", match.sentence.low) if rule.name.endswith(("inside", "last", "verb")) else None
    limit = limit or (find_slot("for-now|soon", match.sentence.low) if rule.judge == "rejected" else None)
    return match.sentence.text[slice(*limit.span())].strip(" ,.;") if limit else None


def _named(rest: str) -> Judged | None:
    """What is said of something by its name alone: it is chosen, unless the words say that nothing is."""
    if is_bound(rest) or leading("not-a-choice|undecided|negation|none-of|link|versus", rest):
        return None
    return "accepted", qualifier(rest)


def _done(match: Match, text: str) -> Judged | None:
    name = "done" if "done" in match.hit.re.groupindex else "order"
    word = match.part(name)
    statuses = {"done-accept": "accepted", "done-reject|done-away|done-undone": "rejected", "done-defer": "deferred"}
    status = next(statuses[slot] for slot in statuses if leading(slot, word))
    rest = text[match.hit.start(name) + len(word) :]
    undone = turned_down(rest) if status == "accepted" else leading("by-strangers", rest.lstrip())
    return None if undone else (status, qualifier(rest))  # type: ignore[return-value]
