"""All that says a verdict: headings and labels with a known verb, first sentences of their sections, clear sentences."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from ..decision import Status
from ..markdown import Block, fold
from . import words
from .blockers import text_of
from .judge import Judged, alone, judge, named, of_sentence, undecided
from .opening import doing, made, opening, owned, owns, settled
from .outline import Place, line_of, plain, sentences
from .status import qualifier
from .values import Finding, Note


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that says a verdict."""

    rank: int
    """Lower is stronger: -1 an update that turns it, 0 heading, 1 label, 2 first sentence of its section, 3 free sentence."""
    line: int
    rule: str
    text: str
    status: Status
    qualifier: str | None
    strong: bool = False
    """Whether it calls itself final."""
    headings: tuple[Block, ...] = ()
    """The headings above it."""
    top: bool = True
    """Whether it stands outside of lists."""


UPDATE, SENTENCE = -1, 3
"""The strongest and the weakest rank."""
UNCLEAR = "verdict-section"
"""Rule of what stands first in a verdict's section and says no verdict; of interest only where nothing else does."""
_BRACKETS = re.compile(r"\s*\([^)]{0,60}\)\Z")


@cache
def _label() -> re.Pattern[str]:
    before, names, after = (words.alternation(f"verdict.{n}") for n in ("before", "labels", "after"))
    return re.compile(rf"(?:(?:{before})\s+){{0,3}}{names}s?(?:\s+{after})?\Z", re.I)


@lru_cache(4096)
def is_label(name: str) -> bool:
    """Whether a heading or label announces the verdict."""
    name = plain(name)
    return bool(_label().match((_BRACKETS.sub("", name) if name.endswith(")") else name)[:80]))


def read(places: list[Place], title: str = "") -> tuple[list[Candidate], list[Note], list[Finding]]:
    """All that says a verdict of the whole document with this title."""
    found: list[Candidate] = []
    notes: list[Note] = []
    unknown: list[Finding] = []
    for place in places:
        if place.block.kind == "heading":
            _from_heading(place, found, notes, unknown)
        elif place.block.kind == "paragraph" and len(place.items) < 2:
            _from_paragraph(place, found, notes, unknown)
        elif place.block.kind == "list":
            _from_list(place, found)
        elif place.block.kind == "table" and not place.items:
            _from_table(place, found, notes)
    if words.inside("verdict.reports").search(title):
        told = [c for c in found if c.rank >= 2]
        found = [c for c in found if c.rank < 2]
        notes += [Note("verdict", c.line, c.rule, c.text, False, "a report tells what happened") for c in told]
    return found, notes, unknown


def _take(
    place: Place, rank: int, line: int, rule: str, name: str, text: str, found: list[Candidate], notes: list[Note]
) -> bool:
    """Add what `text` behind a label says, if it says something; True if its words are understood."""
    if undecided(text):
        notes.append(Note("verdict", line, rule, fold(text), False, "says that nothing is decided"))
        return True
    if place.aside:
        notes.append(Note("verdict", line, rule, fold(text), False, "speaks of a question beside the decision"))
        return True
    weak = bool(words.inside("verdict.weak").search(name))
    first = sentences(text)[0] if sentences(text) else text
    said = (alone(text) if weak else judge(text) or named(text)) or _agreed(text)
    if said is None and words.whole("verdict.firm").match(plain(_BRACKETS.sub("", name))):
        said = made(first)
    if said is None:
        said = doing(first) if weak else opening(first, "")
    if said is None:
        return weak
    if place.inside_option:
        notes.append(Note("verdict", line, rule, fold(text), False, "speaks of an option"))
        return True
    strong = bool(words.leading("verdict.strong").match(name))
    limit = said[1] or qualifier(name.partition("(")[2])
    found.append(Candidate(rank, line, rule, fold(text), said[0], limit, strong, place.headings, place.top))
    return True


def _agreed(text: str) -> Judged | None:
    """What the sentences behind a label say, if they agree."""
    said = [judged for sentence in sentences(text[:2000]) if (judged := of_sentence(sentence))]
    return said[0] if len({status for status, _ in said}) == 1 else None


_HEAD = re.compile(r"\s*[:：]\s*|\s+[—–-]\s+|\s+(?=\()|\s*→\s*")


@lru_cache(4096)
def heading_words(text: str) -> tuple[str, str] | None:
    """The verdict label a heading begins with, and the words after it."""
    text = fold(text[:400]).rstrip(" :：")
    marks = [m for m in _HEAD.finditer(text) if is_label(text[: m.start()])]
    if not marks:
        return None
    mark = marks[-1] if "(" in text[: marks[-1].start()] else marks[0]
    return fold(text[: mark.start()]), text[mark.end() :].strip()


