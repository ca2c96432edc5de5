"""The home page of a site that has none of its own."""

from collections import Counter
from datetime import date
from itertools import accumulate

from . import board, chips, log_page
from .body import heading
from .page import Page, front
from .site import Site

PATH = "index.md"
NEWEST = 10


def home(site: Site) -> Page:
    """The newest decisions, and the ways to the log and the board."""
    here = site.address(PATH)
    newest = sorted(site.log.records, key=lambda r: (r.date or "", r.number), reverse=True)[:NEWEST]
    rows = "".join(f"<li>{chips.link(r, here)} {chips.chip(r.status)}</li>" for r in newest)
    due = f"{_pressing(site)} to look at again"
    log, revisit = site.link(log_page.PATH, here), site.link(board.PATH, here)
    total = chips.count(len(site.log.records), "decision")
    text = "\n\n".join(
        [
            front(site.name, (), search=False),
            heading(site.name, 1),
            f'<p><a href="{log}">{total}</a> · <a href="{revisit}">When to revisit them</a> ({due})</p>',
            "## Newest decisions",
            f"<ul>{rows}</ul>",
        ]
    )
    return Page(PATH, text + "\n", site.name)


def _pressing(site: Site) -> str:
    """How many records are met or due, and how many will be on coming days."""
    now, steps = 0, Counter[date]()
    for record in site.log.records:
        state = site.states.of_record(record)
        pressed = state in ("met", "due")
        now += pressed
        for day, then in site.coming(record) if state else ():
            steps[day] += (then in ("met", "due")) - pressed
            pressed = then in ("met", "due")
    days = sorted(steps)
    counts = list(accumulate([now, *(steps[day] for day in days)]))[1:]
    return f"<span{chips.days([(day, str(n)) for day, n in zip(days, counts, strict=True)])}>{now}</span>"
