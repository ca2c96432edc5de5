"""What a verdict that says nothing else leaves to the sentence behind it: what is done, or why not."""

import re
from dataclasses import replace

from ...markdown import fold
from ...model import Status, Verdict
from .. import roles
from ..document.statements import Statement
from ..patterns.language_matchers import find_slot, leading, whole
from ..plain_text import plain, sentences
from ..sentences.sentence_classification import Languages, condition_in, verdict_in
from ..sentences.verdict_verbs import alone, judge

REFUSALS: tuple[Status, ...] = ("rejected", "deferred")
WORD, FEWEST, FEW, MOST = 2, 5, 12, 200
"""Words of a status, words that no key such as "Owner: Ann Lee." has behind it, words of a sentence that says no more, and characters of one that still fits behind it."""
_WITHIN = re.compile(r"[:：;—–(]| - ")
_STRESSED = re.compile(r"(\*\*|__)([^*_]+)\1")
_END = re.compile(r"[.!?。！？…]\W*\Z")


def status_of(sentence: str, languages: Languages) -> Status | None:
    """The status that a sentence says by itself; None if it says none."""
    judged = judge(sentence)
    if judged is None and (made := verdict_in(sentence, "any", languages)):
        judged = made[0]
    judged = judged or alone(sentence)
    return judged[0] if judged else None


def points_elsewhere(sentence: str, languages: Languages) -> bool:
    """Whether a sentence says neither what is done nor why: a reference, a question, a condition, or what leads into a list."""
    elsewhere = leading("see-also|if", sentence) or sentence.endswith(("?", "？", ":", "："))
    return bool(elsewhere or condition_in(sentence, languages))


def with_reason(decided: Verdict, line: int, places: list[Statement], languages: Languages) -> Verdict:
    """A verdict that stands on a line or below, with the sentence behind it if it says neither what is done nor why."""
    if not _says_only_that(decided):
        return decided
    before, behind = _around(decided.line, line, places)
    for more in (behind, _reasons(places)):
        if _tells_more(more, decided, languages):
            return replace(decided, line=_joined(decided.line, more))
    # "The cars leave in May. Adopted by the board."
    told = decided.status == "accepted" and _tells_more(before, decided, languages)
    return replace(decided, line=f"{before} {decided.line}") if told else decided


def _tells_more(behind: str, decided: Verdict, languages: Languages) -> bool:
    """Whether a sentence says what is done or why; another verdict says neither, and "Rejected. We take the queue." two things."""
    if not behind or len(behind) > MOST or points_elsewhere(behind, languages):
        return False
    said = status_of(behind, languages)
    return said is None or (said == decided.status == "accepted" and not _says_only_that(replace(decided, line=behind)))


def _joined(sentence: str, behind: str) -> str:
    sentence = bold[2] if (bold := _STRESSED.fullmatch(sentence)) else sentence
    if behind[0].islower():
        return f"{sentence.rstrip('.')}: {behind}"
    return f"{sentence if _END.search(sentence) else f'{sentence}.'} {behind}"


def _says_only_that(decided: Verdict) -> bool:
    """Whether a line says that, and perhaps by whom and when it was decided: "REJECT", "Accepted by all", "We rejected it"."""
    words = plain(decided.line)
    count = len(words.split())
    if not 0 < count <= FEW or _WITHIN.search(words) or find_slot("because-of|because", words):
        return False
    judged = alone(words)
    limit = (judged[1] or "").split() if judged else []
    is_word = judged is not None and count <= WORD + len(limit)
    participle = leading("done-accept|done-reject|done-defer", words)
    return is_word or bool(participle) or (decided.status in REFUSALS and bool(find_slot("it", words)))


def _around(sentence: str, line: int, places: list[Statement]) -> tuple[str, str]:
    """The sentences right before one in its paragraph, and behind it there or in the next one below the same heading; empty without any."""
    stated = (p for p in places if p.line >= line and _may_state(p))
    place = next((p for p in stated if sentence in fold(p.block.text)), None)
    if place is None:
        return "", ""
    parts = sentences(fold(place.block.text)) if place.block.kind == "paragraph" else []
    own = next((number for number, part in enumerate(parts) if part.endswith(sentence)), len(parts) - 1)
    label = place.label[0] if place.label else ""
    before = parts[own - 1].removeprefix("**").partition(f"{label}:")[2].lstrip(" *") if own == 1 and label else ""
    before = before or (parts[own - 1] if own > 0 else "")
    if parts[own + 1 :]:
        return before, parts[own + 1]
    after = next((p for p in places if p.block is place.after and p.block.kind == "paragraph"), None)
    return before, _begin(after) if after is not None else ""


def _reasons(places: list[Statement]) -> str:
    """The first sentence of the section that has the reasons; empty without one."""
    named = (p for p in places if p.first and p.top and not (p.of_option or p.aside) and p.block.kind == "paragraph")
    reasons = (p for p in named if p.section is not None and whole("why|why-not|for-reasons", plain(p.section.text)))
    place = next(reasons, None)
    return next(iter(sentences(fold(place.block.text))), "") if place is not None else ""


def _begin(place: Statement) -> str:
    """The first sentence of a paragraph; empty where its label announces something else than reasons."""
    name, behind = place.label or ("", place.block.text)
    if name and not whole("why|why-not|for-reasons", name):
        # "Watchdog: it is installed in any case." names what was taken
        named = place.block.text.startswith(name) and not roles.of(name) and len(behind.split()) >= FEWEST
        behind = place.block.text if named and _END.search(fold(behind)) else ""
    return next(iter(sentences(behind)), "")


def _may_state(place: Statement) -> bool:
    """Whether the reason of a verdict may stand behind it here: neither behind a title nor behind the line of a status."""
    if place.block.kind == "heading":
        return place.block.level > 1
    return place.block.kind == "paragraph" and "status" not in place.label_roles
