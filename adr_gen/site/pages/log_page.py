"""The log page: all records in one table, or an index of the years of a large log."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from shlex import quote
from types import MappingProxyType

from markupsafe import Markup

from ...counts import count
from ...errors import one_line
from ...records import Record
from ...records.paragraph_text import plain
from ..components import filters
from ..components.filters import year
from ..components.log_table import log_order, table
from ..feeds import alternates
from ..page import Page, front
from ..record.body.body_html import inline_html
from ..site_context import SiteContext
from . import board

PATH = board.LOG
OTHERS = {"timeline.md": "Timeline", "graph.md": "Graph"}
DESCRIPTION = "With status, date and verdict, and when to look at them again."
SPLIT = 2_000
"""A log of more records has a page for each year."""
NEWEST = 100
"""As many records stand on the index of a log that is split."""


EMPTY_LOG = "No decisions yet."


def empty(site: SiteContext) -> str:
    """What an empty log says: where a decision is to stand."""
    decisions, *research = (f"<code>{escape(one_line(folder))}</code>" for folder in (site.decisions, *site.research))
    where = f" in {', '.join(research)}" if research else ""
    return (
        f"<p>{EMPTY_LOG} A decision is a file in {decisions}; <code>adr-gen generate</code> makes one of each research "
        f"file{where} that states a verdict.</p>"
    )


def year_path(name: str) -> str:
    """The docs path of a year's page."""
    return f"decisions/{name}.md"


def heads(site: SiteContext) -> Iterator[Page]:
    """The front matter of the log page, and of the pages of the years that it is split into."""
    yield _head(PATH, "Decisions", site.log.records)
    for name, some in _groups(site).items():
        yield _head(year_path(name), _of_year(name), some)


def log_pages(site: SiteContext) -> Iterator[Page]:
    """The log page, and the pages of the years that it is split into."""
    groups, records = _groups(site), site.log.records
    if not groups:
        yield _page(PATH, "Decisions", records, site, records)
        return
    elsewhere = [record for record in records if year(record) not in groups]
    shown = {record.path: record for record in (*elsewhere, *sorted(records, key=log_order)[-NEWEST:])}
    yield _page(PATH, "Decisions", records, site, shown.values(), groups)
    for name, some in groups.items():
        yield _page(year_path(name), _of_year(name), some, site, some)


def _groups(site: SiteContext) -> dict[str, list[Record]]:
    """The records of each year that has a page of its own, the newest first."""
    groups: dict[str, list[Record]] = {name: [] for name in sorted(site.years, reverse=True)}
    for record in site.log.records if groups else ():
        if year(record) in groups:
            groups[year(record)].append(record)
    return groups


def _of_year(name: str) -> str:
    return f"Decisions of {name}"


def _head(path: str, title: str, records: Sequence[Record]) -> Page:
    description = f"{filters.counts_text(records)}. {DESCRIPTION}" if records else EMPTY_LOG
    return Page(path, front(title, (), search=False, hide=("navigation", "toc"), description=description), title)


def _page(
    path: str,
    title: str,
    records: Iterable[Record],
    site: SiteContext,
    shown: Iterable[Record],
    years: Mapping[str, list[Record]] = MappingProxyType({}),
) -> Page:
    """One page: it counts and filters `records`, its table holds those that are `shown`, others are on pages of `years`."""
    records = tuple(records)
    head, name = _head(path, title, records), f"# {title}"
    if not records:
        return head.with_body([name, empty(site), *_preview(path, site)])
    here = site.address(path)
    log = site.markup.html(
        "log",
        counts=filters.counts(records, site),
        ways=_ways(path, site),
        years=_index(years, site),
        filters=filters.form(records, site),
        table=table(shown, site, here, owners=True),
        offers=Markup(alternates.links(site, path)),
    )
    return head.with_body([name, log, *_preview(path, site)])


def _preview(path: str, site: SiteContext) -> list[str]:
    """What a preview has to say of research without a record, on the first page; a build has nothing."""
    if path != PATH:
        return []
    drafts = [
        {
            "path": draft.path,
            "title": Markup(inline_html(draft.title or draft.path, links=False)),
            "why": draft.why,
            "command": f"adr-gen decide {quote(draft.path)}",
            "candidates": [
                *(
                    {"line": one.line, "text": plain(one.text), "what": one.status or "a verdict"}
                    for one in draft.verdicts
                ),
                *({"line": one.line, "text": plain(one.text), "what": "a condition"} for one in draft.conditions),
            ],
        }
        for draft in site.preview.drafts
    ]
    shown = site.markup.html("preview", drafts=drafts, broken=site.preview.broken)
    return [shown] if shown else []


def _ways(path: str, site: SiteContext) -> list[Markup]:
    """Links to the other pages that show the log."""
    here = site.address(path)
    if path != PATH:
        return [Markup(site.link(PATH, here, "All decisions"))]
    others = (site.link(docs, here, name) for docs, name in OTHERS.items() if docs not in site.hidden)
    return [Markup(board.invitation(site, here)), *map(Markup, others)]


def _index(years: Mapping[str, list[Record]], site: SiteContext) -> list[dict[str, str]]:
    """Links to the years, which a script reads when it needs rows that are not on the page."""
    here = site.address(PATH)
    return [
        {"name": name, "href": site.href(year_path(name), here), "count": count(len(some), "decision")}
        for name, some in years.items()
    ]
