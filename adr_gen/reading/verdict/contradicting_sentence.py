"""A sentence in the section of the verdict that says the opposite: "Recommendation: ADOPT", then "We should not adopt it.".

It counts only if it is nothing but a verdict on the matter: what limits it, depends on something or names another option
only explains.
"""

import re
from itertools import islice

from ..document.statements import Statement
from ..patterns.language_matchers import find_slot, finder, leading, lowered, matcher_for, whole
from ..plain_text import LONGEST_VERDICT, line_of, sentences
from ..sentences.title_stance import on_proposal
from ..sentences.verdict_verbs import Judged, alone, clean
from ..status.negation import answer
from . import later_updates, looks_again, overruling_updates
from .collected_verdicts import SENTENCE, UPDATE, StatedVerdict, StatedVerdicts, says
from .informal_verdicts import ELSEWHERE
from .verdict_labels import is_label, is_summary
from .verdict_resolution import agree

_LONGEST = 120
"""Characters of the clause of a plain sentence."""
MOST = 200
"""Paragraphs of a verdict's section that are read."""
_BRIEF = 4
"""Words of a sentence right behind a verdict that answers it: "Adopt it. Not yet."."""
_CLAUSE = re.compile(r"\s*(?:[,;:.!?(，；：。！？（]|\s[–—-]\s|—)")
_WORD = re.compile(r"[^\W_]+")
_NAME = re.compile(r"\b[A-Z][\w-]*|`[^`]*`|\w*\d[\w.]*")


def of(chosen: StatedVerdict, stated: StatedVerdicts) -> StatedVerdict | None:
    """The first sentence of the section of a verdict, or of a later update, that says the opposite."""
    if chosen.rank == UPDATE:
        return None
    paragraphs = (place for place in stated.places if place.block.kind == "paragraph")
    beside = (place for place in paragraphs if _beside(chosen, place) or _sums_up(place))
    for place in islice(beside, MOST):
        before = ""
        text = later_updates.words(place) or (place.label[1] if place.label else place.block.text)
        for sentence in sentences(text[:LONGEST_VERDICT]):
            answered = _answered(sentence, before, chosen)
            judged = None if answered or chosen.text.startswith(sentence) else _plain(sentence, stated)
            summed = None if judged or before or not _sums_up(place) else alone(sentence)
            if brief := answered or summed:
                judged = on_proposal(brief, sentence, stated.title)
            if judged and not looks_again.only(sentence):
                line = line_of(place.block, sentence)
                other = StatedVerdict(SENTENCE, line, "sentence", sentence, *judged, headings=place.headings)
                on_it = answered or _on_the_matter(other, before, chosen, stated.title, answer=summed is not None)
                if on_it and not agree(chosen, other):
                    return other
            before = sentence
    return overruling_updates.of(chosen, stated)


def _answered(sentence: str, before: str, chosen: StatedVerdict) -> Judged | None:
    """The verdict of a few words right behind the chosen one: "Adopt it. But not yet."."""
    if not before or not chosen.text.startswith(before) or len(sentence.split()) > _BRIEF:
        return None
    opener = leading("opener", sentence)
    behind = answer(sentence)  # "(just kidding: no)"
    return (behind, None) if behind else alone(sentence[opener.end() :] if opener else sentence)


def _beside(chosen: StatedVerdict, place: Statement) -> bool:
    """Whether a paragraph stands in the section of a verdict, below no label but a verdict's or "In short:", or is an update of it.

    The title's section is all of the document that tells of nothing else and of nothing before.
    """
    if place.line < chosen.line or not place.top or place.aside or place.of_option:
        return False
    if chosen.rule == "title":
        return not any(map(place.under, ELSEWHERE))
    below = place.section is not None and place.section.line == chosen.line
    own = place.label is None or is_label(place.label[0]) or whole("intro|final-intro", place.label[0])
    return (own and (below or place.headings == chosen.headings)) or bool(later_updates.words(place))


