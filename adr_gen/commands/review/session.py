"""One look at one record: its review is on disk from the first answer on, so that leaving loses nothing."""

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import PurePosixPath

from ... import files
from ...board import look_again
from ...errors import UsageError
from ...log import Log
from ...model import NEEDS_ATTENTION, Blocker, Result, Trigger
from ...project import Project
from ...records import Record
from ...reviews import REVIEWS, review_file
from ...reviews.stored_review import Answer, Review, fingerprint
from ...revisit import States
from ...revisit.trigger_state import TriggerState
from ..authoring import only, without_conflict, write

PUT_OFF = "put off without a look"


@dataclass
class ReviewSession:
    """A look at a record, and the review that it grows into."""

    project: Project
    record: Record
    before: States
    """The judge of what is shown: this review has no say in it yet."""
    review: Review
    path: str = ""
    """The review's file so far; empty as long as nothing is kept."""
    research: str = ""
    """The research file in which the record was reopened."""
    judged: dict[str, TriggerState] = field(init=False)
    """What is shown of each condition, by letter."""

    def __post_init__(self) -> None:
        lettered = self.record.conditions.lettered
        self.judged = {letter: self.before.judge(self.record, trigger) for letter, trigger in lettered}

    @property
    def after(self) -> States:
        """The judge that has heard the answers so far."""
        return self.before.after(self.review)

    @property
    def triggers(self) -> dict[str, Trigger]:
        """The record's conditions by letter."""
        return dict(self.record.conditions.lettered)

    @property
    def blockers(self) -> dict[str, Blocker]:
        """What is still in the way, by number."""
        now = enumerate(self.after.reviews.cleared(self.record), start=1)
        return {str(number): blocker for number, blocker in now if not blocker.cleared}

    @property
    def answered(self) -> int:
        """How many questions were answered."""
        review = self.review
        return len(review.answers) + len(review.cleared) + bool(review.outcome)

    def answer(self, mark: str, result: Result, until: date | None = None, evidence: str | None = None) -> None:
        """What a person says of the condition with this letter; a second answer takes the place of the first.

        Who agrees that it is met and shows nothing else means what was found: it is evidence from now on.
        """
        seen = self.judged[mark].observation
        shown = seen.evidence if seen and seen.result == result == "met" else ""
        made = Answer(
            trigger=mark,
            condition=fingerprint(self.triggers[mark].text),
            result=result,
            seen=self.judged[mark].state,
            until=until.isoformat() if until else None,
            evidence=evidence or shown or None,
            text=self.triggers[mark].text,
        )
        others = {answer.trigger: answer for answer in self.review.answers} | {mark: made}
        answers = tuple(others[mark] for mark in self.triggers if mark in others)
        self.review = replace(self.review, answers=answers)

    def clear(self, number: str) -> None:
        """The blocker of this number is gone."""
        gone = number, fingerprint(self.blockers[number].text)
        self.review = replace(self.review, cleared=(*self.review.cleared, gone))

    def note(self, text: str) -> None:
        """A word about the whole look; more words follow on lines of their own."""
        self.review = replace(self.review, note="\n".join(filter(None, [self.review.note, text])))

    def reaffirm(self, next_look: date | None) -> None:
        """The decision holds; what is met or due and got no answer of its own has been seen with that: met stays met."""
        given = {answer.trigger for answer in self.review.answers}
        for mark, judged in self.judged.items():
            if judged.state in NEEDS_ATTENTION and mark not in given:
                self.answer(mark, "met" if judged.state == "met" else "waiting")
        chosen = next_look.isoformat() if next_look else None
        self.review = replace(self.review, outcome="reaffirmed", next=chosen)

    def put_off(self, day: date) -> None:
        """Nobody looks now: what is due of the record is asked again on a day, and what came true stays as it is."""
        for mark, judged in self.judged.items():
            if judged.state == "due":
                self.answer(mark, "waiting", day, PUT_OFF)
        by = self.before.review_by(self.record)
        if by and by <= self.before.as_of:
            self.review = replace(self.review, next=day.isoformat())

    def reopen(self, research: str) -> None:
        """The question is open again, in this research file."""
        self.research = research
        self.review = replace(self.review, outcome="reopened", next=None)

    def file(self) -> tuple[str, str]:
        """Path and text of the review's file as it is now."""
        text = review_file.write(self.review)
        return f"{self.project.decisions}/{REVIEWS}/{review_file.name(self.review, text)}", text

    def save(self) -> None:
        """Put the review on disk: first what it says now, then away with what it said before. Raises UsageError."""
        path, text = self.file()
        with files.lock(self.project.root):
            if not (self.project.root / self.record.path).exists():  # by another run, which renumbered it
                raise UsageError(f"{self.record.path}: moved since it was read, so nothing was written; run it again")
            # in this order a run that is killed leaves two files, never none
            write(self.project, path, text)
            if self.path and self.path != path:
                files.remove(self.project.root, self.path)
        self.path = path


def open_session(project: Project, log: Log, states: States, number: int, by: str, time: str) -> ReviewSession:
    """A look at the record with this number, by a person, at an ISO instant in UTC.

    Raises UsageError when there is no such record, another one has taken its place, or git could not merge it.
    """
    record = current(log, number)
    without_conflict(record.path, files.read(project.root, record.path, project.settings.max_size))
    name = PurePosixPath(record.path).name
    return ReviewSession(project, record, states, Review(number, states.as_of.isoformat(), by, time, file=name))


def current(log: Log, number: int) -> Record:
    """The one record with this number, if it still stands for its question; raises UsageError."""
    record = only(log.records, number)
    for word, heirs in (("reaffirmed", record.reaffirmed_by), ("superseded", record.superseded_by)):
        if heirs:
            raise UsageError(f"{record.id} is {word} by ADR-{heirs[-1]:04}; look at that one: number {heirs[-1]}")
    if record.status == "superseded":
        raise UsageError(f"{record.id} is superseded; nobody waits for it any more")
    return record


def default_next_look(session: ReviewSession) -> date:
    """The next day to look when nobody chooses another."""
    return session.before.later(session.before.as_of)


def outlook(session: ReviewSession) -> str:
    """What comes next for the record, in a few words."""
    states, record = session.after, session.record
    if session.review.outcome == "reopened":
        return "reopened"
    state, day = states.of_record(record), states.next_day(record)
    facts = [session.review.outcome or "", state or "nothing is watched", look_again(day) if day else ""]
    if state == "met" and not session.review.outcome:
        facts.append(f"reaffirm or reopen it: `adr-gen review {record.number}`")
    return ", ".join(filter(None, facts))
