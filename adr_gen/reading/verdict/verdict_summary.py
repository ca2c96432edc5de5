"""The verdict in one line, as it stands on pages and in lists."""

import re

from ...markdown import Block, fold
from ...model import Status
from .. import roles
from ..document.options import option_name
from ..document.statements import Statement, text_of
from ..patterns.language_matchers import either, whole
from ..plain_text import plain, sentences
from ..sentences.sentence_classification import Languages
from ..sentences.verdict_verbs import alone
from . import section_answers
from .collected_verdicts import StatedVerdict
from .stated_reason import points_elsewhere, status_of
from .verdict_labels import LABELS, is_label, is_weak

SENTENCE = 3
"""Words before a colon that are more than a label."""
_CLOSING = re.compile(r"(?<=\w)\*\*(?=[\s:.,]|\Z)")


def verdict_line(chosen: StatedVerdict | None, places: list[Statement], languages: Languages) -> str:
    """The verdict in one line: the first whole sentence that says it, of a label, a heading or the section below."""
    line = _line(chosen, places, languages)
    paragraph = _paragraph(chosen.line, line, places) if chosen and _is_status(line) else line
    title = next((p.block.text for p in places if p.block.kind == "heading" and p.block.level == 1), "")
    sentence = _sentence(paragraph, chosen.status if chosen else None, languages, title)
    return _complete(_unlabelled(_even(sentence), places), places) if sentence else line


def _even(line: str) -> str:
    """A line without the marks that end bold words whose beginning stands before it: "Proposal** (board): a queue"."""
    return _CLOSING.sub("", line, count=1) if line.count("**") == 1 else line


def _paragraph(number: int, status: str, places: list[Statement]) -> str:
    """The paragraph at a line from a status on that it begins with; the status alone if there is none."""
    texts = (fold(p.block.text) for p in places if p.block.kind == "paragraph" and p.line == number)
    return next((text[text.find(status) :] for text in texts if status in text), status)


def _sentence(text: str, status: Status | None, languages: Languages, title: str) -> str:
    """The first sentence that says the status; the first of all if none does it alone, without one that names an option."""
    parts = sentences(text)
    first = next((s for s in parts if status and status_of(s, languages) == status), next(iter(parts), ""))
    after = next(iter(parts[parts.index(first) + 1 :]), "") if first else ""
    bare = option_name(first)
    named = bool(bare) and not re.search(r"\w", first[bare.end() :] if bare else "")
    return after if after and (named or (_is_status(first) and _tells(after, status, languages, title))) else first


def _is_status(sentence: str) -> bool:
    """Whether a sentence is a status word and nothing else: "Accepted."."""
    return len(sentence.split()) <= 2 and alone(plain(sentence)) is not None


def _tells(sentence: str, status: Status | None, languages: Languages, title: str) -> bool:
    """Whether a sentence behind a status says it in words, or what is done with the matter of the title; else it may be a reason."""
    if points_elsewhere(sentence, languages):
        return False
    same = status_of(sentence, languages)
    words = {word[:6] for word in re.findall(r"\w{4,}", title.lower())}
    ours = (
        status == "accepted" and same is None and any(w[:6] in words for w in re.findall(r"\w{4,}", sentence.lower()))
    )
    return same == status or ours


def _unlabelled(line: str, places: list[Statement]) -> str:
    """A line without the label of an option before its name: "Option B: the queue"; a label alone is looked up."""
    bare = re.sub(r"^[*_]+", "", line)
    label = option_name(bare)
    if not label:
        return line
    name = re.sub(r"^[\s*_]*[:—–-]\s*[*_]*\s*", "", bare[label.end() :])
    if re.search(r"\w", name) and name != bare[label.end() :]:
        return name if name.count("**") % 2 == 0 else name.replace("**", "", 1).strip()
    headings = (plain(p.block.text) for p in places if p.block.kind == "heading")
    named = (h[m.end() :] for h in headings if (m := option_name(h)) and m[0].lower() == label[0].lower())
    rest = next((re.sub(r"^\s*[:—–-]\s*", "", text) for text in named if re.search(r"\w", text)), "")
    return rest if rest and not re.search(r"\w", bare[label.end() :]) else line


