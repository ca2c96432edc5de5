"""All that says a verdict: headings and labels with a known verb, first sentences of their sections, clear sentences."""

import re

from .. import roles
from ..document.statements import Statement, text_of
from ..patterns.language_matchers import find_slot, leading, whole
from ..plain_text import label, plain, sentences
from ..sentences.open_verdicts import asks
from ..sentences.sentence_classification import Languages
from ..sentences.title_words import in_title, refuses, speaks_of
from ..sentences.verdict_verbs import Judged, alone, clean
from . import chosen_option, informal_verdicts, kept_first, later_updates, looks_again, section_answers, ticked_items
from .collected_verdicts import SENTENCE, StatedVerdict, StatedVerdicts, says, take
from .verdict_heading import from_heading
from .verdict_labels import LABELS, is_label, is_summary, is_weak
from .verdict_prose import from_paragraph
from .verdict_sentences import outright


def read(places: list[Statement], title: str, languages: Languages) -> StatedVerdicts:
    """All that says a verdict of the whole document with this title."""
    stated = StatedVerdicts(languages, title, places)
    for place in places:
        if place.block.kind == "heading":
            from_heading(place, stated)
        elif place.block.kind == "paragraph" and len(place.items) < 2:
            from_paragraph(place, stated)
        elif place.block.kind == "list":
            _from_list(place, stated)
        elif place.block.kind == "table" and not place.items:
            _from_table(place, stated)
    stated.verdicts = _of_the_last_entry(stated)
    looks_again.drop(stated)
    kept_first.drop(stated)
    section_answers.read(stated)
    informal_verdicts.read(stated)
    # headings, labels and what stands first below "Decision" are the verdict of a report's author, sentences may tell of any
    if find_slot("report-title", title):
        own = [
            c
            for c in stated.verdicts
            if c.rank < 2 or (c.rank == 2 and whole("verdict-firm", plain(c.headings[-1].text)))
        ]
        for event in (c for c in stated.verdicts if c not in own):
            stated.pass_over(event.line, event.rule, event.text, "a report tells what happened")
        stated.verdicts = own
    return stated


def _of_the_last_entry(stated: StatedVerdicts) -> list[StatedVerdict]:
    """The verdicts without those of a log's earlier entries: "2026-03-01 – decision: wait" gives way to a later decision, also one not understood."""
    announced = (place.block.text for place in stated.places if place.block.kind == "heading")
    days = [day[1] for text in announced if (day := roles.DAY_FIRST.match(text)) and is_label(text)]
    last = max((one.day for one in stated.verdicts), default="")
    return [one for one in stated.verdicts if one.day in ("", max([last, *days]))]


def _from_list(place: Statement, stated: StatedVerdicts) -> None:
    """A list that is the verdict's section: the verdict of its items, of the ticked ones where there are boxes, if they agree."""
    if not place.top or place.aside:
        return
    if place.of_option:
        _from_options(place, stated)
        return
    if "update" in place.headings.below_title and not place.under("history"):
        later_updates.from_items(place, stated)
        return
    if not (name := _announced(place)):
        _from_summary(place, stated)
        _from_closing(place, stated)
        _from_options(place, stated)
        return
    choices = ticked_items.choices(place.block.children)
    boxes = any(ticked is not None for _, ticked in choices)
    items = [text for text, ticked in choices if ticked or not boxes]
    leads = not boxes and _leads(place) and not whole("verdict-several", plain(name))
    if boxes and len(items) == 1 and not place.aside and chosen_option.by_name(items[0], stated.names):
        stated.add(place, 2, place.line, "ticked-option", items[0], ("accepted", None), option=True)
    judged = [_of_item(text, leads and not number, stated) for number, text in enumerate(items)]
    first = next(
        (n for n, text in enumerate(items) if judged[n] and (n == 0 or (is_weak(name) and says(text, "any", stated)))),
        None,
    )
    said = judged[first] if first is not None else None
    others = {s[0] for s, text in zip(judged, items, strict=True) if s and not (leads and _beside(text, stated.title))}
    if first is not None and said and others <= {said[0]} and (boxes or _decides(place, said, name)):
        stated.add(place, 3, place.line, "verdict-list", sentences(items[first])[0], said)


def _beside(text: str, title: str) -> bool:
    """Whether an item only keeps something else out: "Do not add a third store" in a list of what to do."""
    told = re.findall(r"\w{4,}", title.lower())
    return bool(leading("negation", clean(text))) and not any(word[:6] in text.lower() for word in told)


