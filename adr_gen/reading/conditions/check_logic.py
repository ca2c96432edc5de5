"""How the checks of one condition combine, and whether its words ask for more: it is never met earlier than it says."""

import re
from dataclasses import dataclass

from ...checks import tokens as checks
from ...markdown import fold
from ...model import Logic
from ..lexicon import speaking
from ..patterns.language_matchers import find_slot, finder, leading, lowered, matcher_for, may_hold, of_languages
from ..plain_text import uncoded
from ..sentences.condition_logic import spoken
from .check_pointers import own_checks
from .condition_splitting import split
from .latest_day import without_latest_day

_LISTED = re.compile(r"[,;，；、·][\s*_]*|\.\s+")
"""Stands between the items of a list, of which any will do where nothing else is said."""
_AND, _OR = re.compile(r"\s(?:&{1,2}|\+)\s"), re.compile(r"\s(?:/|\|{1,2})\s")
_BESIDE = r"[\s,;(（，；`]*"
_CHECK = "\N{REPLACEMENT CHARACTER}"
_STRONG = re.compile(r"[,;，；]\s*\Z")


@dataclass(frozen=True, slots=True)
class Combination:
    """How the checks of a text combine."""

    logic: Logic = "any"
    unclear: tuple[str, ...] = ()
    """The words between checks by which it cannot be told."""


@dataclass(frozen=True, slots=True)
class _Gap:
    """What stands between two neighbouring checks: words that join them, or others."""

    both: str = ""
    either: str = ""
    other: str = ""
    listed: bool = False
    """Whether a comma stands there, too."""


def combination(text: str, tokens: tuple[str, ...]) -> Combination:
    """How these checks combine: by the words between neighbours, else by what is said before or behind them."""
    places = [text.find(token) for token in tokens]
    ends = [at + len(token) for at, token in zip(places, tokens, strict=True)]
    gaps = [_gap(text[end:at]) for end, at in zip(ends, places[1:], strict=False) if -1 < end <= at]
    if not gaps:
        return Combination()
    both, either = (next((word for gap in gaps if (word := getattr(gap, name))), "") for name in ("both", "either"))
    if counted := _counted(text[: places[0]]):
        return Combination("all", (counted,))
    other = next((gap.other for gap in gaps if gap.other and not (gap.listed and (both or either))), "")
    if other or (both and either):
        return Combination("all", (other,) if other else (both, either))
    if finder("whichever-last").search(text):
        return Combination("all")
    silent: Logic = "all" if _said_of_all(text[: places[0]], text[ends[-1] :]) else "any"
    return Combination("all" if both else "any" if either else silent)


def _gap(text: str) -> _Gap:
    either, without = finder("or").search(text) or _OR.search(text), finder("or").sub(" ", text)
    both = finder("and").search(without) or finder("proviso").search(without) or _AND.search(without)
    listed = [mark.end() for mark in _LISTED.finditer(text)]
    if both or either or not re.search(r"\w", text):
        return _Gap(both[0].strip() if both else "", either[0].strip() if either else "")
    told = listed and not finder("exception").search(text)
    behind = told and leading("if|if-keep|until", text[listed[-1] :])
    return _Gap() if told and not behind else _Gap(other=fold(text.strip(" `,;()")), listed=bool(told))


def _counted(before: str) -> str:
    """The words by which some of the checks behind them have to hold, such as "two of"."""
    found = matcher_for("number|DIGITS of-thing these-things? $").search(lowered(before.rstrip("` ")))
    return fold(found[0]) if found else ""


def _said_of_all(before: str, behind: str) -> bool:
    """Whether what stands around checks says that all of them have to hold."""
    return spoken(before) == "all" or bool(find_slot("all|together", behind))


def denied(text: str, tokens: tuple[str, ...]) -> str:
    """The word that turns a check round, before or behind it: "not `dep:redis`", "`pypi:x >= 2` is not out"; empty if none does."""
    if not may_hold("negation|plain-no|no-longer", text):
        return ""
    before, behind = _denials()
    for token in tokens:
        at = text.find(token)
        word = (
            (before.search(uncoded(text[:at].rstrip("`"))) or behind.match(text, at + len(token))) if at >= 0 else None
        )
        if word:
            return word[0].strip(" `()")
    return ""


