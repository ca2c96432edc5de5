"""Reviews: what people answered when they looked at a record again, one small file each that is never changed."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any, Literal, get_args

from .. import records
from ..checks import parse_day
from ..errors import Problem
from ..model import STATES, Blocker, Result
from ..records import Holder, Record, holder
from .fields import Fields

Outcome = Literal["reaffirmed", "reopened"]


def fingerprint(text: str) -> str:
    """Twelve hex digits of a condition's or blocker's words: when they change, it is asked anew."""
    return sha256(" ".join(text.split()).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person said about one condition."""

    trigger: str
    """Its letter when it was asked; the fingerprint is what counts."""
    condition: str
    """Fingerprint of the condition."""
    result: Result
    """waiting, met or never."""
    seen: str | None = None
    """The state that was shown: who has seen that a check is met and says waiting is not asked at once again."""
    until: str | None = None
    """ISO day before which it is not asked again."""
    evidence: str | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """One look at one record."""

    record: int
    date: str
    """ISO day."""
    by: str = ""
    time: str = ""
    """ISO instant in UTC: orders the reviews of one day, also when people of several time zones wrote them."""
    note: str | None = None
    answers: tuple[Answer, ...] = ()
    cleared: tuple[tuple[str, str], ...] = ()
    """Number and fingerprint of each blocker that is gone."""
    outcome: Outcome | None = None
    next: str | None = None
    """ISO day of the next look, when the decision was reaffirmed."""
    file: str = ""
    """Name of the record's file, which tells apart two records that took one number."""
    path: str = ""

    @property
    def order(self) -> tuple[str, str, str]:
        """By day, time and file name."""
        return self.date, self.time, self.path


@dataclass(frozen=True, slots=True)
class LastAnswer:
    """The last answer for a condition, and its review."""

    answer: Answer
    review: Review
    settled: bool
    """Whether the decision was reaffirmed in that review or later: what was met has been answered."""


_Key = tuple[int, str]
"""A record's number, and the name of its file if others have that number."""


@dataclass(frozen=True)
class Reviews:
    """All reviews of a project."""

    all: tuple[Review, ...] = ()
    shared: Mapping[Holder, str] = field(default_factory=dict)
    """The records that share their number with another one, each with the file name that tells a review to be of it."""

    @classmethod
    def among(cls, found: Iterable[Review], numbers: Mapping[str, int]) -> "Reviews":
        """The reviews of a project whose record files have these numbers."""
        times = Counter(numbers.values())
        shared = {(number, path): PurePosixPath(path).name for path, number in numbers.items() if times[number] > 1}
        names = Counter(shared.values())
        return cls(tuple(found), {key: name if names[name] == 1 else key[1] for key, name in shared.items()})

    @cached_property
    def _of(self) -> Mapping[_Key, list[Review]]:
        """The reviews by number, and by file where that is needed."""
        names = {(number, name) for (number, _), name in self.shared.items()}
        found: dict[_Key, list[Review]] = {}
        for review in sorted(self.all, key=lambda r: r.order):
            key = review.record, review.file
            found.setdefault(key if key in names else (review.record, ""), []).append(review)
        return found

    def _key(self, record: Holder) -> _Key:
        return record[0], self.shared.get(record, "")

    def of(self, record: Holder) -> list[Review]:
        """The reviews of a record, the oldest first; of those that share a number each has the ones that name its file."""
        return self._of.get(self._key(record), [])

    @cached_property
    def _last(self) -> Mapping[tuple[_Key, str], LastAnswer]:
        answers_by_condition: dict[tuple[_Key, str], LastAnswer] = {}
        for key, reviews in self._of.items():
            settled = False
            for review in reversed(reviews):
                settled = settled or review.outcome == "reaffirmed"
                for answer in review.answers:
                    answers_by_condition.setdefault((key, answer.condition), LastAnswer(answer, review, settled))
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

    def reaffirmed(self, record: Holder) -> Review | None:
        """The last review that reaffirmed the record."""
        return next((r for r in reversed(self.of(record)) if r.outcome == "reaffirmed"), None)

    def as_of(self, day: str) -> "Reviews":
        """Those up to and including an ISO day."""
        return replace(self, all=tuple(review for review in self.all if review.date <= day))

    def with_one(self, review: Review) -> "Reviews":
        """These and one more."""
        return replace(self, all=(*self.all, review))

    def cleared(self, record: Record) -> tuple[Blocker, ...]:
        """The record's blockers, those that a review found gone as cleared."""
        gone = {words for review in self.of(holder(record)) for _, words in review.cleared}
        return tuple(
            Blocker(b.text, cleared=b.cleared or fingerprint(b.text) in gone) if gone else b for b in record.blockers
        )

    def cleared_by(self, record: Holder, blocker: Blocker) -> tuple[str, str] | None:
        """Day and person of the review that first found a blocker gone."""
        words = fingerprint(blocker.text)
        reviews = (r for r in self.of(record) if any(words == gone for _, gone in r.cleared))
        return next(((review.date, review.by) for review in reviews), None)


