"""Documents that ask several questions, each answered in a section of its own: "Database", "Queue", "Cache"."""

from ...markdown import Block, fold
from ..document.statements import Statement
from ..plain_text import plain, sentences
from ..sentences.open_verdicts import asks
from ..sentences.verdict_verbs import alone, clean, judge
from .chosen_option import leaves_open
from .collected_verdicts import PART, StatedVerdict, StatedVerdicts
from .verdict_labels import LABELS, of_the_whole, speaks_of_whole

RULE = "section-answers"
LEAST = 3
"""Sections that have to answer; two that recommend something may be weighed against each other."""
NAME = 5
"""Words of an answer that only names what is taken."""


def read(stated: StatedVerdicts) -> None:
    """Take what all sections answer as one verdict; where they do not all take something, none speaks for the document.

    One of them has to name what it takes: a survey says "use it for large loads" of each thing it looks at.
    """
    answers = {_section(place).line: place for place in stated.places if _is_answer(place)}
    lines = {place.line: place for place in answers.values()}
    parts = [one for one in stated.verdicts if one.line in lines or not speaks_of_whole(one.headings)]
    if len(answers) < 2 or len(parts) < len(stated.verdicts):
        return
    unread = set(lines) - {one.line for one in parts}
    taken = all(_names(_text(lines[line])) for line in unread) and all(one.status == "accepted" for one in parts)
    stated.verdicts = []
    if len(answers) >= LEAST and taken and (unread or any(one.option for one in parts)):
        text = "; ".join(f"{plain(_section(place).text)}: {_text(place)}" for place in answers.values())
        stated.verdicts.append(StatedVerdict(1, min(lines), RULE, text, "accepted", None))
        return
    for one in parts:
        stated.pass_over(one.line, one.rule, one.text, PART)


def _section(place: Statement) -> Block:
    """The topmost heading below the title above a statement."""
    return next(heading for heading in place.headings if heading.level > 1)


def _is_answer(place: Statement) -> bool:
    """Whether a paragraph says the verdict of a section of its own, behind a label or below a heading."""
    labelled = place.label is not None and place.label[1] and place.labelled(*LABELS)
    announced = place.block.kind == "paragraph" and place.first and place.below(*LABELS)
    # few places say so, and what a heading announces is dearer to tell
    if not place.top or not (labelled or announced) or place.headings.are_titles:
        return False
    return not (place.of_option or place.aside or of_the_whole(_section(place).text))


def _text(place: Statement) -> str:
    """What a section answers, in a sentence without its end."""
    words = place.label[1] if place.label is not None and place.labelled(*LABELS) else place.block.text
    return fold(sentences(words)[0]).rstrip(".")


def _names(text: str) -> bool:
    """Whether words name what is taken and say nothing else."""
    count = len(clean(text).split())
    return 0 < count <= NAME and not (leaves_open(text) or asks(text) or judge(text) or alone(text))