def _complete(line: str, places: list[Statement]) -> str:
    """A line that only leads into a list, with what the list says; "Use: the queue" is one sentence."""
    lead = re.match(rf"[*_]*({either('verdict-lead')})(?:[*_]*:|:[*_]*)\s+(?=\S)", line, re.I)
    if lead:
        return f"{lead[1]} {line[lead.end() :]}"
    if not line.endswith((":", "：")):
        return line
    place = next((p for p in places if p.block.kind == "paragraph" and fold(p.block.text).endswith(line)), None)
    after = place.after if place is not None and place.after is not None and place.after.kind == "list" else None
    items = [text_of(item).rstrip(".;,") for item in after.children[:3]] if after is not None else []
    named = ", ".join(filter(None, items))
    bare = line.rstrip(" :：*_")
    # "Use: the queue" is one sentence, "REJECT: rust" says why
    colon = ":" if alone(plain(bare)) and not whole("verdict-lead", plain(bare)) else ""
    return f"{bare}{colon} {named}".strip() if named else line


def _line(chosen: StatedVerdict | None, places: list[Statement], languages: Languages) -> str:
    """The words of a label, else of a heading, else the first sentence of its section.

    A heading that only names the status leaves the word to the sentence below it, or below a verdict's heading above it.
    """
    if chosen is not None and chosen.rule == section_answers.RULE:
        return chosen.text
    heading = next((p.block for p in places if p.block.kind == "heading" and chosen and p.line == chosen.line), None)
    labelled = next((p for p in places if p.label and _says_verdict(p, chosen, heading)), None)
    if labelled is not None and labelled.label:
        return fold(labelled.label[1])
    if chosen is not None and not (heading is not None and _only_status(chosen)):
        return chosen.text
    above = [h for h in chosen.headings if is_label(h.text)] if chosen is not None else []
    leading = [place for place in places if place.first and place.top and place.block.kind == "paragraph"]
    openings = [_opening(place, start) for start in (heading, *reversed(above)) for place in leading]
    if chosen is not None and chosen.rule == "title":  # what stands below a title need not be about its verdict
        openings = [line for line in openings if status_of(line, languages) == chosen.status]
    return next(filter(None, openings), chosen.text if chosen else "")


def _says_verdict(place: Statement, chosen: StatedVerdict | None, heading: Block | None) -> bool:
    """Whether a paragraph is a verdict's label with its sentence, below the heading that was chosen, if one was."""
    if place.block.kind != "paragraph" or not place.top or (heading is not None and heading not in place.headings):
        return False
    if not (place.label and place.label[1] and place.labelled(*LABELS) and not place.of_option):
        return False
    return heading is not None or (chosen is None and not is_weak(place.label[0]))


def _only_status(chosen: StatedVerdict) -> bool:
    """Whether a heading's words say the status and its limit, and nothing about why."""
    return alone(plain(chosen.text)) is not None and len(chosen.text.split()) <= (
        2 if chosen.qualifier is None else 2 + len(chosen.qualifier.split())
    )


def is_labelled(line: str, places: list[Statement]) -> bool:
    """Whether a line stands behind the verdict's own label."""
    labels = (p.label[1] for p in places if p.label and p.labelled(*LABELS) and not p.of_option)
    return any(line in fold(words) for words in labels)


def _is_labelled(place: Statement) -> bool:
    """Whether a paragraph speaks of what its label says; "Render on the server: it is cheap" is a sentence with a colon."""
    if place.label is None:
        return False
    (name, rest), marked = place.label, place.block.text.lstrip()[:1] in ("*", "_")
    return marked or not rest or len(name.split()) < SENTENCE or bool(roles.of(name))


def _opening(place: Statement, heading: Block | None) -> str:
    """The first sentence of a section's first paragraph, if that stands below the heading, or below any verdict heading."""
    above = place.section
    if above is None or _is_labelled(place):
        return ""
    if above is not heading if heading is not None else not place.below(*LABELS):
        return ""
    return next(iter(sentences(place.block.text)), "")
