"""What a rule takes out of the sentence that it matched: the words of the condition."""

import re
from collections.abc import Callable
from functools import cache

from ..dates import dated, season_named
from ..patterns.language_matchers import compiled, leading, lowered, matcher_for
from ..plain_text import masked, uncoded
from .condition_logic import announced
from .rule_engine import Rule
from .rule_match import Match


def _from_connector(match: Match, rule: Rule, language: str) -> str:
    """The condition behind the connector; one such as "after" belongs to it, and so does what "not before" denies."""
    text = match.sentence.text
    con = match.part("con")
    only = leading("only", con)
    word = con[only.end() :] if only and only.end() < len(con) else con
    kept = leading("if-early|early|on-day|keep", word) and not matcher_for("^ if $").match(lowered(word))
    if kept or leading("keep", con):
        return _cut(text, _denied(match))
    return _cut(text, _word_end(match))


def _denied(match: Match) -> int:
    """Where a connector begins, with the denial that it cannot be without, as in "not before".

    It stands beside "before", or beside the verb in the same clause: "we will not look at it before 2027".
    """
    low, start = match.sentence.low, match.hit.start("con")
    gap = "_5" if leading("if-early|early", match.part("con")) else ""
    clause = max(low.rfind(mark, 0, start) for mark in ",;:.()—") + 1
    denial = matcher_for(f"negation|never|plain-no {gap} $").search(low[clause:start])
    return clause + denial.start() if denial else start


def _word_end(match: Match) -> int:
    """Where the condition begins behind the connector."""
    text = match.sentence.text
    end = match.hit.start("con") + len(text[slice(*match.hit.span("con"))].rstrip(' ,(*_"“'))
    mark = re.match(r"[*_](?=\s)", text[end:])  # closes the emphasis of the word alone
    end += mark.end() if mark else 0
    return end + len(text[end:]) - len(text[end:].lstrip(" :,，："))


def _cut(text: str, start: int) -> str:
    """A condition ends at a semicolon that does not go on with it, a closing bracket it did not open, or a clause that explains it."""
    hidden = uncoded(text)
    rest, low = text[start:], masked(text)[start:]
    vague = matcher_for("^ vague-condition and").match(
        lowered(low)
    )  # "if needed and do more then" names no more than the need
    if vague and (rest := rest[: vague.end()].rstrip().rpartition(" ")[0]):
        return rest
    if explains := matcher_for("COMMA !names-a-day explains").search(lowered(low)):
        rest, low = rest[: explains.start()].rstrip(" ,，"), low[: explains.start()]
    if hidden[start:].count("**") % 2:
        if text[:start].endswith("**"):
            start -= 2
            rest, low = text[start:], masked(text)[start:]
        else:
            at = hidden[start:].index("**")
            left, right = rest[:at], rest[at + 2 :]
            side = left.rstrip(": ") if re.search(r"\w", left) else right
            low, rest = low[rest.find(side) :][: len(side)], side
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
        clause_start = main.search(sentence.low, start.end("con"))
        if not clause_start:
            return ""
        if matcher_for("who-did $").search(sentence.low[: clause_start.start()]) and matcher_for("^ PASTED").match(
            sentence.low[clause_start.start() :]
        ):
            return ""  # "When the audit was over we revisited it" tells what happened
        if sentence.low[: clause_start.start()].endswith(("(", "（")):
            return ""  # "Once A, B follows (planned for May)" plans what follows
        begin = _word_end(Match(sentence, start))
        comma = max(
            sentence.hidden.rfind(mark, begin, clause_start.start())
            for mark in (", ", "; ", " — ", ": ", ":** ", "，", "、")
        )
        clause = comma if comma > 0 else clause_start.start()
        if len(sentence.hidden[clause : clause_start.start()].split()) > 9 or clause <= begin:
            continue
        text = sentence.text[begin - 2 * sentence.text.endswith("**", 0, begin) : clause]
        text = _stripped(text if comma > 0 else _without_main_clause(text))
        if not re.search(r"\w", text) or (
            len(text.split()) < 2 + bool(leading("we|pronouns", text)) and text.isascii()
        ):
            continue
        con, whole = sentence.hidden[slice(*start.span("con"))].strip(" ,("), sentence.text[start.start("con") : clause]
        return (
            text
            if matcher_for("^ if|inverted $").match(lowered(con))
            else _stripped(whole if comma > 0 else _without_main_clause(whole))
        )
    return ""


