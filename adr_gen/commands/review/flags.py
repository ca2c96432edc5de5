"""Answers given by flags: everything is understood before anything is written."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import get_args

from ...errors import UsageError
from ...log import Log
from ...model import Result
from ...reviews.reviews import RESULTS
from ..arguments import when
from ..reopen import reopen
from .session import ReviewSession


@dataclass(frozen=True, slots=True)
class Flags:
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
        return self != Flags()


def by_flags(sitting: ReviewSession, flags: Flags, log: Log) -> None:
    """Answer what the flags say and save it once; raises UsageError with the legal values."""
    today = sitting.before.as_of
    results = _by_letter("--answer", flags.answer, sitting, "a=waiting")
    evidence = _by_letter("--evidence", flags.evidence, sitting, 'a="https://…"')
    snoozed = _by_letter("--snooze", flags.snooze, sitting, "a=2027-05-01")
    days = {mark: _day(f"--snooze {mark}", written, today) for mark, written in snoozed.items()}
    next_look = _next(flags, today)
    for mark in dict.fromkeys([*results, *days]):
        result = _result(mark, results.get(mark, "waiting"))
        if mark in days and result != "waiting":
            raise UsageError(f"--snooze {mark}: only what is still waiting can be snoozed, and --answer says {result}")
        sitting.answer(mark, result, days.get(mark), evidence.get(mark))
    for mark in evidence.keys() - results.keys() - days.keys():
        raise UsageError(f"--evidence {mark}: goes with an answer; add --answer {mark}=met or {mark}=waiting")
    for number in dict.fromkeys(flags.cleared):
        _clear(sitting, number)
    if flags.note:
        sitting.note(flags.note)
    if flags.reaffirm:
        sitting.reaffirm(next_look)
    if flags.reopen:
        reopen(sitting, log)
    else:
        sitting.save()


def _by_letter(flag: str, written: Iterable[str], sitting: ReviewSession, example: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for text in written:
        mark, sign, value = text.partition("=")
        mark = mark.strip().strip("()").lower()
        if not sign or not value.strip():
            raise UsageError(f"{flag} {text}: write the condition's letter and a value, such as {flag} {example}")
        if mark not in sitting.triggers:
            raise UsageError(f"{flag} {text}: {_legal(sitting, 'conditions', sitting.triggers)}")
        if mark in found:
            raise UsageError(f"{flag} {text}: ({mark}) has {flag} twice; keep one")
        found[mark] = value.strip()
    return found


def _result(mark: str, written: str) -> Result:
    found = next((known for known in get_args(Result) if known == written.lower() and known in RESULTS), None)
    if found is None:
        raise UsageError(f"--answer {mark}={written}: legal answers are {', '.join(RESULTS)}")
    return found  # type: ignore[no-any-return]


def _day(flag: str, written: str, today: date) -> date:
    try:
        return when(written, today)
    except UsageError as error:
        raise UsageError(f"{flag}: {error}") from None


def _next(flags: Flags, today: date) -> date | None:
    """The next look that is chosen, where the flags go together."""
    if flags.reaffirm and flags.reopen:
        raise UsageError("--reaffirm and --reopen exclude each other; choose one")
    if flags.next and not flags.reaffirm:
        raise UsageError("--next says when to look again after --reaffirm; to put off one condition use --snooze")
    return _day("--next", flags.next, today) if flags.next else None


def _clear(sitting: ReviewSession, number: str) -> None:
    blockers = sitting.blockers
    if number not in blockers:
        raise UsageError(f"--cleared {number}: {_legal(sitting, 'open blockers', blockers)}")
    sitting.clear(number)


def _legal(sitting: ReviewSession, things: str, names: Iterable[str]) -> str:
    """What there is to name."""
    listed = ", ".join(names)
    return f"the {things} of {sitting.record.id} are {listed}" if listed else f"{sitting.record.id} has no {things}"
