"""What comes due in the next twelve months, as a picture and in words."""

from collections.abc import Iterable, Iterator
from datetime import date

from dateutil.relativedelta import relativedelta
from markupsafe import Markup

from ...board import BoardEntry
from ...model import NEEDS_ATTENTION
from ...records import Record
from ..page import title
from ..record import condition_markup
from ..record.body.text_direction import isolated
from ..site_context import SiteContext
from . import badges, day_labels

MONTHS = 12
NEXT = 12
"""Days that are named before the picture of all; the style shows the first three of those that a filter leaves."""
NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
COMES_TRUE = "a condition names this day"
ComingEntry = tuple[date, str, BoardEntry]
"""A day on which somebody is to look at a record, and why on that one."""
WIDE, HIGH, FOOT = 60, 60, 38
"""Width of a month, height of the tallest bar, room for the names below, in units of the picture."""


def coming(site: SiteContext, listed: list[BoardEntry]) -> Iterator[str]:
    """The picture of the coming twelve months, and under it the records by month."""
    first = site.states.as_of.replace(day=1)
    left = 12 * (date.max.year - first.year) + date.max.month - first.month
    months = [first + relativedelta(months=n) for n in range(min(MONTHS, left + 1))]
    due: dict[date, list[ComingEntry]] = {month: [] for month in months}
    for entry in listed:
        for day, why in pressing_days(site, entry.record):
            if (month := day.replace(day=1)) in due:
                due[month].append((day, why, entry))
    yield "## The next twelve months"
    if not any(due.values()):
        yield "<p>Nothing is known to come due in these months.</p>"
        return
    # one that comes due and is met on a later day of the month is one decision
    counts = {month: len({entry.record.path for _, _, entry in some}) for month, some in due.items()}
    yield site.markup.html(
        "months",
        width=WIDE * MONTHS,
        height=HIGH + FOOT + 20,
        foot=HIGH + 40,
        words=Markup(", ".join(f"{_words(m)}: {n}" for m, n in counts.items() if n)),
        months=[_bar(place, month, count, max(counts.values())) for place, (month, count) in enumerate(counts.items())],
        days=_days(site, due),
    )


def pressing_days(site: SiteContext, record: Record) -> Iterator[tuple[date, str]]:
    """The coming days on which the record comes to be met or due, or that are named for it, and why on these."""
    for step in site.steps(record):
        if step.named and step.state in NEEDS_ATTENTION:
            yield step.day, day_labels.why(site, step.cause) or COMES_TRUE


def next_days(site: SiteContext, listed: Iterable[BoardEntry], page: str) -> Markup:
    """The nearest coming days with their records, for the page at an address; one that the reader has reached is gone."""
    days = [(day, why, one.record) for one in listed for day, why in pressing_days(site, one.record)]
    nearest = sorted(days, key=lambda one: (one[0], one[2].number))[:NEXT]
    return site.markup.html(
        "next",
        days=[_coming(record, day, why, page) for day, why, record in nearest],
    )


def _coming(record: Record, day: date, why: str, page: str) -> dict[str, object]:
    """A coming day with its record; the browser takes away what it holds once the reader has reached the day."""
    return {
        "days": Markup(badges.days([(day, "")])),
        "why": why,
        "day": condition_markup.day(day.isoformat()),
        "href": Markup(badges.href(record, page)),
        "id": record.id,
        "title": Markup(isolated(title(record))),
    }


def _words(month: date) -> str:
    return f"{NAMES[month.month - 1]} {month.year}"


def _bar(place: int, month: date, count: int, most: int) -> dict[str, object]:
    """The bar of a month; the first one and each January say their year."""
    height = round(HIGH * count / most)
    return {
        "count": count,
        "words": _words(month),
        "left": place * WIDE + 12,
        "top": HIGH + 20 - height,
        "middle": place * WIDE + WIDE // 2,
        "width": WIDE - 24,
        "height": height,
        "name": NAMES[month.month - 1],
        "year": month.year if place == 0 or month.month == 1 else None,
    }


def _days(site: SiteContext, due: dict[date, list[ComingEntry]]) -> Iterator[dict[str, object]]:
    """The same in words, with links."""
    page = site.address("revisit.md")
    for some in due.values():
        for day, why, entry in sorted(some, key=lambda row: (row[0], row[2].record.number)):
            yield _coming(entry.record, day, why, page) | {"month": _words(day)}
