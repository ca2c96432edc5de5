"""The revisit board: what would make us change our minds, by state."""

from ..records import Record, letter
from ..revisit import STATES
from . import chips
from .body import inline_html
from .page import Page, front, safe, title
from .site import Site

PATH = "revisit.md"
MEANING = {
    "met": "The condition has come true: reopen the question.",
    "due": "Nobody has looked for a while: is it true by now?",
    "unknown": "A check has not been made, or could not be.",
    "waiting": "Not yet.",
    "never": "The author said that this will not be reconsidered.",
}


def board(site: Site) -> Page:
    """All records that wait for something, the strongest state first."""
    groups: dict[str, list[Record]] = {state: [] for state in STATES}
    for record in site.log.records:
        if state := site.states.of_record(record):
            groups[state].append(record)
    parts = [front("Revisit", (), search=False), "# Revisit"]
    parts.append(f"<p>What would make us change our minds, judged as of {site.states.as_of.isoformat()}.</p>")
    if not any(groups.values()):
        parts.append("<p>No decision waits for anything.</p>")
    for name, records in groups.items():
        if records:
            records.sort(key=lambda r: (site.states.next_day(r) or "9999", r.number))
            waiting = "".join(_waiting(record, site) for record in records)
            parts += [f"## {chips.NAMES[name]}", f"<p>{MEANING[name]}</p>", waiting]
    return Page(PATH, "\n\n".join(parts) + "\n", "Revisit")


def _waiting(record: Record, site: Site) -> str:
    """One record on the board with all its triggers."""
    conditions, states, page = record.conditions, site.states, site.address(PATH)
    items = "".join(
        f"<li>({letter(n)}) {inline_html(t.text)} {chips.state(states.of_trigger(record, t))}</li>"
        for n, t in enumerate(conditions.triggers)
    )
    logic = {"all": "<p>All of:</p>", "any": "<p>Any of:</p>"}.get(conditions.logic or "", "")
    day = states.next_day(record)
    when = f'<span class="adr-next">next: {day}</span>' if day else ""
    by = f"<p>Review by {safe(conditions.review_by)}.</p>" if conditions.review_by else ""
    return (
        f'<div class="adr-waiting"><p><a href="{chips.href(record, page)}">{record.id}: {title(record)}</a> '
        f"{chips.status(record)} {when}</p>{logic}<ul>{items}</ul>{by}</div>"
    )
