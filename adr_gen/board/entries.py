"""The entries of the board: watched records with the state of each of their conditions."""

from dataclasses import dataclass
from datetime import date

from ..checks import parse_day
from ..counts import count
from ..log import Log
from ..model import RECORD_STATES, Observation, RecordState, Result, State, Trigger
from ..records import Record
from ..revisit import States
from ..revisit.combined_checks import combined

RESULT_TEXT: dict[Result, str] = {
    "waiting": "still waiting",
    "met": "has come true",
    "never": "never",
    "unknown": "unknown",
}
"""What was found, where no evidence says it."""


EARLY: dict[State, str] = {"met": "true before watching began", "due": "due before watching began"}
"""What is said of a condition that nobody could be told of on the day on which it came true or fell due."""

ANSWERED = "answered: the decision was reaffirmed"
"""What is said of a condition that has come true and asks nobody for the time being."""

ALL_OF = "all of these together:"
"""What is said above conditions that reopen the question only together."""


def look_again(day: str) -> str:
    """How the next day is said on which something may fall due, whatever that is."""
    return f"look again by {day}"


@dataclass(frozen=True, slots=True)
class WatchedCondition:
    """One condition on the board."""

    letter: str
    trigger: Trigger
    state: State
    observation: Observation | None
    early: bool = False
    """Whether it was met or due already when watching began."""
    answered: bool = False
    """Whether it is true, and waits only because the decision was reaffirmed with that in sight."""

    @property
    def word(self) -> str:
        """Its state as people are told it."""
        return "answered" if self.answered else self.state

    @property
    def remarks(self) -> tuple[str, ...]:
        """What is said beside what was found."""
        return tuple(filter(None, (EARLY.get(self.state) if self.early else "", ANSWERED if self.answered else "")))


@dataclass(frozen=True, slots=True)
class BoardEntry:
    """One record on the board."""

    record: Record
    state: RecordState
    next: str | None
    """ISO day on which something about it may fall due."""
    review_by: str | None
    """ISO day by which somebody should look in any case."""
    lines: tuple[WatchedCondition, ...]

    @property
    def together(self) -> bool:
        """Whether several conditions reopen the question only together."""
        return self.record.conditions.logic == "all" and len(self.lines) > 1

    @property
    def undated(self) -> bool:
        """Whether nobody is asked about its conditions, as there is no day to count from."""
        for_people = (not combined(one.trigger).has_tokens for one in self.lines if one.state == "waiting")
        return self.state == "waiting" and not (self.next or parse_day(self.record.date)) and any(for_people)

    @property
    def urgent(self) -> tuple[WatchedCondition, ...]:
        """The conditions that give the record its state; none if it is due by `review_by` alone."""
        return tuple(line for line in self.lines if line.state == self.state)


def entries(log: Log, states: States) -> list[BoardEntry]:
    """All watched records: the strongest state first, then the longest so, or the next day first, then the number."""
    board = [made for record in log.records if (made := entry(record, states))]
    # days are ISO, so "9999" comes behind all of them
    return sorted(board, key=lambda e: (RECORD_STATES.index(e.state), _first_day(e, states), e.record.number))


def _first_day(entry: BoardEntry, states: States) -> str:
    """The ISO day since which the record is in its state, else the next that may change it."""
    since = states.since(entry.record)
    return since.isoformat() if since else entry.next or "9999"


def entry(record: Record, states: States) -> BoardEntry | None:
    """A record on the board; None when nothing of it is watched."""
    state = states.of_record(record)
    if state is None:
        return None
    by = states.review_by(record)
    return BoardEntry(
        record, state, states.next_day(record), by.isoformat() if by else None, watched_conditions(record, states)
    )


def watched_conditions(record: Record, states: States) -> tuple[WatchedCondition, ...]:
    """The conditions of a record, watched or not."""
    judged = ((letter, trigger, states.judge(record, trigger)) for letter, trigger in record.conditions.lettered)
    return tuple(
        WatchedCondition(
            letter,
            trigger,
            one.state,
            one.observation,
            states.held_before(one.since),
            one.acknowledged,
        )
        for letter, trigger, one in judged
    )


def since_word(record: Record, states: States) -> str:
    """How the day of a record that is met or due is said: "noticed" where only the day is known on which that was found."""
    since = states.since(record)
    met = (line.observation for line in watched_conditions(record, states) if line.state == "met" and line.observation)
    # a person knows that it is so, not since when; of a file, a dependency or a tag without a day a check knows no more
    found = (one.since if one.noticed else one.date for one in met if one.by != "check" or one.noticed or not one.since)
    return "noticed" if since and states.of_record(record) == "met" and since.isoformat() in found else "since"


def pressing_word(record: Record, states: States) -> str:
    """The state of a record that is met or due as it stands before that."""
    # "met noticed" would be no sentence
    return f"{states.of_record(record)}{',' * (since_word(record, states) == 'noticed')}"


def by_state(listed: list[BoardEntry]) -> dict[RecordState, list[BoardEntry]]:
    """The entries by state, in the order of the states; states without any are left out."""
    return {state: some for state in RECORD_STATES if (some := [entry for entry in listed if entry.state == state])}


def evidence(line: WatchedCondition, as_of: date) -> str:
    """What was found of a condition, and what is said beside it; empty if there is nothing to say."""
    return "; ".join(filter(None, [observation_text(line.observation, as_of), *line.remarks]))


def observation_text(observation: Observation | None, as_of: date) -> str:
    """What was found, when and by whom, in one line; empty if nobody has looked."""
    if observation is None:
        return ""
    day = parse_day(observation.date)
    ago = (as_of - day).days if day else 0
    age = f", {count(ago, 'day')} ago" if ago > 0 else ""
    who = f"{observation.by}, {observation.date}{age}" if day else ""
    return f"{observation.evidence or RESULT_TEXT[observation.result]} ({who})" if who else observation.evidence
