"""The triggers of a document as they are collected, with what was passed over, and which of them count together."""

from collections.abc import Container
from dataclasses import dataclass, field, replace

from ...markdown import fold
from ...model import Conditions, Logic, Trigger
from .. import roles
from ..result_types import MovedList, Note
from .bare_day import bare_day
from .frontmatter_conditions import is_denied, is_nothing
from .written_condition import combined, owned


@dataclass(slots=True)
class CollectedTrigger:
    """A trigger as it was found."""

    rank: int
    """0 under heading or label, 1 prose."""
    trigger: Trigger
    note: int
    """The number of its note."""


@dataclass(frozen=True, slots=True)
class ConditionGroup:
    """The triggers of one statement or list, and how they combine."""

    rank: int
    logic: Logic
    first: int
    """Index of its first trigger; the others follow."""
    count: int
    whole: Trigger | None = None
    """All of them as one condition, if they are several."""


@dataclass(slots=True)
class CollectedConditions:
    """What was taken and what was passed over, in order."""

    date: str | None
    """The decision's day."""
    taken: list[CollectedTrigger] = field(default_factory=list)
    moves: list[tuple[MovedList, int]] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    groups: list[ConditionGroup] = field(default_factory=list)
    review_by: str | None = None

    def add(self, rank: int, line: int, rule: str, made: Trigger) -> None:
        """Take a trigger, unless its words are none, or a day that had come when it was decided."""
        if (day := bare_day(made.text)) and self.date and day[:4] < self.date[:4]:
            self.ignore(line, rule, made.text, "before the decision's own date")
        elif is_denied(made.text):
            self.ignore(line, rule, made.text, "says that it is none")
        elif made.text and not is_nothing(made.text):
            self.taken.append(CollectedTrigger(rank, made, len(self.notes)))
            self.notes.append(Note("trigger", line, rule, made.text))

    def group(self, rank: int, logic: Logic, first: int, whole: Trigger | None = None) -> None:
        """Note how the triggers from `first` on combine."""
        self.groups.append(ConditionGroup(rank, logic, first, len(self.taken) - first, whole))

    def ignore(self, line: int, rule: str, text: str, why: str) -> None:
        """Note what looked like a condition and was not taken."""
        self.notes.append(Note("trigger", line, rule, fold(text)[:300], False, why))

    def dated(self, line: int, name: str, text: str, day: str) -> None:
        """Take a day of review, unless it is one that has been."""
        if roles.has(name, "review-past") and (self.date is None or day <= self.date):
            self.ignore(line, "review-date", text, "a review that took place")
        elif self.date is None or day > self.date:
            self.review_by = self.review_by or day
            self.notes.append(Note("review_by", line, "label-inline", text))
        else:
            self.ignore(line, "review-date", text, "before the decision's own date")

    def conditions(self) -> tuple[Conditions, list[MovedList]]:
        """The conditions that count, with the lists that hold nothing else: those under headings and labels, else the others."""
        # who lists conditions under a heading has said which they are; sentences elsewhere only repeat them
        announced = any(one.rank == 0 and one.trigger.item is None for one in self.taken)
        keep = [n for n, one in enumerate(self.taken) if one.rank == 0 or one.trigger.item is not None or not announced]
        for n in sorted(set(range(len(self.taken))) - set(keep)):
            self._stand_back(n)
        keep = self._said_once(keep)
        groups = [group for group in self.groups if group.rank == 0 or not announced]
        triggers = owned(self.taken[n].trigger for n in keep)
        logic = combined(triggers, [group.logic for group in groups])
        made = dict(zip(keep, triggers, strict=True))
        for group in groups if logic == "any" else ():
            self._merge(group, made)
        place = {number: n for n, number in enumerate(made)}
        moves = [
            MovedList("revisit", m.lead, m.list, place[m.first]) for m, count in self.moves if _stand(m, count, place)
        ]
        return Conditions("single" if len(made) == 1 else logic, tuple(made.values()), self.review_by), moves

    def _merge(self, group: ConditionGroup, made: dict[int, Trigger]) -> None:
        """Make one condition of those that only hold together, among others of which any will do."""
        numbers = range(group.first, group.first + group.count)
        if group.logic != "all" or group.whole is None or group.count < 2 or not all(n in made for n in numbers):
            return
        made[group.first] = group.whole
        note = self.taken[group.first].note
        self.notes[note] = replace(self.notes[note], text=group.whole.text)
        for number in numbers[1:]:
            del made[number]
            self._pass_over(number, "holds only together with the one before")

    def _said_once(self, numbers: list[int]) -> list[int]:
        """Conditions without those that were said before in the same words."""
        first: dict[tuple[str, str | None], int] = {}
        for number in numbers:
            if first.setdefault(_key(self.taken[number].trigger), number) != number:
                self._pass_over(number, "said before")
        return list(first.values())

    def _stand_back(self, number: int) -> None:
        """Pass over a condition beside those under a heading; a day to look again counts beside them."""
        one, note = self.taken[number].trigger, self.notes[self.taken[number].note]
        day = bare_day(one.text)
        if day and not self.review_by and not (self.date and day <= self.date):
            self.review_by = day
            self.notes[self.taken[number].note] = replace(note, field="review_by")
        else:
            self._pass_over(number, "others stand under a heading or label")

    def _pass_over(self, number: int, why: str) -> None:
        note = self.taken[number].note
        self.notes[note] = replace(self.notes[note], taken=False, why=why)


def _key(trigger: Trigger) -> tuple[str, str | None]:
    return trigger.text.lower().strip(" .*_"), trigger.item


def _stand(move: MovedList, count: int, made: Container[int]) -> bool:
    """Whether each item of a list still is a condition of its own."""
    return all(number in made for number in range(move.first, move.first + count))
