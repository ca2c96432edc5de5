"""Everything that derived pages are made from."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from html import escape
from itertools import accumulate
from uuid import NAMESPACE_URL, uuid5

from ..board import SharedTrigger, groups
from ..config import DEFAULTS
from ..generate.run import UndecidedResearch
from ..log import Log
from ..model import NEEDS_ATTENTION, RecordState, Status, Trigger
from ..records import Record
from ..revisit import States, forecast
from .jinja_templates import SiteTemplates
from .preview.notes import Preview
from .relations import Edge, Relation, relations
from .urls import Urls, address, relative


@dataclass(frozen=True)
class SiteContext:
    """The log, its states on a day, and where things are."""

    log: Log
    states: States
    urls: Urls
    directory_urls: bool = True
    years: tuple[str, ...] = ()
    """The years that have a page of their own, in a large log."""
    name: str = "Decisions"
    """The site's name."""
    base: str = ""
    """The site's address, with a slash at its end; empty when nobody has said it."""
    hidden: Container[str] = ()
    """Docs paths of pages made from the log that the site leaves out."""
    stated: Mapping[str, Status | None] = field(default_factory=dict)
    """The status of each record before another took its place, by its path, if its own file still tells."""
    leads: Mapping[str, str] = field(default_factory=dict)
    """What each record says right after its verdict, by its path."""
    telling: Container[str] = ()
    """The paths of the records whose verdicts say their statuses by themselves."""
    waiting: tuple[UndecidedResearch, ...] = ()
    """The research files that nobody has decided, if the board shows them."""
    footer: bool = False
    """Whether the theme's footer leads from a record to those before and after it."""
    marked: frozenset[str] = frozenset()
    """The statuses that the theme marks in the navigation, where the site names them in `extra.status`."""
    preview: Preview = Preview()  # noqa: RUF009 - it is never changed
    """What is said in a preview, and in no build."""
    markup: SiteTemplates = field(default_factory=SiteTemplates, compare=False)
    """The templates of what is shown."""
    decisions: str = DEFAULTS.decisions
    """The records' folder."""
    research: tuple[str, ...] = DEFAULTS.research
    """Where research is looked for."""
    taken_back: frozenset[str] = frozenset()
    """The paths of the records whose research files were changed since and decide nothing now."""
    _steps: dict[str, list[forecast.ForecastDay]] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def neighbours(self) -> dict[str, tuple[Record | None, Record | None]]:
        """The records before and after each one in the log, by its path."""
        ordered = [None, *self.log.records, None]
        return {one.path: (ordered[n], ordered[n + 2]) for n, one in enumerate(self.log.records)}

    @cached_property
    def relations(self) -> dict[Edge, Relation]:
        """The strongest relation of each two related records, by their numbers."""
        return relations(self.log)

    @cached_property
    def related(self) -> frozenset[int]:
        """The numbers of all records that are related to another one."""
        return frozenset(number for edge in self.relations for number in edge)

    @cached_property
    def owners(self) -> frozenset[str]:
        """The people who have records or undecided research on the board."""
        watched = [record for record in self.log.records if self.states.of_record(record)]
        open_ones = self.waiting if watched else ()  # nothing is chosen from a board without a record
        asked = (record.asked for record in watched)
        return frozenset(name for names in (*asked, *(one.people for one in open_ones)) for name in names)

    @cached_property
    def groups(self) -> list[SharedTrigger]:
        """What several of the watched records wait for."""
        return groups(self.log, {r.path for r in self.log.records if self.states.of_record(r)})

    @cached_property
    def groups_of(self) -> dict[str, list[SharedTrigger]]:
        """The groups that each record, by its path, is in."""
        by_path: dict[str, list[SharedTrigger]] = {}
        for group in self.groups:
            for record in group.records:
                by_path.setdefault(record.path, []).append(group)
        return by_path

    def coming(self, record: Record) -> list[tuple[date, RecordState]]:
        """The coming days on which the record's state changes by itself, and to what."""
        return [(step.day, step.state) for step in self.steps(record) if step.changed and step.state]

    def states_from(self, record: Record) -> dict[str, str]:
        """The record's state on the day of the site, by an empty key, and those that follow by their days."""
        states = {day.isoformat(): str(then) for day, then in self.coming(record)}
        state = self.states.of_record(record)
        return {"": state, **states} if state else {}

    def settled_from(self, record: Record, trigger: Trigger) -> dict[str, str]:
        """In the same way that a condition is met, answered or ruled out; and what becomes of one that waits or is answered.

        Empty for a condition that just waits for somebody to look, and for one whose own words are that it never comes.
        """
        judged, coming = self.states.judge(record, trigger), forecast.of_trigger(self.states, record, trigger)
        word = "answered" if judged.acknowledged else judged.state
        if word == trigger.kind:
            return {}
        if word in ("met", "never"):
            return {"": word}
        later = {day.isoformat(): str(then) for day, then in coming if then == "met" or judged.acknowledged}
        return {"": word, **later} if judged.acknowledged else later

    def counted(self, records: Iterable[Record], states: Container[RecordState]) -> list[tuple[date, int]]:
        """How many of the records are in one of the states: now, and from each coming day on that changes it."""
        now, changed = 0, Counter[date]()
        for record in records:
            state = self.states.of_record(record)
            counts = state in states
            now += counts
            for day, then in self.coming(record) if state else ():
                changed[day] += (then in states) - counts
                counts = then in states
        # counted once here, so that the browser adds up numbers instead of judging conditions
        days = sorted(day for day, by in changed.items() if by)
        return [*zip([self.states.as_of, *days], accumulate((changed[day] for day in days), initial=now), strict=True)]

    def pressing_since(self, record: Record) -> list[date]:
        """Since when the record is met or due, if it is, and the coming days from which it will be, in order."""
        state = self.states.of_record(record)
        since = self.states.since(record) if state in NEEDS_ATTENTION else None
        return [*([since] if since else []), *(day for day, then in self.coming(record) if then in NEEDS_ATTENTION)]

    def steps(self, record: Record) -> list[forecast.ForecastDay]:
        """The coming days on which something about the record falls due."""
        if record.path not in self._steps:
            self._steps[record.path] = forecast.of_record(self.states, record)
        return self._steps[record.path]

    def address(self, path: str) -> str:
        """The address of the page at a docs path."""
        return address(path, self.directory_urls)

    def href(self, path: str, page: str) -> str:
        """A link to the page at a docs path, on the page at the address `page`."""
        return relative(self.address(path), page)

    def link(self, path: str, page: str, html: str) -> str:
        """Words, as HTML, that lead to the page at a docs path, unless the site leaves it out."""
        return html if path in self.hidden else f'<a href="{escape(self.href(path, page))}">{html}</a>'

    def absolute(self, url: str) -> str:
        """An address of the site for readers outside of it; relative to the site's root when nobody has said where that is."""
        return self.base + url

    def identity(self, url: str, fragment: str = "") -> str:
        """The name of what is at an address, or of a part of it, for ever: an address, or a URN without one."""
        part = f"{url}#{fragment}" if fragment else url
        # feed readers show an entry again when its name changes; an address may change, a URN does not
        return self.absolute(part) if self.base else uuid5(NAMESPACE_URL, f"{self._namespace}/{part}").urn

    def uid(self, thing: str) -> str:
        """A name for something without an address, for ever."""
        return str(uuid5(NAMESPACE_URL, f"{self._namespace}/{thing}"))

    @property
    def _namespace(self) -> str:
        """What tells this log from all others, as well as can be known."""
        return (self.base or self.urls.repo_url or f"adr-gen:{self.name}").rstrip("/")
