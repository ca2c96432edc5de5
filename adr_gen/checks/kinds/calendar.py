"""Checks of the calendar: a day, a quarter, a time after the decision, a floor under other checks."""

import re
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Self

from ...counts import count
from ...model import Kind, Observation
from ..base import Check, Scanner, Unavailable, World, observation

DAY = r"\d{4}-(?:\d{2}-\d{2}|Q\d)(?!\w)"
UNITS = ("day", "week", "month", "quarter", "year")


def parse_day(text: str | None) -> date | None:
    """A calendar day `YYYY-MM-DD`, a quarter's first day `YYYY-QN`, or None."""
    if not text:
        return None
    try:
        if len(text) == 7 and text[4:6] in ("-Q", "-q"):
            # a quarter comes with its first day
            return date(int(text[:4]), 3 * int(text[6]) - 2, 1)
        # since Python 3.11 it also reads 20270301, which may be any number
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None


def _day(text: Scanner) -> str:
    """The day that stands next, as written; raises TokenError."""
    at = text.at
    day = text.take(DAY, "a date such as 2027-03-01, or a quarter such as 2027-Q2")
    if parse_day(day) is None:
        at += text.token[at:].index(day)
        raise text.error("a day that the calendar has (YYYY-MM-DD, YYYY-Q1 to YYYY-Q4)", at)
    return day


class Calendar(Check):
    """A check that holds from one day on."""

    __slots__ = ()

    def day(self, decided: date | None) -> date:
        """The first day on which it holds; raises Unavailable."""
        raise NotImplementedError

    def observe(self, world: World, decided: date | None) -> Observation:
        """Whether the day has come."""
        day = self.day(decided)
        since = day.isoformat()
        if day <= world.as_of:
            return observation("met", world, f"{since} has come", since)
        return observation("waiting", world, f"{since} is {count((day - world.as_of).days, 'day')} away", since)


@dataclass(frozen=True, slots=True)
class Day(Calendar):
    """`2027-03-01` or `2027-Q2`."""

    text: str
    kind: ClassVar[Kind] = "date"
    prefixes: ClassVar[tuple[str, ...]] = ()
    examples: ClassVar[tuple[str, ...]] = ("2027-03-01", "2027-Q2")

    @classmethod
    def begins(cls, token: str) -> bool:
        """Whether a token begins like a date."""
        return token[:4].isdigit() and token[4:5] == "-"

    @classmethod
    def parse(cls, text: Scanner) -> Self:
        """A day or a quarter."""
        return cls(_day(text))

    def __str__(self) -> str:
        return self.text

    def day(self, decided: date | None) -> date:
        """The day, or the quarter's first."""
        day = parse_day(self.text)
        assert day is not None
        return day


@dataclass(frozen=True, slots=True)
class NotBefore(Calendar):
    """`not before 2027-03-01`: beside other checks a floor, none of them counts earlier."""

    text: str
    kind: ClassVar[Kind] = "date"
    prefixes: ClassVar[tuple[str, ...]] = ("not before ",)
    examples: ClassVar[tuple[str, ...]] = ("not before 2027-03-01",)

    @classmethod
    def parse(cls, text: Scanner) -> Self:
        """A day or a quarter behind its words."""
        text.take("not before ", cls.prefixes[0])
        return cls(_day(text))

    def __str__(self) -> str:
        return f"not before {self.text}"

    def day(self, decided: date | None) -> date:
        """The day, or the quarter's first."""
        return Day(self.text).day(decided)


@dataclass(frozen=True, slots=True)
class After(Calendar):
    """`after 6 months`, counted from the decision's date."""

    count: int
    unit: str
    """day, week, month, quarter or year."""
    kind: ClassVar[Kind] = "elapsed"
    prefixes: ClassVar[tuple[str, ...]] = ("after ",)
    examples: ClassVar[tuple[str, ...]] = ("after 6 months", "after 1 year")

    @classmethod
    def parse(cls, text: Scanner) -> Self:
        """A count and a unit."""
        text.take("after ", cls.prefixes[0])
        if day := re.match(rf"\s*({DAY})", text.token[text.at :]):
            raise text.error(f"a number from 1 to 9999; a day stands alone, `{day[1]}`", text.at + day.start(1))
        return cls.counted(text)

    @classmethod
    def counted(cls, text: Scanner) -> Self:
        """The count and unit that stand next."""
        count = text.take(r"[1-9]\d{0,3}(?!\d)", "a number from 1 to 9999")
        unit = text.take(rf"(?:{'|'.join(UNITS)})s?(?!\w)", "days, weeks, months, quarters or years")
        return cls(int(count), unit.removesuffix("s"))

    def __str__(self) -> str:
        return f"after {self.duration}"

    @property
    def duration(self) -> str:
        """The time without the word before it."""
        return f"{self.count} {self.unit}{'' if self.count == 1 else 's'}"

    def day(self, decided: date | None) -> date:
        """That long after the decision; a month's last day where the month is shorter. Raises Unavailable."""
        from dateutil.relativedelta import relativedelta

        if decided is None:
            raise Unavailable("the decision has no date to count from; add `date:`")
        day, week, month, quarter, year = (self.count * (unit == self.unit) for unit in UNITS)
        try:
            return decided + relativedelta(days=day, weeks=week, months=month + 3 * quarter, years=year)
        except (OverflowError, ValueError):
            raise Unavailable(f"{self} of {decided.isoformat()} is beyond the calendar") from None
