"""All that says a verdict: headings and labels with a known verb, first sentences of their sections, clear sentences."""

import re
from dataclasses import dataclass, field

from ..markdown import Block, fold
from ..model import Status
from . import roles
from .outline import Statement, text_of
from .pattern import anywhere, inside, leading, lowered, whole
from .sentence import Languages, verdict_in
from .status import qualifier
from .text import line_of, plain, sentences
from .values import Finding, Note
from .verb import Judged, alone, clean, judge, named, undecided

UPDATE, SENTENCE = -1, 3
"""The strongest and the weakest rank."""
UNCLEAR = "verdict-section"
"""Rule of what stands first in a verdict's section and says no verdict; of interest only where nothing else does."""
_BRACKETS = re.compile(r"\s*\([^)]{0,60}\)\Z")
_HEAD = re.compile(r"\s*[:：]\s*|\s+[—–-]\s+|\s*(?=[(（])|\s*→\s*")
_LABELLED = re.compile(r"\*\*([^*:\n]{3,30})(?::\*\*|\*\*:)\s+([^*]{2,160})")
_INLINE = re.compile(r"\*\*([^*:\n]{3,30}):\s*([^*]{2,80})\*\*")
_BOLD = re.compile(r"(?:\*\*|__)([^*_]{2,160}?)[.:!]?(?:\*\*|__)[.:!]?")


@dataclass(frozen=True, slots=True)
class Opinion:
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


@dataclass(slots=True)
class Found:
    """What a document says of its verdict, in order."""

    languages: Languages
    title: str
    opinions: list[Opinion] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    unknown: list[Finding] = field(default_factory=list)

    def pass_over(self, line: int, rule: str, text: str, why: str) -> None:
        """Note what says a verdict that is not the document's."""
        self.notes.append(Note("verdict", line, rule, fold(text), False, why))

    def add(self, place: Statement, rank: int, line: int, rule: str, text: str, said: Judged, name: str = "") -> None:
        """Take a verdict, unless it is that of an option."""
        if place.of_option or place.aside:
            why = "speaks of an option" if place.of_option else "speaks of a question beside the decision"
            return self.pass_over(line, rule, text, why)
        strong = bool(leading("verdict-strong", name))
        headings = place.headings
        self.opinions.append(Opinion(rank, line, rule, fold(text), *said, strong, headings, place.top))
        return None


def is_label(name: str) -> bool:
    """Whether a heading or label announces the verdict."""
    return roles.has(name, "verdict")


def read(places: list[Statement], title: str, languages: Languages) -> Found:
    """All that says a verdict of the whole document with this title."""
    found = Found(languages, title)
    for place in places:
        if place.block.kind == "heading":
            _from_heading(place, found)
        elif place.block.kind == "paragraph" and len(place.items) < 2:
            _from_paragraph(place, found)
        elif place.block.kind == "list":
            _from_list(place, found)
        elif place.block.kind == "table" and not place.items:
            _from_table(place, found)
    if inside("reports", title):
        for told in (c for c in found.opinions if c.rank >= 2):
            found.pass_over(told.line, told.rule, told.text, "a report tells what happened")
        found.opinions = [c for c in found.opinions if c.rank < 2]
    return found


def _take(place: Statement, rank: int, line: int, rule: str, name: str, text: str, found: Found) -> bool:
    """Add what `text` behind a label says, if it says something; True if its words are understood."""
    if undecided(text):
        found.pass_over(line, rule, text, "says that nothing is decided")
        return True
    if place.aside:
        found.pass_over(line, rule, text, "speaks of a question beside the decision")
        return True
    said = _behind(name, text, found)
    if said is None:
        return bool(inside("verdict-weak", name))
    limit = said[1] or qualifier(name.partition("(")[2])
    found.add(place, rank, line, rule, text, (said[0], limit), name)
    return True


def _behind(name: str, text: str, found: Found) -> Judged | None:
    """What the words behind a label say."""
    weak = bool(inside("verdict-weak", name))
    first = next(iter(sentences(text)), text)
    said = (alone(text) if weak else judge(text) or named(text)) or _agreed(text, found)
    if said is None and whole("verdict-firm", plain(_BRACKETS.sub("", name))):
        said = _says(first, "firm", found)
    return said or (None if weak else _says(first, "label", found))


def _says(sentence: str, where: str, found: Found) -> Judged | None:
    made = verdict_in(sentence, where, found.languages, found.title)
    return made[0] if made else None


def _agreed(text: str, found: Found) -> Judged | None:
    """What the sentences behind a label say, if they agree."""
    said = [judged for sentence in sentences(text[:2000]) if (judged := _says(sentence, "any", found))]
    return said[0] if len({status for status, _ in said}) == 1 else None


def heading_words(text: str) -> tuple[str, str] | None:
    """The verdict label a heading begins with, and the words after it."""
    text = fold(text[:400]).rstrip(" :：")
    marks = [m for m in _HEAD.finditer(text) if m.end() < len(text) and is_label(text[: m.start()])]
    if not marks:
        return None
    mark = marks[-1] if "(" in text[: marks[-1].start()] else marks[0]
    return fold(text[: mark.start()]), text[mark.end() :].strip()


