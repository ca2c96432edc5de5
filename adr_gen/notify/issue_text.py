"""The words of a notice: what an issue says about a record, and what is said when there is news or an answer."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .. import links
from ..board import ALL_OF, BoardEntry, WatchedCondition, evidence, without_mentions
from ..markdown import inline
from ..markdown import plain_text as plain
from ..model import NEEDS_ATTENTION, RecordState
from ..records import Record, holder
from ..revisit import States
from ..site.urls import forge

ONCE = (
    "This was opened once, by `adr-gen revisit`. It is closed by itself when a review or a new decision has answered "
    "it. Closing it by hand is fine too: it will not be opened again for the same thing."
)
_DO = """\
What to do:

* `adr-gen review {number}` if the decision holds, or to say what you found
* `adr-gen reopen {number}` if the question should be asked again"""
MOST = 30
"""Conditions of a record that are listed."""


@dataclass(frozen=True, slots=True)
class RecordLinks:
    """Where the files and pages of a record can be looked at."""

    repo_url: str = ""
    pages: tuple[tuple[str, str], ...] = ()
    """Path and published address of each record that has one."""
    below: str = ""
    """The project's folder in its repository, with a slash at the end."""

    def file(self, path: str) -> str | None:
        """The page of a project file on the forge; None without one."""
        return forge(self.repo_url, self.below + path)

    def links(self, record: Record) -> str:
        """Links to the record's page and file, as far as they are known."""
        page, file = dict(self.pages).get(record.path), self.file(record.path)
        shown = [f"[its page]({page})"] if page else []
        return ", ".join([*shown, f"[its file]({file})" if file else f"`{without_mentions(record.path)}`"])

    def quote(self, record: Record, text: str, most: int) -> str:
        """Words of a record's file in an issue: on one line, quiet, shortened, its relative links leading to files."""

        def absolute(target: str) -> str | None:
            path, rest = links.split(target)
            folder = record.path.rpartition("/")[0]
            joined = links.join(folder, path) if path else record.path
            file = self.file(joined) if joined else None
            return f"{file}{rest}" if file else None

        return _cut(without_mentions(links.rewrite(" ".join(text.split()), absolute, lambda line: False)), most)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def title(record: Record) -> str:
    """The title of the issue: plain words on one line."""
    # GitHub takes 256 characters
    plain_title = "".join(c if c.isprintable() else " " for c in plain(inline(record.title)))
    return f"{record.id}: look again – {_cut(' '.join(plain_title.split()), 200)}"


def body(entry: BoardEntry, states: States, place: RecordLinks, earlier: Iterable[int]) -> str:
    """The text of the issue, without its marker."""
    record = entry.record
    date = f", {record.date}" if record.date else ""
    qualifier = f" ({place.quote(record, record.qualifier, 100)})" if record.qualifier else ""
    asked = f" {place.quote(record, ', '.join(record.asked), 200)} can tell." if record.asked else ""
    parts = [
        f"**{record.id}: {place.quote(record, record.title, 300)}** — {record.status or 'no status'}{qualifier}{date}",
        *([f"> {place.quote(record, record.verdict, 600)}"] if record.verdict else []),
        f"The decision said when to look again, and that has come. See {place.links(record)}.{asked}",
        *([f"It waits for {ALL_OF}"] if entry.together else []),
        "\n".join(_conditions(entry, states, place)),
        _DO.format(number=record.number),
        # the last one links to the one before it
        ONCE + "".join(f" Earlier: #{number}." for number in list(earlier)[-1:]),
    ]
    return "\n\n".join(parts) + "\n"


def _conditions(entry: BoardEntry, states: States, place: RecordLinks) -> Iterator[str]:
    # what is left out of a long list is then what does not press
    urgent = [line for line in entry.lines if line.state in NEEDS_ATTENTION]
    others = [line for line in entry.lines if line.state not in NEEDS_ATTENTION]
    if review_day_has_come(entry, states):
        yield condition(entry, None, states, place)
    for line in [*urgent, *others][:MOST]:
        yield condition(entry, line, states, place)
    if len(entry.lines) > MOST:
        yield f"* … and {len(entry.lines) - MOST} more"


def condition(entry: BoardEntry, line: WatchedCondition | None, states: States, place: RecordLinks) -> str:
    """One condition and what was found, as a list item; None stands for the day of `review_by`."""
    if line is None:
        return f"* **due**: it was to be looked at by {entry.review_by}"
    state = f"**{line.state}**" if line.state in NEEDS_ATTENTION else line.word
    item = f"{place.quote(entry.record, line.trigger.item, 100)}: " if line.trigger.item else ""
    seen = place.quote(entry.record, evidence(line, states.as_of), 300)
    text = place.quote(entry.record, line.trigger.whole, 400)
    return f"* ({line.letter}) {state}: {item}{text}" + (f" — {seen}" if seen else "")


def review_day_has_come(entry: BoardEntry, states: States) -> bool:
    """Whether the day by which somebody should look in any case has come."""
    return entry.review_by is not None and entry.review_by <= states.as_of.isoformat()


def news(entry: BoardEntry, lines: Iterable[WatchedCondition | None], states: States, place: RecordLinks) -> str:
    """A comment that names what has come since; None stands for the day of `review_by`."""
    items = [condition(entry, line, states, place) for line in lines]
    more = [f"* … and {len(items) - MOST} more"] if len(items) > MOST else []
    return "\n".join(["There is more to look at:", "", *items[:MOST], *more]) + "\n"


def farewell(record: Record, state: RecordState | None, states: States, place: RecordLinks) -> str:
    """A comment that says why there is nothing to look at any more."""
    return f"{record.id} {_reason(record, state)}.{_last_look(record, states, place)}\n"


def _reason(record: Record, state: RecordState | None) -> str:
    if record.superseded_by and record.status == "superseded":
        return f"is superseded by ADR-{record.superseded_by[-1]:04}"
    if record.reaffirmed_by:
        return f"was asked again, and answered, in ADR-{record.reaffirmed_by[-1]:04}"
    if state == "reopened":
        return "is open again: its question is being decided anew"
    if state is None:
        return f"is {record.status}" if record.status in ("superseded", "deprecated") else "waits for nothing any more"
    return "is never to be looked at again" if state == "never" else "is waiting again: nothing of it is met or due"


def _last_look(record: Record, states: States, place: RecordLinks) -> str:
    last = next(reversed(states.reviews.of(holder(record))), None)
    if last is None:
        return ""
    who = f" by {place.quote(record, last.by, 100)}" if last.by else ""
    note = f": {place.quote(record, last.note, 600)}" if last.note else ""
    outcome = f", {last.outcome}" if last.outcome else ""
    return f" Last looked at on {last.date}{who}{outcome}{note}"
