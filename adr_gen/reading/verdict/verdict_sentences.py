"""What a sentence says where a verdict is announced, in a summary, and by its own words anywhere."""

from ...markdown import Block
from ..document.statements import Statement
from ..patterns.language_matchers import find_slot, leading, lowered, matcher_for, whole
from ..plain_text import plain
from ..sentences import verb_object
from ..sentences.open_verdicts import asks, is_menu, undecided
from ..sentences.verdict_verbs import Judged, alone, clean, judge
from . import chosen_option
from .brief_verdicts import BOLD, in_few_words, outspoken, unsigned
from .collected_verdicts import StatedVerdicts, says


def own(sentence: str, where: str, stated: StatedVerdicts) -> Judged | None:
    """What a sentence says that no section or label announces: of the decision, not of what the software does."""
    judged = says(sentence, where, stated)
    acts = "acts|chooses" if where == "closing" else "acts"
    return None if judged is None or verb_object.something_else(sentence, stated.title, acts) else judged


def outright(sentence: str, stated: StatedVerdicts) -> Judged | None:
    """What a sentence says that is a verdict by its own words, wherever it sums up."""
    return own(sentence, "any", stated) or own(sentence, "closing", stated)


def of_a_part(sentence: str) -> bool:
    """Whether a sentence says a verdict in bold and what it is for: "**No-go** for the gate."."""
    bold = BOLD.match(sentence)
    return bool(bold and alone(bold[1]) and leading("about", sentence[bold.end() :].lstrip()))


def first_of_section(sentence: str, section: Block, weak: bool, stated: StatedVerdicts) -> Judged | None:
    """What the first sentence of a verdict's section says: a bare verb, or a decision told by those who made it."""
    if asks(sentence) or is_menu(sentence):
        return None
    bold = BOLD.match(unsigned(sentence))
    judged = chosen_option.picked(plain(section.text), sentence) or chosen_option.signed(sentence)
    judged = judged or says(sentence, "any", stated) or outspoken(sentence) or alone(bold[1] if bold else sentence)
    if judged is None and not weak:
        judged = None if undecided(sentence) else judge(sentence)
    if judged is None and whole("verdict-firm", plain(section.text)):
        judged = says(sentence, "firm", stated)
    if weak:
        judged = judged or says(sentence, "closing", stated) or in_few_words(sentence)
        if judged or chosen_option.names_several(sentence, stated.names):
            return judged
        return chosen_option.by_name(sentence, stated.names)
    return (
        judged
        or says(sentence, "first", stated)
        or says(sentence, "section", stated)
        or chosen_option.by_name(sentence, stated.names)
        or chosen_option.answered(stated.title, plain(section.text), sentence)
    )


def further(
    sentence: str, announced: bool, weak: bool, opening: Statement | None, stated: StatedVerdicts
) -> Judged | None:
    """What a sentence of a verdict's section or a summary says; the one that opens a section in short may be a bare verb."""
    if asks(sentence):
        return None
    sure = announced and not weak
    opens, reads = opening is not None and opening.first, says if sure else own
    judged = (
        reads(sentence, "any", stated)
        or outspoken(sentence)
        or (says(sentence, "section", stated) if sure else None)
        or (reads(sentence, "closing" if opens else "later", stated) if announced or opens else None)
    )
    bold = BOLD.match(sentence)
    heading = opening.section.text if opens and opening and opening.section else ""
    brief = alone(bold[1] if bold else sentence) if find_slot("in-short", heading) else None
    return judged or brief or summed_up(sentence, heading, stated)


def summed_up(sentence: str, label: str, stated: StatedVerdicts) -> Judged | None:
    """What "TL;DR: We adopt Harbour" says: what is chosen or refused, not what is in use or needed."""
    decides = find_slot("in-short", label) and matcher_for("summed-up").match(lowered(clean(sentence)))
    if not decides or undecided(sentence) or verb_object.something_else(sentence, stated.title, "acts|chooses"):
        return None
    return says(sentence, "label", stated)