def _from_heading(place: Statement, found: Found) -> None:
    split, line = heading_words(place.block.text), place.line
    if place.block.level == 1:
        _from_title(place, found)
        return
    if split is None and _from_marked_option(place, found):
        return
    if split is None:
        _from_bare_heading(place, found)
        return
    name, text = split
    inner = re.match(r"[(（]([^)）]*)[)）]$", text)
    known = _take(place, 0, line, "heading", name, inner[1] if inner else text, found)
    if not known and not inner:
        last = re.split(r"\s[—–]\s", text)
        known = len(last) > 1 and _take(place, 0, line, "heading", name, last[-1], found)
        if not known and home(place.headings):
            found.unknown.append(_unknown(line, text))


def _from_title(place: Statement, found: Found) -> None:
    """A title that ends with its verdict: "The cut-over: NO-GO"."""
    if (split := heading_words(place.block.text)) and not undecided(split[1]):
        if said := judge(split[1]):
            found.add(place, 1, place.line, "title", split[1], said, split[0])
        return
    last = re.search(r"(?:[:：—–]|\s-)\s*([^:：—–]{2,40})\Z|[(（]([^()（）]{2,40})[)）]\Z", fold(place.block.text))
    words = plain((last[1] or last[2]) if last else "")
    if words.isupper() and whole("capital-verdict", words) and (said := alone(words)):
        found.add(place, 1, place.line, "title", words, said)


def _from_marked_option(place: Statement, found: Found) -> bool:
    """The heading of an option that says that it is the one: "Option 1: the queue (CHOSEN)"."""
    text = fold(place.block.text)
    last = re.search(r"[(（\[]([^()（）\[\]]{2,30})[)）\]]\W*\Z|(?:←|✅|✔|⭐|—|–|\s-)\s*([^\W\d]{4,20})\W*\Z", text)
    if not last or not whole("chosen-mark", plain(last[1] or last[2])) or place.aside:
        return False
    name = text[: last.start()].rstrip(" :：—–-")
    found.opinions.append(Opinion(2, place.line, "marked-option", name, "accepted", None, headings=place.headings))
    return True


def _from_bare_heading(place: Statement, found: Found) -> None:
    """A heading right below the verdict's that says it itself: "Decision", then "Do not build it now"."""
    above = place.before
    if above is not None and above is place.section and is_label(above.text) and not is_label(place.block.text):
        said = _says(plain(place.block.text), "any", found) or alone(plain(place.block.text))
        if said:
            found.add(place, 0, place.line, "heading", plain(place.block.text), said)


def _unknown(line: int, text: str) -> Finding:
    message = (f"the verdict {text[:60]!r} says no known decision (adopt, reject, defer, go, no-go, hold, keep …); "
               "add `decision: reject` or the like to the front matter")  # fmt: skip
    return Finding(line, "ADR101", message)


def _from_paragraph(place: Statement, found: Found) -> None:
    block, part = place.block, place.label
    if part and part[1] and is_label(part[0]):
        _from_label(place, part, found)
    elif _chosen(block.text) and not place.of_option and not place.aside:
        found.add(place, 1, block.line, "chosen-option", sentences(block.text)[0], ("accepted", None))
    elif place.top and not ("**" in block.text and _from_bold(place, found)):
        _from_prose(place, found)


def _from_label(place: Statement, part: tuple[str, str], found: Found) -> None:
    """The verdict behind a label, and those behind other labels on its line; what an update turns counts no more."""
    turned = _turned(place)
    known = _take(place, UPDATE if turned else 1, place.line, "label", *part, found)
    for more in _LABELLED.finditer(part[1]):
        if is_label(more[1]):
            _take(place, 1, place.line, "label", more[1], more[2], found)
    if not known and place.top and home(place.headings):
        found.unknown.append(_unknown(place.line, part[1]))
        if turned:
            found.opinions.clear()


def _turned(place: Statement) -> bool:
    """Whether a paragraph stands in an update and says that something is no longer as it was."""
    later = next((h.text for h in place.headings if h.level > 1 and roles.has(h.text, "update")), None)
    return later is not None and bool(inside("turns", f"{later} {place.block.text}"))


def _chosen(text: str) -> bool:
    """Whether a paragraph begins "Chosen option: …"."""
    text = text.lstrip("*_ ")[:400]
    named = leading("chosen", text)
    return bool(named and re.match(r"[\s*_]*[:：][\s*_]*\S", text[len(text[: named.end()].rstrip(" *_")) :]))


def _from_bold(place: Statement, found: Found) -> bool:
    """The verdict of bold words in the middle of a paragraph: "… **Decision: defer.**"."""
    inline = next((m for m in _INLINE.finditer(place.block.text) if is_label(m[1])), None)
    return inline is not None and _take(place, 1, place.line, "label", inline[1], inline[2], found)


