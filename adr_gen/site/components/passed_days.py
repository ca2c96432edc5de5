"""The days that have passed: since when which record is to be looked at, the longest first."""

from collections.abc import Iterable
from datetime import date

from markupsafe import Markup

from ...board import BoardEntry, since_word
from ...counts import count
from ...model import NEEDS_ATTENTION
from ...records import Record
from ..page import title
from ..record.body.text_direction import isolated
from ..site_context import SiteContext
from . import badges, day_labels
from .next_twelve_months import pressing_days

SHOWN = 3
"""Days in sight; the others are folded away."""
COMING = 12
"""Days that the reader may have reached already."""
CAME_TRUE = "a condition has come true"


def passed(site: SiteContext, listed: Iterable[BoardEntry], page: str) -> Markup:
    """The days that have passed with their records, for the page at an address; the browser adds those that the reader reached."""
    watched = [entry.record for entry in listed if entry.state != "reopened"]
    days = sorted(
        ((day, why, record) for record in watched for day, why in _passed(site, record).items()),
        key=lambda one: (one[0], one[2].number),
    )
    rows = [_row(site, record, day, why, page) for day, why, record in days]
    coming = sorted((day, f"{one.id} {title(one)}") for one in watched for day, _ in pressing_days(site, one))
    return site.markup.html(
        "passed",
        count=count(len(rows), "date"),
        first=rows[:SHOWN],
        more=rows[SHOWN:],
        later=[Markup(badges.days([(day, f"{day} {name}")])) for day, name in coming[:COMING]],
    )


def _passed(site: SiteContext, record: Record) -> dict[date, str]:
    """The days since which somebody is to look at a record, and why: also what is named beside the first of them."""
    states = site.states
    judged = [states.judge(record, trigger) for trigger in record.conditions.triggers]
    days = [
        (one.since, one.cause) for one in judged if one.state in NEEDS_ATTENTION and one.cause not in day_labels.IN_TURN
    ]
    days += [(states.since(record), states.cause(record)), (states.review_by(record), "appointed")]
    return {day: day_labels.why(site, cause) or CAME_TRUE for day, cause in days if day and day <= states.as_of}


def _row(site: SiteContext, record: Record, day: date, why: str, page: str) -> dict[str, object]:
    word = since_word(record, site.states) if day == site.states.since(record) else "since"
    return {
        "since": Markup(day_labels.since_day(day, site.states.as_of, word)),
        "href": Markup(badges.href(record, page)),
        "id": record.id,
        "title": Markup(isolated(title(record))),
        "why": why,
    }