def _from_heading(place: Place, found: list[Candidate], notes: list[Note], unknown: list[Finding]) -> None:
    split = heading_words(place.block.text)
    if split is None or place.block.level == 1:
        return
    name, text = split
    inner = re.match(r"\(([^)]*)\)$", text)
    known = _take(place, 0, place.block.line, "heading", name, inner[1] if inner else text, found, notes)
    if not known and not inner:
        last = re.split(r"\s[—–]\s", text)
        known = len(last) > 1 and _take(place, 0, place.block.line, "heading", name, last[-1], found, notes)
        if not known and home(place.headings):
            unknown.append(_unknown(place.block.line, text))


def _unknown(line: int, text: str) -> Finding:
    message = (f"the verdict {text[:60]!r} says no known decision (adopt, reject, defer, go, no-go, hold, keep …); "
               "add `decision: reject` or the like to the front matter")  # fmt: skip
    return Finding(line, "ADR101", message)


def _from_paragraph(place: Place, found: list[Candidate], notes: list[Note], unknown: list[Finding]) -> None:
    block = place.block
    part = place.label
    if part and part[1] and is_label(part[0]):
        _from_label(place, part, found, notes, unknown)
        return
    chosen = _chosen().match(block.text[:400])
    if chosen and not place.inside_option and not place.aside:
        text = sentences(block.text)[0]
        found.append(Candidate(1, block.line, "chosen-option", text, "accepted", None, False, place.headings))
    elif place.top and not ("**" in block.text and _from_bold(place, found, notes)):
        if _in_verdict(place):
            _from_sentences(place, found, notes)
        elif _turned(place):
            _from_each(place, UPDATE, "update", of_sentence, found, notes)
        elif owns(block.text):
            _from_each(place, SENTENCE, "sentence", owned, found, notes)


def _from_label(
    place: Place, part: tuple[str, str], found: list[Candidate], notes: list[Note], unknown: list[Finding]
) -> None:
    """The verdict behind a label, and those behind other labels on its line; what an update turns counts no more."""
    line, turned = place.block.line, _turned(place)
    known = _take(place, UPDATE if turned else 1, line, "label", part[0], part[1], found, notes)
    for more in _LABELLED.finditer(part[1]):
        if is_label(more[1]):
            _take(place, 1, line, "label", more[1], more[2], found, notes)
    if not known and place.top and home(place.headings):
        unknown.append(_unknown(line, part[1]))
        if turned:
            found.clear()


_LABELLED = re.compile(r"\*\*([^*:\n]{3,30})(?::\*\*|\*\*:)\s+([^*]{2,160})")


@cache
def _chosen() -> re.Pattern[str]:
    return re.compile(rf"[*_]*{words.alternation('verdict.chosen')}[*_]*\s*:\s*[*_]*\s*\S", re.I)


_INLINE = re.compile(r"\*\*([^*:\n]{3,30}):\s*([^*]{2,80})\*\*")


def _in_verdict(place: Place) -> bool:
    """Whether free sentences can say the verdict: in its section, or in a summary."""
    return any(is_label(h.text) for h in place.headings) or _summary(place)


def _from_bold(place: Place, found: list[Candidate], notes: list[Note]) -> bool:
    """The verdict of bold words in the middle of a paragraph: "… **Decision: defer.**"."""
    for inline in _INLINE.finditer(place.block.text):
        if is_label(inline[1]):
            return _take(place, 1, place.block.line, "label", inline[1], inline[2], found, notes)
    return False


def _from_sentences(place: Place, found: list[Candidate], notes: list[Note]) -> None:
    """The verdict of a paragraph's sentences; the first one of its section may be a bare verb."""
    section = place.headings[-1] if place.headings else None
    first = section if section is not None and place.before is section and is_label(section.text) else None
    title = place.headings[0].text if place.headings and place.headings[0].level == 1 else ""
    for number, sentence in enumerate(sentences(place.block.text[:6000])):
        said = of_sentence(sentence) or _outspoken(sentence)
        if first is not None and number == 0:
            said = said or _lead(sentence, first, title)
        elif section is not None and is_label(section.text) and not words.inside("verdict.weak").search(section.text):
            said = said or settled(sentence, title)
        if said is None and first is not None and number == 0:
            why = "says no known decision; `decision:` in the front matter would"
            notes.append(Note("verdict", place.block.line, UNCLEAR, sentence, False, why))
        if said:
            rank = 2 if first is not None and number == 0 else 3
            line = line_of(place.block, sentence)
            _add(place, line, rank, "verdict-section" if rank == 2 else "sentence", sentence, said, found, notes)