def _from_options(place: Statement, stated: StatedVerdicts) -> None:
    """The one item of several that is marked or ticked as chosen."""
    items, one = place.block.children, None
    if place.of_option:
        one = chosen_option.signed_one([text_of(item) for item in items])
    elif place.headings.are_titles or place.first or place.before is not None:
        before = place.before.text if place.before is not None and place.before.kind == "paragraph" else ""
        asked = before if before.endswith("?") else stated.title if place.headings.are_titles else ""
        one = chosen_option.ticked_one(asked, [item.checked for item in items])
    if one is None and stated.may_mark and (place.of_option or place.headings.are_titles):
        # outside of options a list of ways to do something may recommend one
        mark = "chosen-mark" if place.of_option else "taken-mark"
        one = chosen_option.only([chosen_option.is_marked(text_of(item), mark) for item in items])
    if one is not None and len(items) > 1:
        stated.verdicts.append(
            StatedVerdict(
                2,
                items[one].line,
                "marked-option",
                text_of(items[one]),
                "accepted",
                None,
                headings=place.headings,
                option=True,
            )
        )


def _from_summary(place: Statement, stated: StatedVerdicts) -> None:
    """The verdict of items that sum the document up: "TL;DR", then "- We go with Harbour"."""
    if not (place.first and place.section and is_summary(place.section.text)):
        return
    for item in place.block.children:
        first = next(iter(sentences(text_of(item))), "")
        judged = None if asks(first) else alone(first) or outright(first, stated)
        if judged:
            stated.add(place, SENTENCE, item.line, "summary", first, judged)


def _from_closing(place: Statement, stated: StatedVerdicts) -> None:
    """An item that ends the question, in bold, because nothing comes of it: "**Close this ticket** – no gain"."""
    for item in place.block.children:
        text = text_of(item)
        bold = re.match(r"\*\*([^*]{3,60})\*\*(.*)", text, re.S)
        if bold and whole("closing-act", plain(bold[1])) and not find_slot("gone", bold[2]):
            stated.add(place, SENTENCE, item.line, "closing-act", sentences(text)[0], ("rejected", None))


def _announced(place: Statement) -> str:
    """The heading, or the label right before it, that announces a list as the verdict; empty if none does."""
    section, before = place.section, place.before
    own = label(before.text) if before is not None and before.kind == "paragraph" else None
    names = (section.text if section is not None else "", own[0] if own and not own[1] else "")
    return next((name for name in reversed(names) if name and is_label(name)), "")


def _decides(place: Statement, judged: Judged, name: str) -> bool:
    """Whether a list without boxes may say this verdict: what is not to be done is advice in a list of recommendations."""
    return judged[0] != "rejected" or (_leads(place) and not whole("verdict-several", plain(name)))


def _leads(place: Statement) -> bool:
    """Whether nothing stands between a list and the heading or label that announces it."""
    before = place.before
    return before is place.section or (before is not None and before.kind == "paragraph" and _announced(place) != "")


def _of_item(text: str, leads: bool, stated: StatedVerdicts) -> Judged | None:
    """What an item says; the first one as the first sentence of the section would."""
    if asks(text):
        return None
    first = next(iter(sentences(text)), text)
    return (
        says(text, "any", stated)
        or says(first, "closing", stated)
        or alone(text)
        or ((says(first, "first", stated) or chosen_option.signed(first) or alone(first)) if leads else None)
    )


def _from_table(place: Statement, stated: StatedVerdicts) -> None:
    block = place.block
    chosen = chosen_option.chosen_row(block.rows) or (chosen_option.marked_row(block.rows) if stated.may_mark else None)
    if chosen and not place.aside and _is_of_title(chosen, block.rows, stated.title):
        text, line = plain(block.rows[chosen][0]), block.row_lines[chosen]
        stated.verdicts.append(
            StatedVerdict(2, line, "ticked-row", text, "accepted", None, headings=place.headings, option=True)
        )
    sure = place.first and place.below(*LABELS) and place.section and not is_weak(place.section.text)
    if sure and not place.aside and (first := chosen_option.picks(block.rows)):
        stated.add(place, 2, block.row_lines[1], "picked-rows", first, ("accepted", None), option=True)
    for line, row in zip(block.row_lines, block.rows, strict=True):
        if sure and len(row) == 2 and _asks_of_it(row[0], stated.title):
            if judged := alone(row[1]):
                stated.add(place, 1, line, "table", row[1], judged)
        elif len(row) == 2 and is_label(row[0]) and row[1].strip():
            take(place, 1, line, "table", plain(row[0]), row[1], stated)
        elif len(row) == 2:
            later_updates.from_row(place, line, row, stated)


def _asks_of_it(cell: str, title: str) -> bool:
    """Whether a cell asks for what the title proposes: "Replace the parser?", not "Keep the parser?"."""
    asked = plain(cell)
    contrary = find_slot("stay-words", asked) or any(
        refuses(word) and not in_title(word, title) for word in asked.split()
    )
    return asks(cell) and speaks_of(asked, title) and not contrary


def _is_of_title(chosen: int, rows: tuple[tuple[str, ...], ...], title: str) -> bool:
    """Whether the row that is taken is what a title speaks of, if it speaks of one of the rows: not "Cron" about "A queue"."""
    named = [number for number, row in enumerate(rows) if number and row and speaks_of(plain(row[0]), title)]
    return not named or chosen in named
