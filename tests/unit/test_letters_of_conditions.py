"""The letters of conditions in a record from which somebody took one out: each keeps its own sentence."""

from adr_gen import reading
from adr_gen.markdown import parse
from adr_gen.records.generated import read

RECORD = """# Mail queue

* Status: rejected

## Decision Outcome

Reject for now.

## Revisit When

Any of:

* (a) the load doubles
* (b) a team joins
* (c) the licence is free

(a) Look again once the load doubles.

(b) Come back if a team joins.

(c) It is worth another look when the licence is free.
"""


def sentences(text: str) -> list[tuple[str, str]]:
    return [(one.text, one.sentence) for one in read(parse(text)).conditions.triggers]


def test_a_condition_keeps_its_sentence_when_the_one_before_it_is_gone() -> None:
    whole = sentences(RECORD)
    assert whole == [
        ("the load doubles", "Look again once the load doubles."),
        ("a team joins", "Come back if a team joins."),
        ("the licence is free", "It is worth another look when the licence is free."),
    ]
    assert sentences(RECORD.replace("* (b) a team joins\n", "")) == [whole[0], whole[2]]
    assert sentences(RECORD.replace("* (a) the load doubles\n", "")) == whole[1:]


def letters(text: str) -> list[tuple[str, str]]:
    return [(letter, one.text) for letter, one in read(parse(text)).conditions.lettered]


def test_a_condition_is_asked_about_by_the_letter_that_stands_before_it() -> None:
    left = RECORD.replace("* (b) a team joins\n", "")
    assert letters(left) == [("a", "the load doubles"), ("c", "the licence is free")]
    assert letters(RECORD.replace("* (c)", "* (b)")) == [
        ("a", "the load doubles"), ("b", "a team joins"), ("c", "the licence is free"),
    ]  # fmt: skip


BY_HAND = "# Cache\n\n* Status: rejected\n\n## Decision\n\nReject.\n\n## Revisit when\n\n* (a) it is slow\n* (d) a team joins\n"


def test_so_it_is_in_a_record_by_hand_and_in_research_by_its_place() -> None:
    by_hand, research = (reading.read(parse(BY_HAND), record=record).conditions for record in (True, False))
    assert [letter for letter, _ in by_hand.lettered] == ["a", "d"]
    assert [letter for letter, _ in research.lettered] == ["a", "b"]
