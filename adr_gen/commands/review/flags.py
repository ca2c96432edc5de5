"""Answers given by flags: everything is understood before anything is written."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import get_args

from ...errors import UsageError
from ...log import Log
from ...model import Result
from ...reviews.review_file import RESULTS
from ..arguments import when
from ..reopen import reopen
from .session import ReviewSession


@dataclass(frozen=True, slots=True)
class ReviewFlags:
    """What a script answers for one record."""

    answer: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    snooze: tuple[str, ...] = ()
    cleared: tuple[str, ...] = ()
    note: str | None = None
    reaffirm: bool = False
    next: str | None = None
    reopen: bool = False

    @property
    def given(self) -> bool:
        """Whether anything is answered at all."""
        return self != ReviewFlags()


def by_flags(session: ReviewSession, flags: ReviewFlags, log: Log) -> None:
    """Answer what the flags say and save it once; raises UsageError with the legal values."""
    today = session.before.as_of
    results = _by_letter("--answer", flags.answer, session, "a=waiting")
    evidence = _by_letter("--evidence", flags.evidence, session, 'a="https://…"')
    snoozed = _by_letter("--snooze", flags.snooze, session, "a=2027-05-01")
    days = {mark: _day(f"--snooze {mark}", text, today) for mark, text in snoozed.items()}
    next_look = _next(flags, today)
    for mark in dict.fromkeys([*results, *days]):
        result = _result(mark, results.get(mark, "waiting"))
        if mark in days and result != "waiting":
            raise UsageError(f"--snooze {mark}: only what is still waiting can be snoozed, and --answer says {result}")
        session.answer(mark, result, days.get(mark), evidence.get(mark))
    for mark in evidence.keys() - results.keys() - days.keys():
        raise UsageError(f"--evidence {mark}: goes with an answer; add --answer {mark}=met or {mark}=waiting")
    for number in dict.fromkeys(flags.cleared):
        _clear(session, number)
    if flags.note:
        session.note(flags.note)
    if flags.reaffirm:
        session.reaffirm(next_look)
    if flags.reopen:
        reopen(session, log)
    else:
        session.save()


def mark_of(session: ReviewSession, text: str, given: str) -> str:
    """The letter of a condition as a person gives it: `A`, `(a)`; raises UsageError with those that there are."""
    mark = text.strip().strip("()").lower()
    if mark not in session.triggers:
        raise UsageError(f"{given}: {_legal(session, 'conditions', session.triggers)}")
    return mark


def _by_letter(flag: str, values: Iterable[str], session: ReviewSession, example: str) -> dict[str, str]:
    by_letter: dict[str, str] = {}
    for text in values:
        mark, sign, value = text.partition("=")
        if not sign or not value.strip():
            raise UsageError(f"{flag} {text}: write the condition's letter and a value, such as {flag} {example}")
        mark = mark_of(session, mark, f"{flag} {text}")
        if mark in by_letter:
            raise UsageError(f"{flag} {text}: ({mark}) has {flag} twice; keep one")
        by_letter[mark] = value.strip()
    return by_letter


def _result(mark: str, text: str) -> Result:
    result = next((known for known in get_args(Result) if known == text.lower() and known in RESULTS), None)
    if result is None:
        raise UsageError(f"--answer {mark}={text}: allowed are {', '.join(RESULTS)}")
    return result  # type: ignore[no-any-return]


def _day(flag: str, text: str, today: date) -> date:
    try:
        return when(text, today)
    except UsageError as error:
        raise UsageError(f"{flag}: {error}") from None


def _next(flags: ReviewFlags, today: date) -> date | None:
    """The next look that is chosen, where the flags go together."""
    if flags.reaffirm and flags.reopen:
        raise UsageError("--reaffirm and --reopen exclude each other; choose one")
    if flags.next and not flags.reaffirm:
        raise UsageError("--next says when to look again after --reaffirm; to put off one condition use --snooze")
    return _day("--next", flags.next, today) if flags.next else None


def _clear(session: ReviewSession, number: str) -> None:
    blockers = session.blockers
    if number not in blockers:
        raise UsageError(f"--cleared {number}: {_legal(session, 'open blockers', blockers)}")
    session.clear(number)


def _legal(session: ReviewSession, things: str, names: Iterable[str]) -> str:
    """What there is to name."""
    listed = ", ".join(names)
    return f"the {things} of {session.record.id} are {listed}" if listed else f"{session.record.id} has no {things}"
