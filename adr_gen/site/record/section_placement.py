"""Where a record's page shows its conditions and blockers as they stand: below the record's own heading, once."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ...markdown import Block, Document, fold
from ...model import Trigger
from ...reading import line_status, roles
from ...records import Record
from ...records.paragraph_text import plain
from . import turning_update

CONDITIONS, BLOCKERS = "<div>adr-gen-conditions</div>", "<div>adr-gen-blockers</div>"
"""Stand in a record's page until the whole log is known."""
TITLES = {CONDITIONS: "Revisit When", BLOCKERS: "Blockers"}
"""The headings of a record that has none for them."""
_DAY_OR_YEAR = re.compile(r"\d{2}")
_ROLES = {CONDITIONS: "revisit", BLOCKERS: "blockers"}
_LABEL = re.compile(r"(\*\*|__)verdict(:\1|\1:)\s+", re.I)
"""The label that the card has too."""
_LETTER = re.compile(r"\((?:[a-z]{1,2}|\d{1,2})\)\s+")
_ABSOLUTE = re.compile(r"\[[^\[\]]*\]\(https?://[^()\s]*\)|`[^`]*`")
_ELSEWHERE = re.compile(r"[\[<]|&\w+;")
_LEADS = frozenset({"Any of:", "All of:"})
"""What a generated record puts before its conditions."""


@dataclass(frozen=True, slots=True)
class SectionPlacement:
    """What is put where on the page of one record."""

    below: dict[int, str] = field(default_factory=dict)
    """A mark by the block of the document that it stands below: a heading, or what announces a list there."""
    missing: tuple[str, ...] = ()
    """The marks that no heading announces."""
    repeated: frozenset[int] = frozenset()
    """Blocks that say what stands there too, word for word."""
    doubled: frozenset[int] = frozenset()
    """Labels that say the heading above them again, which nobody has to read twice."""


def sections(document: Document, record: Record) -> SectionPlacement:
    """Where the page of `record` shows its conditions and its blockers."""
    marks = [mark for mark, some in ((CONDITIONS, watched(record)), (BLOCKERS, record.blockers)) if some]
    older = turning_update.place(document, record) if not record.source else None
    heads = {mark: head for mark in marks if (head := _head(document, record, mark, older or 0)) is not None}
    repeated = {n for mark, head in heads.items() for n in _repeated(document, head, _shown_elsewhere(mark, record))}
    missing = tuple(mark for mark in marks if mark not in heads)
    repeated |= {*_verdicts(document, record), *_empty_verdict_headings(document, record)}
    doubled = frozenset(head for head in heads.values() if _is_doubled(document.blocks, head))
    below = turning_update.marks(document, record)
    for mark, head in heads.items():
        below[head] = "\n\n".join(filter(None, (mark, below.get(head))))
    return SectionPlacement(below, missing, frozenset(repeated), doubled)


def watched(record: Record) -> bool:
    """Whether anything is said about when to look again."""
    return bool(record.conditions.triggers or record.conditions.review_by)


def own_heading(document: Document, record: Record, title: str) -> int | None:
    """The heading of this title that generate wrote; None in a record that it did not write."""
    headings = (n for n, block in enumerate(document.blocks) if block.kind == "heading" and block.level == 2)
    return next((n for n in headings if document.blocks[n].text == title), None) if record.source else None


def _head(document: Document, record: Record, mark: str, start: int) -> int | None:
    """The record's own heading, else the first one that announces what stands below it; or a label right below that does, too.

    Without such a heading, a label of a list that is all of it. What stands before the block `start` is outdated.
    """
    blocks, role = document.blocks, _ROLES[mark]
    number = own_heading(document, record, TITLES[mark])
    if number is None:
        headings = (n for n in range(start, len(blocks)) if blocks[n].kind == "heading" and blocks[n].level > 1)
        number = next((n for n in headings if roles.has(blocks[n].text, role)), None)
    if number is None:
        return next(
            (n for n in range(start, len(blocks)) if _is_label(blocks, n, role) and _is_all(blocks, n, mark, record)),
            None,
        )
    label = number + 1 + _led(blocks, number + 1)
    return label if _is_label(blocks, label, role) else number


def _is_doubled(blocks: Sequence[Block], number: int) -> bool:
    """Whether a label says just the words of the heading above it."""
    above = number - 1 - _led(blocks, number - 1)
    if above < 0 or blocks[number].kind != "paragraph" or blocks[above].kind != "heading":
        return False
    return plain(blocks[number].text).rstrip(":： ").lower() == plain(blocks[above].text).lower()


def _is_label(blocks: Sequence[Block], number: int, role: str) -> bool:
    return number < len(blocks) and blocks[number].kind == "paragraph" and roles.has(blocks[number].text, role)


def _led(blocks: Sequence[Block], number: int) -> bool:
    """Whether a block is what a generated record puts before its conditions."""
    return 0 <= number < len(blocks) and blocks[number].text in _LEADS


def _is_all(blocks: Sequence[Block], number: int, mark: str, record: Record) -> bool:
    """Whether the list below a label is all that is shown in its place."""
    parts = _parts(blocks[number + 1]) if blocks[number + 1 : number + 2] and blocks[number + 1].kind == "list" else ()
    words = {word for part in parts if (word := _words_of(part))}
    whole = len(record.blockers if mark == BLOCKERS else record.conditions.triggers)
    return len(words) == whole and words <= _shown_elsewhere(mark, record)


