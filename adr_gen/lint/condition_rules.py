"""What `adr-gen check` finds in the conditions of the log: tokens, dates, blockers and deferrals that nobody watches."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from ..board.shared_triggers import groups
from ..checks import Day, NotBefore, parse_day
from ..errors import Problem
from ..log import Log
from ..model import Trigger
from ..reading.hints.hints import PLACEHOLDERS, hint
from ..reading.lexicon import words
from ..reading.patterns.language_matchers import whole
from ..records import Record
from ..revisit.combined_checks import awaited, combined
from .cross_file_rules import source_hint

LineOf = Callable[[Record, str], int]
"""The line of a record's file on which some words stand, 1 if they do not."""
RecordRule = Callable[[Record, LineOf], Iterator[Problem]]
"""What deserves a look in one record."""
OfferToken = Callable[[Trigger], str | None]
"""The token that a program could check, None if a condition's words bear none."""


def tokens(log: Log, line: LineOf) -> Iterator[Problem]:
    """Every token in backticks that begins like a check is understood, and says one thing with its neighbours."""
    for record in log.records:
        for letter, trigger in record.conditions.lettered:
            for fault in combined(trigger).faults:
                token = next((t for t in trigger.check if f"`{t}`" in fault.message), trigger.text)
                message = f"trigger ({letter}): {fault.message}{source_hint(record)}"
                yield Problem(record.path, line(record, token), fault.code, message)


def deferred(record: Record, line: LineOf) -> Iterator[Problem]:
    """A decision that is deferred says when to look again."""
    conditions = record.conditions
    if record.status == "deferred" and not conditions.triggers and not conditions.review_by:
        message = "deferred, and nothing says when to look again; add a section 'Revisit when' or `review_by:`"
        yield Problem(record.path, 1, "ADR902", message + source_hint(record))


def vague(record: Record, line: LineOf) -> Iterator[Problem]:
    """Conditions of vague words only."""
    for letter, trigger in record.conditions.lettered:
        if whole("vague-condition", trigger.text.strip(" .")):
            message = f"trigger ({letter}) {trigger.text!r} says nothing that anybody could notice; name what would be seen, or a day"
            yield Problem(record.path, line(record, trigger.text), "ADR904", message + source_hint(record))


def checkable(record: Record, line: LineOf, offer: OfferToken = hint) -> Iterator[Problem]:
    """Conditions that a program could judge if they held the token that their words bear."""
    for letter, trigger in record.conditions.lettered:
        if token := offer(trigger):
            named = "".join(f", {word} filled in" for word in PLACEHOLDERS if word in token)
            message = f"trigger ({letter}) {trigger.text[:60]!r}: a program could judge it; add `{token}`{named}{source_hint(record)}"
            yield Problem(record.path, line(record, trigger.text), "ADR903", message)


def days(record: Record, line: LineOf) -> Iterator[Problem]:
    """Days that had come before the decision was made, and conditions that no day reminds of."""
    decided, by = parse_day(record.date), parse_day(record.conditions.review_by)
    for letter, trigger in record.conditions.lettered:
        parsed = combined(trigger)
        for check in (*parsed.checks, *parsed.floors):
            if decided and isinstance(check, Day | NotBefore) and check.day(None) <= decided:
                message = (
                    f"trigger ({letter}): {check} was past when this was decided ({record.date}); mend one of the days"
                )
                yield Problem(record.path, line(record, str(check)), "ADR905", message + source_hint(record))
    if decided and by and by < decided:
        message = f"`review_by` {by.isoformat()} is before the decision's own date {record.date}; mend one of them"
        yield Problem(record.path, line(record, by.isoformat()), "ADR908", message + source_hint(record))
    if (
        not decided
        and not by
        and any(not awaited(t, None).has_tokens and t.kind != "never" for t in record.conditions.triggers)
    ):
        message = "no date, so nobody is reminded of its conditions; add `date:` or `review_by:`"
        yield Problem(record.path, 1, "ADR909", message + source_hint(record))


def blockers(record: Record, line: LineOf) -> Iterator[Problem]:
    """Blockers that share no word with any condition: they may go away, and nobody would look."""
    if record.status not in ("deferred", "rejected") or not record.conditions.triggers:
        return
    watched = {stem for t in record.conditions.triggers for stem in _stems(f"{t.text} {t.sentence}")}
    for number, blocker in enumerate(record.blockers, start=1):
        if not blocker.cleared and not watched & _stems(blocker.text):
            message = f"blocker {number} {blocker.text[:60]!r} is in no condition, so nobody is told when it is gone; add one that says what would be seen then{source_hint(record)}"
            yield Problem(record.path, line(record, blocker.text), "ADR906", message)


@cache
def _stems(text: str) -> frozenset[str]:
    """The beginnings of a text's telling words."""
    common = frozenset(words("common-words"))
    telling = (word for word in re.findall(r"[^\W\d_]{4,}", text.lower()) if word not in common)
    # `migration` and `migrate`, `customer` and `customers` are one
    return frozenset(word[:6] for word in telling)


def same_subject(log: Log) -> Iterator[Problem]:
    """Records that wait for the same thing, shown together."""
    watched = {record.path for record in log.records if record.watched}
    for group in groups(log, watched):
        others = ", ".join(f"{w.record.id} ({w.letter})" for w in group.waiters)
        message = f"waiting for the same thing, {group.subject!r:.80}: {others}; look at them together"
        yield Problem(group.records[0].path, 1, "ADR907", message)
