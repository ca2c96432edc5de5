"""The sentences that most likely say the verdict of a research file which is undecided."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ...markdown import Document
from ...model import Status
from .. import roles
from ..conditions.label_hints import is_watched
from ..document import quote_location
from ..document.quote_location import Quote
from ..document.statements import Statement
from ..lexicon import speaking
from ..patterns.language_matchers import find_slot, leading, whole
from ..plain_text import plain
from ..result_types import Note, Reading
from ..sentences.sentence_classification import Languages
from ..status.status_line import status_word
from ..verdict import looks_again
from ..verdict.collected_verdicts import PART
from ..verdict.verdict_labels import LABELS, heading_words, is_label, is_summary
from . import edge_sentences
from .candidate_status import (
    BOLD,
    implied_status,
    is_announced,
    last_resort,
    of_name,
    of_task,
    status_beside_label,
    status_of_heading,
)
from .candidates import Candidate, Weighed, best
from .edge_sentences import CONDITIONAL
from .trimmed_wording import likeliest, unlabelled, verdict_at, worded
from .withdrawal_candidates import ended

MOST = 3
"""How many are shown at most."""
LEAST = 1.5
"""The points that a sentence needs."""
STATED = "stated as the status"
SAYING = 4
"""Words of a status line that says more than the status."""
SAID, NOTED, MARKED, TITLED, LEANS = 2, 1.5, 1.5, 3, 1.5
"""The points for words that say a status, for a sentence that reading passed over as a verdict, for a status in bold
words before all others, for the title of a file whose front matter states a status, though as that of a task, and for words
that lean one way without deciding."""
AGAIN = 2
"""The points that a sentence loses which only tells when to look again: it is a condition in most documents."""
NEAR = 0.5
"""The share of the best one's points that another one must have more of: what is far behind only costs reading."""

_FATES = "done-away|done-reject|state-in-bold"
"""Single words that tell what became of something."""
_WHOLLY_BOLD = re.compile(r"(\*\*|__)[^*_]+\1")


def verdicts(document: Document, reading: Reading, most: int = MOST) -> tuple[Candidate, ...]:
    """The best sentences for the verdict, at most so many, the best first; before all what says that it has ended."""
    noted = [note for note in reading.notes if note.field in ("verdict", "status")]
    with speaking(document.text) as spoken:
        every = quote_location.quotes(_own(document) if reading.revisits else document)
        last = every[-1].line if every else 0
        likely = _likely(every, noted, spoken, last, most)
        over = ended(document, every)
    top = max((one.points for one in likely), default=0)
    near = best((one for one in likely if one.points > top * NEAR), most)
    # one sentence that its place alone speaks for would be taken for the verdict
    near = near or (edge_sentences.offered(every, most) if most > 1 else ())
    return (over, *(one for one in near if one.line != over.line))[:most] if over else near


def at_line(document: Document, line: int) -> Candidate | None:
    """The sentence of a line, whatever speaks for it; None if none stands there."""
    quote, text = likeliest(document, line), verdict_at(document, line)
    if text is None:
        return None
    with speaking(document.text) as spoken:
        status = implied_status(quote, text, spoken) or last_resort(quote, text, spoken) if quote else None
        return Candidate(quote.line if quote else line, text, "", status)


def _likely(every: list[Quote], noted: list[Note], spoken: Languages, last: int, most: int) -> list[Weighed]:
    """The sentences that may be among the best, in order; what the words of one say is asked only as long as it may be."""
    likely: dict[int, Weighed] = {}
    leaders: dict[str, float] = {}
    bounds = [_bound(quote, noted, last) for quote in every]
    for number in sorted(range(len(every)), key=bounds.__getitem__, reverse=True):
        least = max(leaders.values(), default=0) * NEAR
        if bounds[number] < (min(leaders.values()) if len(leaders) == most else max(LEAST, least)):
            break
        one = _verdict(every[number], noted, spoken, last)
        if one:
            likely[number] = one
            leaders[one.candidate.text] = max(one.points, leaders.get(one.candidate.text, 0))
            leaders = dict(sorted(leaders.items(), key=lambda pair: -pair[1])[:most])
    return [likely[number] for number in sorted(likely)]


def _bound(quote: Quote, noted: list[Note], last: int) -> float:
    """The points that a sentence has at most, whatever status its words say."""
    reasons = (*_reasons(quote, None), *_places(quote, last))
    more = NOTED * any(note.line == quote.line for note in noted) + TITLED * (of_task(quote, noted) is not None)
    said_at_most = SAID + MARKED * (BOLD.match(quote.text) is not None)
    return sum(points for points, _ in reasons) + more + said_at_most - _against(quote.place)


def tells_more(candidate: Candidate) -> bool:
    """Whether a candidate says more than a status: a status alone makes no verdict in one line."""
    return candidate.why != STATED or len(plain(candidate.text).split()) >= SAYING


def _own(document: Document) -> Document:
    """A document without its block quotes: who asks a question again quotes the old answer."""
    return replace(document, blocks=tuple(block for block in document.blocks if block.kind != "quote"))


