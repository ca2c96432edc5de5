"""What one sentence says: the condition in it, or the verdict."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from .clauses import announced
from .engine import Rule, Sentence, active, orders
from .pattern import anywhere, compiled, inside, leading, lowered
from .status import qualifier
from .text import SENTENCE, masked, uncoded
from .verb import Judged, clean, is_bound, judge, refused, says_nothing
from .vetoes import Match, against

Languages = tuple[str, ...]
_TELLING = (
    "revisit|revisits-verb|change|changed|take-up|look|merit|revisit-part|later|becomes|worth-again|makes-sense|gets-done"
    "|then-word|hold-off|we-wait|is-valid|carrier|done-later-alone"
)
"""Slots of which every rule for conditions needs a word."""


@dataclass(frozen=True, slots=True)
class Said:
    """A condition found in a sentence."""

    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """A sentence that only looks like a condition."""

    why: str
    rule: str


@cache
def _hint(languages: Languages) -> re.Pattern[str]:
    """Finds words without which no sentence holds a condition."""
    bodies = [body.pattern for name in languages if (body := compiled(_TELLING, name))]
    return re.compile("|".join(bodies) or "(?!)")


def may_hold(text: str, languages: Languages) -> bool:
    """Whether a text has any of the words without which it holds no condition; cheap."""
    return _hint(languages).search(text.lower()) is not None


def condition_in(text: str, languages: Languages) -> Said | Skipped | None:
    """The condition in a free sentence."""
    if len(text) > SENTENCE:
        return None
    sentence = Sentence.of(text)
    if not _hint(languages).search(sentence.low):
        return None
    if text.rstrip().endswith(("?", "？")):
        return Skipped("a question", "question")
    if inside("met", sentence.low) and not inside("still", sentence.low):
        return Skipped("says that it is already met", "already-met")
    skipped: Skipped | None = None
    for language in languages:
        for rows in orders("conditions", language):
            found = _of_order(sentence, language, rows)
            if isinstance(found, Said):
                return found
            skipped = skipped or found
    return skipped


def _of_order(sentence: Sentence, language: str, rows: tuple[Rule, ...]) -> Said | Skipped | None:
    """What the rules of one order find, the earliest first."""
    matches = []
    for rule in rows:
        if m := _search(rule, sentence, language):
            matches.append((m.start("con") if "con" in m.re.groupindex else m.start(), rule, m))
    skipped: Skipped | None = None
    for _, rule, m in sorted(matches, key=lambda entry: entry[0]):
        match = Match(sentence, m)
        if why := against(match, rule.vetoes):
            skipped = skipped or (None if rule.silent else Skipped(why, rule.name))
        elif (text := TAKES[rule.take](match, rule, language)) and re.search(r"\w", text):
            return Said(text, rule.name)
    return skipped if skipped and skipped.why not in ("names no condition", "no check", "names no time") else None


def _search(rule: Rule, sentence: Sentence, language: str) -> re.Match[str] | None:
    pattern = compiled(rule.match, language)
    found = pattern.search(sentence.low) if pattern and pattern.may(sentence.stems) else None
    main = compiled(rule.main, language) if found and rule.main else None
    return found if not rule.main or (main and main.search(sentence.low)) else None


def _from_connector(match: Match, rule: Rule, language: str) -> str:
    """The condition behind the connector; one such as "after" belongs to it."""
    text, found = match.sentence.text, match.found
    con = match.part("con")
    only = leading("only", con)
    word = con[only.end() :] if only and only.end() < len(con) else con
    start = (
        found.start("con")
        if (leading("keep", word) and not anywhere("^ if $").match(lowered(word))) or leading("keep", con)
        else _word_end(match)
    )
    return _cut(text, start)


def _word_end(match: Match) -> int:
    """Where the condition begins behind the connector."""
    text = match.sentence.text
    end = match.found.start("con") + len(text[slice(*match.found.span("con"))].rstrip(' ,(*_"“'))
    start = end + len(text[end:]) - len(text[end:].lstrip(" :,，："))
    return start


def _cut(text: str, start: int) -> str:
    """A condition ends at a semicolon that does not go on with it, or at a closing bracket it did not open."""
    hidden = uncoded(text)
    rest, low = text[start:], masked(text)[start:]
    if hidden[start:].count("**") % 2:
        if text[:start].endswith("**"):
            start -= 2
            rest, low = text[start:], masked(text)[start:]
        else:
            at = hidden[start:].index("**")
            left, right = rest[:at], rest[at + 2 :]
            kept = left.rstrip(": ") if re.search(r"\w", left) else right
            low, rest = low[rest.find(kept) :][: len(kept)], kept
    listed = bool(announced(rest))
    for mark in re.finditer(r"[;；]|(?<![\s(][a-h])(?<!^[a-h])[)）]", low):
        if mark[0] in ";；" and not listed and not _goes_on(low, mark.end()):
            return rest[: mark.start()].strip()
        if mark[0] in ")）" and len(re.findall("[)）]", low[: mark.end()])) > len(
            re.findall("[(（]", low[: mark.end()])
        ):
            return rest[: mark.start()].strip()
    return rest.strip()


def _goes_on(low: str, at: int) -> bool:
    """Whether a condition goes on behind a semicolon."""
    rest = low[at:].lstrip()
    again = re.search(r"[;；]\s*", rest)
    return (
        rest.startswith("(")
        or bool(leading("or|and|if", rest))
        or bool(again and leading("or|and", rest[again.end() :]))
    )


def _before_main(match: Match, rule: Rule, language: str) -> str:
    """The clause between "if" and the main clause, which has to speak of looking again."""
    sentence, pattern, main = match.sentence, compiled(rule.match, language), compiled(rule.main, language)
    assert pattern
    assert main
    for start in pattern.finditer(sentence.low):
        found = main.search(sentence.low, start.end("con"))
        if not found:
            return ""
        begin = _word_end(Match(sentence, start))
        comma = max(
            sentence.hidden.rfind(mark, begin, found.start()) for mark in (", ", "; ", " — ", ": ", ":** ", "，", "、")
        )
        clause = comma if comma > 0 else found.start()
        if len(sentence.hidden[clause : found.start()].split()) > 9 or clause <= begin:
            continue
        text = sentence.text[begin - 2 * sentence.text.endswith("**", 0, begin) : clause]
        text = _stripped(text if comma > 0 else _without_main_clause(text))
        if not re.search(r"\w", text) or (len(text.split()) < 2 and text.isascii()):
            continue
        con = sentence.hidden[slice(*start.span("con"))].strip(" ,(")
        return (
            text
            if anywhere("^ if|inverted $").match(lowered(con))
            else _stripped(sentence.text[start.start("con") : clause])
        )
    return ""


def _without_main_clause(text: str) -> str:
    """`text` without the beginning of a main clause that follows it without a comma."""
    found = anywhere("main-clause main-modal* $").search(lowered(text))
    return text[: found.start()] if found else text


def _stripped(text: str) -> str:
    """A clause without the signs around it; a bold word at its edge keeps its own."""
    stripped = text.strip(" ,;:*，、；：")
    return text.strip(" ,;:，、；：") if uncoded(stripped).count("**") % 2 else stripped


def _before(match: Match, rule: Rule, language: str) -> str:
    text = match.sentence.text[: match.found.start("con")]
    return re.split(r"[;:]\s", text)[-1].strip(" ,—–")


def _text(match: Match, rule: Rule, language: str) -> str:
    return match.sentence.text[slice(*match.found.span("text"))].rstrip(" ,;—–，、")


def _through(match: Match, rule: Rule, language: str) -> str:
    """The condition with the word behind it that makes it one."""
    return match.sentence.text[match.found.start("text") : match.found.end("con")].strip(" ,，、")


def _from_text(match: Match, rule: Rule, language: str) -> str:
    return _cut(match.sentence.text, match.found.start("text"))


def _check(match: Match, rule: Rule, language: str) -> str:
    text = match.sentence.text
    start = match.found.end("verb")
    return _cut(text, start + len(text[start:]) - len(text[start:].lstrip(" :,(*")))


TAKES: dict[str, Callable[[Match, Rule, str], str]] = {
    "from_connector": _from_connector,
    "before_main": _before_main,
    "before": _before,
    "text": _text,
    "through": _through,
    "from_text": _from_text,
    "check": _check,
}


def verdict_in(text: str, where: str, languages: Languages, title: str = "") -> tuple[Judged, str] | None:
    """The verdict that a sentence says at a place, with the name of the rule."""
    cleaned = clean(text)
    if cleaned.endswith(("?", "？")) or says_nothing(cleaned):
        return None
    sentence = Sentence.of(cleaned)
    for language in languages:
        for rule in active("verdict", language, where):
            m = _search(rule, sentence, language)
            if m and not against(match := Match(sentence, m, title), rule.vetoes) and (said := _judged(match, rule)):
                return said, rule.name
    return None


def _judged(match: Match, rule: Rule) -> Judged | None:
    """The status of what a rule matched."""
    text, groups = match.sentence.text, match.found.re.groupindex
    rest = text[match.found.start("rest") :] if "rest" in groups else text[match.found.end() :]
    if rule.judge in ("free", "label"):
        return judge(rest, rule.judge)
    if rule.judge == "refused":
        return refused(rest)
    if rule.judge == "gerund":
        return ("accepted", qualifier(rest)) if re.match(r"\w+ing(?!\w)", rest) else None
    if rule.judge == "order":
        return judge(text[match.found.start("order") :], "free" if rule.name == "order" else "label")
    if rule.judge == "done":
        return _done(match, text)
    if rule.judge == "accepted" and is_bound(text.partition(" ")[2]):
        return None
    limit = inside("limits", match.sentence.low)
    return rule.judge, text[slice(*limit.span())].strip(" ,.;") if limit and rule.name.endswith(
        ("inside", "last", "verb")
    ) else None  # type: ignore[return-value]


def _done(match: Match, text: str) -> Judged | None:
    name = "done" if "done" in match.found.re.groupindex else "order"
    word = match.part(name)
    statuses = {"done-accept": "accepted", "done-reject": "rejected", "done-defer": "deferred"}
    status = next(statuses[slot] for slot in statuses if leading(slot, word))
    return status, qualifier(text[match.found.start(name) + len(word) :])  # type: ignore[return-value]
