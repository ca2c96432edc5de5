"""The status that the leading words of a verdict say."""

import re
from functools import cache, lru_cache

from ...markdown import fold
from ...model import Status
from .. import lexicon
from ..patterns.language_matchers import find_slot, leading, lowered, matcher_for, whole
from ..status.negation import answer, changed, grants_a_refusal, is_subject, spared, turned_down, undone
from ..status.restoration import ARROW
from ..status.status_line import qualifier, undated
from .attributive import describes_a_noun
from .provisos import clause_of, first_sentence, is_bound, is_supposed

Judged = tuple[Status, str | None]
"""Status and the words that limit it."""
VERBS: dict[str, Status] = {"defer": "deferred", "reject": "rejected", "accept": "accepted", "propose": "proposed"}
_MARKS = re.compile(r"[*`~]+")
_SIGNS = re.compile(r"[\s\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]+\Z")
_END = re.compile(r"\s*(?:\Z|[.,;:!()—–。，；：（-])")
_STRUCK = re.compile(r"~~[^~]*~~")
_OF_ANOTHER = re.compile(r"[^:：]*[(（–—][^()（）:：]*[:：]")
_QUOTED = re.compile(r"""[\s*_]*["“„«「]([^"“”»」]{1,200})["”“»」][\s*_,–—-]*(?=[^\W\d_])""")


def clean(text: str) -> str:
    """Words of a verdict without emphasis, signs around them and contractions; at most a few hundred characters."""
    return _clean(text, lexicon.spoken())


# the readers of a statement clean it in turn: three times of four that was done just before
@lru_cache(256)
def _clean(text: str, languages: tuple[str, ...]) -> str:
    # what was struck out is what the author took back
    text = _MARKS.sub("", _unquoted(_STRUCK.sub("", fold(text[:800])))).replace("_", " ")[:600].replace("’", "'")
    text = _SIGNS.sub("", text) if text[-1:] >= "\u2190" and not text[-1:].isalnum() else text
    lower = text.lower()
    for short, long in (pair for language in languages for pair in lexicon.pairs("contractions", language).items()):
        if short in lower:
            text = re.sub(rf"(?<!\w){re.escape(short)}(?!\w)", long, text, flags=re.I)
    return text if text[:1].isalnum() else re.sub(r"^[\W_]+", "", text)


def _unquoted(text: str) -> str:
    """A sentence without the verdict in quotation marks that it begins with: '"Adopt it" was the advice' is none."""
    quoted = _QUOTED.match(text)
    return text[quoted.end() :] if quoted and _leading(quoted[1].strip(), "", "-label", "-bare") else text


def _leading(text: str, *kinds: str) -> tuple[int, Status] | None:
    """Where the longest verb that leads a text ends, and its status."""
    low = lowered(text)
    every, of_status = _slots(kinds)
    if not matcher_for(every).may_begin(low):
        return None
    verbs = []
    for slots, status in of_status.items():
        if m := matcher_for(slots).match(low):
            verbs.append((len(text[: m.end()].rstrip(" ,*\"'(-–_“”、，「」")), status))
    return max(verbs, key=lambda pair: pair[0], default=None)


@cache
def _slots(kinds: tuple[str, ...]) -> tuple[str, dict[str, Status]]:
    """The slots of the verbs of some kinds, all together, and those of each status."""
    of_status = {"|".join(stem + kind for kind in kinds): status for stem, status in VERBS.items()}
    return "|".join(of_status), of_status


TABLES = {"label": ("", "-label"), "free": ("", "-free")}


def says_nothing(text: str) -> bool:
    """Whether words begin like a verdict and are none: a study first, an option kept open, a decision still to come."""
    return _says_nothing(text, lexicon.spoken())


