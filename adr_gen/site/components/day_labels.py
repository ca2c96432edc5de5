"""What is said of the days of a record: since when it is to be looked at and why, and when it will be."""

from collections.abc import Sequence
from datetime import date

from ...board import look_again, since_word
from ...checks.kinds.calendar import NotBefore
from ...counts import count
from ...model import NEEDS_ATTENTION, Conditions
from ...records import Record
from ...revisit import causes, forecast
from ..site_context import SiteContext
from .badges import days

YEAR = 365
"""Days of a year; the browser counts with as many."""
IN_TURN: tuple[causes.Cause, ...] = ("unseen", "first")
"""Why somebody is to look on a day that nobody wrote down."""


def overdue(site: SiteContext, record: Record) -> str:
    """Since when the record is met or due, and how long that is; the browser counts anew, also from coming days on."""
    days = site.pressing_since(record)
    now, word = bool(days) and days[0] <= site.states.as_of, since_word(record, site.states)
    return _counted(days, _since(days[0], site.states.as_of, word) if now else "", word) if days else ""


def since_day(day: date, today: date, word: str) -> str:
    """A day that has passed, and how long ago that is; the browser counts anew."""
    return _counted([day], _since(day, today, word), word)


def _counted(days: Sequence[date], text: str, word: str) -> str:
    noticed = f' data-adr-seen="{days[0]}"' if text and word == "noticed" else ""
    return f'<span class="adr-overdue" data-adr-overdue="{" ".join(map(str, days))}"{noticed}>{text}</span>'


def cause(site: SiteContext, record: Record) -> str:
    """Why the record is due since that day, or will be from coming days on; empty if it never is."""
    now = _aside(why(site, site.states.cause(record)))
    later = [(step.day, _aside(why(site, step.cause))) for step in site.steps(record) if step.changed]
    return f' <span class="adr-overdue"{days(later)}>{now}</span>' if now or any(word for _, word in later) else ""


def _aside(words: str) -> str:
    return f"· {words}" if words else ""


def why(site: SiteContext, cause: causes.Cause | None) -> str:
    """A cause in a few words; empty without one."""
    return causes.cause_text(cause, site.states.review_every) if cause else ""


def _since(day: date, today: date, word: str) -> str:
    """A day and the time since then, in years where it is more than one; the log hides the time."""
    ago = (today - day).days
    time = f"{ago / YEAR:.1f} years" if ago > YEAR else count(ago, "day") if ago else "today"
    return f"{word} {day.isoformat()}<span> ({time})</span>"


def next_label(words: str, later: Sequence[tuple[date, str]] = ()) -> str:
    """When somebody is to look next, and what is said of that from `later` days on; empty without words."""
    return f' <span class="adr-next"{days(later)}>{words}</span>' if words else ""


def look_on(day: date, conditions: Conditions) -> str:
    """How a coming day is said: nobody is to look before a floor that stands under all of some conditions."""
    some = conditions.triggers
    floor = bool(some) and all(any(map(NotBefore.begins, trigger.check)) for trigger in some)
    return f"not before {day}" if floor else look_again(day.isoformat())


def next_day(site: SiteContext, record: Record) -> str:
    """The next day on which something about the record falls due; empty without one, and while it is due already."""
    if site.states.of_record(record) in NEEDS_ATTENTION:
        return ""
    steps = site.steps(record)
    said = record.conditions
    later = [(s.day, "" if s.state in NEEDS_ATTENTION else _next(steps[n:], said)) for n, s in enumerate(steps, 1)]
    return next_label(_next(steps, said), later)


def _next(steps: Sequence[forecast.ForecastDay], conditions: Conditions) -> str:
    """The first of coming days; one that somebody wrote down is told before a look in turn."""
    written = _written(steps)
    if not written or written is steps[0]:
        return look_on(steps[0].day, conditions) if steps else ""
    return f"{written.day} is named, look in turn by {steps[0].day}"


def _written(steps: Sequence[forecast.ForecastDay]) -> forecast.ForecastDay | None:
    return next((step for step in steps if step.named and step.cause not in IN_TURN), None)


def set_for(site: SiteContext, record: Record) -> str:
    """The coming day that somebody wrote down for a record which is due in turn only; empty for all others."""
    written = _written(site.steps(record)) if site.states.cause(record) in IN_TURN else None
    return next_label(f"set for {written.day},", [(written.day, "")]) if written else ""
