"""What comes due in the next twelve months, as a picture and in words."""

from collections.abc import Iterator
from datetime import date

from dateutil.relativedelta import relativedelta

from ...board import Entry
from ...model import NEEDS_ATTENTION
from .. import badges
from ..context import SiteContext
from ..page import title
from ..record import conditions

MONTHS = 12
NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WIDE, HIGH, FOOT = 60, 60, 34
"""Width of a month, height of the tallest bar, room for the names below, in units of the picture."""


def coming(site: SiteContext, listed: list[Entry]) -> Iterator[str]:
    """The picture of the coming twelve months, and under it the records by month."""
    first = site.states.as_of.replace(day=1)
    left = 12 * (date.max.year - first.year) + date.max.month - first.month
    months = [first + relativedelta(months=n) for n in range(min(MONTHS, left + 1))]
    due: dict[date, list[tuple[date, str, Entry]]] = {month: [] for month in months}
    for entry in listed:
        for day, state in site.coming(entry.record):
            if state in NEEDS_ATTENTION and (month := day.replace(day=1)) in due:
                due[month].append((day, state, entry))
    yield "## The next twelve months"
    total = sum(map(len, due.values()))
    if not total:
        yield "<p>No day is known on which anything comes due.</p>"
        return
    details = f'<details class="adr-fold"><summary>{badges.count(total, "decision")} by day</summary>{_list(site, due)}</details>'
    yield _picture({month: len(some) for month, some in due.items()}) + details


def _picture(counts: dict[date, int]) -> str:
    """A bar for each month."""
    most = max(counts.values())
    counted = ", ".join(f"{NAMES[m.month - 1]} {m.year}: {n}" for m, n in counts.items() if n)
    bars = "".join(_bar(n, month, count, most) for n, (month, count) in enumerate(counts.items()))
    return (
        f'<svg class="adr-months" viewBox="0 0 {WIDE * MONTHS} {HIGH + FOOT + 20}" role="img" '
        f'aria-label="Decisions that come due by month. {counted}">{bars}</svg>'
    )


def _bar(place: int, month: date, count: int, most: int) -> str:
    height = round(HIGH * count / most)
    left, top, middle = place * WIDE, HIGH + 20 - height, place * WIDE + WIDE // 2
    year = f'<tspan x="{middle}" dy="14">{month.year}</tspan>' if place == 0 or month.month == 1 else ""
    bar = f'<rect x="{left + 12}" y="{top}" width="{WIDE - 24}" height="{height}" rx="2"/>' if count else ""
    number = f'<text x="{middle}" y="{top - 5}">{count}</text>' if count else ""
    return f'{bar}{number}<text x="{middle}" y="{HIGH + 36}">{NAMES[month.month - 1]}{year}</text>'


def _list(site: SiteContext, due: dict[date, list[tuple[date, str, Entry]]]) -> str:
    """The same as a list of links."""
    page = site.address("revisit.md")
    items = "".join(
        f"<li>{conditions.day(day.isoformat())} {badges.state(state)} "
        f'<a href="{badges.href(entry.record, page)}">{entry.record.id}</a> {title(entry.record)}</li>'
        for some in due.values()
        for day, state, entry in sorted(some, key=lambda row: (row[0], row[2].record.number))
    )
    return f'<ul class="adr-coming">{items}</ul>'
