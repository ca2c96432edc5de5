"""Where a decision stands: the banner over its page, and its conditions, blockers and reviews below it."""

from collections.abc import Iterator

from ...board import RESULT_TEXT, entry, lines
from ...board.waiting import Group
from ...model import NEEDS_ATTENTION, Blocker
from ...records import Record, holder
from ...reviews.reviews import Answer, Review
from ...revisit import States
from .. import badges
from ..context import SiteContext
from ..page import STANDING_TITLE, safe, stands
from ..pages import board
from . import conditions
from .body import inline_html

MET = "A condition has come true: this question is to be asked again."
UNSEEN = "Nobody has looked at this for a while"
MOST_OTHERS = 10
"""Records that a page names as waiting for the same thing."""


def banner(site: SiteContext, record: Record) -> str:
    """A note over the page of a record that is superseded, open again, met or due, or will be: the browser shows it then."""
    if record.superseded_by or record.status == "superseded":
        heirs = (site.log.by_number.get(number) for number in record.superseded_by)
        links = " and ".join(badges.link(heir, record.url) for heir in heirs if heir)
        return _admonition("warning", f"Superseded by {links}" if links else "Superseded")
    if asked := site.open_again.get(record.path):
        return _admonition("question", f"This question is open again in {badges.file(asked, site.urls.repo_url)}.")
    state = site.states.of_record(record)
    coming = site.coming(record) if state else []
    days = [(site.states.as_of, state), *coming]
    first = {word: day for day, word in reversed(days) if word in NEEDS_ATTENTION}
    if not first:
        return ""
    shown = min(first, key=lambda word: first[word])
    told = "".join(
        f'<span data-adr-when="{word}"{"" if word == shown else " hidden"}>'
        f"{MET if word == 'met' else _due(record, site.states.on(day))}</span>"
        for word, day in first.items()
    )
    where = f' <a href="#{_slug()}">{STANDING_TITLE}</a>' if stands(record) else ""
    hide = "" if state in NEEDS_ATTENTION else " hidden"
    return _admonition("question", f"{told}{where}", f' data-adr-state="{state}"{badges.days(coming)}{hide}')


def _due(record: Record, states: States) -> str:
    """Why a record is due."""
    day = states.appointed(record)
    why = f"This was to be looked at again by {conditions.day(day.isoformat())}" if day else UNSEEN
    return f"{why}: is it time to ask the question again?"


def _admonition(kind: str, words: str, attributes: str = "") -> str:
    return f'<div class="admonition {kind} adr-banner"{attributes}><p class="admonition-title">{words}</p></div>'


def _slug() -> str:
    return STANDING_TITLE.lower().replace(" ", "-")


def standing(site: SiteContext, record: Record) -> str:
    """The conditions with what was found, the blockers, the reviews, and who waits for the same thing."""
    return "".join(
        (*_conditions(site, record), *_blockers(site, record), *_reviews(site, record), *_others(site, record))
    )


def _conditions(site: SiteContext, record: Record) -> Iterator[str]:
    told = entry(record, site.states)
    if not record.conditions.triggers and not (told and told.review_by):
        return
    logic = {"any": "Any of these reopens the question:", "all": "All of these together reopen the question:"}
    if not record.watched:
        yield "<p>Nobody waits for these conditions any more.</p>"
    elif record.conditions.logic in logic:
        yield f"<p>{logic[record.conditions.logic]}</p>"
    items = "".join(conditions.item(site, record, line, anchored=True) for line in lines(record, site.states))
    yield f'<ul class="adr-triggers">{items}</ul>' if items else ""
    if told and told.review_by:
        yield f"<p>To be reviewed by {conditions.day(told.review_by)} in any case.</p>"


def _blockers(site: SiteContext, record: Record) -> Iterator[str]:
    if not record.blockers:
        return
    items = "".join(
        f'<li><span class="adr-blocker">{"cleared" if blocker.cleared else "open"}</span> '
        f"{inline_html(blocker.text)}{_cleared(site, record, blocker)}</li>"
        for blocker in record.blockers
    )
    yield f'<p>What stands in the way:</p><ul class="adr-blockers">{items}</ul>'


def _cleared(site: SiteContext, record: Record, blocker: Blocker) -> str:
    """Who found that a blocker is gone, and when; the text above may still say that it stands."""
    found = site.states.reviews.cleared_by(holder(record), blocker)
    return f" <em>as of {conditions.day(found[0])}{f' by {safe(found[1])}' if found[1] else ''}</em>" if found else ""


def _reviews(site: SiteContext, record: Record) -> Iterator[str]:
    reviews = site.states.reviews.of(holder(record))
    if reviews:
        items = "".join(f"<li>{_review(review)}</li>" for review in reversed(reviews))
        yield f'<p>Looked at:</p><ul class="adr-reviews">{items}</ul>'


def _review(review: Review) -> str:
    """One look at the record."""
    parts = [*map(_answer, review.answers)]
    parts += [f"blocker {safe(blocker)} cleared" for blocker, _ in review.cleared]
    outcome = f", <strong>{review.outcome}</strong>" if review.outcome else ""
    again = f", next look {conditions.day(review.next)}" if review.next else ""
    note = f" – {conditions.linked(review.note)}" if review.note else ""
    said = f": {'; '.join(parts)}" if parts else ""
    return f"{conditions.day(review.date)} {safe(review.by)}{outcome}{again}{said}{note}"


def _answer(answer: Answer) -> str:
    until = f" until {safe(answer.until)}" if answer.until else ""
    evidence = f" ({conditions.linked(answer.evidence)})" if answer.evidence else ""
    return f"({safe(answer.trigger)}) {RESULT_TEXT[answer.result]}{until}{evidence}"


def _others(site: SiteContext, record: Record) -> Iterator[str]:
    """Other records that wait for the same thing."""
    items = "".join(f"<li>{_group(site, group, record)}</li>" for group in site.groups_of.get(record.path, ()))
    if items:
        yield f'<p>Others wait for the same thing:</p><ul class="adr-others">{items}</ul>'


def _group(site: SiteContext, group: Group, record: Record) -> str:
    """A thing and who else waits for it; the board names those beyond a few, or pages would grow with the log."""
    others = [other for other in group.records[: MOST_OTHERS + 1] if other is not record][:MOST_OTHERS]
    links = [f'<a href="{badges.href(o, record.url)}">{o.id}</a> {badges.link(o, record.url)}' for o in others]
    if more := len(group.records) - 1 - len(others):
        links.append(site.link(board.PATH, record.url, f"{more} more"))
    return f"{conditions.subject(group)}: {', '.join(links)}"
