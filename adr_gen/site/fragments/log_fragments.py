"""Pieces of the log for any page: how many decisions there are, what is due, the latest, and a filtered table."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from html import escape
from typing import Any

from markupsafe import Markup

from ...board import ALL_OF, BoardEntry, entries, entry
from ...model import NEEDS_ATTENTION
from ...records import Record
from ..components import badges, day_labels, filters, next_twelve_months, owner_links, undecided
from ..components.log_table import table
from ..page import title
from ..pages import board, log_page
from ..record.body.body_html import inline_html
from ..record.body.text_direction import isolated
from ..site_context import SiteContext

LATEST = 5
UNDATED = 3
"""Records without a date that are named beside the newest; the others are counted."""
DUE = 10
"""Owners in sight, and records that are met or due; the others are folded away."""
FOLDED = 90
"""Records that are folded away, of those that are to be looked at and of those that will be: the board has all."""
FIELDS: Mapping[str, Callable[[SiteContext, Record], tuple[str, ...]]] = {
    "status": lambda site, record: (record.status or "unknown",),
    "tag": lambda site, record: record.tags,
    "owner": lambda site, record: record.asked,
    "state": lambda site, record: (site.states.of_record(record) or "",),
    "year": lambda site, record: (filters.year(record),),
}
"""What the records of a table may be chosen by."""


def summary(site: SiteContext, page: str, anchor: str = "") -> str:
    """How many decisions there are of each status, and how many ask to be looked at, for the page at an address.

    The first of its links leads to the `anchor` of what is due on the page, if any.
    """
    counts = filters.counts(site.log.records, site, site.href(log_page.PATH, page))
    skip = f'<a class="adr-hidden" href="#{anchor}">To the decisions</a>' if anchor else ""
    return f'<p class="adr-counts">{skip}{counts}<span class="adr-ways">{board.invitation(site, page)}</span></p>'


def due(site: SiteContext, page: str, anchor: str = "") -> str:
    """Who is asked for how much, what else is open, the next days, and what is met or due, the strongest first.

    The list of these is at an `anchor`, if any. Behind it stands what comes to be, which the browser shows then.
    """
    watched = entries(site.log, site.states)
    now = [_due(site, one.record, page) | _why(one, None) for one in watched if one.state in NEEDS_ATTENTION]
    later = [
        _due(site, one.record, page) | _why(entry(one.record, site.states.on(days[0])), days[0].isoformat())
        for one in watched
        if one.state not in (*NEEDS_ATTENTION, "reopened") and (days := site.pressing_since(one.record))
    ]
    return site.markup.html(
        "due",
        owners=sorted(
            _owners(site, page),
            key=lambda one: (one["name"] != owner_links.NOBODY, -one["now"], one["name"].casefold()),
        ),
        anchor=anchor,
        open=list(_open(site, page)),
        most=DUE,
        next=next_twelve_months.next_days(site, (one for one in watched if one.state != board.REOPENED), page),
        records=[*now[:DUE], *([] if now[DUE:] else later[:FOLDED])],
        more=len(now[DUE:][:FOLDED]),
        folded=[*now[DUE:][:FOLDED], *later[:FOLDED]],
        board=Markup(site.link(board.PATH, page, f"All {len(now):,}")) if now[DUE:] else None,
        nothing=not now,
    )


def _open(site: SiteContext, page: str) -> Iterator[Markup]:
    """What is open and asks nobody by a day: how much of each kind, and where the board lists it."""
    if new := undecided.new(site):
        yield _on_board(site, page, undecided.ANCHOR, new)
    if reopened := undecided.reopened(site):
        yield _on_board(site, page, board.REOPENED, reopened)
    (_, now), *later = site.counted(site.log.records, (board.UNCHECKED,))
    if now:
        number = f"<span{badges.days([(day, f'{n:,}') for day, n in later])}>{now:,}</span>"
        yield _on_board(site, page, board.UNCHECKED, f"{number} not checked yet")


def _on_board(site: SiteContext, page: str, anchor: str, html: str) -> Markup:
    hidden = board.PATH in site.hidden
    return Markup(html if hidden else f'<a href="{escape(site.href(board.PATH, page))}#{anchor}">{html}</a>')


def _owners(site: SiteContext, page: str) -> Iterator[dict[str, Any]]:
    """Each who is asked about something: how many records, now or from a coming day on, and questions that are open."""
    open_ones = Counter(name for names in _open_to(site) for name in names)
    for name in (*site.owners, owner_links.NOBODY) if site.owners else ():
        (_, now), *later = site.counted((r for r in site.log.records if name in owner_links.of(r)), NEEDS_ATTENTION)
        if now or later or open_ones[name]:
            number = f"<strong{badges.days([(day, f'{n:,}') for day, n in later])}>{now:,}</strong>"
            more = f" + {open_ones[name]:,} open" if open_ones[name] else ""
            first = None if now or more else later[0][0].isoformat()
            person = owner_links.link(site, name, page)
            yield {"name": name, "now": now, "from": first, "person": person, "number": Markup(number + more)}


def _open_to(site: SiteContext) -> Iterator[tuple[str, ...]]:
    """Who is asked about each question that is open: about a decision, or about research that asks none again."""
    yield from (
        owner_links.of(record) for record in site.log.records if site.states.of_record(record) == board.REOPENED
    )
    yield from (one.people or (owner_links.NOBODY,) for one in undecided.new_files(site))


def _due(site: SiteContext, record: Record, page: str) -> dict[str, object]:
    return _shown(site, record, page) | {"people": owner_links.links(site, record.asked, page)}


def _why(at: BoardEntry | None, day: str | None) -> dict[str, object]:
    """Which conditions ask for a look at a record, from a day on or now."""
    some = at.urgent if at else ()
    all_of = f"{ALL_OF} " if at and at.together and some[1:] else ""
    texts = [f"({line.letter}) {isolated(inline_html(line.trigger.whole, links=False))}" for line in some]
    return {"from": day, "why": Markup(all_of + "; ".join(texts))}


def latest(site: SiteContext, page: str, most: int = LATEST) -> str:
    """The newest records by their dates, with number, date and verdict."""
    newest = sorted(site.log.records, key=lambda r: (r.date or "", r.number), reverse=True)[:most]
    undated = [record for record in site.log.records if not record.date and record not in newest]
    return site.markup.html(
        "latest",
        records=[_shown(site, record, page) for record in newest],
        undated=[_shown(site, record, page) for record in undated[:UNDATED]],
        more=f"{len(undated) - UNDATED:,}" if undated[UNDATED:] else None,
    )


def log(site: SiteContext, page: str, chosen: Mapping[str, str]) -> str:
    """The table of the records that have all that is chosen."""
    wanted = {name: site.log.people.one(value) if name == "owner" else value for name, value in chosen.items()}
    some = [
        record
        for record in site.log.records
        if all(value.casefold() in map(str.casefold, FIELDS[name](site, record)) for name, value in wanted.items())
    ]
    return table(some, site, page) if some else "<p>No decision fits.</p>"


def _shown(site: SiteContext, record: Record, page: str) -> dict[str, object]:
    return {
        "id": record.id,
        "href": Markup(badges.href(record, page)),
        "title": Markup(isolated(title(record))),
        "status": Markup(badges.status_badge(record.status)),
        "qualifier": Markup(badges.qualifier(record) + badges.since(site, record, page)),
        "state": Markup(badges.state(site.states.of_record(record), site.coming(record))),
        "overdue": Markup(day_labels.overdue(site, record)),
        "cause": Markup(day_labels.cause(site, record)),
        "date": record.date,
        "verdict": Markup(badges.told(site, record) + isolated(badges.verdict(record))),
    }
