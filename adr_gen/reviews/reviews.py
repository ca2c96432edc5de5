"""The reviews of a project, and what the last one says of a condition or blocker."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import PurePosixPath

from ..model import Blocker
from ..records import Holder, Record, holder
from .stored_review import Answer, Review, fingerprint


@dataclass(frozen=True, slots=True)
class LastAnswer:
    """The last answer for a condition, and its review."""

    answer: Answer
    review: Review
    settled: bool
    """Whether the decision was reaffirmed in that review or later: what was met has been answered."""
    since: str | None = None
    """The ISO day since which every answer is "met", where earlier ones say so."""


_Key = tuple[int, str]
"""A record's number, and the name of its file if others have that number."""


@dataclass(frozen=True)
class Reviews:
    """All reviews of a project."""

    all: tuple[Review, ...] = ()
    shared: Mapping[Holder, str] = field(default_factory=dict)
    """The records that share their number with another one, each with the file name that tells a review to be of it."""

    @classmethod
    def among(cls, reviews: Iterable[Review], numbers: Mapping[str, int]) -> "Reviews":
        """The reviews of a project whose record files have these numbers."""
        times = Counter(numbers.values())
        shared = {(number, path): PurePosixPath(path).name for path, number in numbers.items() if times[number] > 1}
        names = Counter(shared.values())
        return cls(tuple(reviews), {key: name if names[name] == 1 else key[1] for key, name in shared.items()})

    @cached_property
    def _of(self) -> Mapping[_Key, list[Review]]:
        """The reviews by number, and by file where that is needed."""
        names = {(number, name) for (number, _), name in self.shared.items()}
        by_key: dict[_Key, list[Review]] = {}
        for review in sorted(self.all, key=lambda r: r.order):
            key = review.record, review.file
            by_key.setdefault(key if key in names else (review.record, ""), []).append(review)
        return by_key

    def _key(self, record: Holder) -> _Key:
        return record[0], self.shared.get(record, "")

    def of(self, record: Holder) -> list[Review]:
        """The reviews of a record, the oldest first; of those that share a number each has the ones that name its file."""
        return self._of.get(self._key(record), [])

    @cached_property
    def _last(self) -> Mapping[tuple[_Key, str], LastAnswer]:
        answers_by_condition: dict[tuple[_Key, str], LastAnswer] = {}
        ended = set[tuple[_Key, str]]()
        """The conditions of which an answer was something else than met, before it was met for the last time."""
        for key, reviews in self._of.items():
            settled = False
            # from the newest on, so that `settled` is known for each answer
            for review in reversed(reviews):
                settled = settled or review.outcome == "reaffirmed"
                for answer in review.answers:
                    name = key, answer.condition
                    last = answers_by_condition.setdefault(name, LastAnswer(answer, review, settled))
                    if answer.result != "met" or last.answer.result != "met":
                        ended.add(name)
                    elif name not in ended and review.date < last.review.date:
                        answers_by_condition[name] = replace(last, since=review.date)
        return answers_by_condition

    def last(self, record: Holder, condition: str) -> LastAnswer | None:
        """The last answer for the condition with this fingerprint."""
        return self._last.get((self._key(record), condition))

    @cached_property
    def _last_met(self) -> Mapping[tuple[_Key, str], str]:
        return {
            (key, answer.condition): review.date
            for key, reviews in self._of.items()
            for review in reviews
            for answer in review.answers
            if "met" in (answer.seen, answer.result)
        }

    def last_met(self, record: Holder, condition: str) -> str | None:
        """The ISO day on which somebody last saw, or said, that the condition with this fingerprint is met."""
        return self._last_met.get((self._key(record), condition))

    def answered(self, record: Holder, condition: str) -> str | None:
        """The ISO day on which a person last answered a condition; who only agrees that it is met has ended nothing."""
        for review in reversed(self.of(record)):
            answers = [answer for answer in review.answers if answer.condition == condition]
            if review.outcome == "reaffirmed" or any(not answer.seen == answer.result == "met" for answer in answers):
                return review.date
        return None

    def in_other_words(self, record: Record, letter: str) -> tuple[Review, Answer] | None:
        """The last look at the condition of this letter, if it had words then that none of the record's has any more."""
        now = {fingerprint(trigger.text) for trigger in record.conditions.triggers}
        looks = ((review, answer) for review in reversed(self.of(holder(record))) for answer in review.answers)
        return next((one for one in looks if one[1].trigger == letter and one[1].condition not in now), None)

    def reaffirmed(self, record: Holder) -> Review | None:
        """The last review that reaffirmed the record."""
        return next((r for r in reversed(self.of(record)) if r.outcome == "reaffirmed"), None)

    def put_off(self, record: Holder) -> str | None:
        """The ISO day before which nobody wants to be asked about a record, if that was said since it was reaffirmed last."""
        for review in reversed(self.of(record)):
            if review.next or review.outcome == "reaffirmed":
                return None if review.outcome else review.next
        return None

    def as_of(self, day: str) -> "Reviews":
        """Those up to and including an ISO day."""
        return replace(self, all=tuple(review for review in self.all if review.date <= day))

    def with_one(self, review: Review) -> "Reviews":
        """These and one more."""
        return replace(self, all=(*self.all, review))

    def cleared(self, record: Record) -> tuple[Blocker, ...]:
        """The record's blockers, those that a review found gone as cleared."""
        gone = {condition for review in self.of(holder(record)) for _, condition in review.cleared}
        return tuple(
            Blocker(b.text, cleared=b.cleared or fingerprint(b.text) in gone) if gone else b for b in record.blockers
        )

    def cleared_by(self, record: Holder, blocker: Blocker) -> tuple[str, str] | None:
        """Day and person of the review that first found a blocker gone."""
        condition = fingerprint(blocker.text)
        reviews = (r for r in self.of(record) if any(condition == gone for _, gone in r.cleared))
        return next(((review.date, review.by) for review in reviews), None)
