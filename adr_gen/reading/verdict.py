"""The decision itself: from the front matter, a heading or label with a known verb, or a sentence with a clear one."""

import re
from dataclasses import dataclass
from functools import cache

from ..decision import STATUSES, Status, Verdict
from ..frontmatter import FrontMatter
from . import words
from .outline import Place, fold, label, plain, sentences
from .status import qualifier, status_word
from .values import Finding, Note

_ORDER: tuple[Status, ...] = ("deferred", "rejected", "accepted", "proposed")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that says a verdict."""

    rank: int
    """Lower is stronger: 0 heading, 1 label, 2 first sentence of the verdict's section, 3 free sentence."""
    line: int
    rule: str
    text: str
    status: Status
    qualifier: str | None
    strong: bool = False
    """Whether it calls itself final."""


@cache
def _verbs() -> list[tuple[re.Pattern[str], Status]]:
    return [(re.compile(rf"({words.alternation(f'verdict.verbs.{s}')})(?![\w'’])", re.I), s) for s in _ORDER]


@cache
def _negated() -> re.Pattern[str]:
    accepted = words.alternation("verdict.verbs.accepted")
    negation = words.alternation("verdict.sentence.negation")
    return re.compile(rf"{negation}[\s_-]+(?:\w+ly\s+)?(?:be\s+)?({accepted})(?!\w)", re.I)


@cache
def _label() -> re.Pattern[str]:
    before, names, after = (words.alternation(f"verdict.{n}") for n in ("before", "labels", "after"))
    return re.compile(rf"(?:(?:{before})\s+){{0,3}}{names}s?(?:\s+{after})?\Z", re.I)


def is_label(name: str) -> bool:
    """Whether a heading or label announces the verdict."""
    return bool(_label().match(re.sub(r"\s*\([^)]{0,60}\)\Z", "", plain(name))[:80]))


def judge(text: str) -> tuple[Status, str | None] | None:
    """The status that the leading words of a verdict say, and what limits it."""
    text = re.sub(r"[*_`~]{1,3}(?=\S)|(?<=\S)[*_`~]{1,3}", "", fold(text)[:600])
    text = re.sub(r"^\W+", "", text.replace("_", " "))
    negated = _negated().match(text)
    if negated:
        rest = text[negated.end() :]
        soon = words.inside("verdict.sentence.soon").search(re.split(r"[.;:]", rest)[0])
        if soon and not re.match(r"for (?:now|the time being)", soon[0], re.I):
            return "deferred", soon[0].lower() if soon[0].lower() == "yet" else None
        return "rejected", qualifier(rest)
    found = [(m.end(), s) for pattern, s in _verbs() if (m := pattern.match(text))]
    if not found:
        return None
    end, status = max(found, key=lambda f: f[0])
    return status, qualifier(text[end:])


def undecided(text: str) -> bool:
    """Whether a verdict says that there is none yet."""
    bare = re.sub(r"^\W+|\W+\Z", "", fold(text))
    return not bare or bool(words.leading("verdict.undecided").match(bare)) or bool(re.match(r"go\s*/\s*no", bare, re.I))


@cache
def _sentence() -> re.Pattern[str]:
    part = {n: words.alternation(f"verdict.sentence.{n}") for n in ("subject", "modal", "link", "negation", "intro", "imperative")}
    return re.compile(
        rf"(?:{part['intro']},?\s+)?(?:(?P<subject>{part['subject']})\s*:?\s+(?:(?:therefore|thus|now|strongly|also|have|has)\s+)*"
        rf"(?P<modal>{part['modal']})?(?:\s+(?:{part['link']}))*\s*|(?=(?P<imperative>{part['imperative']})(?!\w)))(?P<rest>.+)", re.I)  # fmt: skip


def sentence_verdict(sentence: str) -> tuple[Status, str | None] | None:
    """The verdict of a free sentence, if a clear verb says it."""
    text = re.sub(r"[*_~]{1,3}(?=\S)|(?<=\S)[*_~]{1,3}", "", sentence[:600])
    if text.rstrip().endswith("?"):
        return None
    found = _sentence().match(text)
    if not found or (found["subject"] and not found["modal"] and not re.search(r"\b(?:is|was|decided|be)\Z", found["subject"], re.I)):
        return None
    return judge(found["rest"])


def explicit(front: FrontMatter) -> tuple[Verdict | None, list[Note], list[Finding], bool]:
    """The verdict of the front matter, and whether it says anything."""
    key = next((k for k in front.values if k.lower() == "decision" and front.text(k)), None)
    weak = next((k for k in front.values if k.lower() in ("verdict", "recommendation", "outcome") and front.text(k)), None)
    name = key or weak
    if name is None:
        return None, [], [], False
    text, line = front.text(name), front.lines.get(name, 1)
    found = status_word(text) if text.lower() in STATUSES else judge(text) or status_word(text)
    if undecided(text) and text.lower() not in STATUSES:
        return None, [Note("verdict", line, "front-matter", text, False, "says that nothing is decided")], [], True
    if found is None:
        if not key:
            return None, [], [], False
        message = f"`decision: {text[:60]}` is no known decision; write one of accept, reject, defer, propose"
        return None, [], [Finding(line, "ADR104", message)], True
    front_qualifier = front.text("qualifier") or found[1]
    return Verdict(found[0], front_qualifier or None, ""), [Note("verdict", line, "front-matter", text)], [], True


def candidates(places: list[Place]) -> tuple[list[Candidate], list[Note], list[Finding]]:
    """All that says a verdict of the whole document."""
    found: list[Candidate] = []
    notes: list[Note] = []
    unknown: list[Finding] = []
    for place in places:
        if place.block.kind == "heading":
            _from_heading(place, found, notes, unknown)
        elif place.block.kind == "paragraph" and len(place.items) < 2:
            _from_paragraph(place, found, notes, unknown)
        elif place.block.kind == "table" and not place.items:
            _from_table(place, found, notes)
    return found, notes, unknown


