"""The one rule of supersession: who replaces whom, as a whole or in part, already or perhaps one day, or not.

"Supersedes X" says that this record replaces X, "superseded by X" that X replaces this one. It counts only when
nothing denies it, puts it off, takes it back or limits it to a part; a part, what is still to come and what is over
only relate the two.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ..dates import undated
from ..patterns.language_matchers import find_slot, leading
from . import supersession_words as words
from .references import Named, find
from .restoration import is_over

Extent = Literal["whole", "part", "later", "past", "never"]
NAMES = {"supersedes": "supersedes", "superseded_by": "superseded by"}
"""The words by which a front-matter key speaks."""
_LINK = re.compile(r"!?\[[^\]]{0,200}\]\([^)\s]{0,400}[^)]{0,100}\)")
_STRUCK = re.compile(r"~~[^~]{0,400}~~")
_MARKS = re.compile(r"[*_`]+(?=\S)|(?<=\S)[*_`]+")
_SENTENCE = re.compile(r"[!?;](?=\s|\Z)|[。！？；]|(?<!\b[Nn][or])\.(?=\s|\Z)|\n|\s;\s|\s[|]\s")
_CLAUSE = re.compile(r"[,:()\[\]—–|/>]|\s-\s")


@dataclass(frozen=True, slots=True)
class SupersessionClaim:
    """One place where a text speaks of a supersession."""

    kind: Literal["supersedes", "superseded_by"]
    extent: Extent
    """Of the whole claim, whatever records it names."""
    records: tuple[tuple[str, Extent], ...]
    """The records that it names."""


def relations(text: str) -> list[tuple[str, str]]:
    """Kind and record of each relation that a text states: supersedes, superseded_by, or relates."""
    pairs: list[tuple[str, str]] = []
    for claim in claims(text):
        for reference, extent in claim.records:
            if extent != "never":
                pairs.append((claim.kind if extent == "whole" else "relates", reference))
    return pairs


def superseded(text: str) -> Extent | None:
    """How far a text says that the record itself is superseded; None if it does not speak of that."""
    extents = [extent for claim in claims(text) if claim.kind == "superseded_by" for extent in _extents(claim)]
    order: tuple[Extent, ...] = ("whole", "part", "later", "past", "never")
    return min(extents, key=order.index, default=None)


def replaces(text: str) -> bool:
    """Whether a text says that the record replaces something, as a whole or in part."""
    return any(claim.kind == "supersedes" and {"whole", "part"} & set(_extents(claim)) for claim in claims(text))


def replaced_by_this(sentence: str) -> list[str]:
    """The records that a sentence says this one supersedes as a whole: "This supersedes X", "Supersedes X"."""
    verbs = words.verbs(sentence)
    subject = sentence[: verbs[0].start()].strip(" *_") if verbs and verbs[0]["active"] else "?"
    if subject and not words.this_record().fullmatch(subject):
        return []
    return [reference for kind, reference in relations(sentence) if kind == "supersedes"]


def names_nobody(item: str) -> bool:
    """Whether an item of a list of records names none that can be told ("the old one") and limits none ("in part")."""
    spared = find_slot("all-but", item) is not None
    return spared or (not re.search(r"\d|\]\(|\.md\b", item) and _modified(item) == "whole")


def begins_supersession(text: str) -> bool:
    """Whether a line begins with the words of a supersession, or what limits them."""
    return bool(words.line_start(text))


def names_itself(heading: str) -> bool:
    """Whether a heading says a supersession and no record: "Superseded by"."""
    named = words.line_start(heading)
    return named is not None and not re.search(r"\w", heading[named.end() :])


def claims(text: str) -> Iterator[SupersessionClaim]:
    """All places where a text speaks of a supersession."""
    # links that never end cost more than in proportion
    text = _STRUCK.sub("", text[:4000])
    shade = undated(_MARKS.sub(lambda m: " " * len(m[0]), _LINK.sub(lambda m: "¤" * len(m[0]), text)))
    verbs = words.verbs(shade)
    ends = [match.start() for match in _SENTENCE.finditer(shade)]
    for number, verb in enumerate(verbs):
        start = max((end + 1 for end in ends if end < verb.start()), default=0)
        start = max(start, verbs[number - 1].end() if number else 0)
        stop = min([end for end in ends if end >= verb.end()], default=len(text))
        stop = min(stop, verbs[number + 1].start() if number + 1 < len(verbs) else stop)
        kind: Literal["supersedes", "superseded_by"] = "supersedes" if verb["active"] else "superseded_by"
        led, behind = (start, verb.start()), (verb.end(), stop)
        limit: Extent | None = None
        agent = None
        by_this = words.by_whom().search(verb[0]) and _itself(shade, text, behind)
        if by_this and (named := find(text[slice(*led)])):
            # "ADR-0003 is superseded by this"
            first = start + named[0].start
            kind, led, behind = "supersedes", (start, first), (first, verb.start())
        elif agent := _agent(shade, text, led, find(text[slice(*behind)]), active=bool(verb["active"])):
            kind, led, behind = "superseded_by", (start, agent[0]), (agent[1], verb.start())
        elif verb["active"] and (named := find(text[slice(*led)])) and (this := _itself(shade, text, behind)):
            # "ADR-0009 supersedes this record", "ADR-0009 supersedes this in part"
            first, limit = start + named[0].start, _behind(shade[slice(this, behind[1])])
            kind, led, behind = "superseded_by", (start + named[-1].end, verb.start()), (first, verb.start())
        elif verb["active"] and (object_ := words.object_mark().search(shade, start, verb.start())):
            led, behind = (start, start), (start, object_.start())
        after = shade[verb.end() : verbs[number + 1].start() if number + 1 < len(verbs) else len(text)]
        over = kind == "superseded_by" and is_over(shade[slice(*led)], re.sub(r"¤+", "", after))
        before = "past" if over else _before(shade[slice(*led)], kind)
        if before == "whole" and text[stop : stop + 1] in ("?", "？"):
            before = "later"  # "Superseded by 8?" asks
        if limit and before == "whole":
            before = limit
        if agent and before == "whole":  # where the verb stands last, what denies it or puts it off is at its end
            before = _modified(shade[agent[1] : verb.start()] + _CLAUSE.split(after)[0])
        if before == "whole" and (verb["limit"] or verb["some"]):
            before = "part"
        if kind == "superseded_by" and words.by_whom().search(verb[0]) and not re.search(r"[\w¤]", shade[verb.end() :]):
            before = "never"  # a form that nobody filled in
        yield _claim(kind, before, shade[slice(*behind)], find(text[slice(*behind)]))


def _agent(shade: str, text: str, led: tuple[int, int], behind: list[Named], *, active: bool) -> tuple[int, int] | None:
    """Where the words begin that say by whom, and the record, where both stand before the verb: "durch ADR-0009 ersetzt"."""
    start, end = led
    agents = list(words.by_whom().finditer(shade, start, end)) if active else []
    at = agents[-1].end() if agents else start
    named = find(text[at:end]) if agents or not (active or behind) else []
    between = shade[at + named[-1].end : end] if named else ""
    for beside in (words.by_whom(), words.wholly(), *map(words.slot, ("part", "not", "later"))):
        between = beside.sub("", between)
    if not named or re.search(r"\w", between):
        return None
    return (agents[-1].start() if agents else at + named[0].start), at


def _itself(shade: str, text: str, behind: tuple[int, int]) -> int | None:
    """Where the words "this record" end behind a verb, if no other record stands there."""
    this = words.this_record().match(shade[slice(*behind)])
    return behind[0] + this.end() if this and not find(text[slice(*behind)]) else None


def _claim(
    kind: Literal["supersedes", "superseded_by"], before: Extent, rest: str, named: list[Named]
) -> SupersessionClaim:
    """A claim with the extent of each record that it names; `before` is what the words before it say."""
    if not named:
        return SupersessionClaim(kind, "never" if _nobody(rest) else before if before != "whole" else _behind(rest), ())
    first = before if before != "whole" else _ahead(rest[: named[0].start], kind)
    records = []
    for number, one in enumerate(named):
        last = named[number - 1].end if number else 0
        stop = named[number + 1].start if number + 1 < len(named) else len(rest)
        ahead = _parted(rest[last : one.start])[1] if number else ""
        behind = _parted(rest[one.end : stop])[0] if number + 1 < len(named) else rest[one.end :]
        extent = first if first != "whole" else _ahead(ahead, kind)
        extent = extent if extent != "whole" else _behind(behind)
        records.append((one.target, extent))
    return SupersessionClaim(kind, first, tuple(records))


def _nobody(rest: str) -> bool:
    """Whether nothing is named behind "superseded by": "none", "–"."""
    bare = rest.strip(" \t:.,;()*_")
    return bool(leading("nothing|nothing-done|plain-no", bare)) or bare in ("-", "–", "—")


def _extents(claim: SupersessionClaim) -> list[Extent]:
    return [extent for _, extent in claim.records] or [claim.extent]


def _before(text: str, kind: str) -> Extent:
    """What the words before a supersession make of it: something else than this record, or a word that denies it."""
    *_, ahead, clause = ("", *_CLAUSE.split(text))
    if not re.search(r"\w", clause):
        clause = ahead if find_slot("perhaps|uncertain", ahead) else clause  # "Perhaps, superseded by 8"
    extent = _modified(clause)
    if extent != "whole":
        return extent
    if kind == "superseded_by" and (words.parts().search(text) or re.search(r"\w", words.wholly().sub("", clause))):
        return "part"
    return "whole"


def _modified(text: str) -> Extent:
    """What words beside a supersession make of it."""
    extents: tuple[tuple[Extent, str], ...] = (
        ("never", "not"),
        ("later", "later"),
        ("later", "until"),
        ("part", "part"),
    )
    return next((extent for extent, name in extents if words.slot(name).search(text)), "whole")


def _ahead(text: str, kind: str) -> Extent:
    """What stands between the words and the record: "in part by", "not"; what is replaced may be a piece: "section 2 of"."""
    if kind == "supersedes" and find_slot("all-but", text):  # "Supersedes everything but 8"
        return "part"
    extent = _modified(re.sub(r"[¤]+", "", text))
    if kind == "superseded_by":
        return extent
    return "part" if _piece(text) else extent if extent in ("never", "part") else "whole"


def _piece(text: str) -> bool:
    """Whether a piece of the record is named, not the record: "section 2 of", "the naming rules of"."""
    of = words.of_a_record().search(text)
    return bool(words.parts().search(text) or (of and re.search(r"\w", words.wholly().sub("", text[: of.start()]))))


def _behind(text: str) -> Extent:
    """What follows the record directly, or in brackets: "in part", "once that ships"."""
    bracket = re.match(r"[\s,]*\(([^()]*)\)", text)
    if bracket and (words.slot("part").search(bracket[1]) or words.parts().match(bracket[1].strip())):
        return "part"
    if bracket and words.proposed().match(bracket[1].strip()):
        return "later"
    plain = re.sub(r"^[\s,;:()—–-]+", "", text)
    piece = words.parts().match(plain)
    alone = piece and not re.search(r"[^\W\d]{2,}", _CLAUSE.split(plain[piece.end() :])[0])
    if words.slot("part").match(plain) or alone or words.only_at_the_end().search(plain):
        return "part"
    return "later" if words.slot("until").match(plain) or leading("uncertain", plain) else "whole"


def _parted(text: str) -> tuple[str, str]:
    """What stands between two records: what belongs to the first, and what to the second."""
    joint = list(words.slot("also").finditer(text))
    if joint:
        return text[: joint[-1].start()], text[joint[-1].end() :]
    before, _, after = text.partition(",")
    return before, after
