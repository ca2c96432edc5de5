"""Which sentence a line holds, and whether a quote stands there."""

import pytest

from adr_gen.markdown import parse
from adr_gen.reading.document import quote_location

PLACES = """\
# A queue

It works. It goes
on here and
there.

> Quoted words
> go on.

- an item
  that goes on
"""


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (1, "A queue"),
        (2, None),
        (3, "It works."),
        (4, "It goes on here and there."),
        (5, "It goes on here and there."),
        (7, "Quoted words go on."),
        (8, "Quoted words go on."),
        (10, "an item that goes on"),
        (11, "an item that goes on"),
        (99, None),
    ],
)
def test_a_line_takes_the_sentence_that_begins_or_stands_there(line: int, text: str | None) -> None:
    quote = quote_location.at_line(parse(PLACES), line)
    assert (quote.text if quote else None) == text


@pytest.mark.parametrize(
    ("text", "line", "there"),
    [
        ("It goes on here", None, True),
        ("It  goes\non here", 4, True),
        ("goes on here", 1, False),
        ("It goes on there", None, False),
        ("it works.", None, False),
        ("Quoted words go on.", None, True),
        ("Quoted words go on.", 8, True),
        ("", None, False),
        (" ", 1, False),
        ("- an item", 10, True),
        ("It works.", 0, False),
        ("t goes on here", 4, False),
        ("It goes on her", 4, False),
    ],
)
def test_a_quote_stands_where_its_words_do(text: str, line: int | None, there: bool) -> None:
    assert quote_location.stands(parse(PLACES), text, line) is there