def _verdict(quote: Quote, noted: list[Note], spoken: Languages, last: int) -> Weighed | None:
    """A sentence as a candidate for the verdict, if enough speaks for it."""
    text, place = unlabelled(quote), quote.place
    if text.endswith(("?", "？")) or not worded(text) or place.labelled(*CONDITIONAL):
        return None
    task = of_task(quote, noted)
    status = implied_status(quote, text, spoken) or last_resort(quote, text, spoken) or task
    note = next((n for n in noted if n.line == quote.line and (n.text in text or text in n.text)), None)
    reasons = [*_reasons(quote, status), *_places(quote, last)]
    if task:
        reasons.append((TITLED, f"the title of what is “{task}”"))
    if note is not None and not note.taken:
        reasons.append((-3 if note.why == PART else NOTED, note.why))
    points = sum(points for points, _ in reasons) - _against(place) - text.endswith((":", "："))
    points -= AGAIN * looks_again.only(text)
    # few have the points, and whether a sentence is a label is dear to tell
    if not reasons or points < LEAST or is_label(text) or _announces(quote, text):
        return None
    why = note.why if note and note.why else max(reasons)[1]
    return Weighed(points, Candidate(quote.line, text, why, status))


def _against(place: Statement) -> int:
    """What the place of a sentence says against it."""
    return 2 * (place.of_option + place.aside + place.under("confirmation"))


def _announces(quote: Quote, text: str) -> bool:
    """Whether a text only names what follows, waits to be filled in, or answers a question in a word."""
    block = quote.place.block
    if block.kind == "heading":
        return of_name(text) is not None
    alone = (
        len(text.split()) == 1
        and text.isascii()
        and not (
            is_announced(quote.place)
            or status_beside_label(quote, text)
            or _answers(quote)
            or whole(_FATES, plain(text))
        )
    )
    wholly = _WHOLLY_BOLD.fullmatch(text) is not None and block.kind == "paragraph" and quote.number == 0
    leads = wholly and quote.place.after is not None and quote.place.after.kind == "list" and len(text.split()) < 3
    blank = text.count("☐") > 1 or (text[:1] == "[" and text[-1:] == "]")
    asks = leading("if", text.lstrip("*_ ")) and text.rstrip("*_ ").endswith((":", "："))
    own = quote.place.label if quote.number == 0 else None
    return bool(alone or leads or blank or asks or (own and is_watched(*own)))


def _answers(quote: Quote) -> bool:
    """Whether a sentence answers the question of the title right below it: "Can we drop it?", "Yes."."""
    place = quote.place
    opens = quote.number == 0 and place.first and place.section is not None and place.headings.are_titles
    return bool(opens and leading("plain-answer", quote.text) and place.headings[-1].text.rstrip().endswith("?"))


def _reasons(quote: Quote, status: Status | None) -> Iterator[tuple[float, str]]:
    """What the words of a sentence say for it as the verdict, with the weight of each reason."""
    place = quote.place
    if place.block.kind == "heading":
        if heading_words(place.block.text):
            yield 4, "in the heading of the verdict"
        elif status and place.block.level > 1 and not (roles.of(place.block.text) - {"option"}):
            yield SAID, f"a heading that says “{status}”"
        return
    if place.label and quote.number == 0 and place.labelled(*LABELS):
        yield 4, f"behind the label “{place.label[0]}”"
    if quote.number == 0 and BOLD.match(quote.text) and place.top:
        at_the_top = place.headings.are_titles
        yield (2, "stands out at the top") if at_the_top else (1, "stands out")
    if leading("we", quote.text.lstrip("*_ ")) and find_slot("chose|firm|modal|remain|stays", quote.text):
        yield 1, "tells what is done"
    if find_slot("chosen-mark", quote.text) and (place.of_option or place.items):
        yield 4, "marks an option as the one"
    if status_beside_label(quote, quote.text):
        yield 3, STATED
    if status:
        yield SAID, f"says “{status}”"
        bold = BOLD.match(quote.text)
        if bold and status_word(bold[1]):
            yield MARKED, f"stands out as “{status}”"
    elif find_slot("accept|reject|defer|negation", quote.text):
        yield 0.5, "a word of a verdict"
    if find_slot("tone", quote.text):
        yield LEANS, "leans one way"
    if find_slot("verdict-noun", quote.text):
        yield 0.5, "speaks of the verdict"


def _places(quote: Quote, last: int) -> Iterator[tuple[float, str]]:
    """What the place of a sentence says for it as the verdict, with the weight of each reason."""
    place = quote.place
    if place.block.kind == "heading":
        return
    if place.block.kind == "table":
        # where options are columns, a row has the label
        if any(map(is_label, (*place.block.rows[0], quote.text.partition(" | ")[0]))):
            yield 2, "in a table of verdicts"
    elif place.section is not None and place.below(*LABELS):
        yield (3 if place.first and quote.number == 0 else 2), f"under “{plain(place.section.text)}”"
    elif place.under("verdict") or place.under("pick"):
        yield 1.5, "in the section of the verdict"
    elif (
        place.section is not None and place.section.level > 1 and find_slot("verdict|verdict-noun", place.section.text)
    ):
        yield (2 if place.first and quote.number == 0 else 1.5), f"under “{plain(place.section.text)}”"
    elif place.section is not None and place.section.level > 1 and status_of_heading(quote):
        yield 2, f"under “{plain(place.section.text)}”"
    elif place.section is not None and is_summary(place.section.text):
        yield (2 if place.first and quote.number == 0 else 1), "in the summary"
    elif place.first and place.headings.are_titles:
        yield (1 if quote.number == 0 else 0.5), "opens the document"
        if _answers(quote):
            yield 2, "answers the title"
    if "update" in place.headings.below_title:
        yield 1, "in an update"
    if quote.end == last and not (place.first and place.headings.are_titles):
        yield 1, "the last sentence"
        if leading("so-then", quote.text):
            yield 0.5, "concludes"
