"""The pages that are made from the log: each record, the log, the revisit board, the home page."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from importlib.resources import files as package_files

from .. import log as logs
from ..decision import STATUSES
from ..log import Log
from ..records import Record, letter
from ..revisit import STATES, States
from .body import heading, inline_html
from .page import Page, front, safe
from .page import title as title_of
from .places import Places, relative

DERIVED = ("decisions/index.md", "revisit.md", "decisions.json", "decisions.schema.json", "assets/adr-gen.css")
"""What is made from the whole log."""
NAMES = {"met": "Met", "due": "Due", "unknown": "Unknown", "waiting": "Waiting", "never": "Never"}
MEANING = {
    "met": "The condition has come true: reopen the question.",
    "due": "Nobody has looked for a while: is it true by now?",
    "unknown": "A check has not been made, or could not be.",
    "waiting": "Not yet.",
    "never": "The author said that this will not be reconsidered.",
}


@dataclass(frozen=True)
class Site:
    """Everything pages are made from."""

    log: Log
    states: States
    places: Places
    directory_urls: bool = True

    def pages(self) -> Iterator[Page]:
        """The pages and files that are made from the whole log."""
        yield Page("decisions/index.md", self._log(), "Decisions")
        yield Page("revisit.md", self._board(), "Revisit")
        yield Page("decisions.json", self.json())
        yield Page("decisions.schema.json", asset("decisions.schema.json"))
        yield Page("assets/adr-gen.css", asset("adr-gen.css"))

    def json(self) -> str:
        """`decisions.json`: all records for other programs."""
        records = [logs.as_json(record, self.states) for record in self.log.records]
        return json.dumps({"$schema": "decisions.schema.json", "records": records}, indent=1, ensure_ascii=False) + "\n"

    def card(self, path: str) -> str:
        """The header card of the record in the file `path`."""
        return _card(self.log.by_path[path], self)

    def facts(self, path: str) -> str:
        """The card in a line, for what reads the page without looking at it."""
        record = self.log.by_path[path]
        return f"<p>{record.id} {record.status or ''}{_qualifier(record)}</p>"

    def _log(self) -> str:
        counts = {s: sum(r.status == s for r in self.log.records) for s in STATUSES}
        parts = [f"{_chip(s)} {n}" for s, n in counts.items() if n]
        rows = "".join(self._row(record) for record in reversed(self.log.records))
        table = (
            '<div class="adr-log"><table><thead><tr><th>No.</th><th>Decision</th><th>Status</th><th>Date</th>'
            f"<th>Tags</th><th>Revisit</th></tr></thead><tbody>{rows}</tbody></table></div>"
        )
        total = count(len(self.log.records), "decision")
        counted = f'<p class="adr-counts">{total}: {" ".join(parts)}</p>' if parts else "<p>No decisions yet.</p>"
        return (
            "\n\n".join(
                [front("Decisions", (), search=False, hide=("navigation", "toc")), "# Decisions", counted, table]
            )
            + "\n"
        )

    def _row(self, record: Record) -> str:
        page = relative(record.url, self._address("decisions/index.md"))
        verdict = (
            f'<span class="adr-verdict">{inline_html(record.verdict, links=False)}</span>' if record.verdict else ""
        )
        state = self.states.of_record(record)
        cells = (
            f'<td class="adr-number"><a href="{escape(page)}">{record.number:04}</a></td>',
            f'<td><a href="{escape(page)}">{title_of(record)}</a>{verdict}</td>',
            f"<td>{_chip(record.status)}{_qualifier(record)}</td>",
            f'<td class="adr-date">{safe(record.date or "")}</td>',
            f"<td>{_tags(record.tags)}</td>",
            f"<td>{_state(state)}</td>",
        )
        return f"<tr>{''.join(cells)}</tr>"

    def _address(self, path: str) -> str:
        from .places import address

        return address(path, self.directory_urls)

    def _board(self) -> str:
        groups: dict[str, list[Record]] = {state: [] for state in STATES}
        for record in self.log.records:
            if state := self.states.of_record(record):
                groups[state].append(record)
        parts = [front("Revisit", (), search=False), "# Revisit"]
        parts.append(f"<p>What would make us change our minds, judged as of {self.states.as_of.isoformat()}.</p>")
        if not any(groups.values()):
            parts.append("<p>No decision waits for anything.</p>")
        for name, records in groups.items():
            if records:
                records.sort(key=lambda r: (self.states.next_day(r) or "9999", r.number))
                parts += [f"## {NAMES[name]}", f"<p>{MEANING[name]}</p>", "".join(map(self._waiting, records))]
        return "\n\n".join(parts) + "\n"

    def _waiting(self, record: Record) -> str:
        """One record on the board with all its triggers."""
        page = escape(relative(record.url, self._address("revisit.md")))
        items = "".join(
            f"<li>({letter(n)}) {inline_html(t.text)} {_state(self.states.of_trigger(record, t))}</li>"
            for n, t in enumerate(record.conditions.triggers)
        )
        logic = {"all": "All of:", "any": "Any of:"}.get(record.conditions.logic or "", "")
        day = self.states.next_day(record)
        when = f'<span class="adr-next">next: {day}</span>' if day else ""
        by = f"<p>Review by {safe(record.conditions.review_by)}.</p>" if record.conditions.review_by else ""
        return (
            f'<div class="adr-waiting"><p><a href="{page}">{record.id}: {title_of(record)}</a> '
            f"{_chip(record.status)}{_qualifier(record)} {when}</p>{f'<p>{logic}</p>' if logic else ''}"
            f"<ul>{items}</ul>{by}</div>"
        )


def home(site: Site, name: str) -> Page:
    """A home page for a site that has none of its own."""
    here = site._address("index.md")
    newest = sorted(site.log.records, key=lambda r: (r.date or "", r.number), reverse=True)[:10]
    rows = "".join(
        f'<li><a href="{escape(relative(r.url, here))}">{title_of(r)}</a> {_chip(r.status)}</li>' for r in newest
    )
    waiting = [s for s in map(site.states.of_record, site.log.records) if s in ("met", "due")]
    due = f"{len(waiting)} to look at again" if waiting else "none is due"
    log, board = (relative(site._address(path), here) for path in ("decisions/index.md", "revisit.md"))
    text = "\n\n".join(
        [
            front(name, ()),
            heading(name, 1),
            f'<p><a href="{log}">{count(len(site.log.records), "decision")}</a> · <a href="{board}">When to revisit them</a> ({due})</p>',
            "## Newest decisions",
            f"<ul>{rows}</ul>",
        ]
    )
    return Page("index.md", text + "\n", name)


def count(number: int, word: str) -> str:
    """`1 decision`, `2 decisions`."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def asset(name: str) -> str:
    """The text of a file that the package carries for the site."""
    return (package_files(__package__) / "assets" / name).read_text(encoding="utf-8")