def _verdicts(document: Document, record: Record) -> Iterator[int]:
    """Paragraphs that say the verdict and no more, as the card does; one that is all of its section stays."""
    verdict = fold(record.verdict or "")
    if not verdict or record.says_status_alone or verdict != record.verdict_text:  # the card shows no links and no code
        return
    first = next((n for n, block in enumerate(document.blocks) if _says(block, verdict)), None)
    if first is None:
        return
    # generate states the verdict, and the author's own line of it follows; what an author wrote twice is shown twice
    own, labelled = document.blocks[first], document.blocks[first + 1 : first + 2]
    both = bool(labelled) and _says(labelled[0], verdict) and not _labelled(own) and _labelled(labelled[0])
    last = first + (both or _is_word_of(verdict, labelled))
    before = document.blocks[first - 1] if first else None
    yield from range(first, last + (not _alone(before, document.blocks[last + 1 :])))


def _is_word_of(verdict: str, behind: Sequence[Block]) -> bool:
    """Whether the paragraph behind a verdict is the word that it begins with: "REJECT", whose reason stands below."""
    word = fold(behind[0].text).strip("*_.") if behind and behind[0].kind == "paragraph" else ""
    return bool(word) and verdict.startswith((f"{word}. ", f"{word}: ")) and line_status(word) is not None


def _empty_verdict_headings(document: Document, record: Record) -> Iterator[int]:
    """Headings with nothing below that say the verdict as the card does: "Recommendation: REJECT (for now)"."""
    for number, block in enumerate(document.blocks):
        after = document.blocks[number + 1 : number + 2]
        if block.kind == "heading" and block.level > 1 and (not after or _ends(block, after[0])):
            label, sign, said = block.text.partition(":")
            # a day or year in it stands nowhere else
            dated = _DAY_OR_YEAR.search(label)
            if sign and not dated and roles.section(label) == ("outcome", True) and _is_status(fold(said), record):
                yield number


def _ends(heading: Block, block: Block) -> bool:
    """Whether a block begins the next section."""
    return block.kind == "heading" and block.level <= heading.level


def _is_status(text: str, record: Record) -> bool:
    """Whether a line says the record's status in one word and what qualifies that, or its very verdict, and no more."""
    word, _, limit = text.rstrip(".").partition(" ")
    if text == record.verdict == record.verdict_text:  # the card shows no links and no code
        return True
    limited = limit.strip("()").lower() == (record.qualifier or "").lower()
    return limited and bool(record.status) and line_status(word) == record.status


def _says(block: Block, verdict: str) -> bool:
    """Whether a paragraph says the verdict and no more, also behind the label."""
    return block.kind == "paragraph" and _LABEL.sub("", fold(block.text), count=1) == verdict


def _labelled(block: Block) -> bool:
    return bool(_LABEL.match(fold(block.text)))


def _alone(before: Block | None, after: Sequence[Block]) -> bool:
    """Whether what stands between two blocks is all that stands below its heading, but for headings with nothing below."""
    if before is None or before.kind != "heading":
        return False
    other = next((block for block in after if block.kind != "heading" or block.level <= before.level), None)
    return other is None or other.kind == "heading"


def _shown_elsewhere(mark: str, record: Record) -> frozenset[str]:
    """The items and paragraphs that the page shows in other form."""
    if mark == BLOCKERS:
        return frozenset(fold(blocker.text) for blocker in record.blockers)
    shared = record.conditions.shared_sentences
    forms = (_forms(trigger, trigger.sentence in shared) for trigger in record.conditions.triggers)
    return frozenset(form for forms_of_one in forms for form in forms_of_one)


def _forms(trigger: Trigger, shared: bool) -> Iterator[str]:
    """How a condition may be written: its sentence, which the page shows unless it is shared, or words that are all in there."""
    whole = all(fold(part) in fold(trigger.sentence) for part in (trigger.text, trigger.consequence or ""))
    for form in (*(() if shared else (trigger.sentence,)), *([trigger.whole] if whole else ())):
        yield fold(form)
        yield fold(f"*{trigger.item}:* {form}")


def _repeated(document: Document, head: int, shown: frozenset[str]) -> Iterator[int]:
    """Blocks right below the heading that hold nothing else than what is shown; what is written twice is shown twice."""
    if _led(document.blocks, head - 1):
        yield head - 1
    left, lead = set(shown), tuple[int, ...]()
    for number in range(head + 1, len(document.blocks)):
        block = document.blocks[number]
        if number == head + 1 and _led(document.blocks, number):
            lead = (number,)  # it goes with the list below it; what leads a further list is the author's
            continue
        parts = _parts(block)
        words = [_words_of(part) for part in parts]
        if not parts or len(set(words)) < len(words) or not left.issuperset(words):
            return
        left.difference_update(words)
        yield from (*lead, number)
        lead = ()


def _parts(block: Block) -> tuple[Block, ...]:
    """The paragraphs of a paragraph or of a list that has one in each item; none of anything else."""
    if block.kind == "paragraph":
        return (block,)
    items = block.children if block.kind == "list" else ()
    single = all(len(item.children) == 1 and item.children[0].kind == "paragraph" for item in items)
    return tuple(item.children[0] for item in items) if single else ()


def _words_of(block: Block) -> str | None:
    """The words of a paragraph as a condition has them; None if a link in it would lead elsewhere in another place."""
    text = _LETTER.sub("", fold(block.text), count=1)
    return None if _ELSEWHERE.search(_ABSOLUTE.sub("", text)) else text
