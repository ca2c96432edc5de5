"""The revisit board: what would make us change our minds, by state."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from ...board import BoardEntry, SharedTrigger, entries, pressing_word
from ...checks import parse_day
from ...counts import count
from ...model import NEEDS_ATTENTION, RecordState
from ...records import Record, holder
from ...revisit.combined_checks import combined
from ..components import badges, day_labels, next_twelve_months, owner_links, passed_days, undecided
from ..feeds import alternates
from ..page import Page, front, title
from ..record import condition_markup
from ..record.body.text_direction import isolated
from ..site_context import SiteContext

PATH = owner_links.BOARD
LOG = "decisions/index.md"
"""The docs path of the log page, which takes it from here: both link to each other."""
DESCRIPTION = "What would make us change our minds: conditions that have come true, are due, or are waited for."
ASKED = (
    "act action attention change due expired look met mind minds overdue pending reopened review reviews revisit stale todo true"
    " unchecked unknown urgent waiting"
)
"""Words of states and of what is to be done, as people ask for them."""
WHEN = "again coming month next soon today upcoming week"
"""Words that may stand beside these."""
# the columns need the whole width; search finds the records themselves
FRONT = front("Revisit", (), search=False, hide=("navigation", "toc"), description=DESCRIPTION)
HEAD = Page(PATH, FRONT, "Revisit", description=DESCRIPTION, asked=ASKED, when=WHEN)
"""The page's front matter."""
REOPENED: RecordState = "reopened"
UNCHECKED: RecordState = "unknown"
"""The anchors of what is open and asks nobody by a day."""
SHOWN = 8
"""Cards of a column, and entries of a list, in sight; the others are folded away."""
GROUPS = {
    "met": ("Met", "A condition has come true: ask the question again, or say why the decision stands."),
    "due": ("Due", "Its day has come, or nobody has looked for a while: is it true by now?"),
    REOPENED: ("Reopened", "The question is asked again."),
    "waiting": ("Waiting", "The nearest day of these first."),
    UNCHECKED: ("Not checked yet", "A check has not been made, or could not be."),
    "never": ("Never", "It was said that these will not be reconsidered."),
}
"""Name and meaning of each column, in their order."""
EVER = ("met", "due", "waiting")
"""The columns that are shown without a card, too: the days that come bring some there."""


def board(site: SiteContext) -> Page:
    """All records that wait for something: the coming year, then a column for each state."""
    listed = entries(site.log, site.states)
    parts = ["# Revisit"]
    if not listed:
        parts += ["<p>No decision waits for anything.</p>", *undecided.folded(site, site.address(PATH))]
        return HEAD.with_body(parts)
    groups = _groups(site, listed)
    watched = [entry for entry in listed if entry.state != REOPENED]
    parts += [
        site.markup.html("board_intro", as_of=site.states.as_of.isoformat(), groups=groups, log=_log(site)),
        passed_days.passed(site, listed, site.address(PATH)),
        next_twelve_months.next_days(site, watched, site.address(PATH)),
        *undecided.folded(site, site.address(PATH)),
        site.markup.html("board_filters", groups=groups, filters=_filters(site, listed)),
        *next_twelve_months.coming(site, watched),
        site.markup.html("board", groups=groups),
        *_waiting_on(site),
        *_deferrals(site),
        *_judges(listed),
        alternates.links(site, PATH),
    ]
    return HEAD.with_body(parts)


def invitation(site: SiteContext, page: str) -> str:
    """A link to the board from the page at the address `page`, and how many records ask to be looked at."""
    return f"{site.link(PATH, page, 'Revisit')} ({pressing_counts(site)} to look at again)"


def pressing_counts(site: SiteContext) -> str:
    """How many records are met or due, and how many will be on coming days."""
    (_, now), *later = site.counted(site.log.records, NEEDS_ATTENTION)
    return f"<span{badges.days([(day, f'{count:,}') for day, count in later])}>{now:,}</span>"


def _log(site: SiteContext) -> Markup | None:
    """A link to the log, unless the site leaves it out."""
    return None if LOG in site.hidden else Markup(site.link(LOG, site.address(PATH), "All decisions"))


def _groups(site: SiteContext, listed: list[BoardEntry]) -> list[dict[str, Any]]:
    """The columns with their cards."""
    cards: dict[str, list[dict[str, Any]]] = {name: [] for name in GROUPS}
    for entry in listed:
        cards[entry.state].append(card(site, entry, PATH))
    return [
        {"name": name, "title": title, "meaning": meaning, "cards": cards[name][:SHOWN], "more": cards[name][SHOWN:]}
        for name, (title, meaning) in GROUPS.items()
        if cards[name] or name in EVER
    ]


def anchor(record: Record) -> str:
    """The anchor of a record on the board."""
    return record.id.lower()


