"""The header card of a record's page."""

from collections.abc import Iterator

from ...records import Record
from .. import badges
from ..context import SiteContext
from ..page import safe, title
from ..pages import board, log_page
from .body import plain


def card(site: SiteContext, path: str) -> str:
    """The header card of the record in the file `path`."""
    record = site.log.by_path[path]
    said = badges.verdict(record)
    decision = f'<div class="adr-decision"><dt>Decision</dt><dd>{said}</dd></div>' if said else ""
    rows = "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in _rows(record, site))
    return f'<dl class="adr-card">{decision}{rows}</dl>'


def facts(site: SiteContext, path: str) -> str:
    """The card in a line, for what reads the page without looking at it."""
    record = site.log.by_path[path]
    makers = safe(", ".join(record.decision_makers))
    return f"<p>{record.id} {record.status or ''}{badges.qualifier(record)} {makers}</p>"


def _rows(record: Record, site: SiteContext) -> Iterator[tuple[str, str]]:
    ways = [*_neighbours(record, site), site.link(log_page.PATH, record.url, "all decisions")]
    yield "Record", " · ".join([record.id, *ways])
    yield "Status", badges.status(record)
    if record.date:
        yield "Date", safe(record.date)
    if record.decision_makers:
        yield "Decided by", safe(", ".join(record.decision_makers))
    if record.source:
        yield "Research", badges.file(record.source, site.urls.repo_url)
    yield from _relations(record, site)
    if state := site.states.of_record(record):
        chip = site.link(board.PATH, record.url, badges.state(state, site.coming(record)))
        yield "Revisit", chip + badges.following(site.states.next_day(record), site.steps(record))


def _neighbours(record: Record, site: SiteContext) -> Iterator[str]:
    """Links to the records before and after this one in the log."""
    before, after = site.neighbours[record.path]
    if before:
        yield f'<a href="{badges.href(before, record.url)}" rel="prev" title="{safe(plain(before.title))}">← {before.id}</a>'
    if after:
        yield f'<a href="{badges.href(after, record.url)}" rel="next" title="{safe(plain(after.title))}">{after.id} →</a>'


def _relations(record: Record, site: SiteContext) -> Iterator[tuple[str, str]]:
    reaffirms = site.log.reaffirms(record)
    for name, numbers in (
        ("Supersedes", record.supersedes),
        ("Superseded by", record.superseded_by),
        ("Reaffirms", reaffirms),
        ("Revisits", tuple(n for n in record.revisits if n not in reaffirms)),
        ("Reaffirmed by", record.reaffirmed_by),
        ("Related", record.relates),
    ):
        if numbers:
            yield name, ", ".join(_record_link(n, record, site) for n in numbers)


def _record_link(number: int, record: Record, site: SiteContext) -> str:
    other = site.log.by_number.get(number)
    if other is None:
        return f"ADR-{number:04}"
    return f"{badges.number_link(other, record.url)} {title(other)}"
