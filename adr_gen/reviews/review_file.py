"""The file of a review, which is never changed."""

from hashlib import sha256
from typing import Any, get_args

from .. import records
from ..checks import parse_day
from ..errors import Problem
from ..model import STATES, Result
from .stored_review import Answer, Outcome, Review
from .yaml_fields import Fields

KEYS = ("record", "file", "date", "time", "by", "note", "answers", "cleared", "outcome", "next")
ANSWER = ("trigger", "condition", "text", "result", "seen", "until", "evidence")
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
    answers = []
    for number, item in enumerate(fields.items(("answers",), top.get("answers", ""))):
        at = ("answers", number)
        entry = fields.mapping(at, item, ANSWER)
        result = fields.one_of((*at, "result"), entry, RESULTS, needed=True)
        answers.append(
            Answer(
                trigger=fields.text((*at, "trigger"), entry, needed=True),
                condition=fields.text((*at, "condition"), entry, needed=True),
                result=next((known for known in get_args(Result) if known == result), "waiting"),
                seen=fields.one_of((*at, "seen"), entry, STATES),
                until=fields.day((*at, "until"), entry) or None,
                evidence=fields.text((*at, "evidence"), entry) or None,
                text=fields.text((*at, "text"), entry) or None,
            )
        )
    return answers


def _cleared(fields: Fields, top: dict[str, Any]) -> list[tuple[str, str]]:
    pairs = []
    for number, item in enumerate(fields.items(("cleared",), top.get("cleared", ""))):
        at = ("cleared", number)
        entry = fields.mapping(at, item, CLEARED)
        pairs.append(
            (
                fields.text((*at, "blocker"), entry, needed=True),
                fields.text((*at, "condition"), entry, needed=True),
            )
        )
    return pairs


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
        "cleared": [
            dict(zip(CLEARED, (int(blocker), condition), strict=True)) for blocker, condition in review.cleared
        ],
        "outcome": review.outcome,
        "next": parse_day(review.next),
    }
    return _yaml(_without_nothing(data))


def _yaml(data: dict[str, Any]) -> str:
    """`data` as YAML; a text of several lines stands as such lines."""
    import yaml

    class Dumper(yaml.SafeDumper):
        """The usual one with texts of its own."""

    def text(dumper: Dumper, value: str) -> yaml.ScalarNode:
        return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|" if "\n" in value else None)

    Dumper.add_representer(str, text)
    result: str = yaml.dump(data, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=10**6)
    return result


def _without_nothing(data: dict[str, Any]) -> dict[str, Any]:
    if data.get("until"):
        data["until"] = parse_day(data["until"])
    return {key: value for key, value in data.items() if value or value == 0}


def name(review: Review, text: str) -> str:
    """The name of a review's file: two reviews never share one, so branches never conflict."""
    # named by its words: two branches that look at one record on one day add two files
    return f"{review.record:04}-{review.date}-{sha256(text.encode()).hexdigest()[:8]}.yml"
