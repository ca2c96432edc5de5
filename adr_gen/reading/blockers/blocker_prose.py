"""Blockers that a sentence names: "Deferred (blocked on hardware)", "Parked. We are waiting on the audit."."""

import re
from collections.abc import Iterator

from ...markdown import fold
from ...model import Status
from .. import roles
from ..conditions.clause import is_clause
from ..conditions.condition_splitting import split
from ..conditions.other_matters import runs
from ..document.statements import Statement, text_of
from ..header.header_fields import Lines
from ..lexicon import spoken
from ..patterns.language_matchers import compiled, finder, leading, lowered, matcher_for, whole
from ..plain_text import line_of, sentences
from ..sentences.rule_engine import Sentence, active
from ..verdict.verdict_labels import LABELS
from .announced_blockers import is_none
from .deferral_reasons import lacks, says_verdict

END = re.compile(r"[;()（）。；]|\.(?:\s|\Z)|\s[—–-]\s")
"""Ends the words of a blocker."""
_VERDICT = frozenset(LABELS)
_LISTED = "^ NUMBER? _1? blocker-noun :"
_COUNTED = "^ NUMBER _2? in-the-way STOP"
_SEVERAL = ("^ NUMBER _1? blocker-noun blocks-verb _2 WORD? :", "^ there-is? NUMBER blockers-before* blockers WORD? :")
"""How a sentence begins that names several: "Two things block this: …"."""
_POINTS = ("^ that-is-one a-blocker", "^ this-alone holds-us")
"""How a sentence begins that calls the one before it a blocker."""
_STOPS = ("⛔", "🚫", "🛑")
"""Signs that stand before what stops the work, unlike those for a drawback."""
_STOP = "⛔🚫🛑\ufe0f "
_SUBJECT_HELD = "^ blocker-start? blocker-subject _3 held-by|blocked-by held-on?"
_HELD = "^ blocker-start? held-by|blocked-by held-on?"


def obstacles(places: list[Statement], header: Lines, status: Status | None) -> Iterator[tuple[int, str, str]]:
    """Line, rule and words of what the status line, else the verdict or the opening, says that it is blocked on."""
    said = [value for name, value in header.items() if roles.has(name, "status")]
    said += [(place.line, place.block.text) for place in places if place.below("status") and place.first]
    stated = [
        blocker
        for line, text in said
        for one in text.split("\n")  # a status may have several
        for blocker in _of_status(line, one, status)
    ]
    sentences_of = (blocker for place in places if _speaks(place) for blocker in _of_paragraph(place, status))
    yield from stated or dict.fromkeys(sentences_of)


def _of_status(line: int, text: str, status: Status | None) -> Iterator[tuple[int, str, str]]:
    low = lowered(text)
    # a status that is nothing but "waiting for review" is one of those who decide
    match = matcher_for("held-by").search(low) or matcher_for("held _2 blocked-by").search(low)
    if _denied(text) or (match and _only_depends(match[0], status)):
        return
    if match is None:
        yield from ((line, "status-line", part) for part in _held_for(text))
        return
    phrase = END.split(text[match.start() :])[0].strip(" ,:")
    behind = END.split(text[match.end() :].lstrip(" :–—-"))[0].strip(" ,")
    yield line, "status-line", phrase if len(phrase) > match.end() - match.start() else behind or phrase


def _only_depends(words: str, status: Status | None) -> bool:
    """Whether what was decided only depends on something, which keeps nobody from it."""
    return status == "accepted" and bool(matcher_for("hangs-on").search(lowered(words) + " "))


def _held_for(text: str) -> Iterator[str]:
    """What a status that waits calls missing: "On hold: no licence yet"."""
    head = matcher_for("^ held-only|held|defer|not-started due-to?").match(lowered(text))
    for part in END.split(text[head.end() :].lstrip(" :：,，(（–—-")) if head else ():
        words = part.strip(" ,:*_)）")
        if len(words) > 2 and lacks(words):
            yield words


def _speaks(place: Statement) -> bool:
    """Whether a paragraph says the verdict or opens the document, and nothing that belongs to an option."""
    if place.block.kind != "paragraph" or len(place.items) > 1:
        return False
    opens = place.headings.are_titles and place.top
    announced = opens or says_verdict(place) or not _VERDICT.isdisjoint(place.label_roles)
    return announced and not (place.of_option or place.aside)


def _of_paragraph(place: Statement, status: Status | None) -> Iterator[tuple[int, str, str]]:
    if place.after is not None and place.after.kind == "list" and _leads_in(place.block.text):
        items = ((item.line, text_of(item)) for item in place.after.children)
        yield from ((line, "held-by", fold(sentences(text)[0]).rstrip(".;,")) for line, text in items if text)
        return
    text = place.label[1] if place.label and place.labelled(*LABELS) else place.block.text
    last, told = "", sentences(text)
    for number, sentence in enumerate(told):
        if pointed := _pointed(last, sentence):
            yield line_of(place.block, last), "held-by", pointed
        last = sentence
        if matcher_for(_COUNTED).match(lowered(sentence)):
            for named_next in told[number + 1 : number + 2]:
                line = line_of(place.block, named_next)
                yield from ((line, "held-by", fold(part).rstrip(" .")) for part in _clauses(named_next))
            return
        if several := next(filter(None, (matcher_for(row).match(lowered(sentence)) for row in _SEVERAL)), None):
            yield from (
                (line_of(place.block, sentence), "held-by", part)
                for part in _parts(sentence[several.end() :].strip(" ."))
            )
            continue
        match = matcher_for(_SUBJECT_HELD).match(lowered(sentence)) or matcher_for(_HELD).match(lowered(sentence))
        behind = match or matcher_for("held-only|held|defer _1? : _2 held-by|blocked-by").search(lowered(sentence))
        if behind is None and (stated := blocker_in(sentence)):
            yield from ((line_of(place.block, sentence), "held-by", part) for part in _clauses(stated[1]))
        elif behind is None and matcher_for("^ held-only|held _4 held-by").match(lowered(sentence)):
            yield from _of_status(line_of(place.block, sentence), sentence, status)
        if behind is None or _denied(sentence) or _only_depends(behind[0], status):
            continue
        phrase = sentence[behind.end() :].strip(" :–—-")
        listed = matcher_for(_LISTED).match(lowered(phrase))
        rest = (phrase[listed.end() :] if listed else END.split(phrase)[0]).strip(" ,.")
        again = None if listed else matcher_for("and held-on|blocker-is").search(lowered(rest)) or _two_things(rest)
        parts = _parts(rest) if listed else [rest[: again.start()], rest[again.end() :]] if again else [rest]
        yield from (
            (line_of(place.block, sentence), "held-by", fold(part))
            for part in parts
            if len(part.strip()) > 2 and not runs(part)
        )


