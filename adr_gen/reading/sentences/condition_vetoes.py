"""What speaks against a condition that a rule matched: each predicate says why, or nothing."""

import re

from ...checks import tokens as checks
from ..dates import point, undated
from ..lexicon import spoken, words
from ..patterns.language_matchers import leading, lowered, matcher_for, whole
from .rule_match import Match

_CLAUSE = re.compile(r"[,;:.(—]\s")
_OTHERS = (
    "^ the-or-our? other-people _4 $",
    "^ one-of-it|any-of _1? record-kind !purpose|about _4 $",
    "^ process-kind? record-kinds _4 $",
    "^ process-kind record-kind _4 $",
    "^ option-name NAME _6 $",
)


def _ends(slot: str, before: str) -> bool:
    """Whether an entry ends what stands before a verb, perhaps with one word between."""
    return bool(matcher_for(f"{slot} _1? $").search(lowered(before[-60:]) + " "))


def needless(match: Match) -> str | None:
    """There is no need to look again, at whatever time."""
    if leading("if-early|until", match.part("con")):  # "do not revisit before May" says from when on
        return None
    return "says that there is no need to" if _ends("needless", match.before) else None


def others(match: Match) -> str | None:
    """Somebody else looks again, or at any decision, as a process does."""
    if _ends("others|each-one", match.before):
        return "speaks of others"
    verb = match.part("verb")
    subject = verb if leading("record-kind", verb) else ""  # "may be superseded" is a verb with its subject
    clause = _CLAUSE.split(lowered(f"{match.before}{subject} "))[-1]
    return "speaks of others" if any(matcher_for(row).match(clause) for row in _OTHERS) else None


def past(match: Match) -> str | None:
    """It happened already."""
    if _ends("past", match.before):
        return "tells of something past"
    told = leading("until|after", match.part("con")) and matcher_for("^ _5 was-had").match(lowered(match.part("text")))
    return "tells of something past" if told else None


def participle(match: Match) -> str | None:
    """A participle tells what happened, unless a modal verb stands before it."""
    verb = match.part("verb")
    last = [word.strip(",*_") for word in match.before.split()[-8:]]
    if not any(verb.split()[0].endswith(end) for end in _participles()):
        return None
    if not last:  # "Revisited in May" tells what happened, "Revisited if a customer asks" what may
        return "a participle without should, can or will" if leading("near|on-day", match.part("con")) else None
    if not any(whole("modals", word) for word in last[-6:]):
        return "a participle without should, can or will"
    about = [word for word in last if not whole("modals", word)]
    ours = not about or any(whole("subjects", word) for word in last)
    return None if ours or not leading("weak-revisit", verb) else "tells of something else than a decision"


def _participles() -> tuple[str, ...]:
    return tuple(end for language in spoken() for end in words("participle-end", language))


def compared(match: Match) -> str | None:
    """ "as if" compares, "even if" says that it makes no difference."""
    before = lowered(match.sentence.hidden[: match.hit.start("con")][-12:])
    return "no condition" if matcher_for("no-if-behind $").search(before) else None


def running(match: Match) -> str | None:
    """ "until" tells of running software, not of the decision."""
    if matcher_for("COMMA then-word !again").search(match.sentence.low, match.hit.end("con")):
        return "tells when something runs"
    verb, last = match.part("verb"), match.before.split()[-4:]
    word = last[-1].strip("*_(") if last else ""
    opens = (
        not any(sign.isalnum() for sign in word)
        or word.endswith((",", ":", "，", "："))
        or whole("before-until", word)
        or word.endswith("ly")
    )
    if opens or leading("ours", verb):
        return None
    people = [w for w in last if whole("ours", w)]
    if people and (whole("wish", word) or word == people[-1]):
        return None
    must = any(whole("duty", w) for w in last)
    state = whole("states", word) and not leading("waiting", verb)
    return None if state and not must else "tells when something runs"


def vague_near(match: Match) -> str | None:
    """ "in the future" names no time."""
    near = match.sentence.hidden[match.hit.start("con") :]
    if matcher_for("^ near _1? NUMBER run-span").match(lowered(near)):
        return "tells when something runs"
    # "reconsider it as a default in a later edition"
    if matcher_for("^ _5 vague-later WORD? WORD? STOP").match(lowered(near)):
        return "names no time"
    # "Reconsider for regulated data" says for what, "The list is checked again for mistakes" what for
    told = bool(match.before.strip(" *_-"))
    if (
        told
        and whole("purpose", match.part("con"))
        and not matcher_for("for-time|NUMBER|YEAR").search(lowered(near[:60]))
    ):
        return "names no time"
    at_something = whole("looks-again", f"{match.part('verb')} {match.part('con')}")
    return "names no time" if at_something or leading("not-near", near) else None


def by_people(match: Match) -> str | None:
    """ "by the board" names who looks, not when."""
    if not whole("by", match.part("con")):
        return None
    near = match.sentence.hidden[match.hit.end("con") :].split()[:3]
    return "names people, not a time" if any(whole("people-near", word.strip(",.")) for word in near) else None


def begins(match: Match) -> str | None:
    """Nothing stands before it that could be a condition."""
    start = match.hit.start("con")
    return None if len(match.sentence.hidden[:start].split()) >= 2 else "names no condition"


def named(match: Match) -> str | None:
    """What stands before it is a certain thing, which is there already, none of which one may come."""
    some = any(
        matcher_for(row).match(lowered(match.part("text")))
        for row in ("^ one-of-it|any-of", "^ the-or-our NTH|the-next")
    )
    return None if some else "names no condition"


def left_open(match: Match) -> str | None:
    """What stands before it is no thing that may happen: "these are what would change it"."""
    return (
        "names no condition"
        if any(
            matcher_for(row).match(lowered(match.part("text")))
            for row in ("^ ... pointing $", "^ _1? it|we|others $", "^ option-name NAME $")
        )
        else None
    )


def main_clause_behind(match: Match) -> str | None:
    """What stands behind its comma is what happens then."""
    return "tells when something runs" if re.search(r"[,，]", match.part("text")) else None


def no_day(match: Match) -> str | None:
    """What stands before it is more than a day."""
    text = match.part("text")
    return None if point(text) and not re.search(r"\w", undated(text)) else "names no time"


def unchecked(match: Match) -> str | None:
    """No check stands right behind the verb."""
    rest = match.sentence.text[match.hit.end("verb") :].lstrip(" :,(*")
    return None if rest.startswith("`") and checks(rest) else "no check"
