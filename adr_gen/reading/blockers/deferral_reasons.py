"""Blockers of a deferral that no word for blockers announces: what its reasons call missing, or a section that says why it waits."""

import re
from collections.abc import Iterator

from ...markdown import fold
from .. import roles
from ..document.statements import Statement
from ..patterns.language_matchers import lowered, matcher_for
from ..plain_text import line_of, plain, sentences
from ..sentences.verdict_verbs import clean, judge
from ..verdict.verdict_labels import LABELS, heading_words

BRIEF = 8
"""Words of a sentence that says no more than that it waits."""
LONGEST_NAME = 200
"""Characters of a heading or label that may name a gap."""
_LACKS = (
    "^ blocker-subject? need-verb",
    "^ there-is? none-lead",
    "^ _10 is-missing",
    "^ _10 is-not !not-lacking PASTED",
    "^ _10 has-not !not-lacking PASTED",
    "^ _10 does-not !not-a-lack WORD",
    "^ lack-of",
    "^ neither-of _10 has-done PASTED",
    "^ _6 held-by",
)
_NO_LACK = ("^ no-longer|if", "^ there-is? none-lead _2 need-noun", "^ _6 no-wish", "^ the-one-thing")


def missing(places: list[Statement], end: re.Pattern[str]) -> Iterator[tuple[int, str, str]]:
    """Line, rule and words of what is missing; `end` ends the words of a blocker."""
    for place in places:
        if place.of_option or place.aside or place.under("procedure"):
            continue
        if gap := _gap(place):
            yield place.line, "numbered-gap", gap
        elif place.below("waits"):
            yield from ((line, "why-it-waits", text) for line, text in _parts(place) if lacks(text))
        if place.block.kind == "paragraph":
            for rule, sentence in _named(place):
                words = fold(end.split(sentence)[0]).strip(" ,:*_.")
                if len(words) > 2:
                    yield line_of(place.block, sentence), rule, words


def _gap(place: Statement) -> str:
    """What a heading or label such as "Gap 1: no build for ARM" says behind its number."""
    text = place.block.text if place.block.kind == "heading" else place.label[0] if place.label else ""
    numbered = matcher_for("^ gap-one DIGITS|LETTER").match(lowered(plain(text))) if len(text) <= LONGEST_NAME else None
    behind = plain(text)[numbered.end() :] if numbered else ""
    if numbered is None or (behind and plain(text)[: numbered.end()][-1] not in " :–—-" and behind[0] not in ":–—-."):
        return ""
    name = behind.strip(" –—-:.")
    return name or (sentences(place.label[1]) or [""])[0].strip(" .") if place.label else name


def _parts(place: Statement) -> Iterator[tuple[int, str]]:
    """The headings and rows below a heading that says why it waits, with their lines."""
    block = place.block
    if block.kind == "heading":
        yield block.line, plain(block.text)
    elif block.kind == "table":
        rows = zip(block.row_lines[1:], block.rows[1:], strict=True)
        yield from ((line, fold(row[0])) for line, row in rows if row)


def _named(place: Statement) -> Iterator[tuple[str, str]]:
    """The sentences of a paragraph that name what is missing, each with its rule."""
    behind = place.label[1] if place.label and place.labelled("waits", *LABELS) else ""
    some = sentences(behind or place.block.text)
    if (
        place.below("waits")
        or any(roles.has(name, "waits") for name in place.labels)
        or (behind and place.labelled("waits"))
    ):
        unticked = bool(place.items) and place.items[-1].checked is False
        yield from (("why-it-waits", part) for part in (some[:1] if unticked else _lacking(some)))
    elif behind or says_verdict(place) or (place.headings.are_titles and place.top):
        yield from (("deferral-reason", sentence) for sentence in _behind(some))


def _lacking(some: list[str]) -> Iterator[str]:
    """What sentences call missing; where one counts what is in the way, the points behind it: "Two things are missing. First, …"."""
    counted = any(matcher_for("NUMBER _4 in-the-way").search(lowered(sentence)) for sentence in some)
    for sentence in some:
        point = matcher_for("^ nth-point ,?").match(lowered(sentence))
        rest = sentence[point.end() :] if point else sentence
        if point and counted:
            yield rest
        elif not counted:
            yield from _clauses(rest)


def _aside(sentence: str) -> re.Match[str] | None:
    """That a sentence waits, with the reason behind a sign: "On hold (no licence yet)"."""
    match = matcher_for("^ defer|held|held-only").match(lowered(sentence))
    return match if match and re.search(r"[:：,，(（–—-][\s*_(]*\Z", sentence[: match.end()]) else None


def _clauses(sentence: str) -> list[str]:
    """What a sentence calls missing: its clauses, if each does, else the whole of it."""
    for joint in (", and", "and"):
        marks = [(m.start(), m.end()) for m in matcher_for(joint).finditer(lowered(sentence))]
        starts, ends = [0, *(end for _, end in marks)], [*(start for start, _ in marks), len(sentence)]
        parts = [part for a, b in zip(starts, ends, strict=True) for part in sentence[a:b].split("; ")]
        lacking = [part for part in parts if lacks(part)]
        # "no key and certificate" is one thing
        if len(parts) > 1 and lacking and (joint == ", and" or lacking == parts):
            return lacking
    return [sentence] if lacks(sentence) else []


def says_verdict(place: Statement) -> bool:
    """Whether the nearest heading announces the verdict, or refuses or defers: "Decision: later"."""
    words = heading_words(place.section.text) if place.section is not None else None
    judged = judge(words[1]) if words else None
    return place.below(*LABELS) or (judged is not None and judged[0] in ("rejected", "deferred"))


def _behind(some: list[str]) -> Iterator[str]:
    """What stands behind the words that it waits: "Deferred because …", "Not yet. There is no …"."""
    waits = False
    for sentence in some:
        reason = matcher_for("defer|held|held-only _4 because").search(lowered(sentence)) or _aside(sentence)
        rest = sentence[reason.end() :].strip(" :：,，(（)）–—-.") if reason else sentence
        if reason or waits:
            yield from _clauses(rest)
        waits = len(sentence.split()) <= BRIEF and bool(
            matcher_for("cannot-do|not-now|held-only").search(lowered(sentence))
        )


def lacks(sentence: str) -> bool:
    """Whether a sentence says that something is needed or missing."""
    low = lowered(clean(sentence))
    asks = sentence.rstrip().endswith(("?", "？"))
    return (
        not asks
        and not any(matcher_for(row).match(low) for row in _NO_LACK)
        and any(matcher_for(row).match(low) for row in _LACKS)
    )
