"""Git's merge of two texts that come from one: what either side wrote is in it, between markers or not."""

from hypothesis import given, settings
from hypothesis import strategies as st

from adr_gen.files import merged

LINES = st.lists(st.sampled_from("abcdefgh"), max_size=12)


def text(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


@settings(max_examples=40, derandomize=True)
@given(LINES, LINES, LINES)
def test_no_line_that_a_side_wrote_is_lost(mine: list[str], base: list[str], other: list[str]) -> None:
    result, overlaps = merged(text(mine), text(base), text(other), ("mine", "the other's"))
    lines = result.splitlines()
    assert {*mine, *other} - {*base} <= {*lines}
    marks = [
        sum(line.startswith(mark) for line in lines) for mark in ("<<<<<<< mine", "=======", ">>>>>>> the other's")
    ]
    assert marks == [overlaps] * 3


def test_what_does_not_overlap_is_put_together() -> None:
    base = ["a", "b", "c", "d", "e"]
    assert merged(text(["A", *base[1:]]), text(base), text([*base[:4], "E"]), ("x", "y")) == (
        text(["A", "b", "c", "d", "E"]),
        0,
    )


def test_what_both_wrote_alike_is_there_once() -> None:
    assert merged("a\nnew\n", "a\n", "a\nnew\n", ("x", "y")) == ("a\nnew\n", 0)
