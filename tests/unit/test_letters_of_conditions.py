"""The letters of conditions in a record from which somebody took one out: each keeps its own sentence."""

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
