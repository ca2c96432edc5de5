"""All that says a verdict: headings and labels with a known verb, first sentences of their sections, clear sentences."""

from . import choice
from .outline import Statement, text_of
from .pattern import inside
from .sentence import Languages
from .stated_verdicts import StatedVerdict, StatedVerdicts, is_label, says, take
from .text import plain, sentences
from .verb import alone
from .verdict_heading import from_heading
from .verdict_prose import from_paragraph


def read(places: list[Statement], title: str, languages: Languages) -> StatedVerdicts:
    """All that says a verdict of the whole document with this title."""
    views = StatedVerdicts(languages, title, places)
    for place in places:
        if place.block.kind == "heading":
            from_heading(place, views)
        elif place.block.kind == "paragraph" and len(place.items) < 2:
            from_paragraph(place, views)
        elif place.block.kind == "list":
            _from_list(place, views)
        elif place.block.kind == "table" and not place.items:
            _from_table(place, views)
    # headings and labels of a report are its author's own verdict, sentences may tell of any
    if inside("reports", title):
        for event in (c for c in views.opinions if c.rank >= 2):
            views.pass_over(event.line, event.rule, event.text, "a report tells what happened")
        views.opinions = [c for c in views.opinions if c.rank < 2]
    return views


def _from_list(place: Statement, views: StatedVerdicts) -> None:
    """A list that is the verdict's section: the verdict of its items, of the ticked ones where there are boxes, if they agree."""
    section = place.section
    marked = [item for item in place.block.children if choice.is_marked(text_of(item))]
    if len(marked) == 1 and len(place.block.children) > 1 and place.of_option and place.top and not place.aside:
        text = text_of(marked[0])
        views.opinions.append(
            StatedVerdict(
                2, marked[0].line, "marked-option", text, "accepted", None, headings=place.headings, option=True
            )
        )
        return
    if section is None or not place.top or place.of_option or place.aside or not is_label(section.text):
        return
    boxes = any(item.checked is not None for item in place.block.children)
    items = [text_of(item) for item in place.block.children if item.checked or not boxes]
    judged = [says(t, "any", views) or alone(t) for t in items]
    if judged and judged[0] and (boxes or judged[0][0] != "rejected") and len({s[0] for s in judged if s}) == 1:
        views.add(place, 3, place.line, "verdict-list", sentences(items[0])[0], judged[0])


def _from_table(place: Statement, views: StatedVerdicts) -> None:
    block = place.block
    if (chosen := choice.chosen_row(block.rows)) and not place.aside:
        text, line = plain(block.rows[chosen][0]), block.row_lines[chosen]
        views.opinions.append(
            StatedVerdict(2, line, "ticked-row", text, "accepted", None, headings=place.headings, option=True)
        )
    for line, row in zip(block.row_lines, block.rows, strict=True):
        if len(row) == 2 and is_label(row[0]) and row[1].strip():
            take(place, 1, line, "table", plain(row[0]), row[1], views)