# as above
@lru_cache(256)
def _says_nothing(text: str, languages: tuple[str, ...]) -> bool:
    sentence = first_sentence(text)
    told = find_slot("open-end|for-the-study|either-way", sentence) or matcher_for("COMMA says-so !we").search(
        lowered(sentence)
    )
    nothing = leading("not-a-verdict|only-a-study|in-use|worth-from|supposed", text)
    return bool(nothing or told) or describes_a_noun(text)


def judge(text: str, table: str = "label") -> Judged | None:
    """The status that the leading words say, and what limits it; `table`: the verbs to know, label or free."""
    text = clean(text)
    if says_nothing(text):
        return None
    judged = _judged(text, table)
    if judged and len(steps := ARROW.split(text)) > 1 and (last := alone(steps[-1])) and alone(steps[0]):
        return last
    return None if judged and changed(text, judged[0]) else judged


def _judged(text: str, table: str) -> Judged | None:
    prefix = leading("limits-before|prefix", text)
    if prefix and prefix.end() < len(text):
        judged = judge(text[prefix.end() :], table)
        word = text[: prefix.end()].strip(" ,:(-–").lower()
        if judged:
            return judged[0], judged[1] or (word if whole("limits-before", word) else None)
    negated = matcher_for("^ negation negation-between* accept|accept-label").match(lowered(text))
    verb = _leading(text, *TABLES[table])
    longer = _leading(text, *TABLES["label"]) if verb else None
    verb = max(verb, longer) if verb and longer else verb
    if negated and not (verb and verb[0] >= len(text[: negated.end()].rstrip())):
        if is_subject(negated[0].split()[-1], text[negated.end() :]):
            return None
        made = refused(text[negated.end() :])
        return ("deferred", made[1]) if made and find_slot("soon", negated[0]) else made
    if verb:
        return _positive(text, *verb, table)
    # "Take the queue" names what is chosen, "take a week" does not: an article, an option or a capital tells
    if table == "label" and leading("take", text) and re.match(r"\w+\s+(?:\W?[A-Z]|(?:the|an?|option)\s)", text):
        return "accepted", None
    return _bare(text)


def refused(rest: str) -> Judged | None:
    """What "do not adopt …" says: not yet is deferred, else rejected; who does not reject has not decided."""
    between = leading("negation-between", rest.lstrip())
    verb = _leading(rest.lstrip()[between.end() :] if between else rest, *TABLES["label"], "-bare")
    if verb and verb[1] != "accepted":
        return None
    clause = re.split(r"[.;:。；：]", rest)[0]
    for_now = matcher_for("for-now").search(lowered(clause))
    where = clause.replace(clause[for_now.start() : for_now.end()].rstrip(), "") if for_now else clause
    if is_supposed(rest) or undone(rest) or find_slot("by-itself", clause):
        return None
    soon = matcher_for("soon").search(lowered(where))
    if soon:
        word = where[soon.start() : soon.end()].strip(" ,(-–\"'").lower()
        return "deferred", word if whole("limits", word) else None
    return "rejected", qualifier(rest) or (clause[for_now.start() : for_now.end()].strip().lower() if for_now else None)


def _positive(text: str, end: int, status: Status, table: str) -> Judged | None:
    rest = text[end:].strip()
    # where the verb stands last, a noun with its particle is only what it is done to
    if leading("object-mark", rest) or is_subject(text[:end], rest):
        return None
    if re.match(r"\s*[:—–]", text[end:]) and (judged := alone(rest)) and judged[0] != status:
        return judged
    if status == "proposed" and leading("done-accept|done-reject|done-defer", rest):
        return judge(rest, table)
    also = leading("and|versus", rest)
    if also and leading("done-accept|done-reject|done-defer", rest[also.end() :]):
        return None
    then = leading("then-that", rest) or leading("verdict-noun", rest)
    if status == "accepted" and then:
        inner = judge(rest[then.end() :], table)
        if whole("recommend", text[:end]) or (inner and inner[0] != "accepted"):
            return inner
    if status == "accepted" and leading("nothing-done", rest):
        return refused(rest)
    if status == "accepted":
        return _unbound(rest)
    refuses = leading("none-lead|plain-no|refuses-to", text[:end])
    behind = _leading(rest, *TABLES["label"]) if status == "rejected" else None
    no_refusal = (refuses and turns_away(rest)) or (behind is not None and behind[1] != "accepted")
    if status != "proposed" and (spared(rest) or no_refusal):
        return None
    return None if is_supposed(rest) or undone(rest) else (status, qualifier(text[end:]))


