"""Text that holds more signs, backticks or characters of an address than anybody writes takes no longer than other text."""

import pytest

from adr_gen import linear_inline
from adr_gen.checks import tokens
from adr_gen.linear_inline import code
from adr_gen.markdown import inline, plain_text


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
