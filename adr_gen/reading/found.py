"""What a document says about looking again, as it is found."""

from dataclasses import dataclass

from ..decision import Logic, Trigger
from ..markdown import fold
from . import words
from .outline import plain
from .values import Move, Note


@dataclass(frozen=True, slots=True)
class Group:
    """The triggers of one statement or list, and how they combine."""

    rank: int
    logic: Logic
    first: int
    """Index of its first trigger; the others follow."""
    count: int
    whole: Trigger | None = None
    """All of them as one condition, if they are several."""


class Found:
    """Triggers with their notes, moves and groups, in the order of the document."""

    def __init__(self, date: str | None) -> None:
        self.date = date
        self.found: list[tuple[int, Trigger, int]] = []
        """Rank (0 under heading or label, 1 prose), trigger, and the number of its note."""
        self.moves: list[tuple[Move, int]] = []
        self.notes: list[Note] = []
        self.groups: list[Group] = []
        self.review_by: str | None = None

    def add(self, rank: int, line: int, rule: str, made: Trigger) -> None:
        """Take a trigger, unless its words are none."""
        if made.text and not words.whole("triggers.nothing").match(made.text):
            self.found.append((rank, made, len(self.notes)))
            self.notes.append(Note("trigger", line, rule, made.text))

    def group(self, rank: int, logic: Logic, first: int, whole: Trigger | None = None) -> None:
        """Note how the triggers from `first` on combine."""
        self.groups.append(Group(rank, logic, first, len(self.found) - first, whole))

    def ignore(self, line: int, rule: str, text: str, why: str) -> None:
        """Note what looked like a condition and was not taken."""
        self.notes.append(Note("trigger", line, rule, fold(text)[:300], False, why))

    def dated(self, line: int, name: str, text: str, day: str) -> None:
        """Take a day of review, unless it is one that has been."""
        past = words.whole("triggers.past_dates").match(plain(name))
        if past and (self.date is None or day <= self.date):
            self.ignore(line, "review-date", text, "a review that took place")
        elif self.date is None or day > self.date:
            self.review_by = self.review_by or day
            self.notes.append(Note("review_by", line, "label-inline", text))
        else:
            self.ignore(line, "review-date", text, "before the decision's own date")
