"""The log: all records of a project with the relations between them, and what programs are shown of each."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from .model import Trigger
from .records import RELATIONS, Holder, Holders, Record, holder
from .records.lookup import folder_of, is_ticket, missing_number
from .records.people import People
from .reviews.reviews import Reviews
from .reviews.stored_review import Review
from .revisit import States


@dataclass(frozen=True)
class Log:
    """All records of a project, by number."""

    records: tuple[Record, ...]
    """With `superseded_by` and `reaffirmed_by` computed from what the newer ones say."""

    @cached_property
    def by_number(self) -> dict[int, Record]:
        """Records by number; of two that took one number the first by path."""
        numbered: dict[int, Record] = {}
        for record in self.records:
            numbered.setdefault(record.number, record)
        return numbered

    @cached_property
    def by_path(self) -> dict[str, Record]:
        """Records by the path of their file."""
        return {record.path: record for record in self.records}

    @cached_property
    def people(self) -> People:
        """How the people are called who decided or own something."""
        return People.of(names for record in self.records for names in (record.decision_makers, record.owners))

    @cached_property
    def holders(self) -> Holders:
        """The records by all that references call them."""
        return Holders.of(self.records)

    def in_force(self, record: Record) -> Record:
        """The record itself, or the last of those that superseded it one after the other."""
        return self._last(record, lambda one: one.superseded_by)

    def today(self, record: Record) -> Record:
        """What is decided today: the same, but also from one that decided the same again to the next."""
        return self._last(record, lambda one: one.superseded_by or one.reaffirmed_by)

    def _last(self, record: Record, heirs_of: Callable[[Record], tuple[int, ...]]) -> Record:
        # two records that supersede each other would go round for ever
        seen = {record.number}
        while heirs := [n for n in heirs_of(record) if n not in seen and n in self.by_number]:
            seen.add(heirs[-1])
            record = self.by_number[heirs[-1]]
        return record

    def reaffirms(self, record: Record) -> tuple[int, ...]:
        """The records that this one looked at again and decided the same."""
        reopened = ((number, self.by_number.get(number)) for number in record.revisits)
        return tuple(number for number, old in reopened if old and record.number in old.reaffirmed_by)

    def reaffirming(self, record: Record) -> list[Record]:
        """The records that looked at this one again and decided the same."""
        return [self.by_number[number] for number in record.reaffirmed_by if number in self.by_number]

    def is_past(self, record: Record) -> bool:
        """Whether another record says what is decided: it superseded this one, or answered its question again in other words."""
        return record.status == "superseded" or not all(again.repeats(record) for again in self.reaffirming(record))


def build(records: Iterable[Record], reviews: Reviews = Reviews()) -> Log:  # noqa: B008 - it is frozen and empty
    """The log of all records, relations drawn both ways, with the blockers cleared that reviews found gone."""
    ordered = sorted(records, key=lambda r: (r.number, r.path))
    people = Log(tuple(ordered)).people
    holders = Holders.of(ordered)
    related = {holder(r): {kind: _related(r, kind, holders) for kind in RELATIONS} for r in ordered}
    superseded, reaffirmed = _successors(ordered, related)
    heirs: dict[Holder, set[int]] = {}
    for record in ordered:
        for other in (*related[holder(record)]["superseded_by"].records, *superseded.get(holder(record), ())):
            heirs.setdefault(other, set()).add(record.number)
    linked = []
    for record in ordered:
        key = holder(record)
        own = related[key]
        by = {number for number, _ in (*own["superseded_by"].records, *superseded.get(key, ()))}
        same = {number for number, _ in reaffirmed.get(key, ())}
        linked.append(
            replace(
                record,
                asked=people.called(record.answering),
                superseded_by=tuple(sorted(by)),
                reaffirmed_by=tuple(sorted(same)),
                supersedes=tuple(sorted({*own["supersedes"].numbers, *heirs.get(key, ())})),
                revisits=own["revisits"].numbers,
                relates=own["relates"].numbers,
                # who reaffirms a record has not ended it
                status="superseded" if by - same else record.status,
                qualifier=None if by - same or record.status == "superseded" else record.qualifier,
                blockers=reviews.cleared(record),
            )
        )
    return Log(tuple(linked))


@dataclass(frozen=True, slots=True)
class _Related:
    """What a record's references of one kind mean."""

    numbers: tuple[int, ...]
    """All of them, also those of records that the log does not have or cannot tell apart."""
    records: tuple[Holder, ...]
    """Those that can be told."""


