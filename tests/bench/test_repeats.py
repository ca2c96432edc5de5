"""Work grows as documents do: counted in calls, for documents that repeat one thing; `repeats.py` measures time."""

from collections.abc import Callable
from cProfile import Profile

import pytest

from adr_gen import reading
from adr_gen.markdown import parse
from adr_gen.model import Trigger
from adr_gen.reviews.stored_review import Answer, Review, fingerprint
from tests.support.condition_states import record, states
from tests.support.pipeline import stages
from tests.support.repeats import document

SIZE = 750
"""Characters of the smaller document."""


def calls(work: Callable[[], object]) -> int:
    """How many functions a piece of work calls, those written in C too."""
    profile = Profile()
    profile.runcall(work)
    return sum(entry.callcount for entry in profile.getstats())


def work(shape: str, unit: str, size: int) -> dict[str, int]:
    """The calls of each stage."""
    return {name: calls(call) for name, call in stages(document(shape, unit, size))}


@pytest.mark.parametrize(
    ("shape", "unit"),
    [
        ("a line", "a:"),
        ("a line", "http://a "),
        ("a line", "(mailto:a@b.c "),
        ("a line", "!["),
        ("a line", "[a]["),
        ("a label", "`"),
        ("a label", "if a, or b; "),
        ("a verdict", "we adopt. "),
        ("conditions", "somebody asks"),
        ("conditions", "`2027-01-01`"),
        ("front matter", "a, or `pypi:x >= 2`"),
        ("blockers", "- a"),
        ("sections", "Decision"),
        ("paragraphs", "Revisit when a grows. Reconsider once a grows."),
        ("verdicts", "We should not adopt it in b."),
        ("steps of a change log", "2026-01-01 (b): rejected"),
        ("cells", "**a**"),
    ],
)
def test_twice_the_document_is_twice_the_work(shape: str, unit: str) -> None:
    for _, call in stages(document(shape, unit, SIZE)):
        call()  # patterns are compiled when a text first has their words
    half, whole = work(shape, unit, SIZE), work(shape, unit, 2 * SIZE)
    assert {name: (half[name], count) for name, count in whole.items() if count > 2.3 * half[name] + 250} == {}


def test_conditions_that_all_differ_are_compared_in_one_pass() -> None:
    half, whole = (parse(document("conditions", "user № asks", size)) for size in (4 * SIZE, 8 * SIZE))
    reading.read(whole)  # see above
    assert calls(lambda: reading.read(whole)) < 2.3 * calls(lambda: reading.read(half))


@pytest.mark.parametrize("answered", [False, True])
def test_conditions_that_count_only_together_are_looked_at_in_one_pass(answered: bool) -> None:
    def judged(count: int) -> Callable[[], object]:
        triggers = tuple(Trigger(f"shop {n} asks", f"shop {n} asks") for n in range(count))
        given = tuple(Answer("a", fingerprint(one.text), "met") for one in triggers) if answered else ()
        review = Review(7, "2026-11-21", "Ana", answers=given, outcome="reaffirmed")
        judge, held = states(review), record(*triggers, logic="all")
        return lambda: judge.of_record(held)

    judged(10)()  # what is made once
    assert calls(judged(200)) < 2.3 * calls(judged(100))
