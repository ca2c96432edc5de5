"""The status that the words of a verdict say."""

import re
from functools import cache, lru_cache

from ..decision import Status
from ..markdown import fold
from . import words
from .status import limits, qualifier, shortened, undated

Judged = tuple[Status, str | None]
"""Status and the words that limit it."""

ORDER: tuple[Status, ...] = ("deferred", "rejected", "accepted", "proposed")
_MARKS = re.compile(r"[*`~]+")
_SIGNS = re.compile(r"[\s\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]+\Z")
_END = r"\s*(?:$|[.,;:!()—–-]"


@cache
def _verbs(table: str) -> list[tuple[re.Pattern[str], Status]]:
    entries = words.table()["verdict"][table]
    return [(re.compile(rf"{words.group(entries[s])}(?![\w'’])", re.I), s) for s in ORDER if entries.get(s)]


@cache
def _clauses() -> list[tuple[re.Pattern[str], Status]]:
    return [(words.whole(f"verdict.clauses.{s}"), s) for s in ORDER if words.entries(f"verdict.clauses.{s}")]


@cache
def _closed() -> re.Pattern[str]:
    return re.compile(rf"{_END}|\b{words.alternation('verdict.sentence.closed')}\b)", re.I)


@cache
def _negated() -> re.Pattern[str]:
    accepted, negation = words.alternation("verdict.verbs.accepted"), words.alternation("verdict.sentence.negation")
    return re.compile(rf"{negation}\s+(?:{words.alternation('verdict.sentence.between')}\s+)*{accepted}(?!\w)", re.I)


@cache
def _prefix() -> re.Pattern[str]:
    return re.compile(rf"({words.alternation('verdict.sentence.prefix')})\s+(?=\w)", re.I)


@cache
def _contractions() -> list[tuple[str, str]]:
    pairs = [entry.split("=") for entry in words.entries("verdict.sentence.contractions")]
    return [(short, long) for short, long in pairs]


@lru_cache(64)
def clean(text: str) -> str:
    """Words of a verdict without emphasis, signs around them and contractions; at most a few hundred characters."""
    text = _MARKS.sub("", fold(text[:800])).replace("_", " ")[:600]
    text = _SIGNS.sub("", text) if text[-1:] >= "\u2190" else text
    lower = text.lower()
    for short, long in _contractions():
        if short in lower:
            text = re.sub(re.escape(short), long, text, flags=re.I)
    return text if text[:1].isalnum() else re.sub(r"^[\W_]+", "", text)


def judge(text: str, table: str = "verbs") -> Judged | None:
    """The status that the leading words say, and what limits it; `table`: the verbs to know, verbs or free."""
    text = clean(text)
    prefix = _prefix().match(text)
    if prefix:
        said = judge(text[prefix.end() :], table)
        limit = prefix[1].lower() if words.whole("verdict.sentence.limits").match(prefix[1]) else None
        return (said[0], said[1] or limit) if said else None
    negated = _negated().match(text)
    found = [(m.end(), s) for pattern, s in _verbs(table) if (m := pattern.match(text))]
    if negated and not any(end >= negated.end() for end, _ in found):
        return refused(text[negated.end() :])
    if found:
        end, status = max(found, key=lambda pair: pair[0])
        return _positive(text, end, status, table)
    return _bare(text)


def refused(rest: str) -> Judged:
    """What "do not adopt …" says: not yet is deferred, else rejected."""
    clause = re.split(r"[.;:]", rest)[0]
    for_now = words.inside("verdict.sentence.for_now").search(clause)
    soon = words.inside("verdict.sentence.soon").search(clause.replace(for_now[0], "") if for_now else clause)
    if soon:
        return "deferred", soon[0].lower() if re.fullmatch(limits(), soon[0], re.I) else None
    return "rejected", qualifier(rest) or (for_now[0].lower() if for_now else None)


def _positive(text: str, end: int, status: Status, table: str) -> Judged | None:
    rest = text[end:].strip()
    then = words.leading("verdict.sentence.then").match(rest)
    if status == "accepted" and words.whole("verdict.sentence.advice").match(text[:end]) and then:
        return judge(rest[then.end() :], table)
    if status == "accepted" and words.leading("verdict.sentence.nothing").match(rest):
        return refused(rest)
    return status, qualifier(text[end:])


