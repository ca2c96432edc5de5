"""`llms.txt`: the log in the form that language models are given, one line for each record."""

from collections.abc import Iterator

from ...counts import count
from ...markdown import fold
from ...model import STATUSES
from ...records import Record
from ..page import title_as_shown
from ..pages import board, log_page
from ..record.body.body_html import plain
from ..site_context import SiteContext
from .alternates import CALENDAR, FEED, RECORDS
from .character_filter import fit


def llms(site: SiteContext) -> str:
    """Name, what this is, and a section for each status with its records, the newest first."""
    records = site.log.records
    about = f"{count(len(records), 'architecture decision')} as of {site.states.as_of}: what was decided, why, and when to look again."
    parts = [
        f"# {fold(site.name)}",
        f"> {about}",
        "Each line: record, title and page; then date, verdict and revisit conditions.",
    ]
    for status in (*STATUSES, None):
        some = [record for record in reversed(records) if record.status == status]
        if some:
            parts += [f"## {(status or 'unknown').capitalize()}", "\n".join(_line(record, site) for record in some)]
    others = (
        (log_page.PATH, "The log", "all decisions in a table"),
        (board.PATH, "Revisit", "what is met, due and waiting"),
        (RECORDS, "decisions.json", "all records for programs"),
        (FEED, "feed.xml", "news as Atom"),
        (CALENDAR, "revisit.ics", "days as iCalendar"),
    )
    links = [f"- [{name}]({site.absolute(site.address(path))}): {description}" for path, name, description in others]
    return "\n\n".join([*parts, "## Optional", "\n".join(links)]) + "\n"


def _line(record: Record, site: SiteContext) -> str:
    title = plain(title_as_shown(record)).translate({ord("["): "(", ord("]"): ")"})
    facts = "; ".join(fold(text) for text in _facts(record, site) if text)
    return f"- [{record.id} {fold(title)}]({site.absolute(record.url)}): {facts}"


def _facts(record: Record, site: SiteContext) -> Iterator[str]:
    yield record.date or "no date"
    yield plain(record.qualifier or "")
    yield fit(record.verdict_text or "").rstrip(".")
    yield ", ".join(f"superseded by ADR-{number:04}" for number in record.superseded_by)
    if state := site.states.of_record(record):
        conditions = " / ".join(plain(trigger.text) for trigger in record.conditions.triggers)
        yield f"revisit ({state}): {conditions}" if conditions else f"revisit ({state})"