@of_languages
def _denials() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What turns a check round before it, and behind it."""
    negation, negated = (finder(*names).pattern for names in (("negation", "plain-no"), ("negation", "no-longer")))
    behind = rf"[`)\s]*(?:(?:{finder('be', 'copula').pattern})\s+)?(?:{negated})"
    return re.compile(rf"(?:{negation})[\s(]*\Z", re.I), re.compile(behind, re.I)


def is_one(sentence: str) -> bool:
    """Whether the conditions of a sentence with checks cannot be told apart, so that they are judged together or not at all."""
    tokens = own_checks(sentence)
    if not tokens:
        return False
    return bool(_limit(sentence)) or bool(combination(sentence, tokens).unclear and not _is_grouped(sentence))


def _is_grouped(text: str) -> bool:
    """Whether commas group what is joined: "A and B, or C"."""
    hidden = uncoded(text)
    strong = [bool(_STRONG.search(hidden[: match.start()])) for match in finder("or").finditer(hidden)]
    weak = [bool(_STRONG.search(hidden[: match.start()])) for match in finder("and").finditer(hidden)]
    return bool(strong and weak) and all(strong) and not any(weak)


def _limit(text: str) -> re.Match[str] | None:
    """Words such as "provided" and "unless" behind which stands what has to be true, too."""
    # most conditions have none of the words, and the text is searched for those of every language
    return finder("proviso", "exception").search(uncoded(text), 1) if may_hold("proviso|exception", text) else None


def says_more(text: str, sentence: str) -> bool:
    """Whether a condition with checks holds only if words that no check judges are true, too."""
    sentence = without_latest_day(sentence)[0]
    behind = sentence[at + len(text) :] if (at := sentence.find(text)) >= 0 else ""
    begin = re.match(_BESIDE, behind)
    tail = behind[begin.end() :] if begin else ""
    if (joint := leading("proviso|exception", tail)) and _is_words(tail[joint.end() :]):
        return True
    text = text if checks(text) else sentence
    if (limit := _limit(text)) and (_is_words(text[: limit.start()]) or _is_words(text[limit.end() :])):
        return True
    return _is_floor_of_words(text) or _is_bound(text, sentence) or _joins_words(text)


def _is_words(text: str) -> bool:
    """Whether a text says something, and no check judges it."""
    return bool(re.search(r"\w", text)) and not checks(text)


def _is_floor_of_words(text: str) -> bool:
    """Whether a day before which nothing counts begins a condition of words: "not before DAY: the vendor ships"."""
    tokens = checks(text)
    if not tokens or not leading("proviso", text):
        return False
    rest = text[text.rfind(tokens[-1]) + len(tokens[-1]) :].lstrip("`")
    return bool(re.match(r"\s*[,:;—–-]\s*(?=\w)", rest))


def _is_bound(text: str, sentence: str) -> bool:
    """Whether an "if" behind the checks is followed by words alone: "after DAY if the vendor ships"."""
    if not may_hold("if|until", text):
        return False
    hidden = uncoded(text)
    with speaking(sentence):  # "se" is an "if" of some languages and a pronoun of others
        places = list(finder("if", "until").finditer(hidden, 1))
    either = (re.search(rf"(?:{finder('or').pattern})[\s,]*\Z", hidden[: place.start()], re.I) for place in places)
    return any(not beside and _is_words(text[place.end() :]) for place, beside in zip(places, either, strict=True))


def _joins_words(text: str) -> bool:
    """Whether "and" joins words without a check to those with one."""
    hidden = uncoded(text)
    if not (finder("and").search(hidden) or _AND.search(hidden)):
        return False
    parts, logic = split(text)
    parts = [part for part in parts if len(part) < len(text)]
    if len(parts) > 1:
        return (logic == "all" and not all(map(checks, parts))) or any(map(_joins_words, filter(checks, parts)))
    marked = text
    for token in checks(text):
        marked = marked.replace(f"`{token}`", _CHECK).replace(token, _CHECK)
    for match in (*finder("and").finditer(marked), *_AND.finditer(marked)):
        before, behind = marked[: match.start()], marked[match.end() :]
        if (before.rstrip(" ,;)").endswith(_CHECK) and _CHECK not in behind) or (
            behind.lstrip(" (").startswith(_CHECK) and _CHECK not in before
        ):
            return True
    return False
