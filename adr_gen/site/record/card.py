"""The header card of a record's page: the decision, its facts, and what would change our mind."""

from collections.abc import Iterator
from datetime import date
from html import escape

from markupsafe import Markup

from ...board import WatchedCondition, entry, watched_conditions
from ...model import Blocker
from ...records import Record, holder
from ..components import badges, owner_links
from ..html_escaping import safe
from ..page import title
from ..pages import board, graph, log_page
from ..site_context import SiteContext
from . import banner, condition_markup, current_state, section_placement, turning_update
from .body.body_html import inline_html, plain
from .current_state import MOST

LONG = 90
"""Characters of a title that would fill the screen of a phone in the theme's size."""


def card(site: SiteContext, record: Record) -> str:
    """The header card of a record."""
    some, gone = card_conditions(site, record), [one for one in record.blockers if one.cleared and record.watched]
    return site.markup.html(
        "card",
        stated=badges.before_headline(record, says_status=record.path in site.telling),
        verdict=Markup(badges.verdict(record)),
        replaced=badges.is_past(site, record),
        extended=Markup(badges.reaffirmed(site, record)),
        lead=site.leads.get(record.path),
        board=None if board.PATH in site.hidden else f"{site.href(board.PATH, record.url)}#{board.anchor(record)}",
        facts=[(name, Markup(value)) for name, value in _facts(record, site)],
        look=_last_look(site, record),
        rest=[(name, Markup(value)) for name, value in _rest(record, site)],
        conditions=[condition_markup.condition(site, record, line, record.url) for line in some],
        more=len(record.conditions.triggers) - len(some) if some else 0,
        review_by=condition_markup.in_any_case(site.states, record),
        joined=condition_markup.joined(record),
        undated=bool(some and not record.date and (found := entry(record, site.states)) and found.undated),
        unsaid=record.watched and record.status in ("deferred", "rejected") and not section_placement.watched(record),
        again=[Markup(badges.number_link(one, record.url)) for one in site.log.reaffirming(record)],
        blockers=[Markup(inline_html(one.text, links=False)) for one in in_the_way(record)[:MOST]],
        blockers_more=max(len(in_the_way(record)) - MOST, 0),
        gone=[current_state.blocker_today(site, record, one) for one in gone[:MOST]],
        gone_more=max(len(gone) - MOST, 0),
    )


def in_the_way(record: Record) -> list[Blocker]:
    """The blockers that are open, while somebody waits for it that they go."""
    return [blocker for blocker in record.blockers if not blocker.cleared] if record.watched else []


def where(site: SiteContext, record: Record) -> str:
    """The way from the log to the record."""
    log = None if log_page.PATH in site.hidden else Markup(site.link(log_page.PATH, record.url, "Decisions"))
    return site.markup.html("where", log=log, id=record.id, long=len(record.title) > LONG)


def card_conditions(site: SiteContext, record: Record) -> list[WatchedCondition]:
    """The conditions in the card, while somebody waits for them."""
    return list(watched_conditions(record, site.states)[:MOST]) if record.watched else []


def summary(site: SiteContext, record: Record) -> str:
    """The card in a line, for what reads the page without looking at it."""
    makers = safe(", ".join(record.decision_makers))
    return f"<p>{record.id} {record.status or ''}{badges.qualifier(record)} {makers}</p>"


def description(record: Record) -> str:
    """The decision in a sentence, for previews of links to it."""
    status = " ".join(filter(None, (record.status, plain(record.qualifier or ""))))
    return ": ".join(filter(None, (status.capitalize(), record.verdict_text or plain(record.title))))


def _facts(record: Record, site: SiteContext) -> Iterator[tuple[str, str]]:
    yield "Status", badges.status(record) + ("" if record.superseded_by else badges.heirs(site.log, record, record.url))
    if record.date:
        yield "Date", safe(record.date)
    if record.update:
        yield "Changed by", turning_update.link(record)
    makers, owners = (owner_links.links(site, some, record.url) for some in (record.decision_makers, record.owners))
    owned = f"owner {owners}" if owners else ""
    if makers or owned:
        yield "Decided by" if makers else "Owner", "; ".join(filter(None, (makers, owned)))


def _last_look(site: SiteContext, record: Record) -> tuple[Markup, list[date]] | None:
    """The last look, and the first of the days from which no banner says it, if one does now; None without any."""
    looks = site.states.reviews.of(holder(record))
    later = site.pressing_since(record)[:1] if banner.last_held(site, record) else []
    shown = looks and (later or banner.last_held(site, record) is None)
    return (Markup(current_state.look_in_words(looks[-1])), later) if shown else None


def _rest(record: Record, site: SiteContext) -> Iterator[tuple[str, str]]:
    """Where it comes from, and what it has to do with others."""
    if record.source:
        yield "Research", badges.file(record.source, site.urls)
    if record.tags:
        yield "Tags", badges.tags(record.tags, site.href(log_page.PATH, record.url))
    yield from _relations(record, site)
    if record.number in site.related and graph.PATH not in site.hidden:
        place = escape(f"{site.href(graph.PATH, record.url)}#{graph.anchor(record)}")
        yield "Graph", f'<a href="{place}">{record.id} and its neighbours</a>'


def _relations(record: Record, site: SiteContext) -> Iterator[tuple[str, str]]:
    """What the record has to do with others; the banner names those that took its place or answered its question again."""
    again = [site.log.by_number[number] for number in site.log.reaffirms(record)]
    reaffirms = tuple(old.number for old in again if record.repeats(old))
    for name, numbers in (
        ("Supersedes", record.supersedes),
        ("Reaffirms", reaffirms),
        ("Revisits", tuple(n for n in record.revisits if n not in (*reaffirms, *record.supersedes))),
        ("Related", record.relates),
    ):
        if numbers:
            yield name, ", ".join(badges.named_link(site, n, record.url) for n in numbers)


def neighbours(site: SiteContext, record: Record) -> str:
    """Links to the records before and after this one in the log, unless the theme's footer has them, and to the log."""
    before, after = (None, None) if site.footer else site.neighbours[record.path]
    return site.markup.html(
        "neighbours",
        before=before
        and {"href": Markup(badges.href(before, record.url)), "id": before.id, "title": Markup(title(before))},
        after=after and {"href": Markup(badges.href(after, record.url)), "id": after.id, "title": Markup(title(after))},
        log=Markup(site.link(log_page.PATH, record.url, "All decisions")),
        site=site.name,
        address=site.absolute(record.url) if site.base else "",
        as_of=site.states.as_of.isoformat(),
    )
