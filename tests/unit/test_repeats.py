"""Work grows as documents do: counted in calls, for documents that repeat one thing; `make bench` measures time."""

from collections.abc import Callable
from cProfile import Profile

import pytest

from adr_gen import linear_inline, reading
from adr_gen.checks import tokens
from adr_gen.linear_inline import code
from adr_gen.markdown import inline, parse, plain_text
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


@pytest.mark.parametrize("unit", ["a:", "![", "*a_ ", "`a``", "<b "])
def test_a_text_with_more_signs_than_anybody_writes_is_shown_as_it_stands(unit: str) -> None:
    text = unit * linear_inline.MOST_SIGNS
    assert plain_text(inline(text)) == text


def test_an_address_that_no_browser_takes_stays_text() -> None:
    address = f"https://example.org/{'a' * linear_inline.LONGEST_ADDRESS} b"
    assert [token.type for token in inline(address)] == ["text"]
    assert next(token.type for token in inline(f"{address[:100]} b")) == "link_open"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a `b` c", ["`b`"]),
        ("``a`b`` `c", ["``a`b``"]),
        ("`a``b`", ["`a``b`"]),
        ("```", []),
        ("`" * 50_000, []),
        ("` " * 5, ["` `", "` `"]),
    ],
)
def test_code_spans_end_at_as_many_backticks(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in code(text)] == expected


def test_a_run_of_backticks_is_no_check() -> None:
    assert tokens("`" * 100_000) == ()