def _from_prose(place: Statement, found: Found) -> None:
    if any(is_label(h.text) for h in place.headings) or _in_summary(place):
        _from_section(place, found)
    elif _turned(place):
        _from_each(place, UPDATE, "update", "update", found)
    elif _owns(place.block.text):
        _from_each(place, SENTENCE, "sentence", "own", found)
    elif place.block.text[:2] in ("**", "__"):
        _from_bold_lead(place, found)


def _from_bold_lead(place: Statement, found: Found) -> None:
    """A paragraph that begins with a verdict in bold, though no section announces it: "**Defer until v2 ships.** …"."""
    bold = _BOLD.match(fold(place.block.text))
    if not bold or place.section_is_open or (place.label and place.label[1] and ":" in bold[0]):
        return
    words = clean(bold[1])
    said = alone(words) if len(words.split()) <= 12 else None
    if said and (said[1] or len(words.split()) <= 2):
        found.add(place, SENTENCE, place.line, "bold-lead", bold[1], said)


def _owns(text: str) -> bool:
    return anywhere("own-verdict").search(lowered(text)) is not None


def _in_summary(place: Statement) -> bool:
    return any(_is_summary(h.text) for h in place.headings)


def _is_summary(heading: str) -> bool:
    """Whether a heading opens a summary of the whole document."""
    return roles.has(heading, "context") and bool(inside("summary", heading))


def _from_section(place: Statement, found: Found) -> None:
    """The verdict of a paragraph's sentences; the first one of its section may be a bare verb."""
    section = place.section
    announced = section is not None and is_label(section.text)
    first = place.first and announced
    weak = section is not None and bool(inside("verdict-weak", section.text))
    for number, sentence in enumerate(sentences(place.block.text[:6000])):
        lead = first and number == 0
        said = (
            _lead(sentence, section, weak, found)
            if lead and section
            else _further(sentence, announced and not weak, found)
        )
        line = line_of(place.block, sentence)
        if said:
            name = plain(section.text) if lead and section else ""
            found.add(place, 2 if lead else 3, line, UNCLEAR if lead else "sentence", sentence, said, name)
        elif lead:
            why = "says no known decision; `decision:` in the front matter would"
            found.notes.append(Note("verdict", place.line, UNCLEAR, sentence, False, why))


def _lead(sentence: str, section: Block, weak: bool, found: Found) -> Judged | None:
    """What the first sentence of a verdict's section says: a bare verb, or a decision told by those who made it."""
    bold = _BOLD.match(sentence)
    said = _says(sentence, "any", found) or _outspoken(sentence) or alone(bold[1] if bold else sentence)
    if said is None and whole("verdict-firm", plain(section.text)):
        said = _says(sentence, "firm", found)
    return said or (None if weak else _says(sentence, "first", found) or _says(sentence, "section", found))


def _further(sentence: str, announced: bool, found: Found) -> Judged | None:
    return (
        _says(sentence, "any", found)
        or _outspoken(sentence)
        or (_says(sentence, "section", found) if announced else None)
    )


def _outspoken(sentence: str) -> Judged | None:
    """The verdict of a sentence that is nothing but a bold word: "**Go.**"."""
    bold = _BOLD.fullmatch(sentence)
    return alone(bold[1]) if bold and len(bold[1]) <= 40 else None


def _from_each(place: Statement, rank: int, rule: str, where: str, found: Found) -> None:
    for sentence in sentences(place.block.text[:6000]):
        if where == "own" and not _owns(sentence):
            continue
        if said := _says(sentence, "update" if where == "update" else "any", found):
            found.add(place, rank, line_of(place.block, sentence), rule, sentence, said)


def _from_list(place: Statement, found: Found) -> None:
    """A list that is the verdict's section: the verdict of its items, of the ticked ones where there are boxes, if they agree."""
    section = place.section
    if section is None or not place.top or place.of_option or place.aside or not is_label(section.text):
        return
    boxes = any(item.checked is not None for item in place.block.children)
    items = [text_of(item) for item in place.block.children if item.checked or not boxes]
    said = [_says(t, "any", found) or alone(t) for t in items]
    if said and said[0] and (boxes or said[0][0] != "rejected") and len({s[0] for s in said if s}) == 1:
        found.add(place, 3, place.line, "verdict-list", sentences(items[0])[0], said[0])


def _from_table(place: Statement, found: Found) -> None:
    block = place.block
    for line, row in zip(block.row_lines, block.rows, strict=True):
        if len(row) == 2 and is_label(row[0]) and row[1].strip():
            _take(place, 1, line, "table", plain(row[0]), row[1], found)


def home(headings: tuple[Block, ...]) -> bool:
    """Whether headings leave no doubt that what stands under them speaks of the whole document."""
    return all(h.level == 1 or of_the_whole(h.text) for h in headings) or is_label(headings[-1].text)


def of_the_whole(heading: str) -> bool:
    """Whether a section speaks of the whole document: it announces or says the verdict, sums up, or was added later."""
    if is_label(heading) or heading_words(heading) is not None:
        return True
    return roles.has(heading, "update") or _is_summary(heading)
