"""Raw HTML that is open where a file ends, in containers whose last line is empty, with a line end there and without."""

import pytest

from adr_gen.markdown import Document, parse


@pytest.mark.parametrize("end", ["", "\n"])
@pytest.mark.parametrize(
    "text",
    [
        ">- <!-- a\n>",
        ">- [ ] <script\n>",
        ">- <script\n> ",
        ">1. <?a\n>",
        "> > - <!-- a\n> >",
        "> - > <![CDATA[ a\n>",
        "- > <!-- a\n  >",
        ">- ```\n>",
        ">-     a\n>",
    ],
)
def test_a_file_may_end_anywhere(text: str, end: str) -> None:
    document = parse(text + end)
    assert isinstance(document, Document)
    assert [block.kind for block in document.blocks] == [block.kind for block in parse(f"{text}\n").blocks]
