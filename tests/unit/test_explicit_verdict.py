"""The verdict in one line that front matter quotes."""

import pytest

from adr_gen import reading
from adr_gen.markdown import parse


@pytest.mark.parametrize(
    ("quote", "line"),
    [
        ("**Status:** decided (Option A)", "decided (Option A)"),
        ("**Status: decided** (Option A)", "decided (Option A)"),
        ("**Decision**: the table stays.", "the table stays."),
        ("**Close this**: the first queue is enough.", "**Close this**: the first queue is enough."),
        ("**Status:**", "**Status:**"),
    ],
)
def test_the_label_before_a_quoted_verdict_is_no_part_of_it(quote: str, line: str) -> None:
    verdict = reading.read(parse(f'---\ndecision: accept\nverdict: "{quote}"\n---\n# A\n')).verdict
    assert verdict is not None
    assert verdict.line == line
