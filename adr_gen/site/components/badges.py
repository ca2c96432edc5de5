"""Small pieces that say one fact about a record: badges for status and state, qualifier, tags, links."""

from collections.abc import Sequence
from datetime import date
from html import escape
from urllib.parse import urlencode

from ...log import Log
from ...reading import line_status
from ...reading.lexicon import LANGUAGES
from ...reading.patterns.language_matchers import leading
from ...records import Record, holder
from ..feeds.character_filter import fit
from ..html_escaping import safe
from ..page import title
from ..record.body.body_html import inline_html
from ..site_context import SiteContext
from ..urls import Urls, relative

LABEL = 40
"""Characters within which a verdict has a label of its own."""
THEN = "Decided then: "


def status(record: Record) -> str:
    """The status as a badge, and what qualifies it."""
    return status_badge(record.status) + qualifier(record)


def status_badge(name: str | None) -> str:
    """A status word as a badge."""
    word = name or "unknown"
    return f'<span class="adr-status" data-adr-status="{word}">{word}</span>'


def qualifier(record: Record) -> str:
    """What limits the status, after a space; empty without it, and where another decision has taken its place."""
    if not record.qualifier:
        return ""
    return f' <span class="adr-qualifier">{inline_html(record.qualifier, links=False)}</span>'


def heirs(log: Log, record: Record, page: str | None = None) -> str:
    """What took a record's place or decided the same again, and what holds today if that is another one.

    After a space; empty without any. Links on the page at the address `page`.
    """
    numbers, last = record.superseded_by or record.reaffirmed_by, log.today(record).number
    if not numbers:
        return ""
    names = " and ".join(_named(log, number, page) for number in numbers)
    now = "" if last in (record.number, *numbers) else f", now {_named(log, last, page)}"
    how = "by" if record.superseded_by else f"· {_again(log, record)} in"
    return f' <span class="adr-qualifier">{how} {names}{now}</span>'


def _again(log: Log, record: Record) -> str:
    """How the question of a record was answered again, and when if that was otherwise."""
    days = [again.date for again in log.reaffirming(record) if again.date and log.is_past(record)]
    return " ".join(["answered anew" if log.is_past(record) else "decided again", *days[-1:]])


def today(log: Log, record: Record, page: str) -> str:
    """The record that holds today in place of one, in the few words that a cell of a table has room for; empty without one."""
    last = log.today(record)
    words = "now" if log.is_past(record) else "again in"
    return f'<span class="adr-qualifier">{words} {number_link(last, page)}</span>' if last is not record else ""


def _named(log: Log, number: int, page: str | None) -> str:
    record = log.by_number.get(number)
    return f"ADR-{number:04}" if record is None or page is None else number_link(record, page)


def is_past(site: SiteContext, record: Record) -> bool:
    """Whether a record tells what was decided then: another one says what holds, or its own research decides nothing now."""
    return site.log.is_past(record) or record.path in site.taken_back


def told(site: SiteContext, record: Record) -> str:
    """What goes before a verdict, where no status does: that another one replaced it, or the update that says it."""
    if not record.verdict_text or record.says_status_alone:
        return ""
    update = record.update.partition(":")[0] if record.update else ""
    return THEN if is_past(site, record) else f"{safe(update)}: " if update else ""


def since(site: SiteContext, record: Record, page: str) -> str:
    """What became of the question since the record was first made, in a few words after a space; empty if nothing did."""
    old = [
        number_link(one, page)
        for one in map(site.log.by_number.get, site.log.reaffirms(record))
        if one and site.log.is_past(one)
    ]
    told = [f"answers {' and '.join(old)} anew"] if old else []
    told += ["its research decides nothing now"] if record.path in site.taken_back else []
    told += [f"changed by {safe(record.update)}"] if record.update else []
    return f' <span class="adr-qualifier">{", ".join(told)}</span>' if told else ""


