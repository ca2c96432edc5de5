"""The conditions and blockers of a record as they stand today, with all that was found and answered."""

from collections.abc import Iterator, Sequence
from typing import Any

from markupsafe import Markup

from ...board import RESULT_TEXT, watched_conditions
from ...board.shared_triggers import SharedTrigger
from ...counts import count
from ...model import Blocker, Trigger
from ...records import Record, holder
from ...reviews.stored_review import Answer, Review, fingerprint
from ..components import badges
from ..html_escaping import safe
from ..pages import board
from ..site_context import SiteContext
from . import condition_markup
from .body.body_html import inline_html

MOST = 6
"""Conditions and blockers that the card shows; their sections have all of them, folded away where the card has, too."""
MOST_OTHERS = 10
"""Records that a page names as waiting for the same thing."""
LOGIC = {"any": "Any of these reopens the question:", "all": "All of these together reopen the question:"}


def conditions_section(site: SiteContext, record: Record) -> str:
    """The conditions in full, the day of the next look, the reviews, and who waits for the same thing."""
    shared = record.conditions.shared_sentences
    return site.markup.html(
        "conditions",
        watched=record.watched,
        # a fold says how many conditions it has
        folded=bool(record.conditions.triggers) and _in_card(record, record.conditions.triggers),
        again=[Markup(badges.number_link(one, record.url)) for one in site.log.reaffirming(record)],
        logic=LOGIC.get(record.conditions.logic or ""),
        conditions=[
            condition_markup.condition(site, record, line, record.url, whole=line.trigger.sentence not in shared)
            for line in watched_conditions(record, site.states)
        ],
        review_by=condition_markup.in_any_case(site.states, record),
        reviews=[_review(record, review) for review in reversed(site.states.reviews.of(holder(record)))],
        others=[Markup(_group(site, group, record)) for group in site.groups_of.get(record.path, ())],
    )


def blockers_section(site: SiteContext, record: Record) -> str:
    """What stands in the way, and who found when that it is gone."""
    return site.markup.html(
        "blockers",
        folded=_in_card(record, record.blockers),
        blockers=[blocker_today(site, record, blocker) for blocker in record.blockers],
    )


def _in_card(record: Record, some: Sequence[Trigger | Blocker]) -> bool:
    """Whether the card says all of them already."""
    return record.watched and len(some) <= MOST


def blocker_today(site: SiteContext, record: Record, blocker: Blocker) -> dict[str, Any]:
    """A blocker, and who cleared it when."""
    clearing = site.states.reviews.cleared_by(holder(record), blocker)
    return {
        "text": Markup(inline_html(blocker.text)),
        "cleared": blocker.cleared,
        "day": condition_markup.day(clearing[0]) if clearing else None,
        "by": clearing[1] if clearing else None,
    }


def look_in_words(review: Review) -> str:
    """One look at a record in a few words, as HTML."""
    by = f" by {safe(review.by)}" if review.by else ""
    # who only cleared a blocker has not looked at the conditions
    only = review.cleared and not review.answers
    looked = f"{count(len(review.cleared), 'blocker')} cleared" if only else "looked at"
    return f"{review.outcome or looked} {condition_markup.day(review.date)}{by}"


def _review(record: Record, review: Review) -> dict[str, Any]:
    """One look at the record."""
    return {
        "day": condition_markup.day(review.date),
        "by": review.by,
        "outcome": review.outcome,
        "next": condition_markup.day(review.next) if review.next else None,
        "answers": [*(_answer(record, one) for one in review.answers), *_cleared(review)],
        "note": Markup(condition_markup.linked(review.note)) if review.note else None,
    }


def _answer(record: Record, answer: Answer) -> dict[str, Any]:
    """What was said of a condition: under the letter that it has today, else in the words that it had."""
    today = {fingerprint(trigger.text): letter for letter, trigger in record.conditions.lettered}
    then = None if answer.condition in today else condition_markup.other_words(answer)
    letter = today.get(answer.condition, answer.trigger)
    evidence = Markup(condition_markup.linked(answer.evidence)) if answer.evidence else None
    words = RESULT_TEXT[answer.result]
    return {"letter": letter, "then": then, "words": words, "until": answer.until, "evidence": evidence}


def _cleared(review: Review) -> Iterator[dict[str, Any]]:
    for blocker, _ in review.cleared:
        yield {"letter": None, "words": f"blocker {blocker} cleared", "until": None, "evidence": None}


def _group(site: SiteContext, group: SharedTrigger, record: Record) -> str:
    """A thing and who else waits for it; the board names those beyond a few, or pages would grow with the log."""
    # one more, as the record itself may be among the first
    others = [other for other in group.records[: MOST_OTHERS + 1] if other is not record][:MOST_OTHERS]
    links = [f'<a href="{badges.href(o, record.url)}">{o.id}</a> {badges.link(o, record.url)}' for o in others]
    if more := len(group.records) - 1 - len(others):
        links.append(site.link(board.PATH, record.url, f"{more} more"))
    return f"{condition_markup.subject(group)}: {', '.join(links)}"
