"""The revisit board: what would make us change our minds, by state."""

from collections import Counter
from html import escape

from ...board import Entry, Group, entries
from ...checks import parse_day
from ...model import NEEDS_ATTENTION, STATES
from ...records import Record, holder
from .. import badges
from ..context import SiteContext
from ..feeds import alternates
from ..page import Page, front
from ..record import conditions
from . import twelve_months

PATH = "revisit.md"
MEANING = {
    "met": "A condition has come true: reopen the question, or say why the decision stands.",
    "due": "Its day has come, or nobody has looked for a while: is it true by now?",
    "unknown": "A check has not been made, or could not be.",
    "waiting": "Not yet; the next day first.",
    "never": "It was said that these will not be reconsidered.",
}


def board(site: SiteContext) -> Page:
    """All records that wait for something, the strongest state first."""
    found = entries(site.log, site.states)
    as_of = site.states.as_of.isoformat()
    intro = (
        f'<p class="adr-asof">What would make us change our minds. Days are judged as of '
        f'<time class="adr-today" datetime="{as_of}">{as_of}</time>, checks and reviews as of the day beside each.</p>'
    )
    parts = [front("Revisit", (), search=False), "# Revisit", intro]
    if not found:
        parts.append("<p>No decision waits for anything.</p>")
        return Page(PATH, "\n\n".join(parts) + "\n", "Revisit")
    parts.append(_counts(found))
    for state in STATES:
        waiting = "".join(_entry(site, entry) for entry in found if entry.state == state)
        none = f'<p class="adr-none"{" hidden" if waiting else ""}>None.</p>'
        group = f'<div class="adr-group" data-adr-group="{state}"><p>{MEANING[state]}</p>{none}{waiting}</div>'
        parts += [f"## {state.capitalize()}", group]
    parts += [
        *twelve_months.coming(site, found),
        *_waiting_on(site),
        *_deferrals(site),
        *_judges(found),
        alternates.links(site, PATH),
    ]
    return Page(PATH, "\n\n".join(parts) + "\n", "Revisit")


def invitation(site: SiteContext, page: str) -> str:
    """A link to the board from the page at the address `page`, and how many records ask to be looked at."""
    return f"{site.link(PATH, page, 'When to revisit them')} ({_pressing(site)} to look at again)"


def _pressing(site: SiteContext) -> str:
    """How many records are met or due, and how many will be on coming days."""
    (_, now), *later = site.counted(site.log.records, NEEDS_ATTENTION)
    return f"<span{badges.days([(day, f'{count:,}') for day, count in later])}>{now:,}</span>"


def _counts(found: list[Entry]) -> str:
    """How many records are in each state, as links to them."""
    counts = Counter(entry.state for entry in found)
    chosen = "".join(
        f'<a href="#{state}">{badges.state(state)} <span data-adr-count="{state}">{counts[state]:,}</span></a>'
        for state in STATES
    )
    return f'<p class="adr-counts">{chosen}</p>'


def _entry(site: SiteContext, entry: Entry) -> str:
    """One record on the board with all its conditions."""
    record, page = entry.record, site.address(PATH)
    coming = site.coming(record)
    lines = "".join(conditions.item(site, record, line) for line in entry.lines)
    logic = {"all": "<p>All of:</p>", "any": "<p>Any of:</p>"}.get(record.conditions.logic or "", "")
    when = badges.following(entry.next, site.steps(record))
    by = f"<p>To be reviewed by {conditions.day(entry.review_by)}.</p>" if entry.review_by else ""
    asked = site.open_again.get(record.path)
    again = f"<p>Open again in {badges.file(asked, site.urls.repo_url)}.</p>" if asked else ""
    return (
        f'<div class="adr-waiting" data-adr-state="{entry.state}"{badges.days(coming)}>'
        f'<p><a href="{badges.href(record, page)}">{record.id}</a> {badges.link(record, page)} '
        f"{badges.status(record)}{when}</p>{again}{logic}<ul>{lines}</ul>{by}</div>"
    )


def _waiting_on(site: SiteContext) -> list[str]:
    """What one event would settle for several records."""
    if not site.groups:
        return []
    items = "".join(f"<li>{_group(site, group)}</li>" for group in site.groups)
    return ["## Waiting on the same thing", f'<ul class="adr-groups">{items}</ul>']


def _group(site: SiteContext, group: Group) -> str:
    page = site.address(PATH)
    waiters = ", ".join(
        f'<a href="{badges.href(w.record, page)}#{conditions.anchor(w.letter)}">{w.record.id} ({w.letter})</a>'
        for w in group.waiters
    )
    return f"{conditions.subject(group)}: {badges.count(len(group.records), 'decision')} – {waiters}"


def _deferrals(site: SiteContext) -> list[str]:
    """How long what was deferred has been waiting, the longest first."""
    deferred = [r for r in site.log.records if r.status == "deferred" and r.watched]
    if not deferred:
        return []
    page = site.address(PATH)
    rows = "".join(
        f'<tr><td><a href="{badges.href(r, page)}">{r.id}</a> {badges.link(r, page)}</td>'
        f"<td>{conditions.day(r.date) or 'no date'}</td><td>{_age(site, r.date)}</td>"
        f"<td>{_reaffirmed(site, r)}</td></tr>"
        for r in sorted(deferred, key=lambda r: (r.date or "9999", r.number))
    )
    head = "<tr><th>Decision</th><th>Deferred</th><th>Days</th><th>Reaffirmed</th></tr>"
    table = f"<table><thead>{head}</thead><tbody>{rows}</tbody></table>"
    return ["## Deferred for how long", f'<div class="adr-scroll">{table}</div>']


def _age(site: SiteContext, written: str | None) -> str:
    since = parse_day(written)
    return f'<span data-adr-since="{since}">{(site.states.as_of - since).days:,}</span>' if since else ""


def _reaffirmed(site: SiteContext, record: Record) -> str:
    times = sum(review.outcome == "reaffirmed" for review in site.states.reviews.of(holder(record)))
    return f"{times} ×" if times else "never"


def _judges(found: list[Entry]) -> list[str]:
    """How many conditions a program judges, how many people, and how many nobody has looked at."""
    lines = [line for entry in found for line in entry.lines if line.state != "never"]
    checked = sum(bool(line.trigger.check) for line in lines)
    unseen = sum(not (line.observation and line.observation.date) for line in lines)
    told = (
        f"{badges.count(len(lines), 'condition')}: {checked:,} checked by adr-gen, {len(lines) - checked:,} judged by people; "
        f"{unseen:,} {'has' if unseen == 1 else 'have'} never been looked at."
    )
    return ["## Who looks", f"<p>{escape(told)}</p>"]