def verdict(record: Record) -> str:
    """The one-line verdict as plain words in HTML; empty if it says no more than the status."""
    return "" if record.says_status_alone else safe(record.verdict_text or "")


def reaffirmed(site: SiteContext, record: Record) -> str:
    """That a decision which counted until something was reaffirmed since, as HTML; empty for all others."""
    last = site.states.reviews.reaffirmed(holder(record))
    if last is None or last.date <= (record.date or "") or not leading("until", record.qualifier or "", LANGUAGES):
        return ""
    chosen = f", next look {safe(last.next)}" if last.next else ""
    return f"Reaffirmed {safe(last.date)}{chosen}."


def says_status(record: Record) -> bool:
    """Whether the verdict says the status by itself, and not only why."""
    return bool(record.status and record.verdict_text) and line_status(record.verdict_text or "") == record.status


def before_headline(record: Record, *, says_status: bool = False) -> str:
    """What goes before a verdict that is the headline: that it is past, or the status if it only says why; else empty."""
    if not record.status or not record.verdict_text or record.says_status_alone:
        return ""
    if record.status == "superseded":
        return THEN
    # "Rejected: Reversed: we move to Fern" and "Rejected: No Wi-Fi" would refuse what they take, or refuse it twice
    labelled = ": " in record.verdict_text[:LABEL]
    told = says_status or record.update or labelled or leading("none-lead|negation", record.verdict_text, LANGUAGES)
    return "" if told else f"{record.status.capitalize()}: "


def state(name: str | None, changes: Sequence[tuple[date, str]] = (), word: str = "") -> str:
    """A revisit state as a badge, in another `word` if given; empty when nothing is watched. The browser judges `changes`."""
    return (
        f'<span class="adr-state" data-adr-state="{name}"{days(changes)}>{label(word or name)}</span>' if name else ""
    )


def label(state: str) -> str:
    """A revisit state as readers are told it: a check that nobody made is no failure."""
    return "Not checked yet" if state == "unknown" else state.capitalize()


def revisit(site: SiteContext, record: Record) -> str:
    """The record's revisit state as a badge."""
    return state(site.states.of_record(record), site.coming(record))


def days(changes: Sequence[tuple[date, str]]) -> str:
    """An attribute with what the browser puts in place on coming days: `DAY WORDS|DAY WORDS`."""
    return f' data-adr-days="{"|".join(f"{day.isoformat()} {word}" for day, word in changes)}"' if changes else ""


def tags(names: tuple[str, ...], log: str) -> str:
    """Tags as badges that lead to what else has them, in the log at the address `log`."""
    hrefs = (f"{log}?{urlencode([('tag', fit(name))])}" for name in names)
    return " ".join(
        f'<a class="adr-tag" href="{escape(href)}">{safe(name)}</a>' for href, name in zip(hrefs, names, strict=True)
    )


def href(record: Record, page: str) -> str:
    """The record's page as the value of a link on the page at the address `page`."""
    return escape(relative(record.url, page))


def link(record: Record, page: str) -> str:
    """The record's title as a link on the page at the address `page`."""
    return f'<a href="{href(record, page)}">{title(record)}</a>'


def number_link(record: Record, page: str) -> str:
    """The record's name as a link on the page at the address `page`."""
    return f'<a href="{href(record, page)}">{record.id}</a>'


def named_link(site: SiteContext, number: int, page: str) -> str:
    """A record by its number, as a link with its title, on the page at the address `page`."""
    record = site.log.by_number.get(number)
    return f"{number_link(record, page)} {title(record)}" if record else f"ADR-{number:04}"


def file(path: str, urls: Urls, elsewhere: str = "") -> str:
    """A file of the repository, as a link if its forge is known, or to the address where something else tells of it."""
    address, shown = urls.forge(path) or elsewhere, f"<code>{safe(path)}</code>"
    return f'<a href="{escape(address)}">{shown}</a>' if address else shown