def turns_away(rest: str) -> bool:
    """Whether the verb that leads what is refused is itself one of refusing or waiting: "We decline to postpone it"."""
    to = leading("then-that", rest)
    inner = _leading(rest[to.end() :] if to else rest, *TABLES["label"], "-bare")
    return inner is not None and inner[1] != "accepted"


def _unbound(rest: str) -> Judged | None:
    """An acceptance, unless the clause behind its verb puts it off or makes it depend on something."""
    if leading("supposing|bound", rest.lstrip(" ,，")) or leading("nothing-done", rest.lstrip(" :：–—(")):
        return None
    led = rest.lstrip(" .…!:：—–,")
    to = leading("then-that", led) if led != rest else None
    if to and (inner := judge(led[to.end() :])) and inner[0] != "accepted":  # "Yes: we reject the queue"
        return None
    contrary = answer(rest)
    if contrary or grants_a_refusal(rest):
        return (contrary, None) if contrary and not _OF_ANOTHER.match(rest) else None
    sentence = first_sentence(rest)
    if leading("versus", rest) or is_bound(rest) or turned_down(rest) or find_slot("no-beside", sentence):
        return None
    later = find_slot("but-not", sentence) or find_slot("put-later", clause_of(rest.lstrip(" ,，")))
    return ("deferred", None) if later else ("accepted", qualifier(rest))


def _bare(text: str) -> Judged | None:
    """A short verb such as HOLD counts only alone, in capitals, or with what limits it."""
    verb = _leading(text, "-bare")
    if verb is None:
        return None
    end, status = verb
    if status != "accepted" and undone(text[end:]):
        return None
    limit = qualifier(text[end:])
    # "Go on" and "Hold a meeting" begin like verdicts; GO and HOLD are meant as such
    capitals = text[:end].isupper() and end > 1 and text[:end].isascii()
    if not (limit or capitals or _END.match(text[end:])):
        return None
    return _unbound(text[end:]) if status == "accepted" else _not_yet(text, end) or (status, limit)


def _not_yet(text: str, end: int) -> Judged | None:
    """The deferral behind a plain no: "No, not yet"."""
    mark = re.match(r"\s*[,;:—–，、-]\s*", text[end:]) if whole("plain-no", text[:end]) else None
    later = alone(text[end + mark.end() :]) if mark else None
    return later if later and later[0] == "deferred" else None


def alone(text: str) -> Judged | None:
    """The verdict of a lead that is nothing but a verb and what limits it: "Adopt.", "Rejected for now"."""
    return _alone(clean(text), lexicon.spoken())


# what stands behind a colon is asked for twice: of "no: no: no …" twice as often for each
@lru_cache(256)
def _alone(text: str, languages: tuple[str, ...]) -> Judged | None:
    if says_nothing(text):
        return None
    verb = _leading(text, "", "-label", "-bare")
    rest = undated(text[verb[0] :]) if verb else ""
    if verb and (changed(text, verb[1]) or (verb[1] != "accepted" and undone(rest))):
        return None
    if verb and re.match(r"\s*[:：]", rest) and (behind := alone(rest)) and behind[0] != verb[1]:
        return behind
    if verb and re.match(r"\s*(?:\Z|[.!;:(—–。！；：（]|-\s|,)", rest):
        return _unbound(rest) if verb[1] == "accepted" else _not_yet(text, verb[0]) or (verb[1], qualifier(rest))
    judged = judge(text)
    return judged if judged and judged[1] and len(text.split()) <= 8 else None
