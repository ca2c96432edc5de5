"""Paragraphs that say a verdict: behind a label, in bold, or in the sentences of its section."""

import re

from ...markdown import fold
from ..dates import undated
from ..document.statements import Statement
from ..patterns.language_matchers import find_slot, leading, lowered, matcher_for
from ..plain_text import LONGEST_VERDICT, line_of, plain, sentences
from ..result_types import Note
from ..sentences.open_verdicts import asks_whether, is_form, undecided
from ..sentences.title_words import speaks_of
from ..sentences.verdict_verbs import alone, clean
from . import chosen_option, later_updates, looks_again, taken_option
from .brief_verdicts import BOLD, behind_dash, in_closing, labelled_later, told_outright, unsigned
from .collected_verdicts import SENTENCE, UNCLEAR, UPDATE, StatedVerdict, StatedVerdicts, says, take, unknown_verdict
from .verdict_labels import LABELS, arrowed, is_label, is_summary, is_weak, speaks_of_whole
from .verdict_sentences import first_of_section, further, of_a_part, outright, own, summed_up

_ARROW = re.compile(r"\s*(?:→|⇒|➡\ufe0f?|👉|=>|->)\s*")
_LABELLED = re.compile(r"\*\*([^*:\n]{3,30})(?::\*\*|\*\*:)\s+([^*]{2,160})")
_INLINE = re.compile(r"\*\*([^*:\n]{3,30}):\s*([^*]{2,80})\*\*")
SPOKEN = re.compile(r"""[\s*_]*["“„«「][^"“”»」]{1,400}(?:[,.!?]["”“»」]|["”“»」],)\W*\w""")
"""What somebody else says, in quotation marks: “Use it”, says the vendor."""


def from_paragraph(place: Statement, stated: StatedVerdicts) -> None:
    """Add what a paragraph says of the verdict."""
    block, part = place.block, place.label or arrowed(place)
    chosen = stated.may_choose and _chosen(block.text)
    if part and part[1] and place.top and is_summary(part[0]):
        _from_summary(place, *part, stated)
    elif part and part[1] and is_label(part[0]) and not chosen:
        _from_label(place, part, stated)
    elif chosen and not place.of_option and not place.aside:
        stated.add(place, 1, block.line, "chosen-option", sentences(block.text)[0], ("accepted", None))
    elif place.top and not ("**" in block.text and _from_bold(place, stated)) and not _from_middle(place, stated):
        _from_prose(place, stated)


def _from_summary(place: Statement, label: str, text: str, stated: StatedVerdicts) -> None:
    """The verdict of a summary behind its label: "TL;DR: no, two flags are enough"."""
    first = sentences(text)[0]
    judged = (
        None
        if undecided(first)
        else alone(first) or outright(first, stated) or chosen_option.by_name(first, stated.names)
    )
    judged = judged or summed_up(first, label, stated)
    if judged:
        stated.add(place, SENTENCE, place.line, "summary", first, judged)


def _from_label(place: Statement, part: tuple[str, str], stated: StatedVerdicts) -> None:
    """The verdict behind a label, and those behind other labels on its line; what an update turns counts no more."""
    turned = later_updates.turns(place)
    known = take(place, UPDATE if turned else 1, place.line, "label", *part, stated)
    if not known and (known := chosen_option.beside_alternatives(place, *part, stated.places)):
        stated.add(place, 1, place.line, "label", part[1], ("accepted", None), part[0], option=True)
    for more in _LABELLED.finditer(part[1]):
        if is_label(more[1]):
            take(place, 1, place.line, "label", more[1], more[2], stated)
    if not known and place.top and speaks_of_whole(place.headings):
        stated.unknown.append(unknown_verdict(place.line, part[1]))
        if turned:
            stated.withdraw(place.line)


def _chosen(text: str) -> bool:
    """Whether a paragraph begins "Chosen option: …"."""
    if not matcher_for("chosen").may_begin(lowered(text)):
        return False
    text = text.lstrip("*_ ")[:400]
    named = leading("chosen", text)
    rest = (
        re.match(r"[\s*_]*[:：][\s*_]*(\S.*)", text[len(text[: named.end()].rstrip(" *_")) :], re.S) if named else None
    )
    return bool(rest and chosen_option.picked("chosen", sentences(rest[1])[0]))


def _from_bold(place: Statement, stated: StatedVerdicts) -> bool:
    """The verdict of bold words in the middle of a paragraph: "… **Decision: defer.**"."""
    inline = next((m for m in _INLINE.finditer(place.block.text) if is_label(m[1])), None)
    return inline is not None and take(place, 1, place.line, "label", inline[1], inline[2], stated)


def _from_middle(place: Statement, stated: StatedVerdicts) -> bool:
    """The verdict behind a label that begins a sentence in the middle: "Assessed in May. Verdict: no."."""
    named = (one for one in labelled_later(place.block.text) if is_label(one[0]))
    part = next((one for one in named if find_slot("verdict-sure|answer-name", one[0])), None)
    if part is None or place.of_option or place.aside:
        return False
    return take(place, 1, line_of(place.block, part[1]), "label", *part, stated)


def _is_spoken(text: str) -> bool:
    """Whether a text begins with what somebody says, not with the name of what is chosen: "Two lots", because …"."""
    said = SPOKEN.match(text)
    return bool(said) and not leading("because|because-of", text[said.end() - 1 :] if said else "")