def _take(place: Place, rank: int, line: int, rule: str, name: str, text: str, found: list[Candidate], notes: list[Note]) -> bool:
    """Add what `text` says, if it says something; True if its words are understood."""
    judged = judge(text)
    if judged is None or undecided(text):
        if undecided(text):
            notes.append(Note("verdict", line, rule, text, False, "says that nothing is decided"))
        return undecided(text)
    if place.inside_option:
        notes.append(Note("verdict", line, rule, text, False, "speaks of an option"))
        return True
    strong = bool(words.leading("verdict.strong").match(name))
    found.append(Candidate(rank, line, rule, fold(text), judged[0], judged[1], strong))
    return True


_HEAD = re.compile(r"\s*[:：]\s*|\s+[—–-]\s+|\s+(?=\()|\s*→\s*")


def heading_words(text: str) -> tuple[str, str] | None:
    """The verdict label a heading begins with, and the words after it."""
    text = fold(text)
    for mark in _HEAD.finditer(text):
        if is_label(text[: mark.start()]):
            return plain(text[: mark.start()]), text[mark.end() :].strip()
    return None


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
        if not known:
            unknown.append(_unknown(place.block.line, text))


def _unknown(line: int, text: str) -> Finding:
    message = (f"the verdict {text[:60]!r} says no known decision (adopt, reject, defer, go, no-go, hold, keep …); "
               "add `decision: reject` or the like to the front matter")  # fmt: skip
    return Finding(line, "ADR101", message)


def _from_paragraph(place: Place, found: list[Candidate], notes: list[Note], unknown: list[Finding]) -> None:
    block = place.block
    labelled = False
    for offset, line in enumerate(block.text.split("\n")[:40]):
        part = label(line) if offset else place.label
        if part and part[1] and is_label(part[0]):
            labelled = True
            if not _take(place, 1, block.line + offset, "label", part[0], part[1], found, notes) and place.top:
                unknown.append(_unknown(block.line + offset, part[1]))
    if labelled:
        return
    section = place.headings[-1] if place.headings else None
    first = place.top and place.before is section and section is not None and is_label(section.text)
    chosen = re.match(rf"[*_]*{words.alternation('verdict.chosen')}[*_]*\s*:\s*[*_]*\s*(.+)", block.text[:400], re.I | re.S)
    if chosen and not place.inside_option:
        text = sentences(block.text)[0]
        found.append(Candidate(1, block.line, "chosen-option", text, "accepted", qualifier(""), False))
        return
    for number, sentence in enumerate(sentences(block.text) if len(block.text) < 6000 else []):
        bold = re.match(r"(\*\*|__)([^*_]{2,160}?)[.:!]?\1[.:!]?", sentence)
        said = sentence_verdict(sentence)
        if first and number == 0:
            said = said or judge(bold[2] if bold else sentence)
            if said:
                _add(place, 2, "verdict-section", sentence, said, found, notes)
                continue
        inline = re.search(r"\*\*([^*:]{3,30}):\s*([^*]{2,80})\*\*", sentence)
        if inline and is_label(inline[1]) and place.top:
            _take(place, 1, block.line, "label", inline[1], inline[2], found, notes)
        elif said and place.top:
            _add(place, 2 if first else 3, "sentence", sentence, said, found, notes)


def _add(place: Place, rank: int, rule: str, sentence: str, said: tuple[Status, str | None], found: list[Candidate], notes: list[Note]) -> None:
    if place.inside_option:
        notes.append(Note("verdict", place.block.line, rule, sentence, False, "speaks of an option"))
    elif rank < 3 or any(is_label(h.text) for h in place.headings) or _summary(place):
        found.append(Candidate(rank, place.block.line, rule, sentence, said[0], said[1]))


def _summary(place: Place) -> bool:
    labels = words.section_labels()
    return any("summary" in plain(h.text).lower() and labels.get(plain(h.text).lower()) == "context" for h in place.headings)


def _from_table(place: Place, found: list[Candidate], notes: list[Note]) -> None:
    block = place.block
    for line, row in zip(block.row_lines, block.rows, strict=True):
        if len(row) == 2 and is_label(row[0]) and row[1].strip():
            _take(place, 1, line, "table", plain(row[0]), row[1], found, notes)


def choose(found: list[Candidate]) -> tuple[Candidate | None, list[Finding]]:
    """The strongest candidate; candidates of equal rank that disagree leave the document undecided."""
    for rank in range(4):
        same = [c for c in found if c.rank == rank]
        same = [c for c in same if c.strong] or same
        if not same:
            continue
        if len({c.status for c in same}) == 1 or rank >= 2:
            return same[0], []
        first, other = same[0], next(c for c in same if c.status != same[0].status)
        message = (f"verdicts disagree: {first.text[:40]!r} ({first.status}) and line {other.line} {other.text[:40]!r} ({other.status}); "
                   "add `decision:` to the front matter")  # fmt: skip
        return None, [Finding(first.line, "ADR105", message)]
    return None, []


def verdict_line(chosen: Candidate, places: list[Place]) -> str:
    """The verdict in one line: a label's sentence, else a heading's words, else the first sentence of its section."""
    section = next((p for p in places if p.block.kind == "heading" and p.block.line == chosen.line), None)
    if section is not None:
        below = [p for p in places if section.block in p.headings and p.block.kind == "paragraph" and p.top]
        for place in below:
            if place.label and place.label[1] and is_label(place.label[0]):
                return fold(place.label[1])
    if chosen.rule == "label":
        return chosen.text
    return chosen.text
