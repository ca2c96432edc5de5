"""Named predicates that speak against what a rule matched: each says why, or nothing."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from ...checks import tokens as checks
from ..lexicon import spoken, words
from ..patterns.pattern import anywhere, inside, leading, lowered, whole
from .engine import Sentence


@dataclass(frozen=True, slots=True)
class Match:
    """What a rule matched in a sentence."""

    sentence: Sentence
    hit: re.Match[str]
    title: str = ""
    """The title of the document."""

    @property
    def before(self) -> str:
        """What stands before the match, or before its verb."""
        return self.sentence.hidden[: self.start]

    @property
    def start(self) -> int:
        """Where the match begins, or its verb."""
        return self.hit.start("verb") if "verb" in self.hit.re.groupindex else self.hit.start()

    def part(self, name: str) -> str:
        """The words that the match has under a name."""
        return (
            self.sentence.hidden[slice(*self.hit.span(name))].strip(" ,;*_\"“”'()-–")
            if name in self.hit.re.groupindex
            else ""
        )


def _ends(slot: str, before: str) -> bool:
    """Whether an entry ends what stands before a verb, perhaps with one word between."""
    return bool(anywhere(f"{slot} _1? $").search(lowered(before[-60:]) + " "))


def needless(match: Match) -> str | None:
    """There is no need to look again."""
    return "says that there is no need to" if _ends("needless", match.before) else None


def others(match: Match) -> str | None:
    """Somebody else looks again."""
    return "speaks of others" if _ends("others", match.before) else None


def past(match: Match) -> str | None:
    """It happened already."""
    return "tells of something past" if _ends("past", match.before) else None


def participle(match: Match) -> str | None:
    """A participle tells what happened, unless a modal verb stands before it."""
    verb = match.part("verb")
    last = [word.strip(",*_") for word in match.before.split()[-8:]]
    if not last or not any(verb.split()[0].endswith(end) for end in _participles()):
        return None
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
    return "no condition" if anywhere("no-if-behind $").search(before) else None


def running(match: Match) -> str | None:
    """ "until" tells of running software, not of the decision."""
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
    return "names no time" if leading("not-near", match.sentence.hidden[match.hit.start("con") :]) else None


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


def left_open(match: Match) -> str | None:
    """What stands before it is no thing that may happen: "these are what would change it"."""
    return (
        "names no condition"
        if any(anywhere(row).match(lowered(match.part("text"))) for row in ("^ ... pointing $", "^ _1? it|we|others $"))
        else None
    )


def main_clause_behind(match: Match) -> str | None:
    """What stands behind its comma is what happens then."""
    return "tells when something runs" if re.search(r"[,，]", match.part("text")) else None


def unchecked(match: Match) -> str | None:
    """No check stands right behind the verb."""
    rest = match.sentence.text[match.hit.end("verb") :].lstrip(" :,(*")
    return None if rest.startswith("`") and checks(rest) else "no check"


def lower_case(match: Match) -> str | None:
    """What is recommended is no name."""
    return None if match.part("rest")[:1].isupper() else "no name"


def lower_case_name(match: Match) -> str | None:
    """An option's letter is a capital."""
    second = match.sentence.text.split()[1:2]
    return None if second and (second[0][:1].isupper() or second[0][:1].isdigit()) else "no option's name"


def _telling(subject: str) -> list[str]:
    """The beginnings of the words that tell what a subject is: long ones and abbreviations."""
    return [word[:6].lower() for word in re.findall(r"\w{4,}|\b[A-Z][A-Z\d]+\b", subject)]


def other_matter(match: Match) -> str | None:
    """The subject is not what the document is about: "the proposal", or words of its title."""
    subject = match.part("subject")
    if anywhere("^ matter-of-it $").match(lowered(subject)):
        return None
    telling = _telling(subject)
    ours = bool(telling) and all(word in match.title.lower() for word in telling)
    return None if ours else "speaks of another matter"


def unrelated(match: Match) -> str | None:
    """The subject shares no word with the title, or the title asks which of several."""
    ours = any(word in match.title.lower() for word in _telling(match.part("subject")))
    ours = ours and not inside("versus", match.title)
    return None if ours else "speaks of another matter"


def nothing_done(match: Match) -> str | None:
    """ "Nothing was chosen" chooses nothing."""
    return "says that nothing is" if leading("nothing-done", match.sentence.hidden) else None


def nobody(match: Match) -> str | None:
    """What nobody does is not done."""
    return "says that nobody does" if leading("none-of", match.sentence.hidden) else None


def the_matter(match: Match) -> str | None:
    """A verb that no list knows may do anything to the proposal: "Kill the project"."""
    low = match.sentence.low
    kills = anywhere("^ WORD matter-of _1? matter-noun").match(low) or anywhere(
        "^ matter-of matter-noun be|can-wait"
    ).match(low)
    return "no known verb" if kills else None


def reported(match: Match) -> str | None:
    """What stands behind a colon are the words of whom the sentence names before it."""
    return "words of others" if re.search(r"[:：]", match.part("subject")) else None


def conditional_start(match: Match) -> str | None:
    """A sentence that begins with "if" or a person decides nothing."""
    return "a condition" if leading("if|pronouns", match.sentence.hidden.lstrip()) else None


def hypothetical(match: Match) -> str | None:
    """What people would do if something were different."""
    return "a condition" if anywhere("if|versus|bound").search(match.sentence.low) else None


def others_start(match: Match) -> str | None:
    """A sentence that begins with "if", or with others than those who decide."""
    return "a condition" if leading("if|others", match.sentence.hidden.lstrip()) else None


def vague_inside(match: Match) -> str | None:
    """What is done may be part of a study."""
    return "part of a study" if anywhere("study").search(match.sentence.low) else None


def negated_inside(match: Match) -> str | None:
    """Something is denied."""
    return "denies something" if anywhere("negation|none-of").search(match.sentence.low) else None


def negated_so_far(match: Match) -> str | None:
    """Something is denied up to the end of what matched, not in the reasons behind it or in what is laid down."""
    end = match.hit.start("rest") if "rest" in match.hit.re.groupindex else match.hit.end()
    return "denies something" if anywhere("negation|none-of").search(match.sentence.low[:end]) else None


def lower_start(match: Match) -> str | None:
    """An order begins with a capital."""
    return None if match.sentence.text[:1].isupper() else "no order"


def negated_before(match: Match) -> str | None:
    """A negation stands before the verb."""
    return "says the opposite" if anywhere("not-inside").search(match.sentence.low) else None


def in_part(match: Match) -> str | None:
    """One wins on one count, another on the next: "Fern wins on speed, Oak on memory"."""
    rest = match.sentence.low[match.hit.end() :]
    return "speaks of one side of it" if anywhere("^ about ... , _2 about").match(rest) else None


VETOES: dict[str, Callable[[Match], str | None]] = {
    veto.__name__: veto
    for veto in (compared, needless, others, past, participle, running, vague_near, by_people, begins, left_open, main_clause_behind, unchecked, lower_case,
                 lower_case_name, other_matter, nothing_done, conditional_start, vague_inside, negated_inside, lower_start, negated_before,
                 nobody, the_matter, unrelated, hypothetical, reported, others_start, negated_so_far, in_part)
}  # fmt: skip


def against(match: Match, names: tuple[str, ...]) -> str | None:
    """The first reason that speaks against a match."""
    return next((why for name in names if (why := VETOES[name](match))), None)