def _two_things(text: str) -> re.Match[str] | None:
    """The word between two things that both have an article: "the licence and the audit"."""
    two = matcher_for("^ a-thing _8 and a-thing").match(lowered(text))
    joint = matcher_for("and a-thing").search(lowered(text)) if two else None
    return matcher_for("and").search(lowered(text), joint.start()) if joint else None


def _clauses(text: str) -> list[str]:
    """The two sentences that one word joins, or the whole: "A is missing and B has no owner"."""
    for joint in matcher_for(",? and").finditer(lowered(text)):
        parts = [text[: joint.start()], text[joint.end() :]]
        if all(len(part.split()) > 2 and is_clause(part, spoken()) for part in parts):
            return parts
    return [text]


def _pointed(last: str, sentence: str) -> str:
    """The blocker before a sentence such as "That is a hard blocker"."""
    calls = last and any(matcher_for(row).match(lowered(sentence)) for row in _POINTS)
    return fold(last).rstrip(" .") if calls and not last.endswith("?") else ""


def _leads_in(text: str) -> bool:
    """Whether a paragraph ends with what blocks the matter, named in the list behind it: "We cannot start without:"."""
    last = sentences(text)[-1] if text.rstrip().endswith((":", "：")) else ""
    low = lowered(last.rstrip(" :：")) + " "
    rows = (
        "held-by|blocked-by|blocks-it $",
        "NUMBER _2? in-the-way _8? $",
        "^ blocker-subject? _2 cannot-do _2? without-it $",
    )
    return bool(last) and not _denied(last) and any(matcher_for(row).search(low) for row in rows)


def named(places: list[Statement]) -> Iterator[tuple[int, str, str]]:
    """Line, rule and words of what sentences anywhere call a blocker, for a document that refuses or defers."""
    for place in places:
        if place.block.kind != "paragraph" or len(place.items) > 1 or _of_others(place):
            continue
        last = ""
        yield from (
            (place.line + number, "stop-sign", _first(line.lstrip(_STOP)))
            for number, line in enumerate(place.block.text.split("\n"))
            if line[:1] in _STOPS
        )
        stuck = matcher_for("^ stuck").match(lowered(place.label[1])) if place.label else None
        if stuck and place.label and len(words := _first(place.label[1][stuck.end() :].lstrip(" *:–—-(,"))) > 2:
            yield place.line, "stuck", words
        for sentence in sentences(place.block.text):
            if pointed := _pointed(last, sentence):
                yield line_of(place.block, last), "held-by", pointed
            elif (stated := blocker_in(sentence, where="")) and (place.top or stated[0] == "marked-as-blocker"):
                yield line_of(place.block, sentence), "held-by", stated[1]
            last = sentence


def _first(text: str) -> str:
    return fold(END.split(text)[0]).strip(" *_:,.")


def _of_others(place: Statement) -> bool:
    """Whether a statement speaks of an option, of what comes next or came before, or of when to look again."""
    return place.of_option or place.aside or any(map(place.under, ("history", "procedure", "revisit", "plan")))


def blocker_in(text: str, where: str = "verdict") -> tuple[str, str] | None:
    """The rule that a sentence says a blocker by, and the blocker."""
    sentence = Sentence.of(text)
    supposed = matcher_for("no-longer|if").match(sentence.low) and not leading("until-or-before", text)
    if text.rstrip().endswith(("?", "？")) or supposed:
        return None
    but = matcher_for(", contrary-but|so-then").search(sentence.low)
    if but and (stated := blocker_in(text[but.end() :], where)):
        return stated
    for language in spoken():
        for rule, pattern in active("blockers", language, where).of(sentence.low):
            must = compiled(rule.main, language) if rule.main else None
            hit = None if must and not must.search(sentence.low) else pattern.match(sentence.low)
            blocker = fold(END.split(text[slice(*hit.span("text"))])[0]).strip(" ,:*_.") if hit else ""
            if len(blocker) > 2 and not (
                is_none(blocker) or leading("negation|none-of|nothing", blocker) or whole("pronouns|which-it", blocker)
            ):
                return rule.name, blocker
    return None


def _parts(text: str) -> list[str]:
    """The blockers of an enumeration: as conditions are told apart, or, of two, by the word between them."""
    parts = split(text, wide=True)[0]
    return parts if len(parts) > 1 else [part.strip(" ,") for part in finder("and").split(text)]


def _denied(text: str) -> bool:
    return bool(matcher_for("negation|none-of|no-longer _1? held-by|blocked-by").search(lowered(text)))