def _card(record: Record, site: Site) -> str:
    """The header card of a record's page."""
    log = escape(relative(site._address("decisions/index.md"), record.url))
    board = escape(relative(site._address("revisit.md"), record.url))
    rows = [
        ("Record", f'{record.id} · <a href="{log}">all decisions</a>'),
        ("Status", _chip(record.status) + _qualifier(record)),
    ]
    if record.date:
        rows.append(("Date", safe(record.date)))
    if record.decision_makers:
        rows.append(("Decided by", safe(", ".join(record.decision_makers))))
    if record.source:
        rows.append(("Research", _source(record.source, site)))
    for name, numbers in (
        ("Supersedes", record.supersedes),
        ("Superseded by", record.superseded_by),
        ("Revisits", record.revisits),
        ("Reaffirmed by", record.reaffirmed_by),
        ("Related", record.relates),
    ):
        if numbers:
            rows.append((name, ", ".join(_record_link(n, record, site) for n in numbers)))
    if state := site.states.of_record(record):
        day = site.states.next_day(record)
        rows.append(("Revisit", f'<a href="{board}">{_state(state)}</a>' + (f" next&#58; {day}" if day else "")))
    return f'<dl class="adr-card">{"".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in rows)}</dl>'


def _source(source: str, site: Site) -> str:
    from .places import forge

    href = forge(site.places.repo_url, source)
    shown = f"<code>{safe(source)}</code>"
    return f'<a href="{escape(href)}">{shown}</a>' if href else shown


def _record_link(number: int, record: Record, site: Site) -> str:
    other = site.log.by_number.get(number)
    if other is None:
        return f"ADR-{number:04}"
    href = escape(relative(other.url, record.url))
    return f'<a href="{href}">{other.id}</a> {title_of(other)}'


def _chip(status: str | None) -> str:
    word = status or "unknown"
    return f'<span class="adr-status adr-status--{word}">{word}</span>'


def _qualifier(record: Record) -> str:
    return (
        f' <span class="adr-qualifier">{inline_html(record.qualifier, links=False)}</span>' if record.qualifier else ""
    )


def _state(state: str | None) -> str:
    return f'<span class="adr-state adr-state--{state}">{NAMES[state]}</span>' if state else ""


def _tags(tags: tuple[str, ...]) -> str:
    return " ".join(f'<span class="adr-tag">{safe(tag)}</span>' for tag in tags)