def _bare(text: str) -> Judged | None:
    """A short verb such as HOLD counts only if it stands alone or with what limits it."""
    for pattern, status in _verbs("bare"):
        found = pattern.match(text)
        if found and _closed().match(text[found.end() :]):
            limit = qualifier(text[found.end() :])
            if limit or re.match(f"{_END})", text[found.end() :]):
                return status, limit
    return None


def alone(text: str) -> Judged | None:
    """The verdict of a lead that is nothing but a verb and what limits it: "Adopt.", "Rejected for now"."""
    text = clean(text)
    for table in ("verbs", "bare"):
        for pattern, status in _verbs(table):
            found = pattern.match(text)
            rest = undated(text[found.end() :]) if found else ""
            if found and re.match(r"\s*(?:$|[.!;:(—–]|-\s|,)", rest):
                return status, qualifier(rest)
    said = judge(text)
    return said if said and said[1] and len(text.split()) <= 8 else None


@cache
def _limit_inside() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){limits()}(?!\w)", re.I)


@cache
def _sentence() -> re.Pattern[str]:
    part = {n: words.alternation(f"verdict.sentence.{n}") for n in ("subject", "modal", "link", "intro", "fillers")}
    return re.compile(
        rf"(?:{part['intro']},?\s+)?(?P<subject>{part['subject']})\s*:?\s+(?:{part['fillers']}\s+)*"
        rf"(?P<modal>{part['modal']}(?!\w))?(?:\s*(?:{part['link']})(?!\w))*\s*(?P<rest>\S.*)", re.I)  # fmt: skip


@cache
def _imperative() -> re.Pattern[str]:
    intro = words.alternation("verdict.sentence.intro")
    return re.compile(
        rf"(?:{intro},?\s+)?(?={words.alternation('verdict.sentence.imperative')}(?!\w))(?P<rest>.+)", re.I
    )


def of_sentence(sentence: str) -> Judged | None:
    """The verdict of a free sentence, if a clear verb says it: "We will adopt …", "Do not use …"."""
    text = clean(sentence)
    if text.endswith("?"):
        return None
    for pattern, status in _clauses():
        if pattern.match(text):
            limit = _limit_inside().search(text)
            return status, shortened(limit[0].strip(" .,;)")) if limit else None
    order = _imperative().match(text)
    if order:
        return judge(order["rest"], "free")
    found = _sentence().match(text)
    said = found and (found["modal"] or words.whole("verdict.sentence.states").match(found["subject"].split()[-1]))
    if not found or not said:
        return None
    return judge(found["rest"], "free") or _advised(found["modal"] or "", found["rest"])


def _advised(verb: str, rest: str) -> Judged | None:
    """What "we recommend merging them" says: the thing is to be done, unless it is only one more study."""
    if not words.whole("verdict.sentence.recommend").match(verb) or not re.match(r"\w+ing(?!\w)", rest):
        return None
    return None if words.leading("verdict.sentence.hesitation").match(rest) else ("accepted", qualifier(rest))


_BLANK = re.compile(r"[\[{<(_].*[\]}>)_]\W*\Z", re.S)


@cache
def option_name() -> re.Pattern[str]:
    """Matches the name of an option by its letter or number: "Option B"."""
    return re.compile(rf"{words.alternation('verdict.sentence.option')}\s+(?:\d{{1,2}}|(?-i:[A-Z]))\b", re.I)


def named(text: str) -> Judged | None:
    """A verdict that names one of the options by its letter or number is for it."""
    text = clean(text)
    against = words.inside("verdict.sentence.against").search(text)
    return ("accepted", qualifier(text)) if option_name().match(text) and not against else None


def stays(text: str) -> bool:
    """Whether a verdict is for what there is already: "Keep the cron job"."""
    return bool(words.leading("verdict.stays").match(clean(text)))


def undecided(text: str) -> bool:
    """Whether a verdict says that there is none yet: pending, a blank to fill in, or a choice of words."""
    folded = fold(text[:400])
    bare = re.sub(r"^\W+|\W+\Z", "", folded)
    if not bare or words.leading("verdict.undecided").match(bare):
        return True
    if _BLANK.match(folded.strip("* `")) and not judge(folded.strip("()* `")):
        return True
    parts = re.split(r"\s*/\s*|\s\|\s", bare)
    if len(parts) == 1 and len(bare) < 80:
        said = [alone(p) for p in bare.split(", ")]
        return len(said) > 2 and all(said) and len({s[0] for s in said if s}) > 1
    return 2 <= len(parts) <= 5 and len({s[0] for p in parts if (s := judge(p))}) > 1