def card(site: SiteContext, entry: BoardEntry, path: str) -> dict[str, Any]:
    """What a template shows of one record that is watched, on the page at the docs path."""
    record, page = entry.record, site.address(path)
    asked = site.states.reopened.get(record.path)
    return {
        "id": record.id,
        "file": record.research,
        "anchor": anchor(record),
        "command": f"adr-gen review {record.number}",
        "href": Markup(badges.href(record, page)),
        "title": Markup(title(record)),
        "status": Markup(badges.status(record) + badges.since(site, record, page)),
        "state": entry.state,
        "days": Markup(badges.days(site.coming(record))),
        "overdue": Markup(day_labels.overdue(site, record)),
        "cause": Markup(day_labels.cause(site, record)),
        "next": Markup(day_labels.next_day(site, record)),
        "set_for": Markup(day_labels.set_for(site, record)),
        "undated": entry.undated,
        "asked": undecided.link(site, asked, page) if asked else None,
        "asked_since": condition_markup.reopened_since(site.states, record) if asked else None,
        "joined": condition_markup.joined(record),
        "conditions": [condition_markup.condition(site, record, line, page) for line in entry.lines],
        "pressing": pressing_word(record, site.states) if entry.state in NEEDS_ATTENTION else "",
        "review_by": condition_markup.in_any_case(site.states, record),
        "owners": owner_links.of(record),
        "people": owner_links.links(site, record.asked, page),
        "tags": record.tags,
        "kinds": _kinds(entry),
    }


def _kinds(entry: BoardEntry) -> list[str]:
    """What the record waits for; a day by which somebody is to look in any case is one, too."""
    appointed = [condition_markup.KINDS["date"]] if entry.review_by else []
    named = (kind for line in entry.lines for kind in condition_markup.kinds(line.trigger))
    return list(dict.fromkeys((*named, *appointed)))


def _filters(site: SiteContext, listed: list[BoardEntry]) -> list[tuple[str, str, list[tuple[str, int]]]]:
    """Name, label and counted choices of each field; those with nothing to choose are left out."""
    choices: list[tuple[str, str, Iterable[Iterable[str]]]] = [
        ("owner", "Owner", (set(owner_links.of(entry.record)) for entry in listed)),
        ("tag", "Tag", (set(entry.record.tags) for entry in listed)),
        ("kind", "Waits for", (_kinds(entry) for entry in listed)),
    ]
    counted = [(name, label, Counter(word for some in of for word in some)) for name, label, of in choices]
    # who has nothing but research to decide is asked for, too
    counted[0][2].update(dict.fromkeys((name for one in site.waiting for name in one.people), 0))
    return [
        (name, label, sorted(counts.items(), key=lambda one: one[0].casefold()))
        for name, label, counts in counted
        if counts.keys() - {owner_links.NOBODY}
    ]


def _waiting_on(site: SiteContext) -> list[str]:
    """What one event would settle for several records."""
    shown = [_group(site, group) for group in site.groups]
    return ["## Waiting on", site.markup.html("waiting_on", groups=shown, most=SHOWN)] if shown else []


def _group(site: SiteContext, group: SharedTrigger) -> dict[str, Any]:
    page = site.address(PATH)
    return {
        "subject": Markup(condition_markup.subject(group)),
        "count": count(len(group.records), "decision"),
        "waiters": [
            {
                "href": Markup(f"{badges.href(one.record, page)}#{condition_markup.anchor(one.letter)}"),
                "id": one.record.id,
                "letter": one.letter,
            }
            for one in group.waiters
        ],
    }


def _deferrals(site: SiteContext) -> list[str]:
    """How long what was deferred has been waiting, the longest first."""
    deferred = [r for r in site.log.records if r.status == "deferred" and r.watched]
    shown = sorted((_deferred(site, r) for r in deferred), key=lambda one: (one["since"] or "9999", one["id"]))
    return ["## Deferred for how long", site.markup.html("deferred", records=shown, most=SHOWN)] if shown else []


def _deferred(site: SiteContext, record: Record) -> dict[str, Any]:
    looks = _looks(site, record)
    since = min(filter(None, (parse_day(one.date) for one in looks)), default=None)
    return {
        "id": record.id,
        "href": Markup(badges.href(record, site.address(PATH))),
        "title": Markup(isolated(title(record))),
        "day": condition_markup.day(since.isoformat() if since else record.date),
        "since": since.isoformat() if since else None,
        "days": f"{(site.states.as_of - since).days:,}" if since else None,
        "times": len(looks)
        - 1
        + bool(record.update)  # an update that put it off again
        + sum(r.outcome == "reaffirmed" for one in looks for r in site.states.reviews.of(holder(one))),
    }


def _looks(site: SiteContext, record: Record) -> list[Record]:
    """A record and the older ones that it reaffirms, and those that they do."""
    looks = [record]
    for one in looks:  # it grows
        older = (site.log.by_number[number] for number in site.log.reaffirms(one))
        looks += [old for old in older if old not in looks]
    return looks


def _judges(listed: list[BoardEntry]) -> list[str]:
    """How many conditions are checked by a program, how many people judge, and how many nobody has looked at."""
    lines = [line for entry in listed for line in entry.lines if line.state != "never"]
    checked = sum(combined(line.trigger).settles for line in lines)
    unseen = sum(not (line.observation and line.observation.date) for line in lines)
    sentence = (
        f"{count(len(lines), 'condition')}: {checked:,} checked automatically, {len(lines) - checked:,} judged by "
        f"people; {unseen:,} not looked at yet."
    )
    return ["## Who looks", f"<div><p>{sentence}</p></div>"]
