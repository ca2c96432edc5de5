"""The banner over a record's page: superseded, asked again, open again, come true, or due."""

import re
from shlex import quote
from typing import Any

from markupsafe import Markup

from ...board import WatchedCondition, since_word, watched_conditions
from ...model import NEEDS_ATTENTION, RecordState
from ...reading.conditions.bare_day import bare_day
from ...records import Record, holder
from ...reviews.stored_review import Review
from ...revisit import States
from ..components import badges, day_labels, undecided
from ..page import title
from ..preview.notes import PreviewNote
from ..site_context import SiteContext
from . import condition_markup
from .body.text_direction import isolated


def banner(site: SiteContext, record: Record) -> str:
    """The banners of a record: what a preview has to say of it, and why it is to be looked at."""
    notes = (_note(site, note) for note in site.preview.of(record.path))
    return " ".join(filter(None, (*notes, _taken_back(site, record), _standing(site, record))))


def _taken_back(site: SiteContext, record: Record) -> str:
    """That the research file of a record decides nothing now, whatever else is to be said of it."""
    if record.path not in site.taken_back or not record.source:
        return ""
    file = undecided.link(site, record.source, record.url)
    day = condition_markup.day(record.date) if record.date else None
    return site.markup.html(
        "banner", kind="taken-back", file=file, day=day, command=f"adr-gen decide {quote(record.source)}"
    )


def _note(site: SiteContext, note: PreviewNote) -> str:
    at = f"{note.research}:{note.problem.line}" if note.problem and note.problem.line else note.research
    message = note.problem.message if note.problem else ""
    return site.markup.html("banner", kind="preview", note=note.kind, research=at, record=note.record, words=message)


def _standing(site: SiteContext, record: Record) -> str:
    """The banner of a record; empty without a reason for one, now or on a coming day: the browser shows it then."""
    if record.superseded_by or record.status == "superseded":
        return site.markup.html(
            "banner",
            kind="superseded",
            heirs=_heirs(site, record),
            before=_before(site, record),
            today=_today(site, record),
        )
    if record.reaffirmed_by:
        return site.markup.html(
            "banner",
            kind="reaffirmed",
            heirs=_heirs(site, record),
            same=not site.log.is_past(record),
            today=_today(site, record),
        )
    if asked := site.states.reopened.get(record.path):
        return site.markup.html(
            "banner",
            kind="reopened",
            day=condition_markup.reopened_since(site.states, record),
            file=undecided.link(site, asked, record.url),
        )
    state = site.states.of_record(record)
    return " ".join(filter(None, (_held(site, record, state), _watched(site, record, state))))


def last_held(site: SiteContext, record: Record) -> Review | None:
    """The last look at a record, if it found that the decision stands and nothing asks for another one yet."""
    looks = site.states.reviews.of(holder(record))
    calm = record.watched and site.states.of_record(record) not in (*NEEDS_ATTENTION, "reopened", None)
    return looks[-1] if looks and looks[-1].outcome == "reaffirmed" and calm else None


def _held(site: SiteContext, record: Record, state: RecordState | None) -> str:
    """That the decision stands; the browser takes it back on the day that asks for another look."""
    review = last_held(site, record)
    if review is None:
        return ""
    return site.markup.html(
        "banner",
        kind="held",
        state=state,
        days=Markup(badges.days(site.coming(record))),
        day=condition_markup.day(review.date),
        by=review.by,
    )


def _watched(site: SiteContext, record: Record, state: RecordState | None) -> str:
    """Why somebody is asked to look at a record, now or on a coming day."""
    coming = site.coming(record) if state else []
    # reversed, so that of several days the first one stays
    first = {word: day for day, word in reversed([(site.states.as_of, state), *coming]) if word in NEEDS_ATTENTION}
    if not first:
        return ""
    shown = min(first, key=lambda word: first[word])
    return site.markup.html(
        "banner",
        kind="watched",
        state=state,
        days=Markup(badges.days(coming)),
        # it is on the page all the same: the reader's browser shows it when the day has come
        hidden=state not in NEEDS_ATTENTION,
        words=[_reason(site, record, site.states.on(day), word, word == shown) for word, day in first.items()],
    )


def _heirs(site: SiteContext, record: Record) -> list[dict[str, Any]]:
    """The records that took its place, or answered its question again."""
    heirs = (site.log.by_number.get(number) for number in record.superseded_by or record.reaffirmed_by)
    return [_heir(record, heir) for heir in heirs if heir]


def _today(site: SiteContext, record: Record) -> dict[str, Any] | None:
    """The record at the end of a chain of successors, if that is not the next one."""
    last = site.log.today(record)
    known = (record.number, *(record.superseded_by or record.reaffirmed_by))
    return None if last.number in known else _heir(record, last)


def _heir(record: Record, heir: Record) -> dict[str, Any]:
    return {
        "link": Markup(f'<a href="{badges.href(heir, record.url)}">{heir.id} {title(heir)}</a>'),
        "status": Markup(badges.status(heir)),
        "day": condition_markup.day(heir.date) if heir.date else None,
        "verdict": Markup(isolated(badges.verdict(heir))),
    }


def _before(site: SiteContext, record: Record) -> str | None:
    """The status that it had, where its own file still says so."""
    stated = site.stated.get(record.path)
    return stated if stated != record.status else None


def _reason(site: SiteContext, record: Record, states: States, state: str, shown: bool) -> dict[str, Any]:
    """Why a record is met or due on a day."""
    since, looks, cause = states.since(record), states.reviews.of(holder(record)), states.cause(record)
    some = [line for line in watched_conditions(record, states) if line.state == state]
    # of a day that has come nobody has to be asked whether it has
    asked = [line for line in some if state == "met" or not bare_day(line.trigger.text)]
    come = bool(some) and not asked and cause == "floor"
    some = asked or some
    return {
        "state": state,
        "hidden": not shown,
        "which": _named(some),
        "anchor": condition_markup.anchor(some[0].letter) if some else None,
        "asked": bool(asked),
        "come": come,
        "whole": since is not None and since == states.review_by(record),
        "several": len(some) > 1,
        "by_day": bool(some) and all(_by_day(line) for line in some),
        "since": since_word(record, states),
        "day": condition_markup.day(since.isoformat()) if since else None,
        "why": day_labels.why(site, cause),
        # somebody looked at others, or at what was not asked
        "others": cause == "unseen" and any(since and one.date > since.isoformat() for one in looks),
    }


def _by_day(line: WatchedCondition) -> bool:
    """Whether only the calendar made a condition true that has words too: nobody knows whether these are."""
    told = line.observation is not None and line.observation.by != "check"
    return (
        not told
        and line.trigger.kind in ("date", "elapsed")
        and bool(re.search(r"\w", re.sub(r"`[^`]*`", "", line.trigger.text)))
    )


def _named(some: list[WatchedCondition]) -> str:
    """Conditions by their letters."""
    if not some:
        return "A condition"
    *others, last = [f"({line.letter})" for line in some]
    return f"Conditions {', '.join(others)} and {last}" if others else f"Condition {last}"
