"""Small pieces that say one fact about a record: chips for status and state, qualifier, tags, links."""

from collections.abc import Sequence
from datetime import date
from html import escape

from ..records import Record
from ..revisit.changes import Step
from .page import safe, title
from .record.body import inline_html
from .urls import forge, relative


def status(record: Record) -> str:
    """The status as a chip, and what qualifies it."""
    return status_badge(record.status) + qualifier(record)


def status_badge(name: str | None) -> str:
    """A status word as a chip."""
    word = name or "unknown"
    return f'<span class="adr-status adr-status--{word}">{word}</span>'


def qualifier(record: Record) -> str:
    """What limits the status, after a space; empty without it, and where another decision has taken its place."""
    if not record.qualifier or record.status == "superseded":
        return ""
    return f' <span class="adr-qualifier">{inline_html(record.qualifier, links=False)}</span>'


def verdict(record: Record) -> str:
    """The one-line verdict as plain words in HTML; empty if it says no more than the status."""
    said = record.verdict_text or ""
    return "" if said.strip(". ").lower() == record.status else safe(said)


def state(name: str | None, changes: Sequence[tuple[date, str]] = ()) -> str:
    """A revisit state as a chip; empty when nothing is watched. The browser judges the coming `changes`."""
    return f'<span class="adr-state adr-state--{name}"{days(changes)}>{name.capitalize()}</span>' if name else ""


def days(changes: Sequence[tuple[date, str]]) -> str:
    """An attribute with what the browser puts in place on coming days: `DAY WORDS|DAY WORDS`."""
    return f' data-adr-days="{"|".join(f"{day.isoformat()} {word}" for day, word in changes)}"' if changes else ""


def following(day: str | None, steps: Sequence[Step]) -> str:
    """The next day on which something falls due; empty without one. The browser puts that of later days in its place."""
    if not day:
        return ""
    later = [(step.day, f"next&#58; {step.next}" if step.next else "") for step in steps]
    return f' <span class="adr-next"{days(later)}>next&#58; {day}</span>'


def tags(names: tuple[str, ...]) -> str:
    """Tags as chips."""
    return " ".join(f'<span class="adr-tag">{safe(name)}</span>' for name in names)


def href(record: Record, page: str) -> str:
    """The record's page as the value of a link on the page at the address `page`."""
    return escape(relative(record.url, page))


def link(record: Record, page: str) -> str:
    """The record's title as a link on the page at the address `page`."""
    return f'<a href="{href(record, page)}">{title(record)}</a>'


def number_link(record: Record, page: str) -> str:
    """The record's name as a link on the page at the address `page`."""
    return f'<a href="{href(record, page)}">{record.id}</a>'


def file(path: str, repo_url: str) -> str:
    """A file of the repository, as a link if its forge is known."""
    address, shown = forge(repo_url, path), f"<code>{safe(path)}</code>"
    return f'<a href="{escape(address)}">{shown}</a>' if address else shown


def count(number: int, word: str) -> str:
    """`1 decision`, `2 decisions`."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"
