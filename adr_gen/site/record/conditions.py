"""One condition on a page: its letter, state, words, and what was found, when and by whom."""

import re
from html import escape

from ...board import Group, Line
from ...checks import parse_day
from ...records import Record
from ...revisit import changes
from .. import badges
from ..context import SiteContext
from ..page import safe
from .body import inline_html

_SPECIAL = re.compile(r"https?://[^\s<>\"')\]]+[^\s<>\"')\].,;:]|`(?P<code>[^`]+)`")
KINDS = {
    "date": "a day",
    "elapsed": "a time",
    "release": "a release",
    "issue": "an issue",
    "repo": "this repository",
    "record": "another decision",
    "lifecycle": "a product's life",
    "metric": "a number",
}
"""What settles a condition of each kind; people's judgement and "never" say so elsewhere."""


def anchor(letter: str) -> str:
    """The anchor of a condition on its record's page."""
    return f"trigger-{letter}"


def item(site: SiteContext, record: Record, line: Line, *, anchored: bool = False) -> str:
    """A condition as a list item; `anchored` on the record's own page."""
    trigger, states = line.trigger, site.states
    chip = badges.state(line.state, changes.of_trigger(states, record, trigger)) if record.watched else ""
    scope = f"<em>{inline_html(trigger.item, links=False)}:</em> " if trigger.item else ""
    follows = f' <span class="adr-follows">→ {inline_html(trigger.consequence)}</span>' if trigger.consequence else ""
    mark = f' id="{anchor(line.letter)}"' if anchored else ""
    return (
        f'<li class="adr-trigger"{mark}>{chip} ({line.letter}) {scope}{inline_html(trigger.text)}{follows}'
        f"{_found(line)}</li>"
    )


def subject(group: Group) -> str:
    """What several records wait for."""
    return f"<code>{safe(group.subject)}</code>" if group.checked else inline_html(group.subject, links=False)


def _found(line: Line) -> str:
    """What settles it, who looks, and what was found last."""
    by = "checked by adr-gen" if line.trigger.check else "judged by people"
    kind = KINDS.get(line.trigger.kind, "")
    parts = [kind, by] if line.trigger.kind != "never" else ["said when it was decided"]
    seen = line.observation
    if seen and seen.date:
        who = "" if seen.by == "check" else f" by {safe(seen.by)}"
        parts.append(f"{linked(seen.evidence)} <em>as of {day(seen.date)}{who}</em>".strip())
    elif line.trigger.kind != "never":
        parts.append(linked(seen.evidence) if seen else "nobody has looked yet")
    return f'<span class="adr-found">{" · ".join(filter(None, parts))}</span>'


def day(text: str | None) -> str:
    """An ISO day as a time element."""
    found = parse_day(text)
    return f'<time datetime="{found.isoformat()}">{found.isoformat()}</time>' if found else safe(text or "")


def linked(text: str) -> str:
    """Plain text as HTML with its addresses as links and what stands in backticks as code."""
    parts, at = [], 0
    for found in _SPECIAL.finditer(text):
        special = f"<code>{safe(found['code'])}</code>" if found["code"] else _link(found[0])
        parts += [safe(text[at : found.start()]), special]
        at = found.end()
    return "".join([*parts, safe(text[at:])])


def _link(address: str) -> str:
    return f'<a href="{escape(address)}">{safe(address)}</a>'