def _sums_up(place: Statement) -> bool:
    """Whether a paragraph is the first of a summary of the whole document."""
    if place.label and is_summary(place.label[0]):
        return place.top
    return place.top and place.first and place.section is not None and is_summary(place.section.text)


def _plain(sentence: str, stated: StatedVerdicts) -> Judged | None:
    """The verdict of a sentence that depends on nothing."""
    lead, own = _led(clean(sentence))
    judged = says(sentence, "first", stated) or (says(own, "first", stated) if lead else None)
    if judged is None:
        return None
    clause, rest = _divided(own)
    if len(clause) > _LONGEST or (leading("if|if-keep", lead) and not leading("intro-open", lead)):
        return None
    told = judged[0] != "accepted" and leading("intro-open", rest)
    if not told and leading("bound|if|limits-open", rest):
        return None
    return on_proposal(judged, own, stated.title)


def _on_the_matter(other: StatedVerdict, before: str, chosen: StatedVerdict, title: str, *, answer: bool) -> bool:
    """Whether a sentence has no words but those of a verdict and of its matter, by its name or by "it"; an `answer` needs neither.

    The verdict names it, else the title, unless that asks which of several; then "it" may be any of them.
    """
    lead, own_clause = _led(clean(other.text))
    clause, _ = _divided(own_clause)
    several, named = find_slot("versus", title) is not None, own_words(chosen.text)
    matter = chosen.text if named or several else title
    if not _names(lead[:1].lower() + lead[1:]) <= own_words(matter):  # "it" may be what leads to it
        return False
    if own := own_words(clause):
        words = own_words(matter)
        # in a title the words are few: "Rename: ADOPT" is all of "We will not rename the column."
        return (_names(matter) or words) <= own and (own <= words or (chosen.rule == "title" and words <= own))
    return not several and (answer or (bool(find_slot("the-matter", clause)) and _goes_on(before, other, matter)))


def _goes_on(before: str, other: StatedVerdict, matter: str) -> bool:
    """Whether "it" means the matter, as it does behind a verdict or, in a refusal, behind a sentence that names the matter."""
    own, known = own_words(before), own_words(matter)
    return not own or (other.status != "accepted" and not own.isdisjoint(known) and _names(before) <= known)


def _led(cleaned: str) -> tuple[str, str]:
    """What leads to a verdict in its sentence ("After a month of tests,"), and the verdict."""
    low = lowered(cleaned)
    deciders = (
        matcher_for(f"^ introduction told={words}").match(low) for words in ("we|document|the-verdict", "deciding")
    )
    match = min(filter(None, deciders), key=lambda m: m.start("told"), default=None)
    match = match or matcher_for("^ introduction told=the-matter").match(low)
    start = match.start("told") if match else 0
    # "Given the numbers, others …" has another subject
    start = 0 if re.search(r"[,，、]\s*[^\s,，、]", cleaned[:start]) else start
    return cleaned[:start], cleaned[start:]


def _divided(cleaned: str) -> tuple[str, str]:
    """A sentence up to the end of the clause that speaks of the matter, and what follows."""
    matter = find_slot("the-matter", cleaned)
    start = matter.start() if matter else 0
    end = _CLAUSE.search(cleaned, start)
    before, after = (cleaned[: end.start()], cleaned[end.end() :]) if end else (cleaned, "")
    reason = matcher_for("because-of|intro-open").search(lowered(before), start)
    return (before[: reason.start()], cleaned[reason.start() :]) if reason else (before, after)


def own_words(text: str) -> frozenset[str]:
    """The words of a text that are no words of a verdict."""
    return frozenset(_WORD.findall(finder("verdict-words", "the-matter").sub(" ", lowered(clean(text)))))


def _names(text: str) -> frozenset[str]:
    """The names among the words of a text that are no words of a verdict."""
    names = (
        name for name in _NAME.findall(text) if not (whole("common|common-words|trial-nouns", name) or name.isdecimal())
    )
    return own_words(text).intersection(word for name in names for word in _WORD.findall(lowered(name)))