KEYS = ("record", "file", "date", "time", "by", "note", "answers", "cleared", "outcome", "next")
ANSWER = ("trigger", "condition", "result", "seen", "until", "evidence")
CLEARED = ("blocker", "condition")
RESULTS = ("waiting", "met", "never")


def read(path: str, text: str) -> tuple[Review | None, list[Problem]]:
    """The review in a file, or what is wrong with it."""
    fields = Fields(path, text, "ADR401")
    top = fields.mapping((), fields.value, KEYS) if not fields.problems else {}
    named = fields.text(("record",), top, needed=True)
    number = records.number(named.upper().removeprefix("ADR-"))
    if named and number is None:
        fields.wrong(("record",), f"`record: {named[:40]}` is no record's number; write it as 7")
    outcome = fields.one_of(("outcome",), top, get_args(Outcome))
    review = Review(
        record=number or 0,
        date=fields.day(("date",), top, needed=True),
        by=fields.text(("by",), top),
        time=fields.text(("time",), top),
        note=fields.text(("note",), top) or None,
        answers=tuple(_answers(fields, top)),
        cleared=tuple(_cleared(fields, top)),
        outcome=next((known for known in get_args(Outcome) if known == outcome), None),
        next=fields.day(("next",), top) or None,
        file=fields.text(("file",), top),
        path=path,
    )
    return (None, fields.problems[:1] if not fields.value else fields.problems) if fields.problems else (review, [])


def _answers(fields: Fields, top: dict[str, Any]) -> list[Answer]:
    found = []
    for number, item in enumerate(fields.items(("answers",), top.get("answers", ""))):
        at = ("answers", number)
        entry = fields.mapping(at, item, ANSWER)
        result = fields.one_of((*at, "result"), entry, RESULTS, needed=True)
        found.append(
            Answer(
                trigger=fields.text((*at, "trigger"), entry, needed=True),
                condition=fields.text((*at, "condition"), entry, needed=True),
                result=next((known for known in get_args(Result) if known == result), "waiting"),
                seen=fields.one_of((*at, "seen"), entry, STATES),
                until=fields.day((*at, "until"), entry) or None,
                evidence=fields.text((*at, "evidence"), entry) or None,
            )
        )
    return found


def _cleared(fields: Fields, top: dict[str, Any]) -> list[tuple[str, str]]:
    found = []
    for number, item in enumerate(fields.items(("cleared",), top.get("cleared", ""))):
        at = ("cleared", number)
        entry = fields.mapping(at, item, CLEARED)
        found.append(
            (
                fields.text((*at, "blocker"), entry, needed=True),
                fields.text((*at, "condition"), entry, needed=True),
            )
        )
    return found


def write(review: Review) -> str:
    """The text of a review's file; `read` gives the same review."""
    data: dict[str, Any] = {
        "record": review.record,
        "file": review.file,
        "date": parse_day(review.date),
        "time": review.time,
        "by": review.by,
        "note": review.note,
        "answers": [_without_nothing({key: getattr(answer, key) for key in ANSWER}) for answer in review.answers],
        "cleared": [dict(zip(CLEARED, (int(blocker), words), strict=True)) for blocker, words in review.cleared],
        "outcome": review.outcome,
        "next": parse_day(review.next),
    }
    return _yaml(_without_nothing(data))


def _yaml(data: dict[str, Any]) -> str:
    """`data` as YAML; a text of several lines stands as such lines."""
    import yaml

    class Dumper(yaml.SafeDumper):
        """The usual one with texts of its own."""

    def text(dumper: Dumper, said: str) -> yaml.ScalarNode:
        return dumper.represent_scalar("tag:yaml.org,2002:str", said, style="|" if "\n" in said else None)

    Dumper.add_representer(str, text)
    written: str = yaml.dump(data, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=10**6)
    return written


def _without_nothing(data: dict[str, Any]) -> dict[str, Any]:
    if data.get("until"):
        data["until"] = parse_day(data["until"])
    return {key: value for key, value in data.items() if value or value == 0}


def name(review: Review, text: str) -> str:
    """The name of a review's file: two reviews never share one, so branches never conflict."""
    return f"{review.record:04}-{review.date}-{sha256(text.encode()).hexdigest()[:8]}.yml"