def _related(record: Record, kind: str, holders: Holders) -> _Related:
    numbers: list[int] = []
    known: list[Holder] = []
    for reference in record.stated(kind):
        meant = holders.resolve(reference, folder_of(record.path))
        known += meant if len(meant) == 1 else ()
        if not meant and is_ticket(reference, record.stated(kind)):
            continue
        number = meant[0][0] if meant else missing_number(reference)
        if number is not None and (meant or number not in holders.numbered):
            numbers.append(number)
    return _Related(tuple(dict.fromkeys(numbers)), tuple(dict.fromkeys(known)))


Successors = dict[Holder, list[Holder]]


def _successors(ordered: list[Record], related: dict[Holder, dict[str, _Related]]) -> tuple[Successors, Successors]:
    """Who supersedes and who reaffirms whom; a proposal does neither yet."""
    known = {holder(record): record for record in ordered}
    superseded: Successors = {}
    reaffirmed: Successors = {}
    for key, record in known.items():
        if record.status in (None, "proposed"):
            continue
        for other in related[key]["supersedes"].records:
            if other != key:
                superseded.setdefault(other, []).append(key)
        for other in related[key]["revisits"].records:
            if other != key:
                chosen = reaffirmed if known[other].status == record.status else superseded
                chosen.setdefault(other, []).append(key)
    return superseded, reaffirmed


def heading_json(record: Record) -> dict[str, Any]:
    """What every JSON says first of a record."""
    return {key: getattr(record, key) for key in ("number", "id", "title", "status", "qualifier")}


def as_json(record: Record, states: States) -> dict[str, Any]:
    """One record as `list --json` and `decisions.json` show it; every key is always there."""
    conditions, by = record.conditions, states.review_by(record)
    return {
        **heading_json(record),
        "date": record.date,
        "verdict": record.verdict_text,
        "source": record.source,
        "path": record.path,
        "url": record.url,
        "tags": list(record.tags),
        "decision_makers": list(record.decision_makers),
        "blockers": [
            {"id": str(n), "text": b.text, "state": "cleared" if b.cleared else "open"}
            for n, b in enumerate(record.blockers, start=1)
        ],
        "supersedes": list(record.supersedes),
        "superseded_by": list(record.superseded_by),
        "revisits": list(record.revisits),
        "reaffirmed_by": list(record.reaffirmed_by),
        "relates": list(record.relates),
        "revisit": {
            "logic": conditions.logic,
            "state": states.of_record(record),
            "next": states.next_day(record),
            "review_by": by.isoformat() if by else None,
            "last_look": _last_look(states.reviews.of(holder(record))),
            "triggers": [_trigger(letter, trigger, record, states) for letter, trigger in conditions.lettered],
        },
    }


def _last_look(reviews: list[Review]) -> dict[str, Any] | None:
    """When somebody looked last, who, and what came of it."""
    if not reviews:
        return None
    last = reviews[-1]
    return {"date": last.date, "by": last.by or None, "outcome": last.outcome, "note": last.note}


def _trigger(letter: str, trigger: Trigger, record: Record, states: States) -> dict[str, Any]:
    judged = states.judge(record, trigger)
    seen = judged.observation
    return {
        "id": letter,
        "text": trigger.text,
        "sentence": trigger.sentence,
        "consequence": trigger.consequence,
        "kind": trigger.kind,
        "check": list(trigger.check),
        "state": judged.state,
        "answered": judged.answered.isoformat() if judged.answered else None,
        "observed": {
            "date": seen.date if seen else None,
            "by": (seen.by or None) if seen and seen.date else None,
            "evidence": (seen.evidence or None) if seen else None,
        },
    }