def _without_main_clause(text: str) -> str:
    """`text` without the beginning of a main clause that follows it without a comma."""
    low = lowered(text)
    match = matcher_for("main-clause main-modal|main-copula* $").search(low) or _our_clause(low)
    return text[: match.start()] if match else text


def _our_clause(low: str) -> re.Match[str] | None:
    """Where the last clause of ours begins, if no word joins it to the condition before it."""
    found = [m for m in matcher_for("we-or-i").finditer(low) if m.start() > 2]
    return next((m for m in reversed(found) if not matcher_for("joined-to $").search(low[: m.start()])), None)


def _stripped(text: str) -> str:
    """A clause without "then" and the signs around it; a bold word at its edge keeps its own."""
    then = matcher_for("then-word $").search(lowered(text))
    text = text[: then.start()] if then else text
    stripped = text.strip(" ,;:*，、；：")
    return text.strip(" ,;:，、；：") if uncoded(stripped).count("**") % 2 else stripped


def _before(match: Match, rule: Rule, language: str) -> str:
    text = match.sentence.text[: match.hit.start("con")]
    return re.split(r"[;:]\s", text)[-1].strip(" ,—–")


def _closed(text: str) -> bool:
    """Whether each bracket of a text is closed in it."""
    return len(re.findall("[(（]", text)) <= len(re.findall("[)）]", text))


def _text(match: Match, rule: Rule, language: str) -> str:
    text, rest = match.sentence.text[slice(*match.hit.span("text"))], match.sentence.text[match.hit.end("text") :]
    return (text if _closed(text) or rest[:1] not in (")", "）") else text + rest[0]).rstrip(" ,;—–，、")


def _through(match: Match, rule: Rule, language: str) -> str:
    """The condition with the word behind it that makes it one."""
    return match.sentence.text[match.hit.start("text") : match.hit.end("con")].strip(" ,，、")


def _from_text(match: Match, rule: Rule, language: str) -> str:
    return _cut(match.sentence.text, match.hit.start("text"))


def _check(match: Match, rule: Rule, language: str) -> str:
    text = match.sentence.text
    start = match.hit.end("verb")
    return _cut(text, start + len(text[start:]) - len(text[start:].lstrip(" :,(*")))


@cache
def _point() -> re.Pattern[str]:
    """Finds a point in time, perhaps in backticks, that few words stand before."""
    return re.compile(rf"[^,;:.，；：。]{{0,25}}?(?:{season_named().pattern}|{dated()})`?", re.I)


def _day(match: Match, rule: Rule, language: str) -> str:
    """From the words for earliest and latest to the day behind them."""
    text, start = match.sentence.text, match.hit.start("con")
    point = _point().match(text, match.hit.end("con")) or _point().match(text, start)
    return text[start : point.end()].rstrip() if point else ""


def _from_itself(match: Match, rule: Rule, language: str) -> str:
    """The condition with the connector that it begins with."""
    return _cut(match.sentence.text, match.hit.start("con"))


def _connector(match: Match, rule: Rule, language: str) -> str:
    """The connector alone."""
    return match.sentence.text[slice(*match.hit.span("con"))].strip(" ,*_")


def _clause(match: Match, rule: Rule, language: str) -> str:
    """The condition behind a connector; where it begins its sentence, without the main clause behind the comma."""
    text = _from_connector(match, rule, language)
    if re.search(r"\w", match.sentence.text[: match.hit.start("con")]):
        return text
    commas = re.finditer(r"[,，]\s+", masked(text))
    joined = matcher_for("^ or|and|if|but|relative")
    outside = (m for m in commas if _closed(text[: m.start()]))
    end = next((m.start() for m in outside if not joined.match(lowered(text[m.end() :]))), None)
    return text if end is None else text[:end].strip()


TAKES: dict[str, Callable[[Match, Rule, str], str]] = {
    "from_connector": _from_connector,
    "before_main": _before_main,
    "before": _before,
    "text": _text,
    "through": _through,
    "from_text": _from_text,
    "check": _check,
    "day": _day,
    "clause": _clause,
    "from_itself": _from_itself,
    "connector": _connector,
}