def _from_prose(place: Statement, stated: StatedVerdicts) -> None:
    if _is_spoken(place.block.text):
        return
    if place.of_option and not (place.first or place.aside or place.label):
        _from_choice(place, stated)
    if (later := later_updates.turns(place)) and (words := later_updates.words(place)):
        later_updates.from_update(place, stated, words)
    elif (place.under("verdict") or place.under("pick")) or _in_summary(place):
        _from_section(place, stated)
    elif later:
        later_updates.from_update(place, stated, place.block.text)
    elif stated.may_own and matcher_for("own-verdict").holds(lowered(place.block.text)):
        _from_own(place, stated)
    elif _ARROW.match(place.block.text) and speaks_of_whole(place.headings):
        _from_conclusion(place, _ARROW.sub("", place.block.text, count=1), stated)
    elif place.first and place.section and place.section.level == 2 and _asks_of_it(place.section.text, stated.title):
        _from_conclusion(place, place.block.text, stated)
    elif unsigned(place.block.text)[:2] in ("**", "__"):
        _from_bold_lead(place, stated)
    elif place.first and place.headings.are_titles:
        _from_opening(place, stated)


def _from_choice(place: Statement, stated: StatedVerdicts) -> None:
    """A paragraph below the options that takes one of them: "Going with option 2."."""
    first, *others = sentences(place.block.text[:400]) or [""]
    # what goes on tells of the option it stands below, where a name may stand for many things
    if judged := taken_option.taken(first, frozenset() if others else stated.names):
        stated.verdicts.append(
            StatedVerdict(2, place.line, "marked-option", first, *judged, headings=place.headings, option=True)
        )


def _from_bold_lead(place: Statement, stated: StatedVerdicts) -> None:
    """A paragraph that begins with a verdict in bold, though no section announces it: "**Defer until v2 ships.** …"."""
    bold = BOLD.match(fold(unsigned(place.block.text)))
    if not bold or place.section_is_open or (place.label and place.label[1] and ":" in bold[0]):
        return
    lead = clean(bold[1])
    # bold words of a whole sentence stress something else than the verdict
    judged = alone(lead) if len(lead.split()) <= 12 else None
    answers = place.headings.are_titles and matcher_for("^ plain-answer ,").match(lowered(lead))
    if judged and (judged[1] or answers or len(bold[1].split()) <= 2):
        stated.add(place, SENTENCE, place.line, "bold-lead", bold[1], judged)
    elif place.headings.are_titles and leading("we", lead) and (told := own(lead, "label", stated)):
        stated.add(place, SENTENCE, place.line, "bold-lead", bold[1], told)
    elif place.first and place.headings.are_titles:
        _from_opening(place, stated)


def _from_conclusion(place: Statement, text: str, stated: StatedVerdicts) -> None:
    """What an arrow concludes, or a heading's question is answered with: "→ **Harbour.** It is the simplest."."""
    first = next(iter(sentences(text[:2000])), "")
    bold = BOLD.match(first)
    lead = bold[1] if bold else first
    judged = alone(lead) or outright(first, stated) or chosen_option.by_name(lead, stated.names)
    if judged and not undecided(first):
        stated.add(place, SENTENCE, place.line, "conclusion", first, judged)


def _asks_of_it(heading: str, title: str) -> bool:
    """Whether a heading asks whether to do what the title speaks of: "Should we shard it?"."""
    return asks_whether(heading) and bool(find_slot("matter", heading) or speaks_of(heading, title))


def _from_opening(place: Statement, stated: StatedVerdicts) -> None:
    """The first sentence below the title, if it is nothing but a verdict or says what became of the proposal: "Rejected in May."."""
    some = sentences(place.block.text[:2000])
    first = next((one for one in some if undated(one).strip(" .*_")), "")
    done = leading("done-accept|done-reject|done-defer", clean(first)) or asks_whether(stated.title)
    judged = (alone(first) if done else None) or own(first, "opening", stated) or behind_dash(place.block.text)
    judged = judged or (chosen_option.by_name(first, stated.names) if find_slot("versus", stated.title) else None)
    if judged and not is_form(place.block.text):
        stated.add(place, SENTENCE, place.line, "opening", first, judged)


def _in_summary(place: Statement) -> bool:
    return place.under("context") and any(is_summary(h.text) for h in place.headings)


def _from_section(place: Statement, stated: StatedVerdicts) -> None:
    """The verdict of a paragraph's sentences; the first one of its section may be a bare verb."""
    section, announced = place.section, place.below(*LABELS)
    first = place.first and announced
    weak = section is not None and is_weak(section.text)
    told = told_outright(place.block.text)
    silent = announced and not any(c.headings is place.headings for c in stated.verdicts)
    for number, sentence in enumerate(told):
        lead = number == 0 and (first or (announced and of_a_part(sentence)))
        judged = (
            first_of_section(sentence, section, weak, stated)
            if lead and section
            else further(sentence, announced, weak, place if number == 0 else None, stated)
        )
        if judged is None and silent and number and all(map(looks_again.only, told[number + 1 :])):
            judged = in_closing(sentence)
        line = line_of(place.block, sentence)
        if judged:
            silent = False
            name = plain(section.text) if lead and section else ""
            sums_up = place.first and number == 0 and section and is_summary(section.text)
            rank = 2 if lead or (sums_up and says(sentence, "any", stated)) else SENTENCE
            stated.add(place, rank, line, UNCLEAR if lead else "sentence", sentence, judged, name)
        elif lead:
            why = "says no known decision, as `decision:` in the front matter can"
            stated.notes.append(Note("verdict", place.line, UNCLEAR, sentence, False, why))


def _from_own(place: Statement, stated: StatedVerdicts) -> None:
    for sentence in sentences(place.block.text[:LONGEST_VERDICT]):
        if matcher_for("own-verdict").holds(lowered(sentence)) and (
            judged := own(sentence, "any", stated) or own(sentence, "first", stated)
        ):
            stated.add(place, SENTENCE, line_of(place.block, sentence), "sentence", sentence, judged)