_BOLD = re.compile(r"(?:\*\*|__)([^*_]{2,40})[.!]?(?:\*\*|__)[.!]?")


def _outspoken(sentence: str) -> Judged | None:
    """The verdict of a sentence that is nothing but a bold word: "**Go.**"."""
    bold = _BOLD.fullmatch(sentence)
    return alone(bold[1]) if bold else None


def _turned(place: Place) -> bool:
    """Whether a paragraph stands in an update and says that something is no longer as it was."""
    later = next((h.text for h in place.headings if h.level > 1 and is_update(h.text)), None)
    return later is not None and bool(words.inside("verdict.turns").search(f"{later} {place.block.text}"))


@lru_cache(4096)
def is_update(heading: str) -> bool:
    """Whether a heading opens what was added later."""
    return bool(words.leading("verdict.updates").match(plain(heading)))


def _from_each(
    place: Place,
    rank: int,
    rule: str,
    says: Callable[[str], Judged | None],
    found: list[Candidate],
    notes: list[Note],
) -> None:
    for sentence in sentences(place.block.text[:6000]):
        if said := says(sentence):
            _add(place, line_of(place.block, sentence), rank, rule, sentence, said, found, notes)


def _lead(sentence: str, section: Block, title: str) -> Judged | None:
    """What the first sentence of a verdict's section says: a bare verb, or a decision told by those who made it."""
    bold = re.match(r"(?:\*\*|__)([^*_]{2,160}?)[.:!]?(?:\*\*|__)[.:!]?", sentence)
    name = plain(section.text)
    said = alone(bold[1] if bold else sentence) or (made(sentence) if words.whole("verdict.firm").match(name) else None)
    return said or (None if words.inside("verdict.weak").search(name) else opening(sentence, title))


def _add(
    place: Place,
    line: int,
    rank: int,
    rule: str,
    sentence: str,
    said: Judged,
    found: list[Candidate],
    notes: list[Note],
) -> None:
    if place.inside_option or place.aside:
        why = "speaks of an option" if place.inside_option else "speaks of a question beside the decision"
        notes.append(Note("verdict", line, rule, sentence, False, why))
    else:
        strong = rank == 2 and bool(words.leading("verdict.strong").match(plain(place.headings[-1].text)))
        found.append(Candidate(rank, line, rule, sentence, said[0], said[1], strong, place.headings))


def _from_list(place: Place, found: list[Candidate]) -> None:
    """A list that is the verdict's section: the verdict of its items, of the ticked ones where there are boxes, if they agree."""
    section = place.headings[-1] if place.headings else None
    if section is None or not place.top or place.inside_option or place.aside or not is_label(section.text):
        return
    boxes = any(item.checked is not None for item in place.block.children)
    items = [text_of(item) for item in place.block.children if item.checked or not boxes]
    said = [of_sentence(t) or alone(t) for t in items]
    if said and said[0] and (boxes or said[0][0] != "rejected") and len({s[0] for s in said if s}) == 1:
        found.append(
            Candidate(3, place.block.line, "verdict-list", sentences(items[0])[0], *said[0], False, place.headings)
        )


def _summary(place: Place) -> bool:
    return any(_is_summary(h.text) for h in place.headings)


@lru_cache(4096)
def _is_summary(heading: str) -> bool:
    """Whether a heading opens a summary of the whole document."""
    name = plain(heading).lower()
    return words.section_labels().get(name) == "context" and bool(words.inside("verdict.summary").search(name))


def _from_table(place: Place, found: list[Candidate], notes: list[Note]) -> None:
    block = place.block
    for line, row in zip(block.row_lines, block.rows, strict=True):
        if len(row) == 2 and is_label(row[0]) and row[1].strip():
            _take(place, 1, line, "table", plain(row[0]), row[1], found, notes)


def home(headings: tuple[Block, ...]) -> bool:
    """Whether headings leave no doubt that what stands under them speaks of the whole document."""
    return all(h.level == 1 or of_the_whole(h.text) for h in headings) or is_label(headings[-1].text)


def of_the_whole(heading: str) -> bool:
    """Whether a section speaks of the whole document: it announces or says the verdict, sums up, or was added later."""
    return is_label(heading) or heading_words(heading) is not None or is_update(heading) or _is_summary(heading)
